"""A number drawn large, each digit in a cell of the same width, so that nothing moves sideways while it counts."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPainterPath

_DESIGN_PX = 200
"""The size at which the outlines are taken; they are scaled from there."""


class TabularFigure:
    """The ten digits of a font as outlines."""

    def __init__(self, font: QFont) -> None:
        design = QFont(font)
        design.setPixelSize(_DESIGN_PX)
        design.setWeight(QFont.Weight.Bold)
        metrics = QFontMetricsF(design)
        self._cell = max(metrics.horizontalAdvance(str(digit)) for digit in range(10))
        self._outlines = [_outline(str(digit), design) for digit in range(10)]
        # A zero overshoots the line at both ends; an H does not, and is as high as a digit.
        self._height = _outline("1", design).boundingRect().height()

    def paint(self, painter: QPainter, number: int, room: QRectF, brush: QBrush) -> None:
        """Paint ``number`` in the middle of ``room``, as high as it; squeezed where it would be wider."""
        digits = [self._outlines[int(digit)] for digit in str(number)]
        rise = room.height() / self._height
        stretch = min(rise, room.width() / (self._cell * len(digits)))
        painter.save()
        painter.translate(room.center().x() - stretch * self._cell * len(digits) / 2, room.bottom())
        painter.scale(stretch, rise)
        for position, outline in enumerate(digits):
            middle = outline.boundingRect().center().x()
            painter.fillPath(outline.translated(self._cell * (position + 0.5) - middle, 0), brush)
        painter.restore()


def _outline(text: str, font: QFont) -> QPainterPath:
    path = QPainterPath()
    path.addText(QPointF(0, 0), font, text)
    return path
