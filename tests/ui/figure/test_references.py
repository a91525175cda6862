"""Every exercise looks as it did when somebody last looked at it, within what the eye would not notice."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from stretchtimer.core.catalog.exercise import Side
from tests.ui.figure.reference_sheet import CELL, THEMES, path, sheet

COARSE = 4
"""Pixels of a picture that are compared together: smoothing differs from one Qt to the next, shapes do not."""
UNSEEN = 14
"""The mean difference of such a block, of 255, that the eye would not notice."""
SIDES = (Side.RIGHT, Side.LEFT)


def coarse(image: QImage) -> QImage:
    return image.scaled(
        image.width() // COARSE,
        image.height() // COARSE,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    ).convertToFormat(QImage.Format.Format_RGB32)


def different_cells(one: QImage, other: QImage) -> set[tuple[int, int]]:
    """Return the column and row of each picture in which a block differs so that it can be seen."""
    assert one.size() == other.size()
    one, other = coarse(one), coarse(other)
    side = CELL // COARSE
    return {
        (x // side, y // side)
        for x, y in product(range(one.width()), range(one.height()))
        if max(abs((one.pixel(x, y) >> shift & 255) - (other.pixel(x, y) >> shift & 255)) for shift in (0, 8, 16))
        > UNSEEN
    }


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("theme", THEMES)
def test_every_picture_looks_as_it_did(qapp: QApplication, theme: str, side: Side) -> None:
    reference = QImage(str(path(theme, side)))
    assert not reference.isNull()
    assert different_cells(sheet(theme, side), reference) == set()


def test_another_side_would_be_noticed(qapp: QApplication) -> None:
    pictures = {side: sheet("light", side) for side in SIDES}
    cells = (pictures[Side.LEFT].width() // CELL) * (pictures[Side.LEFT].height() // CELL)
    assert len(different_cells(pictures[Side.LEFT], pictures[Side.RIGHT])) > cells * 0.8
