"""How tight and how sore each hip felt at its tests, from 0 to 10: a lane that is shown on demand."""

from __future__ import annotations

from statistics import median

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.progress.progress import ProgressView
from stretchtimer.core.progress.progress_bins import Grain, grain_of, grouped, usual_gap_days
from stretchtimer.core.records import ResultRecord
from stretchtimer.ui.progress.angles_plot import SYMBOLS
from stretchtimer.ui.progress.date_axis import DAY_S, position
from stretchtimer.ui.theme import Palette

MARK_PX, PITCH_PX = 8, 9
Key = tuple[Side, bool]
"""The hip, and whether it is pain rather than tightness."""


class FeltPlot:
    """Tightness as outlined marks on a dotted line, pain as filled ones on a solid line, in ``plot``."""

    def __init__(self, plot: pg.PlotItem) -> None:
        self.plot = plot
        plot.getAxis("left").setTicks([[(0, "0"), (5, "5"), (10, "10")], []])
        plot.setYRange(-1, 11, padding=0)
        self._view: ProgressView | None = None
        self._gap_days = float("inf")
        self._stale = False
        """Whether the marks are not yet those of the view."""
        self.grain: Grain | None = None
        self._lines = {
            (side, pain): pg.PlotDataItem(connect="all", symbol=SYMBOLS[side], symbolSize=MARK_PX)
            for side in (Side.LEFT, Side.RIGHT)
            for pain in (False, True)
        }
        for line in self._lines.values():
            plot.addItem(line, ignoreBounds=True)

    def show_view(self, view: ProgressView) -> None:
        """Show what was felt at the tests of ``view``."""
        self._view, self._gap_days = view, usual_gap_days(view.tests)
        self._stale = True

    def fit(self, seconds_per_pixel: float) -> None:
        """Take so many tests together that the marks have room."""
        pitch_days = PITCH_PX * seconds_per_pixel / DAY_S
        grain = None if self._gap_days >= pitch_days else grain_of(pitch_days)
        if grain is not self.grain or self._stale:
            self.grain, self._stale = grain, False
            self._place()

    def paint(self, palette: Palette, _font: QFont) -> None:
        """Use the colours of ``palette``."""
        for (side, pain), line in self._lines.items():
            colour = palette.stretched if side is Side.LEFT else palette.right
            style = Qt.PenStyle.SolidLine if pain else Qt.PenStyle.DotLine
            line.setPen(pg.mkPen(colour, width=1, style=style))
            line.setSymbolPen(pg.mkPen(colour, width=1.5))
            line.setSymbolBrush(QColor(colour if pain else palette.surface))

    def _place(self) -> None:
        for key, line in self._lines.items():
            points = self._points(key)
            line.setData(np.array([x for x, _score in points]), np.array([score for _x, score in points]))

    def _points(self, key: Key) -> list[tuple[float, float]]:
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
