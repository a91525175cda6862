"""A short text with its name above it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from stretchtimer.core.language import _

NUMBER_EM = 5
"""Wide enough for a number, in heights of a line."""


class TextField(QWidget):
    """A number, or with ``width_em`` something longer."""

    changed = Signal()

    def __init__(self, name: str, *, whose: str = "", width_em: float = NUMBER_EM, hint: str = "") -> None:
        """``whose`` goes before the name for a screen reader, where a page has it twice; ``hint`` stands in the box."""
        super().__init__()
        em = self.fontMetrics().height()
        self._box = QLineEdit()
        self._box.setFixedWidth(round(em * width_em))
        self._box.setPlaceholderText(hint)
        self._box.setAccessibleName(_("{hip}: {question}").format(hip=whose, question=name) if whose else name)
        self._box.textChanged.connect(self.changed)
        label = QLabel(name)
        label.setBuddy(self._box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em // 4)
        column.addWidget(label)
        column.addWidget(self._box, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def text(self) -> str:
        """What is written, without spaces around it."""
        return self._box.text().strip()

    def focus(self) -> None:
        """Put the focus in the box."""
        self._box.setFocus()

    def set_text(self, text: str) -> None:
        """Show ``text``, without a signal."""
        with QSignalBlocker(self._box):
            self._box.setText(text)
