"""The progress page: statements first, then the chart, or the same data as tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from stretchtimer.core.advice.advice import Advice
from stretchtimer.core.language import _
from stretchtimer.core.progress.progress import ProgressView, Range
from stretchtimer.ui.flow_layout import FlowLayout
from stretchtimer.ui.progress.plan_panel import PlanPanel
from stretchtimer.ui.progress.progress_cards import ProgressCards
from stretchtimer.ui.progress.progress_tables import ProgressTables
from stretchtimer.ui.progress.read_out import ReadOut
from stretchtimer.ui.theme import Theme, sized
from stretchtimer.ui.warning_panel import WarningPanel

if TYPE_CHECKING:
    from stretchtimer.ui.progress.chart import Chart


CHART_LINES, ANGLE_LINES, FELT_LINES = 29, 11, 8
"""How high the chart is at least, in lines of text: by itself, and with each row that comes to it."""
READ_OUT_LINES = 4
"""How high the values under the pointer are: of a test, of the series of both hips, and of the week."""


class ProgressPage(QScrollArea):
    """Shows a `ProgressView`. The chart, and the libraries it needs, come when it is first shown."""

    test_requested = Signal()
    edit_requested = Signal(str)
    """The id of a self-test that was double-clicked."""
    report_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: ProgressView | None = None
        self._chart: Chart | None = None
        self._range = Range.THREE_MONTHS
        self.setWidgetResizable(True)
        page = QWidget()
        page.setObjectName("page")
        self.setWidget(page)
        em = self.fontMetrics().height()
        self._em = em
        column = QVBoxLayout(page)
        column.setContentsMargins(em * 2, em * 3 // 2, em * 2, em * 3 // 2)
        column.setSpacing(em)
        column.addLayout(self._header())
        self._warnings = WarningPanel()
        self.warnings_put_away = self._warnings.put_away
        self._cards = ProgressCards(theme)
        self._plan = PlanPanel()
        self.plan_changed, self.extra_set_wanted = self._plan.changed, self._plan.extra_set_wanted
        self._tables = ProgressTables(theme)
        self._tables.opened.connect(self.edit_requested)
        self._chart_card = self._make_chart_card()
        self._invitation = self._make_invitation()
        column.addWidget(self._warnings)
        column.addWidget(self._cards)
        column.addWidget(self._plan)
        for part in (self._chart_card, self._tables, self._invitation):
            column.addWidget(part, 1)
            part.hide()
        self._cards.hide()

    def set_view(self, view: ProgressView) -> None:
        """Show ``view``."""
        self._view = view
        self._cards.set_view(view)
        self._apart_button.setVisible(view.measured)
        self._felt_button.setVisible(view.felt)
        self._fit_chart()
        if self._chart is not None:
            self._chart.set_view(view)
            if self._range_group.checkedButton():
                self._chart.show_range(self._range)
        self._tables.set_view(view)
        self._arrange()

    def set_advice(self, advice: Advice, routines: Mapping[str, str]) -> None:
        """Show ``advice``; ``routines`` are the names of all routines by their ids."""
        self._warnings.show_warnings(advice.warnings)
        self._plan.show_advice(advice, routines)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Bring the chart once the page itself has been painted."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._bring_chart)

    # Building

    def _header(self) -> QHBoxLayout:
        title = QLabel(_("Progress"))
        title.setFont(sized(self.font(), 1.6, bold=True))
        self._table_button = self._button(_("Table"), _("The same data as tables (Ctrl+T)"), "Ctrl+T")
        self._table_button.setCheckable(True)
        self._table_button.toggled.connect(lambda _on: self._arrange())
        self._copy_button = self._button(_("Copy"), _("Copy the chart as a picture (Ctrl+Shift+C)"), "Ctrl+Shift+C")
        self._copy_button.clicked.connect(self._copy)
        self._save_button = self._button(_("Save…"), _("Save the chart as PNG or SVG (Ctrl+S)"), "Ctrl+S")
        self._save_button.clicked.connect(self._save)
        self._report_button = self._button(_("Report…"), _("One or two pages for a physiotherapist (Ctrl+P)"), "Ctrl+P")
        self._report_button.clicked.connect(self.report_requested)
        row = QHBoxLayout()
        row.setSpacing(self._em // 2)
        row.addWidget(title)
        row.addStretch(1)
        for button in (self._table_button, self._copy_button, self._save_button, self._report_button):
            row.addWidget(button)
        return row

    def _button(self, text: str, tip: str, keys: str) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.setShortcut(QKeySequence(keys))
        button.setProperty("role", "chip")
        return button

    def _make_chart_card(self) -> QWidget:
        card, layout = _card(self._em)
        chips = FlowLayout(spacing=self._em // 2)
        self._range_group = QButtonGroup(self)
        self._range_buttons: dict[Range, QPushButton] = {}
        for number, (each, words) in enumerate(_range_words().items(), start=1):
            button = self._button(words, _("Alt+{n}").format(n=number), f"Alt+{number}")
            button.setCheckable(True)
            button.setChecked(each is self._range)
            button.clicked.connect(lambda _checked=False, each=each: self._choose_range(each))
            self._range_group.addButton(button)
            chips.addWidget(button)
            self._range_buttons[each] = button
        self._apart_button = self._toggle(_("Hips apart"), "Alt+5", lambda chart, on: chart.show_apart(on))
        self._apart_button.setToolTip(
            _("Left and right hip side by side, or one over the other in a narrow window (Alt+5)")
        )
        chips.addWidget(self._apart_button)
        self._felt_button = self._toggle(_("Tightness and pain"), "Alt+6", lambda chart, on: chart.show_felt(on))
        chips.addWidget(self._felt_button)
        self._place = QVBoxLayout()
        self._read_out = ReadOut(READ_OUT_LINES)
        layout.addLayout(chips)
        layout.addLayout(self._place, 1)
        layout.addWidget(self._read_out)
        return card

    def _toggle(self, text: str, keys: str, show: Callable[[Chart, bool], None]) -> QPushButton:
        """Return a button that changes how the chart shows its data."""
        button = self._button(text, keys, keys)
        button.setCheckable(True)

        def toggle(on: bool) -> None:
            if self._chart is not None:
                show(self._chart, on)

        button.toggled.connect(toggle)
        return button

    def _fit_chart(self) -> None:
        """Give the chart so much height that its rows can be read; the page scrolls where that is too much."""
        lines = CHART_LINES
        if self._view is not None and self._view.measured:
            lines += ANGLE_LINES * (2 if self._chart is not None and self._chart.stacked else 1)
        if self._view is not None and self._view.felt and self._felt_button.isChecked():
            lines += FELT_LINES
        self._chart_card.setMinimumHeight(self._em * lines)

    def _make_invitation(self) -> QWidget:
        """Return what stands here while there is no data: what will be here, and how it begins."""
        card, layout = _card(self._em)
        heading = QLabel(_("Here you will see how your hips get on"))
        heading.setFont(sized(self.font(), 1.4, bold=True))
        text = QLabel(
            _(
                "Your self-tests, one lane for each hip, and under them the minutes that each hip was really stretched "
                "in every week, beside the 5 to 10 minutes that studies support. Begin with a self-test, before you "
                "stretch: then there is something to compare with."
            )
        )
        begin = QPushButton(_("Take the self-test"))
        begin.setProperty("role", "primary")
        begin.clicked.connect(self.test_requested)
        middle = QWidget()
        middle.setMaximumWidth(self._em * 36)
        column = QVBoxLayout(middle)
        column.setSpacing(self._em)
        for label in (heading, text):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(begin, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(middle, 20)
        row.addStretch(1)
        layout.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(2)
        return card

    # Showing

    def _arrange(self) -> None:
        """Show the parts that the data and the choice of the person ask for."""
        empty = self._view is None or self._view.empty
        as_table = self._table_button.isChecked()
        self._invitation.setVisible(empty)
        self._cards.setVisible(not empty)
        self._chart_card.setVisible(not empty and not as_table)
        self._tables.setVisible(not empty and as_table)
        for button in (self._table_button, self._copy_button, self._save_button, self._report_button):
            button.setVisible(not empty)
        for button in (self._copy_button, self._save_button):
            button.setEnabled(not as_table)
        self._bring_chart()

    def _bring_chart(self) -> None:
        if self._view is None or self._chart is not None or not self._chart_card.isVisible():
            return
        from stretchtimer.ui.progress.chart import Chart  # noqa: PLC0415 - pyqtgraph and numpy, not before they are seen

        self._chart = chart = Chart(self._theme)
        # Its own wish for room would make the page scroll where the chart can well be smaller.
        chart.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._place.addWidget(chart)
        chart.set_view(self._view)
        chart.show_range(self._range)
        chart.rearranged.connect(self._fit_chart)
        chart.pointed.connect(self._show_values)
        chart.moved_by_hand.connect(self._forget_range)
        chart.edit_requested.connect(self.edit_requested)
        self._show_values("")

    def _choose_range(self, chosen: Range) -> None:
        self._range = chosen
        if self._chart is not None:
            self._chart.show_range(chosen)
            self._show_values("")

    def _forget_range(self) -> None:
        """No range button fits what the person moved to."""
        self._range_group.setExclusive(False)
        for button in self._range_buttons.values():
            button.setChecked(False)
        self._range_group.setExclusive(True)
        self._show_values("")

    def _show_values(self, words: str) -> None:
        if self._chart is not None:
            self._read_out.show_text(
                words or _("{days}. The wheel zooms, dragging moves.").format(days=self._chart.span_words())
            )

    # Pictures

    def _copy(self) -> None:
        if self._chart is not None:
            from stretchtimer.ui.progress.chart_file import picture  # noqa: PLC0415 - imports the chart's libraries

            QGuiApplication.clipboard().setImage(picture(self._chart))
            self._read_out.show_text(_("The picture is on the clipboard."))

    def _save(self) -> None:
        if self._chart is None:
            return
        from stretchtimer.ui.progress.chart_file import save_picture  # noqa: PLC0415 - imports the chart's libraries

        png, svg = _("PNG picture (*.png)"), _("SVG drawing (*.svg)")
        name, chosen = QFileDialog.getSaveFileName(self, _("Save the chart"), _("progress.png"), f"{png};;{svg}")
        if not name:
            return
        path = Path(name)
        if path.suffix.lower() not in (".png", ".svg"):
            path = path.with_name(path.name + (".svg" if chosen == svg else ".png"))
        try:
            save_picture(self._chart, path)
        except OSError as error:
            self._read_out.show_text(_("The picture could not be saved: {why}").format(why=error))
        else:
            self._read_out.show_text(_("Saved: {file}").format(file=path))


def _card(em: int) -> tuple[QWidget, QVBoxLayout]:
    card = QWidget()
    card.setProperty("role", "card")
    card.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    layout = QVBoxLayout(card)
    layout.setContentsMargins(em, em, em, em)
    layout.setSpacing(em * 2 // 3)
    return card, layout


def _range_words() -> dict[Range, str]:
    return {
        Range.FOUR_WEEKS: _("4 weeks"),
        Range.THREE_MONTHS: _("3 months"),
        Range.YEAR: _("A year"),
        Range.ALL: _("All"),
    }
