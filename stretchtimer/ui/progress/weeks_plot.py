"""The lower part of the chart: the minutes that each hip was stretched, week by week, with the 5 to 10 minute band.

Where the weeks are more than there is room for, a pair of bars is the average week of a month, a quarter or a year.
"""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor, QFont

from stretchtimer.core.language import _
from stretchtimer.core.progress.dose import WEEKLY_TARGET_MIN
from stretchtimer.core.progress.progress import ProgressView
from stretchtimer.core.progress.progress_bins import Grain, dose_bins, grain_of
from stretchtimer.ui.progress.date_axis import DAY_S, position
from stretchtimer.ui.theme import Palette

LEFT_BAR, RIGHT_BAR = (0.10, 0.48), (0.52, 0.90)
"""Where in its week each hip's bar stands: the left hip's on the left."""
LEAST_PAIR_PX = 9
LEAST_HEIGHT_MIN = 12
"""The axis shows the whole band even where nobody stretched."""
FIVES_UP_TO_MIN = 30
"""Up to here the axis counts in fives, whose first two are the edges of the band."""


class WeeksPlot:
    """A pair of bars for each week in ``plot``: the left hip's filled, the right hip's outlined."""

    def __init__(self, plot: pg.PlotItem) -> None:
        self.plot = plot
        self._view: ProgressView | None = None
        self._stale = False
        """Whether the bars are not yet those of the view."""
        self.grain: Grain = Grain.WEEK
        """What one pair of bars stands for."""
        self._band = pg.LinearRegionItem(WEEKLY_TARGET_MIN, orientation="horizontal", movable=False)
        self._band_name = pg.TextItem(anchor=(1, 1))
        self._left = pg.BarGraphItem(x0=[], x1=[], height=[])
        self._right = pg.BarGraphItem(x0=[], x1=[], height=[])
        self._band.setZValue(-10)
        for item in (self._band, self._left, self._right, self._band_name):
            plot.addItem(item, ignoreBounds=True)
        plot.vb.sigXRangeChanged.connect(self._pin_name)

    def show_view(self, view: ProgressView) -> None:
        """Show the weeks of ``view``."""
        self._view = view
        highest = max([LEAST_HEIGHT_MIN, *(max(week.left_min, week.right_min) for week in view.weeks)])
        self.plot.setYRange(0, highest * 1.06, padding=0)
        axis = self.plot.getAxis("left")
        if highest <= FIVES_UP_TO_MIN:
            axis.setTickSpacing(levels=[(5, 0)])
        else:
            axis.setTickSpacing()
        self._stale = True
        self._pin_name()

    def fit(self, seconds_per_pixel: float) -> None:
        """Take so many weeks together that the bars have room."""
        grain = grain_of(LEAST_PAIR_PX * seconds_per_pixel / DAY_S)
        if grain is not self.grain or self._stale:
            self.grain, self._stale = grain, False
            self._place_bars()

    def paint(self, palette: Palette, font: QFont) -> None:
        """Use the colours of ``palette`` and the type of ``font``."""
        self._left.setOpts(brush=QColor(palette.stretched), pen=pg.mkPen(palette.stretched, width=1))
        self._right.setOpts(brush=QColor(palette.accent_soft), pen=pg.mkPen(palette.right, width=1.6))
        self._band.setBrush(QColor(palette.good_soft))
        for line in self._band.lines:
            line.setPen(pg.mkPen(None))
        self._band_name.setText(_("5 to 10 minutes"), color=QColor(palette.good))
        self._band_name.setFont(font)

    def _place_bars(self) -> None:
        bins = dose_bins(self._view.weeks, self.grain) if self._view else ()
        begins = np.array([position(each.period.begin) for each in bins])
        lengths = np.array([position(each.period.end) for each in bins]) - begins
        for bars, (begin, end), minutes in (
            (self._left, LEFT_BAR, [each.left_min for each in bins]),
            (self._right, RIGHT_BAR, [each.right_min for each in bins]),
        ):
            bars.setOpts(x0=begins + begin * lengths, x1=begins + end * lengths, height=np.array(minutes))

    def _pin_name(self) -> None:
        """Keep the band's name at the right edge, over the band: most bars end below it."""
        self._band_name.setPos(self.plot.vb.viewRange()[0][1], WEEKLY_TARGET_MIN[1])
