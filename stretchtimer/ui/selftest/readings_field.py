"""Up to five readings side by side: as one is filled in, the next one is offered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from stretchtimer.core.language import _
from stretchtimer.core.selftest.measurement import MOST_TRIALS
from stretchtimer.ui.flow_layout import FlowLayout


class ReadingsField(QWidget):
    """Texts under a heading, read in the order of the boxes."""

    changed = Signal()

    def __init__(self, whose: str) -> None:
        """``whose`` goes before the heading for a screen reader."""
        super().__init__()
        em = self.fontMetrics().height()
        self._whose, self._heading = whose, QLabel()
        self._boxes = [QLineEdit() for _number in range(MOST_TRIALS)]
        row = FlowLayout(spacing=em // 3)
        for box in self._boxes:
            box.setFixedWidth(round(em * 4.4))
            box.textChanged.connect(self._tell)
            row.addWidget(box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em // 4)
        column.addWidget(self._heading)
        column.addLayout(row)
        self._offer()

    @property
    def texts(self) -> tuple[str, ...]:
        """What was written; empty boxes are left out."""
        return tuple(box.text() for box in self._boxes if box.text().strip())

    def set_heading(self, words: str) -> None:
        """Say what is read."""
        self._heading.setText(words)
        for number, box in enumerate(self._boxes, start=1):
            box.setAccessibleName(_("{hip}: {question}, reading {n}").format(hip=self._whose, question=words, n=number))

    def set_texts(self, texts: Sequence[str]) -> None:
        """Show ``texts``, without a signal."""
        for number, box in enumerate(self._boxes):
            with QSignalBlocker(box):
                box.setText(texts[number] if number < len(texts) else "")
        self._offer()

    def add(self, text: str) -> None:
        """Write ``text`` into the first empty box, or over the last one."""
        empty = (box for box in self._boxes if not box.text().strip())
        next(empty, self._boxes[-1]).setText(text)

    def focus_first(self) -> None:
        """Put the focus on the first box."""
        self._boxes[0].setFocus()

    def _tell(self) -> None:
        self._offer()
        self.changed.emit()

    def _offer(self) -> None:
        """Show the boxes up to the first empty one."""
        filled = [bool(box.text().strip()) for box in self._boxes]
        last = max((number for number, full in enumerate(filled) if full), default=-1)
        for number, box in enumerate(self._boxes):
            box.setVisible(number <= last + 1)
