"""The upper part of the chart: one lane for each hip with its test results.

No line joins the results: a single one may fall either way by chance, and a line would draw a trend of it. Where there
are more tests than room, those of a month (or more) share one mark, which is the larger the more of them it stands for.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.progress.progress import ProgressView
from stretchtimer.core.progress.progress_bins import Grain, ResultBin, grain_of, result_bins, usual_gap_days
from stretchtimer.core.records import Outcome, SelfTestRecord
from stretchtimer.core.selftest.selftest import hip_title, outcome_name
from stretchtimer.ui.outcome_mark import mark_brush, mark_path, mark_pen
from stretchtimer.ui.progress.angles_plot import SIDES
from stretchtimer.ui.progress.chart_layers import Marks, Note, Rules
from stretchtimer.ui.progress.date_axis import DAY_S, position
from stretchtimer.ui.progress.time_plot import TimePlot
from stretchtimer.ui.theme import Palette, sized

MARK_PX = 11
LARGEST_PX, SMALLEST_PX = 18, 5
"""A mark that stands for all tests of its period, and the smallest that is still a shape."""
COMPACT_PX, LARGEST_COMPACT_PX = 9, 11
"""The same where the lanes are low."""
SHARED_PITCH_PX = 16
"""How far marks that stand for a period are apart at least."""
Lane = tuple[Side, Outcome]
Place = tuple[float, float]
"""Where on the axis of time a mark stands, and how wide it is, in pixels."""
TITLE_ROWS = 1.1
"""The room over a lane's lines for its name, in rows."""
COMPACT_HEIGHTS = {Outcome.PASSED: 0.25, Outcome.LIFTED: -0.25, Outcome.STOPPED: 0.0}
"""Over the line of a hip, where both hips have one line only."""


class LanesPlot:
    """The results of both hips in ``plot``: a line for each outcome, the better one above.

    Under a plot of angles it is compact: one line for each hip.
    """

    def __init__(self, plot: TimePlot) -> None:
        self.plot = plot
        self._view: ProgressView | None = None
        self._gap_days = float("inf")
        self._stale = False
        """Whether the marks are not yet those of the view."""
        self.grain: Grain | None = None
        """What is taken together; None while each test has its own mark."""
        self.compact = False
        """Whether each hip has one line only, which has its name on the axis."""
        self._heights: dict[Lane, float] = {}
        self._marks = {(side, outcome): Marks(mark_path(outcome)) for side in SIDES for outcome in Outcome}
        self._lines = Rules()
        self._names = {side: Note(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) for side in SIDES}
        plot.canvas.layers = (self._lines, *self._marks.values(), *self._names.values())

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

    def fit(self) -> None:
        """Take so many tests together that the marks have room."""
        days_per_pixel = self.plot.seconds_per_pixel / DAY_S
        alone = self._gap_days >= MARK_PX * days_per_pixel
        grain = None if alone else grain_of(SHARED_PITCH_PX * days_per_pixel)
        if grain is not self.grain or self._stale:
            self.grain, self._stale = grain, False
            self._place_marks()

    def paint(self, palette: Palette, font: QFont) -> None:
        """Use the colours of ``palette`` and the type of ``font``."""
        for (_side, outcome), marks in self._marks.items():
            marks.paint(mark_pen(outcome, palette, 1.6), mark_brush(outcome, palette))
        self._lines.paint(pg.mkPen(palette.line, width=1))
        for side, colour in zip(SIDES, (palette.stretched, palette.right), strict=True):
            self._names[side].paint(QColor(colour), sized(font, 1.0, bold=True))
        self.plot.canvas.update()

    def _lay_lines(self, outcomes: list[Outcome]) -> None:
        """Give each of ``outcomes`` its line in both lanes, from the bottom up."""
        ticks, height = [], 0.0
        self._heights = {}
        for side in reversed(SIDES):
            for outcome in reversed(outcomes):
                height += 1
                self._heights[side, outcome] = height
                ticks.append((height, outcome_name(outcome)))
            height += TITLE_ROWS
            self._names[side].place(hip_title(side), height - 0.2)
        self._lines.place(tuple(self._heights.values()))
        self.plot.show_heights(0.4, height + 0.35)
        self.plot.left.setTicks([ticks, []])

    def _lay_compact_lines(self) -> None:
        """Give each hip one line, the left one above."""
        rows = {Side.LEFT: 2.0, Side.RIGHT: 1.0}
        self._heights = {(side, each): rows[side] + COMPACT_HEIGHTS[each] for side in SIDES for each in Outcome}
        self._lines.place(tuple(rows.values()))
        for name in self._names.values():
            name.place("", 0.0)
        self.plot.show_heights(0.45, 2.55)
        self.plot.left.setTicks([[(row, hip_title(side)) for side, row in rows.items()], []])

    def _place_marks(self) -> None:
        if self._view is None:
            return
        largest = LARGEST_COMPACT_PX if self.compact else LARGEST_PX
        alone = COMPACT_PX if self.compact else MARK_PX
        found = (
            _shared(result_bins(self._view.tests, self.grain), largest)
            if self.grain
            else _alone(self._view.tests, alone)
        )
        for key, marks in self._marks.items():
            xs, sizes_px = np.array(found.get(key, ())).reshape(-1, 2).T
            marks.place(xs, np.full_like(xs, self._heights.get(key, 0.0)), sizes_px)
        self.plot.canvas.update()


def _alone(tests: Iterable[SelfTestRecord], size_px: float) -> dict[Lane, list[Place]]:
    """Return the places of the marks, one for each result, and their size."""
    found: dict[Lane, list[Place]] = {}
    for test in tests:
        place = (position(test.at), size_px)
        for result in test.results:
            found.setdefault((result.side, result.outcome), []).append(place)
    return found


def _shared(bins: Iterable[ResultBin], largest: float) -> dict[Lane, list[Place]]:
    """Return the places and the sizes of the marks, each of which stands for the tests of a period.

    Its area is the share of those tests that had its outcome; where all had it, it is ``largest`` pixels wide.
    """
    found: dict[Lane, list[Place]] = {}
    for each in bins:
        middle = (position(each.period.begin) + position(each.period.end)) / 2
        for side in SIDES:
            counts = each.counts(side)
            for outcome in Outcome:
                if counts.of(outcome):
                    size_px = max(SMALLEST_PX, largest * (counts.of(outcome) / sum(counts)) ** 0.5)
                    found.setdefault((side, outcome), []).append((middle, size_px))
    return found
