"""One step of the guided self-test, to be read from the floor."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stretchtimer.core.figure.album import Album
from stretchtimer.core.language import _
from stretchtimer.core.records import Outcome
from stretchtimer.core.selftest.selftest import SelfTest, outcome_word
from stretchtimer.core.selftest.selftest_steps import StepKind
from stretchtimer.ui.control_button import AnswerButton, ControlButton
from stretchtimer.ui.fit_label import FitLabel
from stretchtimer.ui.selftest.selftest_sides import SelfTestSides
from stretchtimer.ui.theme import Theme

# Shares of the height, chosen to be read from two metres.
TITLE, TEXT, SMALL, BUTTON = 1 / 13, 1 / 19, 1 / 30, 1 / 35


class SelfTestStep(QWidget):
    """The title over the place of the picture and the text; under them the answers, where the step asks for one."""

    answered = Signal(object)
    """An `Outcome`."""
    back_pressed = Signal()
    next_pressed = Signal()
    leave_pressed = Signal()

    def __init__(self, theme: Theme, album: Album, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        em = self.fontMetrics().height()
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self._count = FitLabel(role="muted", alignment=left)
        self._title = FitLabel(bold=True, alignment=left)
        self._notice = FitLabel(role="stretched", alignment=left)
        self._sides = SelfTestSides(theme, album)
        self._text = FitLabel(alignment=left)
        self._hint = FitLabel(role="muted", alignment=left)
        self._answers = QWidget()
        self._answer_buttons = {
            outcome: AnswerButton(str(number), outcome_word(outcome)) for number, outcome in enumerate(Outcome, start=1)
        }
        self._back = ControlButton(_("Back"), tip=_("Page Up or Left"))
        self._next = ControlButton(_("Next"), tip=_("Space, Page Down or Right"), role="primary")
        self._leave = ControlButton(_("Leave"), tip=_("Escape"))
        answers = QHBoxLayout(self._answers)
        answers.setContentsMargins(0, 0, 0, 0)
        answers.setSpacing(em)
        for outcome, button in self._answer_buttons.items():
            button.clicked.connect(lambda _checked=False, outcome=outcome: self.answered.emit(outcome))
            answers.addWidget(button, 1)
        for pressed, signal in (
            (self._back, self.back_pressed),
            (self._next, self.next_pressed),
            (self._leave, self.leave_pressed),
        ):
            pressed.clicked.connect(lambda _checked=False, signal=signal: signal.emit())
        self._lay_out(em)

    def show_test(self, test: SelfTest, notice: str) -> None:
        """Show the step that ``test`` is at; ``notice`` is what to know before the first one."""
        step = test.step
        asks = step.kind is StepKind.LOOK
        self._count.set_words(_("Step {n} of {m}").format(n=test.index + 1, m=len(test.steps)))
        self._title.set_words(step.title)
        self._sides.show_step(step)
        self._sides.setVisible(step.kind is not StepKind.PREPARE)
        for outcome, button in self._answer_buttons.items():
            button.set_words(outcome_word(outcome, test.approach.protocol))
        self._text.set_words(step.text)
        self._notice.set_words(notice if test.index == 0 else "")
        self._notice.setVisible(test.index == 0 and bool(notice))
        self._answers.setVisible(asks)
        self._hint.set_words(
            _("Keys 1, 2, 3 answer. Space goes on: answer when you are up again.")
            if asks
            else _("Space or Page Down goes on, Page Up goes back, Escape leaves.")
        )
        self._next.setText(_("Answer later") if asks else _("Next"))
        self._back.setEnabled(test.index > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102
        super().resizeEvent(event)
        height = self.height()
        for label, share in (
            (self._title, TITLE),
            (self._text, TEXT),
            (self._count, SMALL),
            (self._notice, SMALL * 1.2),
            (self._hint, SMALL),
        ):
            label.set_largest(round(height * share))
        for button in self._answer_buttons.values():
            button.set_largest(round(height * TEXT * 0.8))
        for control in (self._back, self._next, self._leave):
            font = control.font()
            font.setPixelSize(max(self.fontInfo().pixelSize(), round(height * BUTTON)))
            # The style sheet's weight alone would not count when the button asks for its room.
            font.setWeight(QFont.Weight.DemiBold if control is self._next else QFont.Weight.Normal)
            control.setFont(font)

    def _lay_out(self, em: int) -> None:
        top = QHBoxLayout()
        top.addWidget(self._count, 1)
        top.addWidget(self._leave)
        middle = QHBoxLayout()
        middle.setSpacing(em * 2)
        middle.addWidget(self._sides, 1)
        middle.addWidget(self._text, 1)
        bottom = QHBoxLayout()
        bottom.setSpacing(em)
        bottom.addWidget(self._hint, 1)
        bottom.addWidget(self._back)
        bottom.addWidget(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(em * 2, em * 3 // 2, em * 2, em * 3 // 2)
        column.setSpacing(em)
        column.addLayout(top)
        column.addWidget(self._title, 3)
        column.addWidget(self._notice, 2)
        column.addLayout(middle, 12)
        column.addWidget(self._answers, 4)
        column.addLayout(bottom)
