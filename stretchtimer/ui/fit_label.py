"""A label that is never clipped: long words and translations get a smaller font, and lines of about equal length."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

SMALLEST_PX = 8
"""Smaller than this nobody reads it; then a text would rather be clipped."""


class FitLabel(QLabel):
    """Plain text in the largest font, up to `set_largest`, with which it fits into the place that the label is given.

    ``role`` is that of the style sheet. The label asks for no room of its own, so a new text moves nothing else.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        role: str = "",
        bold: bool = False,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignCenter,
    ) -> None:
        super().__init__(parent)
        self._largest_px = SMALLEST_PX
        self._weight = QFont.Weight.Bold if bold else QFont.Weight.Normal
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(alignment)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setProperty("role", role)

    def set_words(self, text: str) -> None:
        """Show ``text``."""
        if text != self.text():
            self.setText(text)
            self._fit()

    def set_largest(self, pixels: int) -> None:
        """Never use a font larger than ``pixels``."""
        if pixels != self._largest_px:
            self._largest_px = max(SMALLEST_PX, pixels)
            self._fit()

    def height_in(self, room: QSize) -> int:
        """Return how many pixels high the words would be in ``room``."""
        if not self.text():
            return 0
        pixels = largest_fit(self._sized(self._largest_px), self.text(), room, int(Qt.TextFlag.TextWordWrap))
        return self._wrapped(pixels, room.width()).height()

    def set_role(self, role: str) -> None:
        """Take the colour of ``role`` in the style sheet."""
        if role != self.property("role"):
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)
            # Polishing sets the font of the style sheet.
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802, D102
        super().changeEvent(event)
        # The system's font changes, and a new style sheet, as another theme has it, brings its own.
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        pixels = largest_fit(self._sized(self._largest_px), self.text(), self.size(), int(Qt.TextFlag.TextWordWrap))
        self.setFont(self._sized(pixels))
        spare = self.width() - self._narrowest(pixels)
        alignment = self.alignment()
        before = 0 if alignment & Qt.AlignmentFlag.AlignLeft else spare
        if alignment & Qt.AlignmentFlag.AlignHCenter:
            before = spare // 2
        self.setContentsMargins(before, 0, spare - before, 0)

    def _narrowest(self, pixels: int) -> int:
        """Return the smallest width that needs no more lines: the lines then are about equally long."""
        most = self.width()
        height = self._wrapped(pixels, most).height()
        least = most // 2
        while least < most:
            middle = (least + most) // 2
            needed = self._wrapped(pixels, middle)
            if needed.height() <= height and needed.width() <= middle:
                most = middle
            else:
                least = middle + 1
        return most

    def _wrapped(self, pixels: int, width: int) -> QRect:
        return _bounds(self._sized(pixels), self.text(), width, int(Qt.TextFlag.TextWordWrap))

    def _sized(self, pixels: int) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(pixels)
        font.setWeight(self._weight)
        return font


def largest_fit(font: QFont, text: str, room: QSize, flags: int) -> int:
    """Return the pixel size, up to that of ``font``, with which ``text`` fits into ``room``.

    ``flags`` are those of `QPainter.drawText`: with ``TextWordWrap`` lines are broken at words.
    """
    smallest, largest = SMALLEST_PX, max(SMALLEST_PX, font.pixelSize())
    sized = QFont(font)
    while smallest < largest:
        middle = (smallest + largest + 1) // 2
        sized.setPixelSize(middle)
        needed = _bounds(sized, text, room.width(), flags)
        if needed.width() <= room.width() and needed.height() <= room.height():
            smallest = middle
        else:
            largest = middle - 1
    return smallest


def _bounds(font: QFont, text: str, width: int, flags: int) -> QRect:
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 1 << 20), flags, text)
