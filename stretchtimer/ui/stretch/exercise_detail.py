"""What is chosen in the picker, in full: steps, cautions, dosage, source; or the parts of a routine."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from stretchtimer.core.catalog import safety
from stretchtimer.core.catalog.exercise import Exercise
from stretchtimer.core.catalog.routine import RoutineItem, prescribe
from stretchtimer.core.figure.album import Album
from stretchtimer.core.language import _
from stretchtimer.core.picking.picker import Entry
from stretchtimer.core.picking.picker_words import credit_words, entry_facts, exercise_facts, source_words
from stretchtimer.ui.figure.thumbnails import Thumbnails
from stretchtimer.ui.prose import Prose
from stretchtimer.ui.stretch.dosage_editor import DosageEditor
from stretchtimer.ui.stretch.exercise_instructions import ExerciseInstructions, shown_side
from stretchtimer.ui.stretch.routine_parts import RoutineParts
from stretchtimer.ui.stretch.star import StarButton
from stretchtimer.ui.theme import Theme

WIDEST_EM, ONE_ROW_EM = 54, 35
"""Widths, in heights of a line: of everything, and from which on words and their button share a row."""


class ExerciseDetail(QWidget):
    """Shows one entry. Emits the dosage that the person makes of an exercise."""

    dosage_changed = Signal(object)
    clearance_confirmed = Signal()
    exercise_chosen = Signal(str)
    """The id of a routine's exercise that the person wants to see."""
    handout_requested = Signal()
    """The person wants the routine on paper."""

    def __init__(self, theme: Theme, album: Album, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry: Entry | None = None
        self.setObjectName("page")
        self._em = self.fontMetrics().height()
        self.star = StarButton(theme)
        self._title = Prose(factor=1.7, bold=True)
        self._facts = Prose(role="muted")
        self._summary = Prose(factor=1.08)
        self._credit = Prose(role="muted")
        self._instructions = ExerciseInstructions(theme, album)
        self._parts = RoutineParts(theme, thumbnails)
        self._parts.exercise_chosen.connect(self.exercise_chosen)
        self.dosage = DosageEditor()
        self.dosage.changed.connect(self._follow_dosage)
        self._handout = QPushButton(_("Save as PDF…"))
        self._handout.setToolTip(_("One page with pictures, for the wall (Ctrl+P)"))
        self._handout.clicked.connect(self.handout_requested)
        self._source = Prose(factor=0.9, role="muted")
        self._lay_out()

    def show_entry(self, entry: Entry, *, favourite: bool, marks_clearance: bool) -> None:
        """Show ``entry``, with the mark of clearance if it waits for one and ``marks_clearance``."""
        self._entry = entry
        self._title.setText(_(entry.name))
        self.star.setChecked(favourite)
        self._clearance.setVisible(marks_clearance and entry.needs_clearance)
        is_routine = entry.single is None
        self._instructions.setVisible(not is_routine)
        self.dosage.setVisible(not is_routine and entry.routine is not None)
        self._parts.setVisible(is_routine)
        self._credit.setVisible(is_routine)
        self._handout.setVisible(is_routine)
        if entry.single is not None:
            self._show_exercise(entry.single)
        else:
            self._show_routine(entry, marks_clearance=marks_clearance)

    def set_animated(self, wanted: bool) -> None:
        """Let the figure move if the system allows it."""
        self._instructions.set_animated(wanted)

    def _show_exercise(self, exercise: Exercise) -> None:
        self._facts.setText(exercise_facts(exercise))
        self._source.setText(source_words(exercise.source))
        if exercise.timed:
            self.dosage.show_exercise(exercise)
        self._show_sided(exercise, self.dosage.item if exercise.timed else RoutineItem(exercise=exercise.id))

    def _show_sided(self, exercise: Exercise, item: RoutineItem) -> None:
        self._show_summary(exercise.say(exercise.stretches, shown_side(exercise, item.sides)))
        self._instructions.show_exercise(prescribe(item, exercise), item.sides)

    def _show_routine(self, entry: Entry, *, marks_clearance: bool) -> None:
        assert entry.routine is not None
        self._facts.setText(entry_facts(entry))
        self._show_summary(_(entry.routine.summary))
        self._parts.show_parts(entry.parts, marks_clearance=marks_clearance, after=self._cleared)
        self._credit.setText(credit_words(entry.credited))
        self._source.setText(source_words(entry.routine.source))

    def _show_summary(self, text: str) -> None:
        self._summary.setText(text)
        self._summary.setVisible(bool(text))

    def _follow_dosage(self, item: RoutineItem) -> None:
        if self._entry is not None and self._entry.single is not None:
            self._show_sided(self._entry.single, item)
        self.dosage_changed.emit(item)

    # Layout

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Set the button beside the words on clearance where there is room, else below them."""
        super().resizeEvent(event)
        beside = self.width() >= ONE_ROW_EM * self._em
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._clearance_row.setDirection(direction)

    def _lay_out(self) -> None:
        em = self._em
        head = QHBoxLayout()
        head.setSpacing(em)
        head.addWidget(self._title, 1)
        head.addWidget(self.star, 0, Qt.AlignmentFlag.AlignTop)
        self._clearance = self._clearance_card()
        inner = QWidget()
        inner.setMaximumWidth(em * WIDEST_EM)
        column = QVBoxLayout(inner)
        column.setContentsMargins(em * 3 // 2, em * 3 // 2, em * 3 // 2, em)
        column.setSpacing(em * 2 // 3)
        column.addLayout(head)
        for widget in (self._facts, self._summary, self._credit, self._clearance):
            column.addWidget(widget)
        column.addSpacing(em // 2)
        column.addWidget(self._instructions)
        column.addWidget(self._parts)
        column.addSpacing(em // 2)
        column.addWidget(self.dosage)
        column.addWidget(self._handout, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(em // 2)
        column.addWidget(self._source)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inner, 1)
        row.addStretch(0)

    def _clearance_card(self) -> QWidget:
        card = QWidget()
        card.setProperty("role", "card")
        card.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._cleared = QPushButton(_("I was cleared"))
        self._cleared.setToolTip(_("Takes the mark off all kneeling, prone and dangling exercises"))
        self._cleared.clicked.connect(self.clearance_confirmed)
        words = Prose(safety.clearance_mark(), role="danger")
        words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._clearance_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, card)
        self._clearance_row.addWidget(words, 1)
        self._clearance_row.addWidget(self._cleared, 0, Qt.AlignmentFlag.AlignLeft)
        return card
