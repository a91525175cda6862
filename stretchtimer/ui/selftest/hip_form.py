"""What is asked about one hip after a self-test: what the leg did, what was read, and how it felt."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.records import Outcome
from stretchtimer.core.selftest.measurement import BackFlat, Method, PainSign, Protocol
from stretchtimer.core.selftest.measurement_words import back_name, pain_sign_name
from stretchtimer.core.selftest.selftest import hip_title
from stretchtimer.core.selftest.selftest_entry import HipEntry, HipReading
from stretchtimer.core.selftest.selftest_steps import BY_EYE, Approach
from stretchtimer.ui.chip_choice import ChipChoice
from stretchtimer.ui.flow_layout import FlowLayout
from stretchtimer.ui.selftest.outcome_choice import OutcomeChoice
from stretchtimer.ui.selftest.readings_field import ReadingsField
from stretchtimer.ui.selftest.score_field import ScoreField
from stretchtimer.ui.text_field import TextField
from stretchtimer.ui.theme import Theme, sized


class HipForm(QWidget):
    """Shows only what its approach asks for; what is wrong, or has to be confirmed, stands under it in words."""

    changed = Signal()
    answered = Signal(object)
    """An `Outcome`, or None when it was taken back."""
    photograph_requested = Signal()

    def __init__(self, theme: Theme, side: Side, *, size: float) -> None:
        super().__init__()
        hip = hip_title(side)
        self.side, self._approach, self._thigh, self._details = side, BY_EYE, "", False
        self.reading = HipReading()
        """What the entry gives."""
        self._outcome = OutcomeChoice(theme, side, size=size)
        self._readings = ReadingsField(hip)
        self._resting_gap = TextField(_("Resting gap, cm"), whose=hip)
        self._photograph = QPushButton(_("Measure on a photograph…"))
        self._photograph.setAccessibleName(_("{hip}: measure on a photograph").format(hip=hip))
        self._photograph.setAutoDefault(False)
        self._back = ChipChoice(
            _("Did your low back lie flat?"), [(back, back_name(back)) for back in BackFlat], whose=hip
        )
        self._knee = TextField(_("Bend of this knee, degrees"), whose=hip)
        self._tightness = ScoreField(_("Tightness, 0 to 10"), whose=hip)
        self._pain = ScoreField(_("Pain, 0 to 10"), whose=hip)
        self._signs = ChipChoice(
            _("Did you notice any of these?"),
            [(sign, pain_sign_name(sign)) for sign in PainSign],
            several=True,
            whose=hip,
        )
        self._summary, self._trouble = QLabel(), QLabel()
        self._summary.setFont(sized(self.font(), 1.15, bold=True))
        self._trouble.setProperty("role", "danger")
        for label in (self._summary, self._trouble):
            label.setWordWrap(True)
        self._sure = QCheckBox(_("Yes, it is right"))
        self._sure.setAccessibleName(_("{hip}: yes, it is right").format(hip=hip))
        self._connect()
        self._lay_out()
        self._show_fields()

    @property
    def entry(self) -> HipEntry:
        """What is entered."""
        return HipEntry(
            side=self.side,
            outcome=self._outcome.outcome,
            readings=self._readings.texts,
            resting_gap=self._resting_gap.text,
            knee=self._knee.text if self._approach.protocol is Protocol.EDGE else "",
            back=self._back.answer,
            tightness=self._tightness.score,
            pain=self._pain.score,
            pain_signs=self._signs.answers,
        )

    @property
    def doubtful(self) -> bool:
        """Whether it cannot be kept yet: something is wrong, or was not confirmed."""
        return bool(self.reading.refusal or (self.reading.questions and not self._sure.isChecked()))

    def set_entry(self, entry: HipEntry) -> None:
        """Show ``entry``, without a signal. What it asks about counts as confirmed: it was kept once."""
        self._outcome.choose(entry.outcome)
        self._readings.set_texts(entry.readings)
        self._resting_gap.set_text(entry.resting_gap)
        self._knee.set_text(entry.knee)
        self._back.choose([entry.back] if entry.back else [])
        self._tightness.set_score(entry.tightness)
        self._pain.set_score(entry.pain)
        self._signs.choose(entry.pain_signs)
        self._read()
        with QSignalBlocker(self._sure):
            self._sure.setChecked(True)
        self._show_fields()

    def choose(self, outcome: Outcome | None) -> None:
        """Show ``outcome`` as chosen, without a signal."""
        self._outcome.choose(outcome)
        self._read()

    def set_approach(self, approach: Approach) -> None:
        """Ask for what belongs to ``approach``."""
        self._approach = approach
        self._outcome.set_protocol(approach.protocol)
        by_tape = approach.method is Method.TAPE
        self._readings.set_heading(_("Gap under the knee, cm") if by_tape else _("Angle of the thigh, degrees"))
        self._read()
        self._show_fields()

    def set_thigh(self, thigh: str) -> None:
        """Reckon with the length of the ``thigh`` as it was entered."""
        self._thigh = thigh
        self._read()

    def set_details(self, shown: bool) -> None:
        """Show the fields that are not needed, or not."""
        self._details = shown
        self._show_fields()

    def add_reading(self, angle_deg: float) -> None:
        """Add a reading that was measured on a photograph."""
        self._readings.add(f"{angle_deg:g}")

    def focus_readings(self) -> None:
        """Put the focus where the first number belongs."""
        self._readings.focus_first() if self._resting_gap.isHidden() else self._resting_gap.focus()

    def focus_trouble(self) -> None:
        """Put the focus where something has to be mended or confirmed."""
        if self.reading.questions:
            self._sure.setFocus()
        elif self._outcome.outcome is None:
            self._outcome.focus_first()
        elif not self._resting_gap.text:
            self.focus_readings()
        else:
            self._readings.focus_first()

    def _connect(self) -> None:
        self._outcome.chosen.connect(self._tell)
        self._outcome.chosen.connect(self.answered)
        for field in (self._readings, self._resting_gap, self._back, self._knee, self._tightness, self._pain):
            field.changed.connect(self._tell)
        self._signs.changed.connect(self._tell)
        self._sure.toggled.connect(lambda _on: self.changed.emit())
        self._photograph.clicked.connect(self.photograph_requested)

    def _tell(self) -> None:
        self._read()
        self.changed.emit()

    def _read(self) -> None:
        """Say what the entry gives. A new question is not confirmed."""
        before, self.reading = self.reading.questions, self.entry.read(self._approach, self._thigh)
        if self.reading.questions != before:
            with QSignalBlocker(self._sure):
                self._sure.setChecked(False)
        self._summary.setText(self.reading.summary)
        self._summary.setVisible(bool(self.reading.summary))
        trouble = self.reading.refusal or "\n".join(self.reading.questions)
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        self._sure.setVisible(bool(self.reading.questions))

    def _show_fields(self) -> None:
        protocol, method = self._approach
        measured = method is not Method.BY_EYE
        self._readings.setVisible(measured)
        self._resting_gap.setVisible(method is Method.TAPE)
        self._photograph.setVisible(method is Method.PHOTO)
        self._back.setVisible(measured or self._details)
        self._knee.setVisible(self._details and protocol is Protocol.EDGE)
        for felt in (self._tightness, self._pain, self._signs):
            felt.setVisible(self._details)

    def _lay_out(self) -> None:
        em = self.fontMetrics().height()
        scores = FlowLayout(spacing=em * 2 // 3)
        scores.addWidget(self._tightness)
        scores.addWidget(self._pain)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em * 2 // 3)
        column.addWidget(self._outcome)
        column.addWidget(self._resting_gap)
        column.addWidget(self._readings)
        column.addWidget(self._photograph, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._summary)
        column.addWidget(self._trouble)
        column.addWidget(self._sure)
        column.addWidget(self._back)
        column.addWidget(self._knee)
        column.addLayout(scores)
        column.addWidget(self._signs)
        column.addStretch(1)
