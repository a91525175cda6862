"""The chart of the progress page: angles, results and weekly minutes under each other, on one time axis.

Importing this module imports pyqtgraph and numpy, which cost more than the rest of the program's start; so it is
imported when a chart is first shown.
"""

from __future__ import annotations

from html import escape

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from stretchtimer.core.language import _
from stretchtimer.core.progress.progress import ProgressView, Range
from stretchtimer.core.progress.progress_bins import Grain
from stretchtimer.ui.progress.chart_row import EDGE, HALVES, RowName, with_air
from stretchtimer.ui.progress.chart_rows import Rows, Spot
from stretchtimer.ui.progress.chart_values import ChartValues
from stretchtimer.ui.progress.chart_words import span_words
from stretchtimer.ui.progress.date_axis import day_at
from stretchtimer.ui.theme import Theme, sized

NEAR_PX = 14
"""A test is under the pointer when it is no farther off than this."""
ZOOM = 0.8
"""What Plus leaves of the span."""
STEP = 0.25
"""How far, in spans, an arrow key goes."""
BESIDE_LINES = 50
"""The hips are side by side where the chart is as wide as so many lines of text are high."""


class Chart(pg.GraphicsView):  # type: ignore[misc]
    """Shows a `ProgressView`. Wheel and drag move along the time axis only, and never beyond the data."""

    pointed = Signal(str)
    """The values under the pointer, in words; empty where there are none."""
    moved_by_hand = Signal()
    """The person zoomed or moved the axis."""
    edit_requested = Signal(str)
    """The id of a test that was double-clicked."""
    rearranged = Signal()
    """Other rows are shown, or they stand in another way."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: ProgressView | None = None
        self._values: ChartValues | None = None
        self._apart = self._felt_wanted = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Chart of angles, self-tests and weekly minutes. The table has the same data."))
        self._rows = Rows(self.scene(), self)
        self._rows.moved_by_hand.connect(self.moved_by_hand)
        self._rows.unfit.connect(self._fit)
        self._paint()
        self._arrange()
        self.scene().sigMouseMoved.connect(self._point)
        self.scene().sigMouseClicked.connect(self._click)
        theme.changed.connect(self._paint)

    def set_view(self, view: ProgressView) -> None:
        """Show ``view``; the part of the time axis that is seen stays."""
        self._view = view
        self._values = ChartValues(view)
        self._rows.show_view(view)
        self._arrange()
        self._paint()

    def show_apart(self, apart: bool) -> None:
        """Show the angles of the hips in a plot each, side by side where there is room, rather than in one."""
        self._apart = apart
        self._arrange()

    @property
    def stacked(self) -> bool:
        """Whether the plots of both hips stand one over the other."""
        return RowName.ANGLES_RIGHT in self._rows.shown and not self._rows.beside

    def show_felt(self, wanted: bool) -> None:
        """Show the lane of tightness and pain, or not."""
        self._felt_wanted = wanted
        self._arrange()

    def show_range(self, chosen: Range) -> None:
        """Show the range ``chosen``."""
        if self._view is not None:
            self._show(*with_air(*self._view.span(chosen)))

    @property
    def span(self) -> tuple[float, float]:
        """The begin and the end of what is seen, as positions on the `DateAxis`."""
        return self._rows.span

    def span_words(self) -> str:
        """Return the days that are seen, in words."""
        first, end = self.span
        air = (end - first) * EDGE
        return span_words(day_at(first + air), day_at(end - air))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802, D102
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802, D102
        super().resizeEvent(event)
        if event is not None:  # pyqtgraph calls it without one before there are rows
            self._lay()
            self._arrange()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802, D102
        super().leaveEvent(event)
        self._rows.point_at(None)
        self.pointed.emit("")

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802, D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._paint()
            self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move with the arrows, zoom with Plus and Minus, go to either end with Home and End."""
        first, end = self.span
        length, middle = end - first, (first + end) / 2
        match event.key():
            case Qt.Key.Key_Left:
                self._move_by(-STEP * length)
            case Qt.Key.Key_Right:
                self._move_by(STEP * length)
            case Qt.Key.Key_Home:
                self._move_by(float("-inf"))
            case Qt.Key.Key_End:
                self._move_by(float("inf"))
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._show(middle - length / 2 * ZOOM, middle + length / 2 * ZOOM)
            case Qt.Key.Key_Minus:
                self._show(middle - length / 2 / ZOOM, middle + length / 2 / ZOOM)
            case _other:
                event.ignore()
                return
        self.moved_by_hand.emit()

    def _arrange(self) -> None:
        """Show the rows that there is something for."""
        measured = self._view is not None and self._view.measured
        wanted = {
            RowName.ANGLES: measured,
            RowName.ANGLES_RIGHT: measured and self._apart,
            RowName.LANES: True,
            RowName.FELT: self._felt_wanted and self._view is not None and self._view.felt,
            RowName.WEEKS: True,
        }
        beside = self.width() >= BESIDE_LINES * self.fontMetrics().height()
        if self._rows.arrange(tuple(name for name in RowName if wanted[name]), beside=beside):
            self.rearranged.emit()
        self._fit()

    def _fit(self) -> None:
        if self.isVisible():  # before that there is no room to fit into
            self._rows.fit()

    @property
    def _font(self) -> QFont:
        return sized(self.font(), 0.92)

    def _paint(self) -> None:
        """Use the colours of the theme and the font of the widget."""
        self.setBackground(self._theme.palette.surface)
        self._rows.paint(self._theme.palette, self._font)
        self._lay()

    def _lay(self) -> None:
        # The last date reaches beyond the axis.
        self._rows.lay(QRectF(self.rect()).adjusted(0, 0, -3 * QFontMetrics(self._font).height() // 2, 0))

    # The axis and the pointer

    def _show(self, first: float, end: float) -> None:
        self._rows.show_span(first, end)

    def _move_by(self, seconds: float) -> None:
        if self._view is not None:
            (first, end), (low, high) = self.span, with_air(*self._view.whole)
            shift = min(max(seconds, low - first), high - end)
            self._show(first + shift, end + shift)

    def _point(self, place: QPointF) -> None:
        spot = self._rows.spot_at(place)
        self._rows.point_at(spot and spot.when)
        words = self._words(spot) if spot else ""
        if spot:
            # The words are under the chart, which may be out of sight in a low window.
            self._rows[spot.name].plot.canvas.setToolTip(_paragraph(words))
        self.pointed.emit(words)

    def _words(self, spot: Spot) -> str:
        """Return the values at ``spot``."""
        if self._values is None:
            return ""
        of_tests = spot.name if spot.name in HALVES else RowName.LANES
        weeks = self._rows[RowName.WEEKS].part.grain or Grain.WEEK
        tests = self._values.tests_words(spot.when, self._reach(spot), self._rows[of_tests].part.grain)
        return "\n".join(filter(None, (tests, self._values.dose_words(spot.when, weeks))))

    def _click(self, event: pg.GraphicsScene.mouseEvents.MouseClickEvent) -> None:
        spot = self._rows.spot_at(event.scenePos()) if event.double() else None
        if self._values is not None and spot is not None and spot.name is not RowName.WEEKS:
            test = self._values.test_at(spot.when, self._reach(spot))
            if test is not None:
                self.edit_requested.emit(test.id)

    def _reach(self, spot: Spot) -> float:
        """How far from the pointer a test is still meant, in seconds of the axis."""
        return NEAR_PX * self._rows[spot.name].plot.seconds_per_pixel


def _paragraph(words: str) -> str:
    """Return ``words`` as a tool tip that is broken where it grows too wide."""
    return f"<p>{escape(words).replace(chr(10), '<br>')}</p>" if words else ""
