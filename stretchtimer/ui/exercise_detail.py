"""What is chosen in the picker, in full: steps, cautions, dosage, source; or the parts of a routine."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from stretchtimer.core import safety
from stretchtimer.core.captions import minutes
from stretchtimer.core.exercise import Exercise, Laterality, Side, Source
from stretchtimer.core.exercise_words import kind_words, position_words
from stretchtimer.core.language import _
from stretchtimer.core.picker import Entry, credited_s, dosage_words
from stretchtimer.core.routine import RoutineItem
from stretchtimer.ui.dosage_editor import DosageEditor
from stretchtimer.ui.theme import sized


class ExerciseDetail(QWidget):
    """Shows one entry. Emits the dosage that the person makes of an exercise."""

    dosage_changed = Signal(object)
    clearance_confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry: Entry | None = None
        self.setObjectName("page")
        em = self.fontMetrics().height()
        self._em = em
        self._title = _text(1.7, bold=True)
        self._facts = _text(1.0, role="muted")
        self._stretches = _text(1.08)
        self._clearance = self._clearance_card()
        self._steps_heading = _text(0.92, bold=True, role="muted")
        self._steps = QGridLayout()
        self._steps.setColumnStretch(1, 1)
        self._steps.setHorizontalSpacing(em // 2)
        self._steps.setVerticalSpacing(em // 2)
        self._cautions = _text(0.95, role="muted")
        self._cautions_heading = _text(0.92, bold=True, text=_("Mind"))
        self._dosage_heading = _text(0.92, bold=True, role="muted", text=_("Dosage"))
        self.dosage = DosageEditor()
        self.dosage.changed.connect(self.dosage_changed)
        self.dosage.changed.connect(self._follow_sides)
        self._source = _text(0.9, role="muted")
        self._lay_out(em)

    def show_entry(self, entry: Entry, *, marks_clearance: bool) -> None:
        """Show ``entry``, with the mark of clearance if it waits for one and ``marks_clearance``."""
        self._entry = entry
        self._title.setText(_(entry.name))
        self._clearance.setVisible(marks_clearance and entry.needs_clearance)
        for widget in (self._dosage_heading, self.dosage):
            widget.setVisible(entry.single is not None and entry.routine is not None)
        if entry.single is None:
            self._show_routine(entry)
        else:
            self._show_exercise(entry.single)

    def _show_exercise(self, exercise: Exercise) -> None:
        if exercise.timed:
            self.dosage.show_exercise(exercise)
        facts = [kind_words(exercise.kind), position_words(exercise.position), *map(_, exercise.props)]
        if not exercise.credits_hip_flexor and exercise.timed:
            facts.append(_("does not count towards the hip-flexor minutes"))
        self._facts.setText(" · ".join(facts))
        self._show_sided(exercise, Side.BOTH)
        self._show_source(exercise.source)

    def _show_sided(self, exercise: Exercise, sides: Side) -> None:
        """Write the steps for one hip: a person can picture "left" and "right", but hardly "one" and "the other"."""
        unilateral = exercise.laterality is Laterality.UNILATERAL
        side = (Side.LEFT if sides is Side.BOTH else sides) if unilateral else Side.BOTH
        if not unilateral:
            heading = _("Steps")
        elif side is Side.LEFT:
            heading = _("Steps, for the left hip")
        else:
            heading = _("Steps, for the right hip")
        self._steps_heading.setText(heading)
        self._stretches.setText(exercise.say(exercise.stretches, side))
        self._show_rows((str(number), exercise.say(step, side), "") for number, step in enumerate(exercise.steps, 1))
        self._show_cautions(exercise.say(caution, side) for caution in exercise.cautions)

    def _show_routine(self, entry: Entry) -> None:
        assert entry.routine is not None
        self._facts.setText(_("Routine · {time}").format(time=minutes(entry.total_s)))
        self._stretches.setText(_(entry.routine.summary))
        self._steps_heading.setText(_("Exercises"))
        self._show_rows(
            (str(number), _(prescription.exercise.name), dosage_words(prescription))
            for number, prescription in enumerate(entry.prescriptions, 1)
        )
        credited = credited_s(entry.prescriptions)
        self._show_cautions(
            [_("{time} of stretching for each hip count towards its weekly minutes.").format(time=minutes(credited))]
        )
        self._show_source(entry.routine.source)

    def _show_rows(self, rows: Iterable[tuple[str, str, str]]) -> None:
        while item := self._steps.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for number, (mark, text, more) in enumerate(rows):
            self._steps.addWidget(_text(1.0, role="muted", text=mark), number, 0, Qt.AlignmentFlag.AlignTop)
            self._steps.addWidget(_text(1.0, text=text), number, 1)
            if more:
                label = _text(0.95, role="muted", text=more)
                label.setAlignment(Qt.AlignmentFlag.AlignRight)
                self._steps.addWidget(label, number, 2)

    def _show_cautions(self, cautions: Iterable[str]) -> None:
        text = "\n\n".join(cautions)
        self._cautions.setText(text)
        self._cautions.setVisible(bool(text))
        self._cautions_heading.setVisible(bool(text))

    def _show_source(self, sources: tuple[Source, ...]) -> None:
        places = [
            _("article {number}, lines {lines}").format(number=source.file[:3], lines=source.lines)
            for source in sources
        ]
        text = _("Source: {places}").format(places="; ".join(places)) if places else _("Our own routine")
        self._source.setText(text)

    def _follow_sides(self, item: RoutineItem) -> None:
        if self._entry is not None and self._entry.single is not None:
            self._show_sided(self._entry.single, item.sides)

    def _lay_out(self, em: int) -> None:
        steps = QVBoxLayout()
        steps.setSpacing(em // 2)
        steps.addWidget(self._steps_heading)
        steps.addLayout(self._steps)
        steps.addStretch(1)
        mind = QVBoxLayout()
        mind.setSpacing(em // 3)
        mind.addWidget(self._cautions_heading)
        mind.addWidget(self._cautions)
        mind.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(em * 2)
        columns.addLayout(steps, 5)
        columns.addLayout(mind, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(em * 2, em * 3 // 2, em * 2, em)
        layout.setSpacing(em * 2 // 3)
        for widget in (self._title, self._facts, self._stretches, self._clearance):
            layout.addWidget(widget)
        layout.addSpacing(em // 2)
        layout.addLayout(columns)
        layout.addSpacing(em // 2)
        for widget in (self._dosage_heading, self.dosage):
            layout.addWidget(widget)
        layout.addSpacing(em // 2)
        layout.addWidget(self._source)
        layout.addStretch(1)

    def _clearance_card(self) -> QWidget:
        card = QWidget()
        card.setProperty("role", "card")
        card.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = _text(1.0, role="danger", text=safety.clearance_mark())
        cleared = QPushButton(_("I was cleared for it"))
        cleared.clicked.connect(self.clearance_confirmed)
        row = QHBoxLayout(card)
        row.addWidget(words, 1)
        row.addWidget(cleared)
        return card


def _text(factor: float, *, bold: bool = False, role: str = "", text: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(sized(label.font(), factor, bold=bold))
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label
