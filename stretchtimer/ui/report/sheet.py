"""Pages that are filled from above with headings, paragraphs, tables and pictures; new ones come as needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPdfWriter, QPen

from stretchtimer.ui.palette import LIGHT
from stretchtimer.ui.pdf import pdf_font

POINTS = 9.0
"""The size of the text, which people of any age can read on paper."""
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class Sheet:
    """Writes on ``writer``; ``foot`` gives the line at the bottom of a page from its number.

    All lengths are in the device's own units; `em` is the height of a line.
    """

    def __init__(self, writer: QPdfWriter, foot: Callable[[int], str]) -> None:
        self._writer = writer
        self._foot = foot
        self.painter = QPainter(writer)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.page = 1
        self.em = QFontMetricsF(self.font(), writer).height()
        self.width, self._height = float(writer.width()), float(writer.height()) - 2 * self.em
        self._gap = 0.6 * self.em
        """Between the columns of a table."""
        self._y = 0.0

    def finish(self) -> None:
        """Close the last page."""
        self._draw_foot()
        self.painter.end()

    def font(self, size: float = 1.0, *, bold: bool = False) -> QFont:
        """Return the font of the text, ``size`` times as large."""
        return pdf_font(POINTS * size, bold=bold)

    def metrics(self, font: QFont) -> QFontMetricsF:
        """Return the measures of ``font`` on this paper."""
        return QFontMetricsF(font, self._writer)

    def space(self, lines: float) -> None:
        """Leave ``lines`` free, but not at the head of a page."""
        if self._y > 0:
            self._y += lines * self.em

    def heading(self, text: str, *, size: float = 1.15, below: float = 3) -> None:
        """Write a heading, on a new page if there is no room for it and ``below`` more lines."""
        self.space(0.6)
        font = self.font(size, bold=True)
        gap = 0.25
        self._need(self._height_of(text, font, self.width) + (gap + below) * self.em)
        self._write(text, font, LIGHT.text)
        self.space(gap)

    def paragraph(self, text: str, *, muted: bool = False) -> None:
        """Write ``text`` in lines as long as the page is wide."""
        font = self.font()
        self._need(self._height_of(text, font, self.width))
        self._write(text, font, LIGHT.muted if muted else LIGHT.text)
        self.space(0.2)

    def table(self, rows: Sequence[Sequence[str]], shares: Sequence[float]) -> None:
        """Write ``rows``; the first is the heading, also on a new page. A column takes its share of the width."""
        heading, *others = rows
        widths = self._widths(shares)
        for number, row in enumerate(others):
            height = self._row_height(row, widths, self.font())
            head = self._row_height(heading, widths, self.font(bold=True))
            if self._need(height + (head if number == 0 else 0)) or number == 0:
                self._write_row(heading, widths, self.font(bold=True), LIGHT.muted)
            self._write_row(row, widths, self.font(), LIGHT.text)

    def lines_of_top(self, rows: Sequence[Sequence[str]], shares: Sequence[float]) -> float:
        """Return how many lines high the heading of such a `table` is with its first row, which stay together."""
        widths = self._widths(shares)
        first = sum(self._row_height(row, widths, self.font()) for row in rows[1:2])
        return (self._row_height(rows[0], widths, self.font(bold=True)) + first) / self.em

    def picture(self, lines: float) -> QRectF:
        """Return a place of the page's width and ``lines`` high."""
        height = lines * self.em
        self._need(height)
        place = QRectF(0, self._y, self.width, height)
        self._y += height
        return place

    def pen(self, colour: str, ems: float) -> QPen:
        """Return a pen ``ems`` broad."""
        return QPen(QColor(colour), ems * self.em)

    def _need(self, height: float) -> bool:
        """Begin a new page if there is less room than ``height`` on this one, and return whether it was so."""
        if self._y + height <= self._height or self._y == 0:
            return False
        self._draw_foot()
        self._writer.newPage()
        self.page += 1
        self._y = 0.0
        return True

    def _widths(self, shares: Sequence[float]) -> list[float]:
        return [share / sum(shares) * self.width for share in shares]

    def _row_height(self, row: Sequence[str], widths: Sequence[float], font: QFont) -> float:
        cells = (self._height_of(cell, font, width - self._gap) for cell, width in zip(row, widths, strict=True))
        return max(cells) + 0.28 * self.em

    def _write_row(self, row: Sequence[str], widths: Sequence[float], font: QFont, colour: str) -> None:
        height, left = self._row_height(row, widths, font), 0.0
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        for cell, width in zip(row, widths, strict=True):
            box = QRectF(left, self._y + 0.14 * self.em, width - self._gap, height)
            self.painter.drawText(box, _WRAPPED, cell)
            left += width
        self._y += height
        self.painter.setPen(self.pen(LIGHT.line, 0.05))
        self.painter.drawLine(QLineF(0, self._y, self.width, self._y))

    def _write(self, text: str, font: QFont, colour: str) -> None:
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        height = self._height_of(text, font, self.width)
        self.painter.drawText(QRectF(0, self._y, self.width, height), _WRAPPED, text)
        self._y += height

    def _height_of(self, text: str, font: QFont, width: float) -> float:
        return self.metrics(font).boundingRect(QRectF(0, 0, width, 1e9), _WRAPPED, text).height()

    def _draw_foot(self) -> None:
        self.painter.setFont(self.font(0.85))
        self.painter.setPen(QColor(LIGHT.muted))
        box = QRectF(0, self._height + 0.7 * self.em, self.width, 1.3 * self.em)
        self.painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, self._foot(self.page))
