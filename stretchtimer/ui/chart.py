"""The chart of the progress page: test results above, weekly minutes below, on one time axis.

Importing this module imports pyqtgraph and numpy, which cost more than the rest of the program's start; so it is
imported when a chart is first shown.
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import date

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QWidget

from stretchtimer.core.language import _
from stretchtimer.core.progress import WEEK, ProgressView, Range
from stretchtimer.core.progress_bins import dose_bins, result_bins
from stretchtimer.core.records import Outcome, SelfTestRecord
from stretchtimer.core.selftest import outcome_name
from stretchtimer.ui.chart_caption import Caption, lanes_caption, weeks_caption
from stretchtimer.ui.chart_words import bin_words, dose_words, result_words, span_words
from stretchtimer.ui.date_axis import DateAxis, day_at, position
from stretchtimer.ui.lanes_plot import LanesPlot
from stretchtimer.ui.theme import Theme, sized
from stretchtimer.ui.weeks_plot import WeeksPlot

NEAR_PX = 14
"""A test is under the pointer when it is no farther off than this."""
LEAST_SPAN_S = 2 * WEEK.total_seconds()
ZOOM = 0.8
"""What Plus leaves of the span."""
EDGE = 0.01
"""The air beside the data, in spans: a mark at the edge is seen whole."""
STEP = 0.25
"""How far, in spans, an arrow key goes."""


class Chart(pg.GraphicsLayoutWidget):  # type: ignore[misc]
    """Shows a `ProgressView`. Wheel and drag move along the time axis only, and never beyond the data."""

    pointed = Signal(str)
    """The values under the pointer, in words; empty where there are none."""
    moved_by_hand = Signal()
    """The person zoomed or moved the axis."""
    edit_requested = Signal(str)
    """The id of a test that was double-clicked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        pg.setConfigOptions(antialias=True)
        super().__init__(parent)
        self._theme = theme
        self._view: ProgressView | None = None
        self._xs: list[float] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Chart of self-tests and weekly minutes. The table has the same data."))
        self.ci.layout.setVerticalSpacing(2)
        self._captions = (Caption(), Caption())
        self._upper, self._lower = self._plot(), self._plot()
        self._upper.setXLink(self._lower)
        for row, item in enumerate((self._captions[0], self._upper, self._captions[1], self._lower)):
            self.addItem(item, row=row, col=0)
        self._lanes, self._weeks = LanesPlot(self._upper), WeeksPlot(self._lower)
        self._hairs = (self._hair(self._upper), self._hair(self._lower))
        self._lower.vb.sigXRangeChanged.connect(self._fit)
        self._lower.vb.sigResized.connect(self._fit)
        self.scene().sigMouseMoved.connect(self._point)
        self.scene().sigMouseClicked.connect(self._click)
        theme.changed.connect(self._paint)
        self._paint()

    def set_view(self, view: ProgressView) -> None:
        """Show ``view``; the part of the time axis that is seen stays."""
        self._view = view
        self._xs = [position(test.at.local) for test in view.tests]
        first, end = self._with_air(*view.whole)
        for plot in (self._upper, self._lower):
            plot.vb.setLimits(xMin=first, xMax=end, minXRange=LEAST_SPAN_S, maxXRange=end - first)
        self._lanes.show_view(view)
        self._weeks.show_view(view)
        self._fit()

    def show_range(self, chosen: Range) -> None:
        """Show the range ``chosen``."""
        if self._view is not None:
            self._show(*self._with_air(*self._view.span(chosen)))

    @property
    def span(self) -> tuple[float, float]:
        """The begin and the end of what is seen, as positions on the `DateAxis`."""
        first, end = self._lower.vb.viewRange()[0]
        return first, end

    def span_words(self) -> str:
        """Return the days that are seen, in words."""
        first, end = self.span
        air = (end - first) * EDGE
        return span_words(day_at(first + air), day_at(end - air))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802, D102
        super().leaveEvent(event)
        for hair in self._hairs:
            hair.hide()
        self.pointed.emit("")

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802, D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._paint()

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

    # Building and painting

    def _plot(self) -> pg.PlotItem:
        plot = pg.PlotItem(axisItems={"bottom": DateAxis()}, enableMenu=False)
        plot.hideButtons()
        plot.setMouseEnabled(x=True, y=False)
        plot.vb.disableAutoRange()
        plot.vb.setDefaultPadding(0)
        plot.vb.sigRangeChangedManually.connect(lambda _axes: self.moved_by_hand.emit())
        return plot

    def _hair(self, plot: pg.PlotItem) -> pg.InfiniteLine:
        hair = pg.InfiniteLine(angle=90)
        hair.hide()
        plot.addItem(hair, ignoreBounds=True)
        return hair

    def _paint(self) -> None:
        """Use the colours of the theme and the font of the widget."""
        palette, font = self._theme.palette, sized(self.font(), 0.92)
        metrics = QFontMetrics(font)
        self.setBackground(palette.surface)
        room = max(metrics.horizontalAdvance(outcome_name(outcome)) for outcome in Outcome) + metrics.height()
        for plot in (self._upper, self._lower):
            plot.getAxis("left").setWidth(room)
            for name, line in (("left", None), ("bottom", palette.line)):
                axis = plot.getAxis(name)
                axis.setStyle(tickFont=font, tickLength=0, tickAlpha=0, tickTextOffset=metrics.height() // 2)
                # The label of a tick at the very edge may reach that far beyond the axis.
                axis.setStyle(hideOverlappingLabels=2 * metrics.height())
                axis.setTextPen(palette.muted)
                axis.setPen(pg.mkPen(line))
        # The label of the last tick reaches beyond the axis.
        self.ci.layout.setContentsMargins(0, 0, 3 * metrics.height() // 2, 0)
        self._lower.getAxis("bottom").setHeight(round(metrics.height() * 1.8))
        self._upper.getAxis("bottom").setHeight(metrics.height() // 2)
        for hair in self._hairs:
            hair.setPen(pg.mkPen(palette.muted, width=1, style=Qt.PenStyle.DashLine))
        self._lanes.paint(palette, font)
        self._weeks.paint(palette, font)
        self._write_captions()

    def _write_captions(self) -> None:
        palette, font = self._theme.palette, sized(self.font(), 0.92)
        self._captions[0].show_text(lanes_caption(palette, self._lanes.grain), font, palette.text)
        self._captions[1].show_text(weeks_caption(palette, self._weeks.grain), font, palette.text)

    def _fit(self) -> None:
        """Take as many tests and weeks together as the room demands."""
        before = self._lanes.grain, self._weeks.grain
        per_pixel = self._lower.vb.viewPixelSize()[0]
        self._lanes.fit(per_pixel)
        self._weeks.fit(per_pixel)
        if (self._lanes.grain, self._weeks.grain) != before:
            self._write_captions()

    # The axis and the pointer

    @staticmethod
    def _with_air(first: date, end: date) -> tuple[float, float]:
        air = (position(end) - position(first)) * EDGE
        return position(first) - air, position(end) + air

    def _show(self, first: float, end: float) -> None:
        self._lower.setXRange(first, end, padding=0)

    def _move_by(self, seconds: float) -> None:
        if self._view is not None:
            (first, end), (low, high) = self.span, self._with_air(*self._view.whole)
            shift = min(max(seconds, low - first), high - end)
            self._show(first + shift, end + shift)

    def _point(self, place: QPointF) -> None:
        x = self._lower.vb.mapSceneToView(place).x()
        inside = any(plot.vb.sceneBoundingRect().contains(place) for plot in (self._upper, self._lower))
        for hair in self._hairs:
            hair.setVisible(inside)
            hair.setPos(x)
        self.pointed.emit(self._words_at(x) if inside else "")

    def _click(self, event: pg.GraphicsScene.mouseEvents.MouseClickEvent) -> None:
        if event.double() and self._upper.vb.sceneBoundingRect().contains(event.scenePos()):
            test = self._test_at(self._upper.vb.mapSceneToView(event.scenePos()).x())
            if test is not None:
                self.edit_requested.emit(test.id)

    def _words_at(self, x: float) -> str:
        if self._view is None:
            return ""
        return "   ".join(words for words in (self._test_words_at(x), self._dose_words_at(x)) if words)

    def _test_words_at(self, x: float) -> str:
        grain, view = self._lanes.grain, self._view
        if view is None:
            return ""
        if grain is None:
            test = self._test_at(x)
            return result_words(test) if test else ""
        period = grain.period(day_at(x))
        inside = [test for test in view.tests if period.begin <= test.at.local.date() < period.end]
        return bin_words(result_bins(inside, grain)[0]) if inside else ""

    def _dose_words_at(self, x: float) -> str:
        grain, view = self._weeks.grain, self._view
        if view is None:
            return ""
        period = grain.period(day_at(x))
        inside = [week for week in view.weeks if period.begin <= week.monday < period.end]
        return dose_words(dose_bins(inside, grain)[0], grain) if inside else ""

    def _test_at(self, x: float) -> SelfTestRecord | None:
        """Return the test that is nearest to ``x``, if it is near enough to be meant."""
        if self._view is None or not self._xs:
            return None
        right = bisect_left(self._xs, x)
        nearest = min(range(max(0, right - 1), min(len(self._xs), right + 1)), key=lambda n: abs(self._xs[n] - x))
        per_pixel = self._lower.vb.viewPixelSize()[0]
        return self._view.tests[nearest] if abs(self._xs[nearest] - x) <= NEAR_PX * per_pixel else None
