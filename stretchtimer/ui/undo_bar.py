"""A line that says what was just done and offers to undo it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from stretchtimer.core.language import _


class UndoBar(QWidget):
    """Hidden until there is something to undo; Ctrl+Z does it as well."""

    undone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = QLabel()
        self._undo = QPushButton(_("Undo"))
        self._undo.setToolTip(
            QKeySequence(QKeySequence.StandardKey.Undo).toString(QKeySequence.SequenceFormat.NativeText)
        )
        self._undo.clicked.connect(self._press)
        row = QHBoxLayout(self)
        row.addWidget(self._words, 1)
        row.addWidget(self._undo)
        self._keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        self._keys.activated.connect(self._press)
        self.hide()

    def offer(self, words: str) -> None:
        """Say ``words`` and offer to undo it."""
        self._words.setText(words)
        self.show()

    def _press(self) -> None:
        self.hide()
        self.undone.emit()
