"""What is wrong with the person's own files."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from stretchtimer.core.language import _


class ProblemsDialog(QDialog):
    """Lists every mistake, to be read and copied."""

    def __init__(self, problems: Sequence[str], folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Mistakes in your files"))
        where = QLabel(
            _("Your own exercises and routines are in {folder}. Everything without a mistake can be used.").format(
                folder=folder
            )
        )
        where.setWordWrap(True)
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        lines = QPlainTextEdit("\n\n".join(problems))
        lines.setReadOnly(True)
        lines.setTabChangesFocus(True)
        lines.setAccessibleName(_("Mistakes in your files"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (where, lines, buttons):
            layout.addWidget(widget)
        em = self.fontMetrics().height()
        self.resize(em * 46, em * 24)
