"""A row of the chart: a caption, and a plot with what is drawn in it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple, Protocol

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from stretchtimer.core.progress.progress import WEEK, ProgressView
from stretchtimer.core.progress.progress_bins import Grain
from stretchtimer.core.records import Outcome
from stretchtimer.core.selftest.selftest import hip_title, outcome_name
from stretchtimer.ui.progress.angles_plot import SIDES, AnglesPlot
from stretchtimer.ui.progress.chart_caption import Caption, angles_caption, felt_caption, lanes_caption, weeks_caption
from stretchtimer.ui.progress.date_axis import position
from stretchtimer.ui.progress.felt_plot import FeltPlot
from stretchtimer.ui.progress.lanes_plot import LanesPlot
from stretchtimer.ui.progress.time_plot import TimePlot
from stretchtimer.ui.progress.weeks_plot import WeeksPlot
from stretchtimer.ui.theme import Palette

LEAST_SPAN_S = 2 * WEEK.total_seconds()
EDGE = 0.01
"""The air beside the data, in spans: a mark at the edge is seen whole."""
COMPACT_LINES = 4
"""How high compact lanes are, in lines of text."""


class RowName(StrEnum):
    """The rows, from the top down."""

    ANGLES = "angles"
    ANGLES_RIGHT = "angles_right"
    """The right hip by itself, where the hips are shown apart: beside the left one, or under it."""
    LANES = "lanes"
    FELT = "felt"
    WEEKS = "weeks"


HALVES = (RowName.ANGLES, RowName.ANGLES_RIGHT)
"""What stands side by side, where there is room."""


class Part(Protocol):
    """What is drawn in a row."""

    plot: TimePlot

    @property
    def grain(self) -> Grain | None:
        """What is taken together; None while each test has its own mark."""

    def show_view(self, view: ProgressView) -> None:
        """Show ``view``, at the next fit."""

    def fit(self) -> None:
        """Take so much together that the marks have room."""

    def paint(self, palette: Palette, font: QFont) -> None:
        """Use the colours of ``palette`` and the type of ``font``."""


class Row(NamedTuple):
    """What a row is made of."""

    caption: Caption
    part: Part

    @property
    def plot(self) -> TimePlot:
        """Where the part is drawn."""
        return self.part.plot

    def show_view(self, view: ProgressView) -> None:
        """Show ``view``; the time cannot be moved beyond its data."""
        first, end = with_air(*view.whole)
        self.plot.box.setLimits(xMin=first, xMax=end, minXRange=LEAST_SPAN_S, maxXRange=end - first)
        self.part.show_view(view)

    def paint(self, palette: Palette, font: QFont) -> None:
        """Use the colours of ``palette`` and the type of ``font``."""
        metrics = QFontMetrics(font)
        names = [*map(outcome_name, Outcome), *map(hip_title, SIDES)]
        width = max(map(metrics.horizontalAdvance, names)) + metrics.height()
        hair = pg.mkPen(palette.muted, width=1, style=Qt.PenStyle.DashLine)
        self.plot.paint_axes(font, palette.muted, palette.line, hair, width)
        self.part.paint(palette, font)

    def write_caption(self, palette: Palette, font: QFont) -> None:
        """Say over the plot what it shows."""
        self.caption.show_text(self._caption(palette), font, palette.text)

    def fixed_height(self, font: QFont) -> float | None:
        """Return how high the plot is, if it does not take what room there is: the room is for the angles."""
        compact = isinstance(self.part, LanesPlot) and self.part.compact
        return QFontMetrics(font).height() * COMPACT_LINES if compact else None

    def _caption(self, palette: Palette) -> str:
        match self.part:
            case AnglesPlot():
                return angles_caption(palette, self.part.grain, self.part.protocols)
            case LanesPlot():
                return lanes_caption(palette, self.part.grain)
            case WeeksPlot():
                return weeks_caption(palette, self.part.grain)
        return felt_caption(palette)


def new_row(name: RowName) -> Row:
    """Return the row ``name``, which costs time; it shows nothing yet."""
    plot = TimePlot()
    match name:
        case RowName.WEEKS:
            return Row(Caption(), WeeksPlot(plot))
        case RowName.LANES:
            return Row(Caption(), LanesPlot(plot))
        case RowName.FELT:
            return Row(Caption(), FeltPlot(plot))
    return Row(Caption(), AnglesPlot(plot))


def with_air(first: date, end: date) -> tuple[float, float]:
    """Return the positions that show the days from ``first`` up to ``end``, and a little beside them."""
    air = (position(end) - position(first)) * EDGE
    return position(first) - air, position(end) + air
