"""The line above the pages that offers a break, where no notification of the desktop can."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from stretchtimer.core.reminders.reminder_values import Choice
from stretchtimer.ui.theme import sized


class OfferBar(QWidget):
    """Says what is offered, and has a button for each choice. Hidden until there is an offer."""

    chosen = Signal(object)
    """A `Choice`."""

    def __init__(self, labels: Mapping[Choice, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title, self._text = QLabel(), QLabel()
        self._title.setFont(sized(self.font(), 1.1, bold=True))
        self._text.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._text)
        row = QHBoxLayout(self)
        em = self.fontMetrics().height()
        row.setContentsMargins(em * 3 // 2, em // 2, em, em // 2)
        row.addLayout(words, 1)
        for choice, label in labels.items():
            button = QPushButton(label)
            button.setProperty("role", "primary" if choice is Choice.START else "")
            button.clicked.connect(lambda _checked=False, choice=choice: self.chosen.emit(choice))
            row.addWidget(button)
        self.hide()

    def offer(self, title: str, text: str) -> None:
        """Offer the break that ``title`` and ``text`` tell of."""
        self._title.setText(title)
        self._text.setText(text)
        self.show()
