"""The line above the pages."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from stretchtimer.core.language import _


class NoticeBar(QWidget):
    """A line above the pages that says what went wrong, until it is dismissed."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        dismiss = QPushButton(_("Dismiss"))
        dismiss.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        em = self.fontMetrics().height()
        layout.setContentsMargins(em * 3 // 2, em // 2, em, em // 2)
        layout.addWidget(self._label, 1)
        layout.addWidget(dismiss)
        self.hide()

    def show_text(self, text: str) -> None:
        """Show ``text``, or nothing if it is empty."""
        self._label.setText(text)
        self.setVisible(bool(text))
