"""The last step of the self-test: both answers side by side, to be given, changed and saved."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from stretchtimer.core.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.records import Outcome
from stretchtimer.core.selftest import SelfTest, flattered_notice, stopped_advice
from stretchtimer.ui.outcome_choice import OutcomeChoice
from stretchtimer.ui.theme import Theme, sized


class SelfTestReview(QScrollArea):
    """The left hip stands on the left, the right hip on the right."""

    answered = Signal(object, object)
    """A `Side`, and its `Outcome` or None."""
    back_pressed = Signal()
    discarded = Signal()
    saved = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = {side: OutcomeChoice(theme, side, size=1.6) for side in (Side.LEFT, Side.RIGHT)}
        for side, choice in self._choices.items():
            choice.chosen.connect(lambda outcome, side=side: self.answered.emit(side, outcome))
        self._title, self._text, self._flattered, self._advice = QLabel(), QLabel(), QLabel(), QLabel()
        self._title.setFont(sized(self.font(), 2.0, bold=True))
        self._text.setFont(sized(self.font(), 1.2))
        self._flattered.setProperty("role", "muted")
        self._advice.setProperty("role", "danger")
        self._advice.setFont(sized(self.font(), 1.2, bold=True))
        for label in (self._title, self._text, self._flattered, self._advice):
            label.setWordWrap(True)
        self.note = QLineEdit()
        self.note.setPlaceholderText(_("Note, if you like"))
        self.note.setAccessibleName(_("Note"))
        self._save = QPushButton(_("Save"))
        self._save.setToolTip(_("Enter or Ctrl+Enter"))
        self._save.setProperty("role", "primary")
        self._discard = QPushButton(_("Discard"))
        self._back = QPushButton(_("Back to the test"))
        self._back.setToolTip(_("Page Up"))
        for button, signal in (
            (self._save, self.saved),
            (self._discard, self.discarded),
            (self._back, self.back_pressed),
        ):
            # The style sheet's weight alone would not count when the button asks for its room.
            button.setFont(sized(self.font(), 1.2, bold=button is self._save))
            button.clicked.connect(lambda _checked=False, signal=signal: signal.emit())
        self._lay_out()

    def show_test(self, test: SelfTest, *, flattered: bool) -> None:
        """Show the answers of ``test``."""
        self._title.setText(test.step.title)
        self._text.setText(test.step.text)
        for side, choice in self._choices.items():
            choice.choose(test.outcome(side))
        hurt = Outcome.STOPPED in (test.left, test.right)
        self._advice.setText(stopped_advice())
        self._advice.setVisible(hurt)
        self._flattered.setText(flattered_notice())
        self._flattered.setVisible(flattered)
        self._save.setEnabled(test.complete)

    def point_to_discard(self) -> None:
        """Put the focus on the button that throws the answers away: one more key then does it."""
        self._discard.setFocus()

    def _lay_out(self) -> None:
        em = self.fontMetrics().height()
        self.setWidgetResizable(True)
        page = QWidget()
        page.setObjectName("page")
        self.setWidget(page)
        hips = QHBoxLayout()
        hips.setSpacing(em * 2)
        for choice in self._choices.values():
            hips.addWidget(choice, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(em)
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        buttons.addWidget(self._discard)
        buttons.addWidget(self._save)
        column = QVBoxLayout(page)
        column.setContentsMargins(em * 2, em * 3 // 2, em * 2, em * 3 // 2)
        column.setSpacing(em * 5 // 4)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addWidget(self._advice)
        column.addLayout(hips)
        column.addWidget(self.note)
        column.addWidget(self._flattered)
        column.addStretch(2)
        column.addLayout(buttons)
