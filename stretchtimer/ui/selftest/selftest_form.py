"""What is asked after a self-test: both hips side by side, and how the test was taken."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.preferences import Measuring
from stretchtimer.core.records import Moment, Outcome, ResultRecord, SelfTestRecord
from stretchtimer.core.selftest.measurement import Method, State
from stretchtimer.core.selftest.measurement_words import sign_convention, state_name
from stretchtimer.core.selftest.selftest import MOST_CHARACTERS, SelfTestDraft, check_texts, last_stretch_words
from stretchtimer.core.selftest.selftest_entry import HipEntry, entered, method_of
from stretchtimer.core.selftest.selftest_steps import BY_EYE, Approach
from stretchtimer.ui.abreast_layout import AbreastLayout
from stretchtimer.ui.chip_choice import ChipChoice
from stretchtimer.ui.selftest.hip_form import HipForm
from stretchtimer.ui.text_field import TextField
from stretchtimer.ui.theme import Theme

SIDES = (Side.LEFT, Side.RIGHT)


class SelfTestForm(QWidget):
    """The left hip stands on the left, or above the right one. What a method does not need is not shown."""

    changed = Signal()
    answered = Signal(object, object)
    """A `Side`, and its `Outcome` or None."""
    photograph_requested = Signal(object)
    """The `HipForm` that wants an angle."""

    def __init__(self, theme: Theme, *, size: float = 1.0) -> None:
        super().__init__()
        em = self.fontMetrics().height()
        self.approach = BY_EYE
        self._hips = {side: HipForm(theme, side, size=size) for side in SIDES}
        self._convention = QLabel()
        self._convention.setProperty("role", "muted")
        self._convention.setWordWrap(True)
        self._thigh = TextField(_("Length of your thigh, cm"))
        self._thigh.setToolTip(
            _("From the bony bump at the side of the hip to the one at the outer side of the knee; kept for next time")
        )
        self._more = QPushButton(_("More about this test"))
        self._more.setProperty("role", "chip")
        self._more.setCheckable(True)
        self._more.setAutoDefault(False)
        self._state = ChipChoice(_("How did you come to the test?"), [(state, state_name(state)) for state in State])
        self._rater = TextField(_("Who measured?"), width_em=14, hint=_("yourself, or a name"))
        self._hours = QLabel()
        self._hours.setProperty("role", "muted")
        self.note = QLineEdit()
        self.note.setPlaceholderText(_("Note, if you like"))
        self.note.setAccessibleName(_("Note"))
        self._trouble = QLabel()
        self._trouble.setProperty("role", "danger")
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        self._connect()
        self._lay_out(em)
        self.set_approach(BY_EYE)
        self._show_details(False)

    # What goes in

    def clear(self, measuring: Measuring, hours_since_stretch: float | None) -> None:
        """Ask about a new test, taken as the person usually does it."""
        self._state.choose([])
        self._rater.set_text("" if measuring.method is Method.BY_EYE else measuring.rater)
        self._thigh.set_text(entered(measuring.thigh_cm or None))
        self.note.clear()
        self._show_hours(hours_since_stretch)
        self.set_approach(Approach(measuring.protocol, measuring.method))
        for side, form in self._hips.items():
            form.set_entry(HipEntry(side=side))

    def load(self, test: SelfTestRecord) -> None:
        """Show ``test`` to be corrected."""
        state = _shown_state(test)
        self._state.choose([state] if state else [])
        self._rater.set_text(test.rater)
        self._thigh.set_text(entered(_thigh_cm(test.results)))
        self.note.setText(test.note)
        self._show_hours(test.hours_since_stretch)
        self.set_approach(Approach(test.protocol, method_of(test.results)))
        for side, form in self._hips.items():
            result = test.hip(side)
            if result and result.measurement:  # an imported test may have another method for each hip
                form.set_approach(Approach(test.protocol, result.method))
            form.set_entry(HipEntry.of(result) if result else HipEntry(side=side))
        self._more.setChecked(True)
        self._check_texts()

    def set_approach(self, approach: Approach) -> None:
        """Ask for what belongs to ``approach``."""
        self.approach = approach
        measured = approach.method is not Method.BY_EYE
        self._convention.setText(sign_convention(approach.protocol))
        self._convention.setVisible(measured)
        self._thigh.setVisible(approach.method is Method.TAPE)
        for form in self._hips.values():
            form.set_approach(approach)
            form.set_thigh(self._thigh.text)
        self._more.setChecked(measured)

    def choose(self, side: Side, outcome: Outcome | None) -> None:
        """Show ``outcome`` as the answer for the hip ``side``, without a signal."""
        self._hips[side].choose(outcome)

    # What comes out

    @property
    def results(self) -> tuple[ResultRecord, ...]:
        """The results that can be kept."""
        return tuple(form.reading.result for form in self._hips.values() if form.reading.result)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to keep yet, and nothing to mend."""
        return not self.results and not any(form.reading.refusal for form in self._hips.values())

    def point_to_trouble(self) -> bool:
        """Put the focus where something is wrong or has to be confirmed, and return whether there is such a place."""
        doubtful = next((form for form in self._hips.values() if form.doubtful), None)
        if doubtful is None:
            return self._point_to_long_text()
        if self._thigh_is_missing and doubtful.entry.outcome is not None:
            self._thigh.focus()
        else:
            doubtful.focus_trouble()
        return True

    def focus_readings(self) -> None:
        """Put the focus where the first number belongs: the thigh is measured once."""
        if self._thigh_is_missing:
            self._thigh.focus()
        else:
            self._hips[Side.LEFT].focus_readings()

    def enter_at(self, field: QWidget | None) -> bool:
        """Do what Enter means at ``field``: press a button, tick a box, go on from a number; return whether it was one.

        It is not for the note, nor for a box that is ticked: there nothing is left to do but to save.
        """
        if field is None or field is self.note or not self.isAncestorOf(field):
            return False
        if isinstance(field, QLineEdit | QAbstractSpinBox):
            return field.focusNextChild()
        if isinstance(field, QPushButton | QCheckBox) and field.hasFocus() and not self._ticked(field):
            field.click()
            return True
        return False

    def draft(self, at: Moment | None = None) -> SelfTestDraft:
        """Return the test; ``at`` is when it was taken, None is now."""
        return SelfTestDraft(
            at=at,
            results=self.results,
            protocol=self.approach.protocol,
            rater=self._rater.text,
            state=self._state.answer,
            note=self.note.text().strip(),
        )

    def corrected(self, test: SelfTestRecord, at: Moment) -> SelfTestRecord:
        """Return ``test``, taken ``at``, with what was changed. Its state, left as it was shown, stays as it is."""
        changed = replace(
            test,
            at=at,
            results=self.results,
            protocol=self.approach.protocol,
            rater=self._rater.text,
            note=self.note.text().strip(),
        )
        state = self._state.answer
        if state is _shown_state(test):
            return changed
        return replace(changed, state=state, after_stretching=state is State.AFTER_STRETCHING)

    def measuring(self, before: Measuring) -> Measuring:
        """Return ``before`` with the helper and the thigh of this test, for the next one."""
        if self.approach.method is Method.BY_EYE:
            return before
        return replace(before, rater=self._rater.text, thigh_cm=_thigh_cm(self.results) or before.thigh_cm)

    def follow_keys(self, filter_object: QObject) -> None:
        """Let ``filter_object`` see the keys of every field before the field does."""
        for field in self.findChildren(QWidget):
            if field.focusPolicy() != Qt.FocusPolicy.NoFocus:
                field.installEventFilter(filter_object)

    @property
    def _thigh_is_missing(self) -> bool:
        return self.approach.method is Method.TAPE and not self._thigh.text

    @staticmethod
    def _ticked(field: QWidget) -> bool:
        return isinstance(field, QCheckBox) and field.isChecked()

    def _connect(self) -> None:
        for side, form in self._hips.items():
            form.changed.connect(self.changed)
            form.answered.connect(lambda outcome, side=side: self.answered.emit(side, outcome))
            form.photograph_requested.connect(lambda form=form: self.photograph_requested.emit(form))
        self._thigh.changed.connect(self._use_thigh)
        self._rater.changed.connect(self._check_texts)
        self.note.textChanged.connect(self._check_texts)
        self._more.toggled.connect(self._show_details)

    def _use_thigh(self) -> None:
        for form in self._hips.values():
            form.set_thigh(self._thigh.text)
        self.changed.emit()

    def _check_texts(self) -> None:
        """Say it where a text is too long to be kept."""
        try:
            check_texts(self.note.text().strip(), self._rater.text)
        except ValueError as error:
            self._trouble.setText(str(error))
        else:
            self._trouble.clear()
        self._trouble.setVisible(bool(self._trouble.text()))

    def _point_to_long_text(self) -> bool:
        if self._trouble.isHidden():
            return False
        if len(self.note.text().strip()) > MOST_CHARACTERS:
            self.note.setFocus()
        else:
            self._rater.focus()
        return True

    def _show_details(self, shown: bool) -> None:
        for form in self._hips.values():
            form.set_details(shown)
        self._about.setVisible(shown)

    def _show_hours(self, hours: float | None) -> None:
        self._hours.setText(last_stretch_words(hours) if hours is not None else "")
        self._hours.setVisible(hours is not None)

    def _lay_out(self, em: int) -> None:
        hips = AbreastLayout(spacing=em * 2)
        for form in self._hips.values():
            hips.addWidget(form)
        self._about = QWidget()
        about = QVBoxLayout(self._about)
        about.setContentsMargins(0, 0, 0, 0)
        about.setSpacing(em * 2 // 3)
        about.addWidget(self._state)
        about.addWidget(self._rater)
        about.addWidget(self._hours)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em)
        column.addWidget(self._thigh)
        column.addWidget(self._convention)
        column.addLayout(hips)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._about)
        column.addWidget(self.note)
        column.addWidget(self._trouble)


def _shown_state(test: SelfTestRecord) -> State | None:
    """Return the state that is shown for ``test``: what the history knows counts as said."""
    return State.AFTER_STRETCHING if test.after_stretching else test.state


def _thigh_cm(results: Iterable[ResultRecord]) -> float | None:
    lengths = (result.measurement.thigh_cm for result in results if result.measurement)
    return next(filter(None, lengths), None)
