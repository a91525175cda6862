"""The data of the chart as two tables: self-tests, and weeks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from stretchtimer.core.angle_lane import apart_remarks
from stretchtimer.core.language import _
from stretchtimer.core.progress import ProgressView
from stretchtimer.ui.listing import result_listing, week_listing
from stretchtimer.ui.result_table import ResultTable
from stretchtimer.ui.theme import Theme, sized

LEAST_ROWS = 7


class ProgressTables(QWidget):
    """Self-tests above, weeks below; both newest first."""

    opened = Signal(str)
    """The id of a self-test to be looked at or edited."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: ProgressView | None = None
        self._stale = False
        """Whether the tables are not yet those of the view."""
        self._tests = ResultTable(theme, result_listing(()), _("Self-tests"))
        self._weeks = ResultTable(theme, week_listing(()), _("Minutes of stretching a week"))
        self._tests.opened.connect(self.opened)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.fontMetrics().height() // 2)
        for heading, table in ((_("Self-tests"), self._tests), (_("Minutes of stretching a week"), self._weeks)):
            label = QLabel(heading)
            label.setFont(sized(self.font(), 1.15, bold=True))
            label.setBuddy(table)
            table.setMinimumHeight(self.fontMetrics().height() * 2 * LEAST_ROWS)
            layout.addWidget(label)
            layout.addWidget(table, 1)

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
            self._tests.show_listing(result_listing(self._view.tests, apart=apart_remarks(self._view)))
            self._weeks.show_listing(week_listing(self._view.weeks))
