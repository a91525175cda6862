"""The upper part of the chart: one lane for each hip with its test results.

No line joins the results: a single one may fall either way by chance, and a line would draw a trend of it. Where there
are more tests than room, those of a month (or more) share one mark, which is the larger the more of them it stands for.
"""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor, QFont

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.progress.progress import ProgressView
from stretchtimer.core.progress.progress_bins import Grain, ResultBin, grain_of, result_bins, usual_gap_days
from stretchtimer.core.records import Outcome
from stretchtimer.core.selftest.selftest import hip_title, outcome_name
from stretchtimer.ui.outcome_mark import mark_brush, mark_path, mark_pen
from stretchtimer.ui.progress.date_axis import DAY_S, position
from stretchtimer.ui.theme import Palette

MARK_PX = 11
LARGEST_PX, SMALLEST_PX = 18, 5
"""A mark that stands for all tests of its period, and the smallest that is still a shape."""
LARGEST_COMPACT_PX = 11
"""So large is it where the lanes are low."""
SHARED_PITCH_PX = 16
"""How far marks that stand for a period are apart at least."""
TITLE_ROWS = 1.1
"""The room over a lane's lines for its name, in rows."""
SIDES = (Side.LEFT, Side.RIGHT)
COMPACT_HEIGHTS = {Outcome.PASSED: 0.25, Outcome.LIFTED: -0.25, Outcome.STOPPED: 0.0}
"""Over the line of a hip, where both hips have one line only."""


class LanesPlot:
    """The results of both hips in ``plot``: a line for each outcome, the better one above.

    Under a plot of angles it is compact: one line for each hip.
    """

    def __init__(self, plot: pg.PlotItem) -> None:
        self.plot = plot
        self._view: ProgressView | None = None
        self._gap_days = float("inf")
        self._stale = False
        """Whether the marks are not yet those of the view."""
        self.grain: Grain | None = None
        """What is taken together; None while each test has its own mark."""
        self.compact = False
        """Whether each hip has one line only, which has its name on the axis."""
        self._heights: dict[tuple[Side, Outcome], float] = {}
        self._marks = {(side, outcome): pg.ScatterPlotItem(pxMode=True) for side in SIDES for outcome in Outcome}
        self._lines = {key: pg.InfiniteLine(angle=0) for key in self._marks}
        self._names = {side: pg.TextItem(anchor=(0, 0.5)) for side in SIDES}
        for item in (*self._lines.values(), *self._marks.values(), *self._names.values()):
            plot.addItem(item, ignoreBounds=True)
        plot.vb.sigXRangeChanged.connect(self._pin_names)

    def show_view(self, view: ProgressView) -> None:
        """Show the results of ``view``."""
        self._view, self._gap_days = view, usual_gap_days(view.tests)
        outcomes = [Outcome.PASSED, Outcome.LIFTED]
        if any(result.outcome is Outcome.STOPPED for test in view.tests for result in test.results):
            outcomes.append(Outcome.STOPPED)
        self.compact = view.measured
        if self.compact:
            self._lay_compact_lines()
        else:
            self._lay_lines(outcomes)
        self._stale = True

    def fit(self, seconds_per_pixel: float) -> None:
        """Take so many tests together that the marks have room."""
        days_per_pixel = seconds_per_pixel / DAY_S
        alone = self._gap_days >= MARK_PX * days_per_pixel
        grain = None if alone else grain_of(SHARED_PITCH_PX * days_per_pixel)
        if grain is not self.grain or self._stale:
            self.grain, self._stale = grain, False
            self._place_marks()

    def paint(self, palette: Palette, font: QFont) -> None:
        """Use the colours of ``palette`` and the type of ``font``."""
        for (_side, outcome), marks in self._marks.items():
            marks.setSymbol(mark_path(outcome))
            marks.setPen(mark_pen(outcome, palette, 1.6))
            marks.setBrush(mark_brush(outcome, palette))
        for line in self._lines.values():
            line.setPen(pg.mkPen(palette.line, width=1))
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        for side, colour in zip(SIDES, (palette.stretched, palette.right), strict=True):
            self._names[side].setText(hip_title(side), color=QColor(colour))
            self._names[side].setFont(bold)

    def _lay_lines(self, outcomes: list[Outcome]) -> None:
        """Give each of ``outcomes`` its line in both lanes, from the bottom up."""
        ticks, height = [], 0.0
        self._heights = {}
        for side in reversed(SIDES):
            for outcome in reversed(outcomes):
                height += 1
                self._heights[side, outcome] = height
                self._lines[side, outcome].setPos(height)
                ticks.append((height, outcome_name(outcome)))
            height += TITLE_ROWS
            self._names[side].setPos(0, height - 0.2)
        for key, line in self._lines.items():
            line.setVisible(key in self._heights)
        for name in self._names.values():
            name.show()
        self.plot.setYRange(0.4, height + 0.35, padding=0)
        self.plot.getAxis("left").setTicks([ticks, []])
        self._pin_names()

    def _lay_compact_lines(self) -> None:
        """Give each hip one line, the left one above."""
        rows = {Side.LEFT: 2.0, Side.RIGHT: 1.0}
        self._heights = {(side, each): rows[side] + COMPACT_HEIGHTS[each] for side in SIDES for each in Outcome}
        for (side, outcome), line in self._lines.items():
            line.setPos(rows[side])
            line.setVisible(outcome is Outcome.PASSED)
        for name in self._names.values():
            name.hide()
        self.plot.setYRange(0.45, 2.55, padding=0)
        self.plot.getAxis("left").setTicks([[(row, hip_title(side)) for side, row in rows.items()], []])

    def _place_marks(self) -> None:
        if self._view is None:
            return
        bins = result_bins(self._view.tests, self.grain) if self.grain else ()
        largest = LARGEST_COMPACT_PX if self.compact else LARGEST_PX
        for (side, outcome), marks in self._marks.items():
            if self.grain:
                xs, sizes = _shared(bins, side, outcome, largest)
            else:
                tests = [test for test in self._view.tests if test.result_of(side) is outcome]
                xs, sizes = [position(test.at) for test in tests], [MARK_PX] * len(tests)
            marks.setData(x=np.array(xs), y=np.full(len(xs), self._heights.get((side, outcome), 0)), size=sizes)

    def _pin_names(self) -> None:
        """Keep the names at the left edge, however far the axis is moved."""
        left = self.plot.vb.viewRange()[0][0]
        for name in self._names.values():
            name.setPos(left, name.pos().y())


def _shared(
    bins: tuple[ResultBin, ...], side: Side, outcome: Outcome, largest: float
) -> tuple[list[float], list[float]]:
    """Return the places and the sizes of the marks of ``outcome``: their area is its share of the period's tests.

    The mark of a period whose tests all had it is as wide as ``largest``, in pixels.
    """
    xs, sizes = [], []
    for each in bins:
        counts = each.counts(side)
        if counts.of(outcome):
            xs.append((position(each.period.begin) + position(each.period.end)) / 2)
            sizes.append(max(SMALLEST_PX, largest * (counts.of(outcome) / sum(counts)) ** 0.5))
    return xs, sizes
