"""The measured angles over time: one line for each way of measuring, never joined, with its error band behind it.

The left hip is an orange disc, the right one a blue square. A mark that is hollow may be noise, one that is small and
grey is not used for the trend. Where there are more results than room, a mark is the median of a week or more.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import timedelta

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor, QFont

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.progress.angle_lane import AnglePoint, Band, Standing, angle_points, band_of
from stretchtimer.core.progress.progress import ProgressView
from stretchtimer.core.progress.progress_bins import Grain, grain_of
from stretchtimer.core.progress.trend import Series
from stretchtimer.core.selftest.measurement import Protocol
from stretchtimer.core.selftest.measurement_words import method_name
from stretchtimer.ui.progress.date_axis import DAY_S, position
from stretchtimer.ui.theme import Palette

SIZES_PX = {Standing.OUTSIDE: 9, Standing.INSIDE: 9, Standing.APART: 7}
PITCH_PX = 9
"""Marks are at least so far apart."""
SYMBOLS = {Side.LEFT: "o", Side.RIGHT: "s"}
LEAST_SPAN_DEG = 12.0
"""The axis shows at least so many degrees, so that noise does not fill it."""
BAND_OPACITY = 34
"""Of 255."""


class AnglesPlot:
    """The angles of ``sides`` in ``plot``."""

    def __init__(self, plot: pg.PlotItem, sides: Collection[Side]) -> None:
        self.plot, self.sides = plot, sides
        self._series: tuple[Series, ...] = ()
        self._gap_days = float("inf")
        self._stale = False
        """Whether the marks are not yet those of the view."""
        self.grain: Grain | None = None
        """What is taken together; None while each result has its own mark."""
        self._level = pg.InfiniteLine(angle=0)
        plot.addItem(self._level, ignoreBounds=True)
        self._hips = {side: _Hip(plot, side) for side in (Side.LEFT, Side.RIGHT)}
        self._names: list[pg.TextItem] = []
        self._ink: tuple[Palette, QFont] | None = None

    @property
    def protocols(self) -> frozenset[Protocol]:
        """The positions in which was measured."""
        return frozenset(series.kind.protocol for series in self._series)

    def show_view(self, view: ProgressView) -> None:
        """Show the angles of ``view``."""
        self._series = tuple(each for each in view.series if each.measured)
        self._gap_days = _usual_gap_days(self._series)
        self._fit_height()
        self._name_series()
        self._stale = True

    def show_sides(self, sides: Collection[Side]) -> None:
        """Show the angles of ``sides`` only."""
        if sides == self.sides:
            return
        self.sides = sides
        self._name_series()
        self._stale = True

    def fit(self, seconds_per_pixel: float) -> None:
        """Take so many results together that the marks have room."""
        pitch_days = PITCH_PX * seconds_per_pixel / DAY_S
        grain = None if self._gap_days >= pitch_days else grain_of(pitch_days)
        if grain is not self.grain or self._stale:
            self.grain, self._stale = grain, False
            self._place()

    def paint(self, palette: Palette, font: QFont) -> None:
        """Use the colours of ``palette`` and the type of ``font``."""
        self._ink = (palette, font)
        self._level.setPen(pg.mkPen(palette.muted, width=1))
        axis = self.plot.getAxis("left")
        axis.setLabel(_("Degrees, + above level"), color=palette.muted)
        axis.label.setFont(font)
        for side, colour in ((Side.LEFT, palette.stretched), (Side.RIGHT, palette.right)):
            self._hips[side].paint(colour, palette)
        self._name_series()

    def _fit_height(self) -> None:
        """Show every angle and band; the same in both panels, so that the hips can be compared."""
        bands = [band for series in self._series if (band := band_of(series))]
        angles = [each.angle_deg for series in self._series for each in series.readings if each.angle_deg is not None]
        heights = [*angles, *(band.low_deg for band in bands), *(band.high_deg for band in bands), 0.0]
        low, high = min(heights), max(heights)
        air = max(LEAST_SPAN_DEG - (high - low), 0.1 * (high - low)) / 2
        self.plot.setYRange(low - air, high + air, padding=0)

    def _place(self) -> None:
        for side, hip in self._hips.items():
            own = [each for each in self._series if each.kind.side is side and side in self.sides]
            hip.place(own, self.grain)

    def _name_series(self) -> None:
        """Write the method at the start of each series, where there are several."""
        for name in self._names:
            self.plot.removeItem(name)
        self._names = []
        shown = [each for each in self._series if each.kind.side in self.sides and each.valid]
        if self._ink is None or len({each.kind[1:] for each in shown}) < 2:
            return
        palette, font = self._ink
        for series in shown:
            colour = palette.stretched if series.kind.side is Side.LEFT else palette.right
            name = pg.TextItem(method_name(series.kind.method), color=QColor(colour), anchor=(0, 1))
            name.setFont(font)
            first = series.valid[0]
            name.setPos(position(first.at), first.angle_deg or 0.0)
            self.plot.addItem(name, ignoreBounds=True)
            self._names.append(name)


class _Hip:
    """What is drawn of one hip."""

    def __init__(self, plot: pg.PlotItem, side: Side) -> None:
        self._bands = pg.BarGraphItem(x0=[], x1=[], y0=[], y1=[])
        # A break between two series: only neighbours that are both numbers are joined.
        self._line = pg.PlotCurveItem(connect="finite")
        self._marks = {
            standing: pg.ScatterPlotItem(pxMode=True, symbol=SYMBOLS[side], size=size)
            for standing, size in SIZES_PX.items()
        }
        self._bands.setZValue(-10)
        for item in (self._bands, self._line, *self._marks.values()):
            plot.addItem(item, ignoreBounds=True)

    def paint(self, colour: str, palette: Palette) -> None:
        soft = QColor(colour)
        soft.setAlpha(BAND_OPACITY)
        self._bands.setOpts(brush=soft, pen=pg.mkPen(None))
        self._line.setPen(pg.mkPen(colour, width=1))
        for standing, marks in self._marks.items():
            apart = standing is Standing.APART
            pen = pg.mkPen(palette.muted if apart else colour, width=1.2 if apart else 1.6)
            marks.setPen(pen)
            marks.setBrush(QColor(colour if standing is Standing.OUTSIDE else palette.surface))

    def place(self, series: Iterable[Series], grain: Grain | None) -> None:
        series = tuple(series)
        self._place_bands([band for each in series if (band := band_of(each))])
        points = [angle_points(each, grain) for each in series]
        self._place_line(points)
        for standing, marks in self._marks.items():
            own = [point for each in points for point in each if point.standing is standing]
            marks.setData(x=_xs(own), y=np.array([point.angle_deg for point in own]))

    def _place_line(self, points: Iterable[tuple[AnglePoint, ...]]) -> None:
        xs, ys = [np.empty(0)], [np.empty(0)]
        for each in points:
            joined = [point for point in each if point.standing is not Standing.APART]
            xs += [_xs(joined), np.array([np.nan])]
            ys += [np.array([point.angle_deg for point in joined]), np.array([np.nan])]
        self._line.setData(np.concatenate(xs), np.concatenate(ys))

    def _place_bands(self, bands: list[Band]) -> None:
        self._bands.setOpts(
            x0=np.array([position(band.first) for band in bands]),
            x1=np.array([position(band.last + timedelta(days=1)) for band in bands]),
            y0=np.array([band.low_deg for band in bands]),
            y1=np.array([band.high_deg for band in bands]),
        )


def _xs(points: Iterable[AnglePoint]) -> np.ndarray:
    return np.array([position(point.when) for point in points])


def _usual_gap_days(series: Iterable[Series]) -> float:
    """Return the least of the usual gaps between two results of a series; infinite below two results."""
    gaps = []
    for each in series:
        if len(each.readings) > 1:
            length = each.readings[-1].at.utc - each.readings[0].at.utc
            gaps.append(length / (len(each.readings) - 1) / timedelta(days=1))
    return min(gaps, default=float("inf"))
