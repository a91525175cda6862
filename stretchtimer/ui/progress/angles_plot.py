"""The measured angles over time: one line for each way of measuring, never joined, with its error band behind it.

The left hip is an orange disc, the right one a blue square. A mark that is hollow may be noise, one that is small and
grey is not used for the trend. Where there are more results than room, a mark is the median of a week or more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPainterPath

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.progress.angle_lane import Band, Standing, angle_points, band_of
from stretchtimer.core.progress.progress import ProgressView
from stretchtimer.core.progress.progress_bins import Grain, grain_of
from stretchtimer.core.progress.trend import Series
from stretchtimer.core.selftest.measurement import Protocol
from stretchtimer.core.selftest.measurement_words import method_name
from stretchtimer.core.selftest.selftest import hip_title
from stretchtimer.ui.progress.chart_canvas import Layer
from stretchtimer.ui.progress.chart_layers import NOTHING, Boxes, Curve, Marks, Names, Note, Rules, Run
from stretchtimer.ui.progress.date_axis import DAY_S, position
from stretchtimer.ui.progress.time_plot import TimePlot
from stretchtimer.ui.theme import Palette, sized

SIDES = (Side.LEFT, Side.RIGHT)
SIZES_PX = {Standing.OUTSIDE: 9, Standing.INSIDE: 9, Standing.APART: 7}
PITCH_PX = 9
"""Marks are at least so far apart."""
LEAST_SPAN_DEG = 12.0
"""The axis shows at least so many degrees, so that noise does not fill it."""
BAND_OPACITY = 34
"""Of 255."""


class AnglesPlot:
    """The angles of both hips, or of one, in ``plot``."""

    def __init__(self, plot: TimePlot) -> None:
        self.plot = plot
        self._sides: Sequence[Side] = SIDES
        self._series: tuple[Series, ...] = ()
        self._gap_days = float("inf")
        self._top = 0.0
        self._stale = False
        """Whether the marks are not yet those of the view."""
        self.grain: Grain | None = None
        """What is taken together; None while each result has its own mark."""
        self._level = Rules()
        self._level.place([0.0])
        self._hips = {side: _Hip(side) for side in SIDES}
        self._name = Note(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        layers = zip(*(hip.layers for hip in self._hips.values()), strict=True)
        # The bands of both hips first, then both lines: no mark is under a band.
        plot.canvas.layers = (self._level, *(layer for both in layers for layer in both), self._name)

    @property
    def protocols(self) -> frozenset[Protocol]:
        """The positions in which was measured."""
        return frozenset(series.kind.protocol for series in self._series)

    def show_view(self, view: ProgressView) -> None:
        """Show the angles of ``view``."""
        self._series = tuple(each for each in view.series if each.measured)
        self._gap_days = _usual_gap_days(self._series)
        self._fit_height()
        self._stale = True

    def show_sides(self, sides: Sequence[Side]) -> None:
        """Show the angles of ``sides`` only."""
        if sides != self._sides:
            self._sides = sides
            self._stale = True

    def fit(self) -> None:
        """Take so many results together that the marks have room."""
        pitch_days = PITCH_PX * self.plot.seconds_per_pixel / DAY_S
        grain = None if self._gap_days >= pitch_days else grain_of(pitch_days)
        if grain is not self.grain or self._stale:
            self.grain, self._stale = grain, False
            self._place()

    def paint(self, palette: Palette, font: QFont) -> None:
        """Use the colours of ``palette`` and the type of ``font``."""
        self._level.paint(pg.mkPen(palette.muted, width=1))
        self.plot.left.setLabel(_("Degrees, + above level"), color=palette.muted)
        self.plot.left.label.setFont(font)
        for side, colour in ((Side.LEFT, palette.stretched), (Side.RIGHT, palette.right)):
            self._hips[side].paint(colour, palette, font)
            if side in self._sides:
                self._name.paint(QColor(colour), sized(font, 1.0, bold=True))
        self.plot.canvas.update()

    def _fit_height(self) -> None:
        """Show every angle and band; the same in both panels, so that the hips can be compared."""
        bands = [band for series in self._series if (band := band_of(series))]
        angles = [each.angle_deg for series in self._series for each in series.readings if each.angle_deg is not None]
        heights = [*angles, *(band.low_deg for band in bands), *(band.high_deg for band in bands), 0.0]
        low, high = min(heights), max(heights)
        air = max(LEAST_SPAN_DEG - (high - low), 0.1 * (high - low)) / 2
        self._top = high + air
        self.plot.show_heights(low - air, self._top)

    def _place(self) -> None:
        """Give every mark its place; one hip by itself has its name over it, and several methods have theirs."""
        shown = [each for each in self._series if each.kind.side in self._sides]
        named = len({each.kind[1:] for each in shown if each.valid}) > 1
        for side, hip in self._hips.items():
            hip.place([each for each in shown if each.kind.side is side], self.grain, named=named)
        self._name.place(hip_title(*self._sides) if len(self._sides) == 1 else "", self._top)
        self.plot.canvas.update()


class _Hip:
    """What is drawn of one hip."""

    def __init__(self, side: Side) -> None:
        self.bands, self.line = Boxes(), Curve()
        self._names = Names(self.line)
        self.marks = {standing: Marks(symbol(side)) for standing in Standing}

    @property
    def layers(self) -> tuple[Layer, ...]:
        """From the back to the front."""
        return (self.bands, self.line, *self.marks.values(), self._names)

    def paint(self, colour: str, palette: Palette, font: QFont) -> None:
        soft = QColor(colour)
        soft.setAlpha(BAND_OPACITY)
        self.bands.paint(soft)
        self.line.paint(pg.mkPen(colour, width=1))
        self._names.paint(QColor(colour), font)
        for standing, marks in self.marks.items():
            apart = standing is Standing.APART
            pen = pg.mkPen(palette.muted if apart else colour, width=1.2 if apart else 1.6)
            marks.paint(pen, QColor(colour if standing is Standing.OUTSIDE else palette.surface))

    def place(self, series: Sequence[Series], grain: Grain | None, *, named: bool) -> None:
        self._place_bands([band for each in series if (band := band_of(each))])
        runs, found = [], {standing: Run(NOTHING, NOTHING) for standing in Standing}
        for each in series:
            points = angle_points(each, grain)
            xs, ys = np.array([(position(point.when), point.angle_deg) for point in points]).reshape(-1, 2).T
            standings = np.array([point.standing for point in points], dtype=np.str_)
            joined = standings != Standing.APART
            runs.append(Run(xs[joined], ys[joined], method_name(each.kind.method) if named else ""))
            for standing, (others_xs, others_ys, _name) in found.items():
                own = standings == standing
                found[standing] = Run(np.append(others_xs, xs[own]), np.append(others_ys, ys[own]))
        self.line.place(runs)
        for standing, (xs, ys, _name) in found.items():
            self.marks[standing].place(xs, ys, SIZES_PX[standing])

    def _place_bands(self, bands: list[Band]) -> None:
        self.bands.place(
            np.array([position(band.first) for band in bands]),
            np.array([position(band.last + timedelta(days=1)) for band in bands]),
            np.array([band.low_deg for band in bands]),
            np.array([band.high_deg for band in bands]),
        )


def symbol(side: Side) -> QPainterPath:
    """Return the shape that stands for a hip: the left one's is a disc, the right one's a square."""
    path = QPainterPath()
    add = path.addEllipse if side is Side.LEFT else path.addRect
    add(-0.5, -0.5, 1.0, 1.0)
    return path


def _usual_gap_days(series: Iterable[Series]) -> float:
    """Return the least of the usual gaps between two results of a series; infinite below two results."""
    gaps = []
    for each in series:
        if len(each.readings) > 1:
            length = each.readings[-1].at.utc - each.readings[0].at.utc
            gaps.append(length / (len(each.readings) - 1) / timedelta(days=1))
    return min(gaps, default=float("inf"))
