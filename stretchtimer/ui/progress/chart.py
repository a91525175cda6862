"""The chart of the progress page: angles, results and weekly minutes under each other, on one time axis.

Importing this module imports pyqtgraph and numpy, which cost more than the rest of the program's start; so it is
imported when a chart is first shown.
"""

from __future__ import annotations

from datetime import date

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.progress.progress import WEEK, ProgressView, Range
from stretchtimer.ui.progress.angles_plot import AnglesPlot
from stretchtimer.ui.progress.chart_caption import Caption, angles_caption, felt_caption, lanes_caption, weeks_caption
from stretchtimer.ui.progress.chart_rows import UNLIMITED, Part, Row, RowName, lay_rows, paint_row
from stretchtimer.ui.progress.chart_values import ChartValues
from stretchtimer.ui.progress.chart_words import span_words
from stretchtimer.ui.progress.date_axis import DateAxis, day_at, position
from stretchtimer.ui.progress.felt_plot import FeltPlot
from stretchtimer.ui.progress.lanes_plot import SIDES, LanesPlot
from stretchtimer.ui.progress.weeks_plot import WeeksPlot
from stretchtimer.ui.theme import Theme, sized

NEAR_PX = 14
"""A test is under the pointer when it is no farther off than this."""
LEAST_SPAN_S = 2 * WEEK.total_seconds()
ZOOM = 0.8
"""What Plus leaves of the span."""
EDGE = 0.01
"""The air beside the data, in spans: a mark at the edge is seen whole."""
COMPACT_LINES = 4
"""How high compact lanes are, in lines of text."""
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
        self._values = ChartValues()
        self._apart = self._felt_wanted = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Chart of angles, self-tests and weekly minutes. The table has the same data."))
        self.ci.layout.setVerticalSpacing(2)
        self._rows: dict[RowName, Row] = {}
        self._weeks, self._lanes = WeeksPlot(self._plot(DateAxis())), LanesPlot(self._plot())
        self._lower = self._weeks.plot
        self._add_row(RowName.WEEKS, self._weeks)
        self._add_row(RowName.LANES, self._lanes)
        self._shown: tuple[RowName, ...] = ()
        self._arrange()
        self._lower.vb.sigXRangeChanged.connect(self._fit)
        self._lower.vb.sigResized.connect(self._fit)
        self.scene().sigMouseMoved.connect(self._point)
        self.scene().sigMouseClicked.connect(self._click)
        theme.changed.connect(self._paint)
        self._paint()

    def set_view(self, view: ProgressView) -> None:
        """Show ``view``; the part of the time axis that is seen stays."""
        self._view = view
        self._values = ChartValues(view)
        for row in self._rows.values():
            self._show_in(row, view)
        self._arrange()

    def show_apart(self, apart: bool) -> None:
        """Show the angles of the hips in a panel each, rather than in one."""
        self._apart = apart
        self._arrange()

    def show_felt(self, wanted: bool) -> None:
        """Show the lane of tightness and pain, or not."""
        self._felt_wanted = wanted
        self._arrange()

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

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802, D102
        super().showEvent(event)
        self._fit()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802, D102
        super().leaveEvent(event)
        for row in self._rows.values():
            row.hair.hide()
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

    def _arrange(self) -> None:
        """Give the rows that there is something for their place, one under the other."""
        measured = self._view is not None and self._view.measured
        wanted = {
            RowName.ANGLES: measured,
            RowName.ANGLES_RIGHT: measured and self._apart,
            RowName.LANES: True,
            RowName.FELT: self._felt_wanted and self._view is not None and self._view.felt,
            RowName.WEEKS: True,
        }
        shown = tuple(name for name in RowName if wanted[name])
        for name in shown:
            if name not in self._rows:
                self._add_row(name, _part(name, self._plot()))
        angles = self._part_of(RowName.ANGLES)
        if isinstance(angles, AnglesPlot):
            angles.show_sides((Side.LEFT,) if self._apart else SIDES)
        if shown != self._shown:
            lay_rows(self.ci, self._rows, shown)
            self._shown = shown
        self._size_lanes()
        self._write_captions()
        self._fit()

    def _add_row(self, name: RowName, part: Part) -> None:
        """Make a row, which costs time: those that nobody has looked at are not there."""
        row = Row(Caption(), part, self._hair(part.plot))
        self._rows[name] = row
        if part.plot is not self._lower:
            part.plot.setXLink(self._lower)
        paint_row(row, self._theme.palette, self._font, dated=row.plot is self._lower)
        if self._view is not None:
            self._show_in(row, self._view)

    def _show_in(self, row: Row, view: ProgressView) -> None:
        first, end = self._with_air(*view.whole)
        row.plot.vb.setLimits(xMin=first, xMax=end, minXRange=LEAST_SPAN_S, maxXRange=end - first)
        row.part.show_view(view)

    def _part_of(self, name: RowName) -> Part | None:
        return self._rows[name].part if name in self._rows else None

    def _size_lanes(self) -> None:
        """Keep compact lanes as low as two lines of text: the room is for the angles."""
        plot = self._rows[RowName.LANES].plot
        low = QFontMetrics(self._font).height() * COMPACT_LINES
        plot.setMinimumHeight(low if self._lanes.compact else 0)
        plot.setMaximumHeight(low if self._lanes.compact else UNLIMITED)

    @property
    def _font(self) -> QFont:
        return sized(self.font(), 0.92)

    def _plot(self, time_axis: pg.AxisItem | None = None) -> pg.PlotItem:
        """Return an empty plot; without ``time_axis`` the dates are left to that of another row."""
        plot = pg.PlotItem(axisItems={"bottom": time_axis or _bare_axis()}, enableMenu=False)
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
        self.setBackground(self._theme.palette.surface)
        # The label of the last tick reaches beyond the axis.
        self.ci.layout.setContentsMargins(0, 0, 3 * QFontMetrics(self._font).height() // 2, 0)
        for row in self._rows.values():
            paint_row(row, self._theme.palette, self._font, dated=row.plot is self._lower)
        self._size_lanes()
        self._write_captions()

    def _write_captions(self) -> None:
        palette = self._theme.palette
        for name in self._shown:
            self._rows[name].caption.show_text(self._caption(name), self._font, palette.text)

    def _caption(self, name: RowName) -> str:
        palette, part = self._theme.palette, self._rows[name].part
        match part:
            case AnglesPlot():
                # The panels have one scale: the upper one says which way is positive.
                protocols = part.protocols if name is RowName.ANGLES else ()
                return angles_caption(palette, part.grain, part.sides, protocols)
            case LanesPlot():
                return lanes_caption(palette, part.grain)
            case WeeksPlot():
                return weeks_caption(palette, part.grain)
        return felt_caption(palette)

    def _fit(self) -> None:
        """Take as many tests and weeks together as the room demands; nothing while there is no room yet."""
        if not self.isVisible():
            return
        shown = [self._rows[name].part for name in self._shown]
        before = [part.grain for part in shown]
        per_pixel = self._lower.vb.viewPixelSize()[0]
        for part in shown:
            part.fit(per_pixel)
        if [part.grain for part in shown] != before:
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
        inside = self._row_at(place) is not None
        for row in self._rows.values():
            row.hair.setVisible(inside)
            row.hair.setPos(x)
        words = self._values.words_at(x, self._reach, self._lanes.grain, self._weeks.grain) if inside else ""
        self.pointed.emit(words)

    def _click(self, event: pg.GraphicsScene.mouseEvents.MouseClickEvent) -> None:
        if event.double() and self._row_at(event.scenePos()) not in (None, RowName.WEEKS):
            test = self._values.test_at(self._lower.vb.mapSceneToView(event.scenePos()).x(), self._reach)
            if test is not None:
                self.edit_requested.emit(test.id)

    @property
    def _reach(self) -> float:
        """How far from the pointer a test is still meant, in seconds of the axis."""
        per_pixel: float = self._lower.vb.viewPixelSize()[0]
        return NEAR_PX * per_pixel

    def _row_at(self, place: QPointF) -> RowName | None:
        rows = (name for name in self._shown if self._rows[name].plot.vb.sceneBoundingRect().contains(place))
        return next(rows, None)


def _part(name: RowName, plot: pg.PlotItem) -> Part:
    """Return what a row shows that is not there from the beginning."""
    if name is RowName.FELT:
        return FeltPlot(plot)
    return AnglesPlot(plot, (Side.RIGHT,) if name is RowName.ANGLES_RIGHT else SIDES)


def _bare_axis() -> pg.AxisItem:
    """Return an axis without ticks: working them out takes longer than all else in a frame."""
    axis = pg.AxisItem("bottom")
    axis.setTicks([[]])
    return axis
