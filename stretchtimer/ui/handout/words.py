"""The words of a page: paragraphs, one below the other, measured before they are written."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPdfWriter

from stretchtimer.ui.pdf import pdf_font

_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class Paragraph(Struct, frozen=True, kw_only=True):
    """Words in one style."""

    text: str
    colour: str
    factor: float = 1.0
    """How large the letters are, compared with those of the page."""
    bold: bool = False
    above: float = 0.0
    """The space above it, in heights of its letters; not at the top."""


class Words:
    """Measures and writes ``paragraphs`` on the paper of ``writer``."""

    def __init__(self, writer: QPdfWriter, paragraphs: Sequence[Paragraph]) -> None:
        self._writer = writer
        self._paragraphs = [paragraph for paragraph in paragraphs if paragraph.text]

    def fits(self, width: float, height: float, points: float) -> bool:
        """Whether they fit with letters of so many points: in height, and no word is wider than ``width``."""
        boxes = self._boxes(QRectF(0, 0, width, height), points)
        return all(box.width() <= width and box.bottom() <= height for box in boxes)

    def write(self, painter: QPainter, room: QRectF, points: float) -> None:
        """Write them from the top of ``room``; what does not fit is cut off."""
        painter.save()
        painter.setClipRect(room)
        for paragraph, box in zip(self._paragraphs, self._boxes(room, points), strict=True):
            painter.setFont(pdf_font(points * paragraph.factor, bold=paragraph.bold))
            painter.setPen(QColor(paragraph.colour))
            painter.drawText(QRectF(room.left(), box.top(), room.width(), box.height()), _WRAPPED, paragraph.text)
        painter.restore()

    def height(self, width: float, points: float) -> float:
        """Return how high they are."""
        boxes = self._boxes(QRectF(0, 0, width, 0), points)
        return boxes[-1].bottom() if boxes else 0.0

    def _boxes(self, room: QRectF, points: float) -> list[QRectF]:
        boxes: list[QRectF] = []
        top = room.top()
        for paragraph in self._paragraphs:
            metrics = QFontMetricsF(pdf_font(points * paragraph.factor, bold=paragraph.bold), self._writer)
            if boxes:
                top += paragraph.above * metrics.height()
            box = metrics.boundingRect(QRectF(room.left(), top, room.width(), 1e9), _WRAPPED, paragraph.text)
            boxes.append(box)
            top = box.bottom()
        return boxes
