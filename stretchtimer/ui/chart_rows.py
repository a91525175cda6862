"""The rows of the chart: a caption and a plot each, of which some are shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

import pyqtgraph as pg

from stretchtimer.ui.chart_caption import Caption

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


class Row(NamedTuple):
    """What a row is made of."""

    caption: Caption
    plot: pg.PlotItem


_SHARES = {RowName.ANGLES: 5, RowName.ANGLES_RIGHT: 5, RowName.LANES: 4, RowName.FELT: 2, RowName.WEEKS: 3}
"""How the height is divided between the rows that are shown."""


def lay_rows(layout: pg.GraphicsLayout, rows: Mapping[RowName, Row], shown: Iterable[RowName]) -> None:
    """Put the ``shown`` ones of ``rows`` into ``layout``, which may hold others."""
    for row in rows.values():
        for item in row:
            if item in layout.items:
                layout.removeItem(item)
    for number in range(2 * len(rows)):
        layout.layout.setRowStretchFactor(number, 0)
    for number, name in enumerate(shown):
        caption, plot = rows[name]
        layout.addItem(caption, row=2 * number, col=0)
        layout.addItem(plot, row=2 * number + 1, col=0)
        layout.layout.setRowStretchFactor(2 * number + 1, _SHARES[name])
