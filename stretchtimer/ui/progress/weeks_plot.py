"""The lower part of the chart: the minutes that each hip was stretched, week by week, with the 5 to 10 minute band.

Where the weeks are more than there is room for, a pair of bars is the average week of a month, a quarter or a year.
"""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont

from stretchtimer.core.language import _
from stretchtimer.core.progress.dose import WEEKLY_TARGET_MIN
from stretchtimer.core.progress.progress import ProgressView
from stretchtimer.core.progress.progress_bins import Grain, dose_bins, grain_of
from stretchtimer.ui.progress.chart_layers import Boxes, Note
from stretchtimer.ui.progress.date_axis import DAY_S, position
from stretchtimer.ui.progress.time_plot import TimePlot
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

    def __init__(self, plot: TimePlot) -> None:
        self.plot = plot
        self._view: ProgressView | None = None
        self._stale = False
        """Whether the bars are not yet those of the view."""
        self.grain: Grain = Grain.WEEK
        """What one pair of bars stands for."""
        self._band, self._left, self._right = Boxes(), Boxes(), Boxes()
        self._band.place(*(np.array([edge]) for edge in (-np.inf, np.inf, *WEEKLY_TARGET_MIN)))
        # At the right edge, over the band: most bars end below it.
        self._band_name = Note(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        plot.canvas.layers = (self._band, self._left, self._right, self._band_name)

    def show_view(self, view: ProgressView) -> None:
        """Show the weeks of ``view``."""
        self._view = view
        highest = max([LEAST_HEIGHT_MIN, *(max(week.left_min, week.right_min) for week in view.weeks)])
        self.plot.show_heights(0, highest * 1.06)
        axis = self.plot.left
        if highest <= FIVES_UP_TO_MIN:
            axis.setTickSpacing(levels=[(5, 0)])
        else:
            axis.setTickSpacing()
        self._stale = True

    def fit(self) -> None:
        """Take so many weeks together that the bars have room."""
        grain = grain_of(LEAST_PAIR_PX * self.plot.seconds_per_pixel / DAY_S)
        if grain is not self.grain or self._stale:
            self.grain, self._stale = grain, False
            self._place_bars()

    def paint(self, palette: Palette, font: QFont) -> None:
        """Use the colours of ``palette`` and the type of ``font``."""
        self._left.paint(QColor(palette.stretched))
        self._right.paint(QColor(palette.accent_soft), QColor(palette.right))
        self._band.paint(QColor(palette.good_soft))
        self._band_name.paint(QColor(palette.good), font)
        self._band_name.place(_("5 to 10 minutes"), WEEKLY_TARGET_MIN[1])
        self.plot.canvas.update()

    def _place_bars(self) -> None:
        bins = dose_bins(self._view.weeks, self.grain) if self._view else ()
        begins = np.array([position(each.period.begin) for each in bins])
        lengths = np.array([position(each.period.end) for each in bins]) - begins
        for bars, (begin, end), minutes in (
            (self._left, LEFT_BAR, [each.left_min for each in bins]),
            (self._right, RIGHT_BAR, [each.right_min for each in bins]),
        ):
            heights = np.array(minutes)
            bars.place(begins + begin * lengths, begins + end * lengths, np.zeros_like(heights), heights)
        self.plot.canvas.update()
