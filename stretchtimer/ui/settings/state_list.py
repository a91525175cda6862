"""What a card of the settings says beside its controls: explanations, and how things stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from stretchtimer.ui.theme import sized


class StateList(QWidget):
    """Sentences, each in a paragraph of its own under a heading; hidden while there are none."""

    def __init__(self, heading: str = "") -> None:
        super().__init__()
        self._lines: tuple[str, ...] = ()
        self._shown: list[QLabel] = []
        self._column = QVBoxLayout(self)
        em = self.fontMetrics().height()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(em // 3)
        if heading:
            title = QLabel(heading)
            title.setFont(sized(self.font(), 1.0, bold=True))
            self._column.addWidget(title)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show ``lines``."""
        if self._lines != tuple(lines):
            self._lines = tuple(lines)
            for old in self._shown:
                old.deleteLater()
            self._shown = [selectable(line) for line in lines]
            for label in self._shown:
                self._column.addWidget(label)
        self.setVisible(bool(lines))


def muted(text: str) -> QLabel:
    """Return a label for what explains something else."""
    label = QLabel(text)
    label.setProperty("role", "muted")
    label.setWordWrap(True)
    return label


def selectable(text: str) -> QLabel:
    """Return such a label whose text can be copied: a command to type, a place on the disk."""
    label = muted(text)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
