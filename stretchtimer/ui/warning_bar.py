"""One line over the picker: the most urgent warning that waits for a confirmation, and the way to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from stretchtimer.core.advice.warning_words import tier_name, warning_words
from stretchtimer.core.advice.warnings import Warning
from stretchtimer.core.language import _
from stretchtimer.ui.theme import sized
from stretchtimer.ui.warning_panel import ConfirmationDialog


class WarningBar(QWidget):
    """Hidden while nothing waits. All that waits is read, and confirmed, in a dialog."""

    confirmed = Signal(object)
    """The warnings, all that waited, that the person deliberately confirmed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._warnings: tuple[Warning, ...] = ()
        self.setProperty("role", "notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        em = self.fontMetrics().height()
        self._words = QLabel()
        self._words.setProperty("role", "danger")
        self._words.setFont(sized(self.font(), 1.0, bold=True))
        self._words.setWordWrap(True)
        self._read = QPushButton(_("Read it…"))
        self._read.setAutoDefault(True)
        self._read.clicked.connect(self.ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(em * 3 // 2, em // 2, em, em // 2)
        row.addWidget(self._words, 1)
        row.addWidget(self._read)
        self.hide()

    def show_warnings(self, warnings: tuple[Warning, ...]) -> None:
        """Show ``warnings``, those that need a confirmation, the most urgent first."""
        self._warnings = warnings
        if warnings:
            self._words.setText(tier_name(warnings[0].tier))
            self._read.setAccessibleDescription(warning_words(warnings[0]))
        self.setVisible(bool(warnings))

    def ask(self) -> None:
        """Show what is to be confirmed."""
        dialog = ConfirmationDialog(self._warnings, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.confirmed.connect(self.confirmed)
        dialog.open()
