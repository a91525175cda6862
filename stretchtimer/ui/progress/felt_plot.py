"""How tight and how sore each hip felt at its tests, from 0 to 10: a lane that is shown on demand."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.progress.progress import ProgressView
from stretchtimer.core.progress.progress_bins import Grain, grain_of, grouped, usual_gap_days
from stretchtimer.core.records import ResultRecord
from stretchtimer.ui.progress.angles_plot import SIDES, symbol
from stretchtimer.ui.progress.chart_layers import Curve, Marks, Run
from stretchtimer.ui.progress.date_axis import DAY_S, position
from stretchtimer.ui.progress.time_plot import TimePlot
from stretchtimer.ui.theme import Palette

MARK_PX, PITCH_PX = 8, 14
SHIFTS_PX = {Side.LEFT: -3.0, Side.RIGHT: 3.0}
"""Both hips are tested at once and often feel the same: so neither mark hides the other."""
Key = tuple[Side, bool]
"""The hip, and whether it is pain rather than tightness."""


class FeltPlot:
    """Tightness as outlined marks on a dotted line, pain as filled ones on a solid line, in ``plot``."""

    def __init__(self, plot: TimePlot) -> None:
        self.plot = plot
        plot.left.setTicks([[(0, "0"), (5, "5"), (10, "10")], []])
        plot.show_heights(-1, 11)
        self._view: ProgressView | None = None
        self._gap_days = float("inf")
        self._stale = False
        """Whether the marks are not yet those of the view."""
        self.grain: Grain | None = None
        keys = [(side, pain) for side in SIDES for pain in (False, True)]
        self._lines: dict[Key, Curve] = {key: Curve() for key in keys}
        self._marks: dict[Key, Marks] = {key: Marks(symbol(key[0]), SHIFTS_PX[key[0]]) for key in keys}
        plot.canvas.layers = (*self._lines.values(), *self._marks.values())

    def show_view(self, view: ProgressView) -> None:
        """Show what was felt at the tests of ``view``."""
        self._view, self._gap_days = view, usual_gap_days(view.tests)
        self._stale = True

    def fit(self) -> None:
        """Take so many tests together that the marks have room."""
        pitch_days = PITCH_PX * self.plot.seconds_per_pixel / DAY_S
        grain = None if self._gap_days >= pitch_days else grain_of(pitch_days)
        if grain is not self.grain or self._stale:
            self.grain, self._stale = grain, False
            self._place()

    def paint(self, palette: Palette, _font: QFont) -> None:
        """Use the colours of ``palette``."""
        for (side, pain), line in self._lines.items():
            colour = palette.stretched if side is Side.LEFT else palette.right
            style = Qt.PenStyle.SolidLine if pain else Qt.PenStyle.DotLine
            line.paint(pg.mkPen(colour, width=1, style=style))
            self._marks[side, pain].paint(pg.mkPen(colour, width=1.5), QColor(colour if pain else palette.surface))
        self.plot.canvas.update()

    def _place(self) -> None:
        for key, line in self._lines.items():
            xs, ys = np.array(self._points(key)).reshape(-1, 2).T
            line.place([Run(xs, ys)])
            self._marks[key].place(xs, ys, MARK_PX)
        self.plot.canvas.update()

    def _points(self, key: Key) -> Sequence[tuple[float, float]]:
        side, pain = key
        scores = [
            (test.at, score)
            for test in (self._view.tests if self._view else ())
            if (result := test.hip(side)) and (score := _score(result, pain=pain)) is not None
        ]
        if self.grain is None:
            return [(position(at), score) for at, score in scores]
        return [
            ((position(period.begin) + position(period.end)) / 2, float(median(score for _at, score in group)))
            for period, group in grouped(scores, lambda each: each[0].day, self.grain)
        ]


def _score(result: ResultRecord, *, pain: bool) -> int | None:
    return result.pain if pain else result.tightness
