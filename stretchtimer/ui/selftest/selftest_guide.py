"""The guided self-test: one key a step, answers on the floor or after getting up, and a review before it is kept."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.figure.album import Album
from stretchtimer.core.language import _
from stretchtimer.core.preferences import Measuring
from stretchtimer.core.records import Outcome
from stretchtimer.core.selftest.measurement import Method
from stretchtimer.core.selftest.selftest import (
    SelfTest,
    flattered_notice,
    hip_title,
    outcome_name,
    stopped_advice,
)
from stretchtimer.core.selftest.selftest_steps import Approach, StepKind
from stretchtimer.ui.selftest.selftest_review import SelfTestReview
from stretchtimer.ui.selftest.selftest_step import SelfTestStep
from stretchtimer.ui.theme import Theme

_ANSWERS = {
    Qt.Key.Key_1: Outcome.PASSED,
    Qt.Key.Key_2: Outcome.LIFTED,
    Qt.Key.Key_3: Outcome.STOPPED,
    Qt.Key.Key_P: Outcome.PASSED,
    Qt.Key.Key_L: Outcome.LIFTED,
    Qt.Key.Key_S: Outcome.STOPPED,
}
_FORWARD = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_PageDown, Qt.Key.Key_Right)
_BACK = (Qt.Key.Key_PageUp, Qt.Key.Key_Left)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CHORDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class SelfTestGuide(QStackedWidget):
    """Leads through the protocol from `begin` to `saved` or `left`."""

    saved = Signal(object)
    """A `SelfTestDraft`."""
    measuring_changed = Signal(object)
    """The `Measuring` for the next test, before this one is saved."""
    photograph_requested = Signal(object)
    """The `HipForm` that wants an angle."""
    left = Signal()
    """The person left without a result."""
    say = Signal(str)

    def __init__(self, theme: Theme, album: Album, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._test = SelfTest()
        self._flattered, self._measuring = False, Measuring()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._step, self._review = SelfTestStep(theme, album), SelfTestReview(theme)
        self.addWidget(self._step)
        self.addWidget(self._review)
        self._step.answered.connect(self._answer)
        self._step.next_pressed.connect(lambda: self._go(self._test.forward()))
        self._step.back_pressed.connect(lambda: self._go(self._test.back()))
        self._step.leave_pressed.connect(self._escape)
        self._review.form.answered.connect(self._change)
        self._review.form.photograph_requested.connect(self.photograph_requested)
        self._review.back_pressed.connect(lambda: self._go(self._test.back()))
        self._review.discarded.connect(self.left)
        self._review.saved.connect(self._save)
        self._review.form.follow_keys(self)

    def begin(self, measuring: Measuring, *, flattered: bool, hours_since_stretch: float | None) -> None:
        """Start at the first step of the test as ``measuring`` has it.

        ``flattered`` if the person stretched shortly before; ``hours_since_stretch`` is None if they never did.
        """
        self._flattered, self._measuring = flattered, measuring
        self._review.form.clear(measuring, hours_since_stretch)
        begun = SelfTest(approach=Approach(measuring.protocol, measuring.method))
        self._test = begun.to_review()  # Elsewhere, so that the first step begins, and is said.
        self._go(begun, before=flattered_notice() if flattered else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go on, go back, answer or leave. A key that is held down counts once."""
        if event.isAutoRepeat():
            return
        reviewing = self._test.step.kind is StepKind.REVIEW
        if reviewing and event.key() in _ENTER:
            self._save() if event.modifiers() & _CHORDS else self._enter_in_review()
        elif event.modifiers() & _CHORDS:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif event.key() == Qt.Key.Key_PageUp or (event.key() in _BACK and not reviewing):
            self._go(self._test.back())
        elif event.key() in _FORWARD and not reviewing:
            self._go(self._test.forward())
        elif self._test.step.kind is StepKind.LOOK and event.key() in _ANSWERS:
            self._answer(_ANSWERS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let Page Up, Escape and Enter through the fields of the review; they keep all other keys."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_Escape, *_ENTER)
        ):
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _go(self, test: SelfTest, before: str = "") -> None:
        """Go to where ``test`` is; say ``before`` and then the step."""
        moved = test.index != self._test.index
        self._test = test
        if test.step.kind is StepKind.REVIEW:
            self._review.show_test(test, flattered=self._flattered)
            self.setCurrentWidget(self._review)
        else:
            self._step.show_test(test, flattered_notice() if self._flattered else "")
            self.setCurrentWidget(self._step)
        self.setFocus()
        if test.step.kind is StepKind.REVIEW and test.approach.method is not Method.BY_EYE and not test.stopped:
            self._review.point_to_readings()
        if moved:
            self.say.emit(f"{before} {test.step.text}".strip())

    def _answer(self, outcome: Outcome) -> None:
        """Take the answer for the hip that is tested, confirm it, and go on; a pain ends the test."""
        tested = self._test.step.tested
        if tested is None:
            return
        test = self._test.answered(tested, outcome)
        confirmed = _("{hip}: {outcome}.").format(hip=hip_title(tested), outcome=outcome_name(outcome))
        if outcome is Outcome.STOPPED:
            self._go(test.to_review(), before=f"{confirmed} {stopped_advice()}")
        else:
            self._go(test.forward(), before=confirmed)

    def _change(self, side: Side, outcome: Outcome | None) -> None:
        self._test = self._test.answered(side, outcome)
        self._review.show_test(self._test, flattered=self._flattered)
        if outcome is not None:
            self.say.emit(_("{hip}: {outcome}.").format(hip=hip_title(side), outcome=outcome_name(outcome)))

    def _enter_in_review(self) -> None:
        """Save, unless Enter was meant for the field or the button that has the focus."""
        focused = self.focusWidget()
        if self._review.form.enter_at(focused):
            return
        if isinstance(focused, QPushButton) and focused.hasFocus():
            focused.click()
        else:
            self._save()

    def _escape(self) -> None:
        """Leave at once if nothing would be lost; else go to the review, and there point to the way out."""
        if not self._test.complete and self._review.form.empty:
            self.left.emit()
        elif self._test.step.kind is StepKind.REVIEW:
            self._review.point_to_discard()
        else:
            self._go(self._test.to_review())

    def _save(self) -> None:
        """Keep the test, unless something in it is wrong or has to be confirmed first."""
        form = self._review.form
        if form.empty or self._review.point_to_trouble():
            return
        self.measuring_changed.emit(form.measuring(self._measuring))
        self.saved.emit(form.draft())
