"""A question with a few answers in a row, each a button: one of them, or several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from stretchtimer.core.language import _
from stretchtimer.ui.flow_layout import FlowLayout

Answer = TypeVar("Answer", bound=StrEnum)


class ChipChoice(QWidget, Generic[Answer]):
    """Shows ``answers``, pairs of a value and its words. A chosen one, pressed again, is taken back."""

    changed = Signal()

    def __init__(
        self, question: str, answers: Sequence[tuple[Answer, str]], *, several: bool = False, whose: str = ""
    ) -> None:
        """``whose`` goes before the question for a screen reader, where a page asks it twice."""
        super().__init__()
        self._several = several
        em = self.fontMetrics().height()
        self._buttons: dict[Answer, QPushButton] = {}
        row = FlowLayout(spacing=em // 3)
        for answer, words in answers:
            button = QPushButton(words)
            button.setProperty("role", "chip")
            button.setCheckable(True)
            button.setAutoDefault(False)
            asked = _("{hip}: {question}").format(hip=whose, question=question) if whose else question
            button.setAccessibleName(_("{question} {answer}").format(question=asked, answer=words))
            button.clicked.connect(lambda _checked=False, answer=answer: self._press(answer))
            row.addWidget(button)
            self._buttons[answer] = button
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em // 4)
        column.addWidget(QLabel(question))
        column.addLayout(row)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What is chosen."""
        return tuple(answer for answer, button in self._buttons.items() if button.isChecked())

    @property
    def answer(self) -> Answer | None:
        """What is chosen, where one at most can be."""
        return next(iter(self.answers), None)

    def choose(self, answers: Iterable[Answer]) -> None:
        """Show ``answers`` as chosen, without a signal."""
        chosen = set(answers)
        for answer, button in self._buttons.items():
            button.setChecked(answer in chosen)

    def _press(self, pressed: Answer) -> None:
        if not self._several:
            self.choose([pressed] if self._buttons[pressed].isChecked() else [])
        self.changed.emit()
