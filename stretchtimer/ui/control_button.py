"""The buttons of a session."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from stretchtimer.ui.fit_label import SMALLEST_PX, FitLabel


class ControlButton(QPushButton):
    """A button that leaves the keys of a session alone: only Tab gives it the focus, and arrows stay the session's."""

    def __init__(
        self, text: str, parent: QWidget | None = None, *, name: str = "", tip: str = "", role: str = ""
    ) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(name or text)
        self.setToolTip(tip)
        self.setProperty("role", role)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def sizeHint(self) -> QSize:  # noqa: N802, D102
        # The paddings of the style sheet follow the application's font, and these buttons grow with the window, as
        # their paddings do then.
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        em = QFontInfo(font).pixelSize()
        own = super().sizeHint()
        beside_words = own.width() - self.fontMetrics().horizontalAdvance(self.text())
        width = QFontMetrics(font).horizontalAdvance(self.text()) + max(beside_words, round(2.4 * em))
        return QSize(width, max(own.height(), round(2.6 * em)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802, D102
        return self.sizeHint()

    def set_font_size(self, pixels: int) -> None:
        """Write in ``pixels``, with a line and corners that fit them."""
        line = f"border-width: {pixels // 16}px;" if pixels >= 32 else ""
        self.setStyleSheet(f"border-radius: {round(0.65 * pixels)}px; padding: 0; {line}")
        font = QFont(self.font())
        font.setPixelSize(pixels)
        self.setFont(font)
        self.updateGeometry()

    def fit(self, wanted_px: int, room: QSize) -> None:
        """Take the largest font up to ``wanted_px`` with which the button fits into ``room``, and the size for it."""
        for pixels in range(wanted_px, SMALLEST_PX - 1, -1):
            self.set_font_size(pixels)
            if self.sizeHint().width() <= room.width() and self.sizeHint().height() <= room.height():
                break
        self.resize(self.sizeHint())


class AnswerButton(ControlButton):
    """A large answer of any length, with the key that gives it."""

    def __init__(self, key: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent, name=words, tip=key)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self._key = FitLabel(self, bold=True, role="accent")
        self._words = FitLabel(self, bold=True, alignment=left)
        self._key.set_words(key)
        self._words.set_words(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        row = QHBoxLayout(self)
        row.addWidget(self._key, 1)
        row.addWidget(self._words, 9)
        for label in (self._key, self._words):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_words(self, words: str) -> None:
        """Show ``words`` beside the key."""
        self._words.set_words(words)
        self.setAccessibleName(words)

    def set_largest(self, pixels: int) -> None:
        """Never use a font larger than ``pixels``."""
        self.set_font_size(pixels)
        self._key.set_largest(pixels)
        self._words.set_largest(pixels)
