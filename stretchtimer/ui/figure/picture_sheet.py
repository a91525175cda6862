"""A sheet of pictures in rows, each with its name below."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, sqrt
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.figure.motion import Motion
from stretchtimer.core.language import _
from stretchtimer.ui.figure.still_picture import StillPicture
from stretchtimer.ui.palette import Palette

LETTERS = (11, 18)
"""How high the letters are, in pixels: between these, as the pictures are large."""
NAME_LINES = 2.7
NAME_EMS = 9
"""A name has room for so much, however small the picture is."""
WIDER = 1.6
"""About how many times as wide as high the sheet is."""
_TOP = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
_WRAPPED = int(_TOP | Qt.TextFlag.TextWordWrap)


class Tile(NamedTuple):
    """One picture with its name."""

    name: str
    side: str
    """The stretched side in words; empty where both are."""
    motion: Motion | None


class PictureSheet:
    """Lays ``tiles`` out, each with a picture ``size`` pixels wide and high, and paints them."""

    def __init__(self, tiles: Sequence[Tile], side: Side, size: int, pictures: StillPicture, palette: Palette) -> None:
        self._tiles, self._side, self._size = tiles, side, size
        self._pictures, self._palette = pictures, palette
        self._letters = min(max(LETTERS[0], size // 12), LETTERS[1])
        self._gap = self._letters
        self._tile_width = max(size, NAME_EMS * self._letters) + self._gap
        self._tile_height = size + round((NAME_LINES + 1.3) * 1.3 * self._letters) + self._gap
        self._columns = max(1, min(len(tiles), ceil(sqrt(WIDER * len(tiles) * self._tile_height / self._tile_width))))

    @property
    def width(self) -> int:
        """In pixels."""
        return self._columns * self._tile_width + self._gap

    @property
    def height(self) -> int:
        """In pixels."""
        return ceil(len(self._tiles) / self._columns) * self._tile_height + self._gap

    def paint(self, painter: QPainter) -> None:
        """Paint all tiles."""
        for number, tile in enumerate(self._tiles):
            row, column = divmod(number, self._columns)
            left, top = self._gap + column * self._tile_width, self._gap + row * self._tile_height
            self._paint_tile(painter, tile, QRectF(left, top, self._tile_width - self._gap, self._tile_height))

    def _paint_tile(self, painter: QPainter, tile: Tile, room: QRectF) -> None:
        place = QRectF(room.center().x() - self._size / 2, room.top(), self._size, self._size)
        if tile.motion is not None:
            self._pictures.paint(painter, tile.motion, self._side, place)
        line = 1.3 * self._letters
        words = QRectF(room.left(), place.bottom() + line / 3, room.width(), NAME_LINES * line)
        written = self._write(painter, words, tile.name, self._palette.text)
        below = QRectF(room.left(), written.bottom(), room.width(), line)
        self._write(painter, below, tile.side if tile.motion else _("no picture"), self._palette.muted)

    def _write(self, painter: QPainter, room: QRectF, words: str, colour: str) -> QRectF:
        """Write ``words`` at the top of ``room`` and return what they take of it."""
        font = QFont()
        font.setPixelSize(self._letters)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        written: QRectF = painter.boundingRect(room, _WRAPPED, words)
        painter.drawText(room, _WRAPPED, words)
        return written
