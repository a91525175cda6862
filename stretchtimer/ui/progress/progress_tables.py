"""The data of the chart as tables: trends, self-tests, and weeks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from stretchtimer.core.language import _
from stretchtimer.core.progress.angle_lane import apart_remarks
from stretchtimer.core.progress.progress import ProgressView
from stretchtimer.core.progress.trend import trend
from stretchtimer.ui.listing import result_listing, trend_listing, week_listing
from stretchtimer.ui.selftest.result_table import ResultTable
from stretchtimer.ui.theme import Theme, sized

LEAST_ROWS, TREND_ROWS = 6, 6
"""Of so many rows and the header nothing is hidden: a series for each hip by three methods."""


class ProgressTables(QWidget):
    """Trends, self-tests and weeks, one under the other; tests and weeks newest first."""

    opened = Signal(str)
    """The id of a self-test to be looked at or edited."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: ProgressView | None = None
        self._stale = False
        """Whether the tables are not yet those of the view."""
        self._trends = ResultTable(theme, trend_listing(()), _("Trends"))
        self._trends.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self._tests = ResultTable(theme, result_listing(()), _("Self-tests"))
        self._weeks = ResultTable(theme, week_listing(()), _("Minutes of stretching a week"))
        self._tests.opened.connect(self.opened)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.fontMetrics().height() // 2)
        for table, rows in ((self._trends, TREND_ROWS), (self._tests, LEAST_ROWS), (self._weeks, LEAST_ROWS)):
            label = QLabel(table.accessibleName())
            label.setFont(sized(self.font(), 1.15, bold=True))
            label.setBuddy(table)
            table.setMinimumHeight(self.fontMetrics().height() * 2 * (rows + 1))
            layout.addWidget(label)
            layout.addWidget(table, rows)

    def set_view(self, view: ProgressView) -> None:
        """Show ``view``; nothing is listed before somebody looks."""
        self._view, self._stale = view, True
        if self.isVisible():
            self._list()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802, D102
        super().showEvent(event)
        self._list()

    def _list(self) -> None:
        if self._view is not None and self._stale:
            self._stale = False
            trends = [trend(each, self._view.standing(each.kind.side).weekly_min) for each in self._view.series]
            self._trends.show_listing(trend_listing(trends))
            self._tests.show_listing(result_listing(self._view.tests, apart=apart_remarks(self._view)))
            self._weeks.show_listing(week_listing(self._view.weeks))
