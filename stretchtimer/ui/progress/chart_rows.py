"""The rows of the chart: a caption and a plot each, of which some are shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple, Protocol

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.progress.progress import ProgressView
from stretchtimer.core.progress.progress_bins import Grain
from stretchtimer.core.records import Outcome
from stretchtimer.core.selftest.selftest import hip_title, outcome_name
from stretchtimer.ui.progress.chart_caption import Caption
from stretchtimer.ui.theme import Palette

UNLIMITED = 16_777_215
"""What Qt calls no limit to a height."""


class RowName(StrEnum):
    """The rows, from the top down."""

    ANGLES = "angles"
    ANGLES_RIGHT = "angles_right"
    """The right hip by itself, where the hips are shown apart."""
    LANES = "lanes"
    FELT = "felt"
    WEEKS = "weeks"


class Part(Protocol):
    """What is drawn in a row."""

    plot: pg.PlotItem

    @property
    def grain(self) -> Grain | None:
        """What is taken together; None while each test has its own mark."""

    def show_view(self, view: ProgressView) -> None:
        """Show ``view``, at the next fit."""

    def fit(self, seconds_per_pixel: float) -> None:
        """Take so much together that the marks have room."""

    def paint(self, palette: Palette, font: QFont) -> None:
        """Use the colours of ``palette`` and the type of ``font``."""


class Row(NamedTuple):
    """What a row is made of."""

    caption: Caption
    part: Part
    hair: pg.InfiniteLine
    """The line under the pointer."""

    @property
    def plot(self) -> pg.PlotItem:
        """Where the part is drawn."""
        return self.part.plot


_SHARES = {RowName.ANGLES: 5, RowName.ANGLES_RIGHT: 5, RowName.LANES: 4, RowName.FELT: 2, RowName.WEEKS: 3}
"""How the height is divided between the rows that are shown."""


def lay_rows(layout: pg.GraphicsLayout, rows: Mapping[RowName, Row], shown: Iterable[RowName]) -> None:
    """Put the ``shown`` ones of ``rows`` into ``layout``, which may hold others."""
    for row in rows.values():
        for item in (row.caption, row.plot):
            if item in layout.items:
                layout.removeItem(item)
    for number in range(2 * len(RowName)):
        layout.layout.setRowStretchFactor(number, 0)
    for number, name in enumerate(shown):
        layout.addItem(rows[name].caption, row=2 * number, col=0)
        layout.addItem(rows[name].plot, row=2 * number + 1, col=0)
        layout.layout.setRowStretchFactor(2 * number + 1, _SHARES[name])


def paint_row(row: Row, palette: Palette, font: QFont, *, dated: bool) -> None:
    """Use the colours of ``palette`` and the type of ``font``; the axis of time is written if it is ``dated``."""
    metrics = QFontMetrics(font)
    names = [*map(outcome_name, Outcome), *map(hip_title, (Side.LEFT, Side.RIGHT))]
    row.plot.getAxis("left").setWidth(max(map(metrics.horizontalAdvance, names)) + metrics.height())
    for name, line in (("left", None), ("bottom", palette.line)):
        axis = row.plot.getAxis(name)
        axis.setStyle(tickFont=font, tickLength=0, tickAlpha=0, tickTextOffset=metrics.height() // 2)
        # The label of a tick at the very edge may reach that far beyond the axis.
        axis.setStyle(hideOverlappingLabels=2 * metrics.height())
        axis.setTextPen(palette.muted)
        axis.setPen(pg.mkPen(line))
    row.plot.getAxis("bottom").setHeight(round(metrics.height() * 1.8) if dated else metrics.height() // 2)
    row.hair.setPen(pg.mkPen(palette.muted, width=1, style=Qt.PenStyle.DashLine))
    row.part.paint(palette, font)
