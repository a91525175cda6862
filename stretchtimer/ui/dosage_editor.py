"""How much of an exercise: each number within its limits, with where it comes from."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPushButton, QSpinBox, QWidget

from stretchtimer.core.exercise import Amount, Exercise, Laterality, Side
from stretchtimer.core.exercise_words import origin_words
from stretchtimer.core.language import _
from stretchtimer.core.routine import RoutineItem

FIELDS = ("hold_s", "repetitions", "tempo_s", "sets")


class DosageEditor(QWidget):
    """Shows the dosage of one exercise and emits the `RoutineItem` that the person makes of it."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exercise: Exercise | None = None
        em = self.fontMetrics().height()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(em)
        self._grid.setVerticalSpacing(em // 3)
        self._grid.setColumnStretch(2, 1)
        self._boxes = {field: QSpinBox() for field in FIELDS}
        self._labels = {field: QLabel() for field in FIELDS}
        self._origins = {field: QLabel() for field in FIELDS}
        for row, field in enumerate(FIELDS):
            self._add_number(row, field)
        self._sides_label = QLabel(_("Sides"))
        self._sides = QComboBox()
        self._sides.setAccessibleName(_("Sides"))
        for side, words in {
            Side.BOTH: _("Both sides"),
            Side.LEFT: _("Left hip only"),
            Side.RIGHT: _("Right hip only"),
        }.items():
            self._sides.addItem(words, side.value)
        self._sides.currentIndexChanged.connect(self._tell)
        self._reset = QPushButton(_("Reset"))
        self._reset.setToolTip(_("Back to the dosage of the exercise"))
        self._reset.clicked.connect(self.reset)
        self._grid.addWidget(self._sides_label, len(FIELDS), 0)
        self._grid.addWidget(self._sides, len(FIELDS), 1)
        self._grid.addWidget(self._reset, len(FIELDS), 2)

    @property
    def item(self) -> RoutineItem:
        """The exercise with the numbers that are shown."""
        assert self._exercise is not None
        dosage = self._exercise.dosage
        chosen = {field: self._boxes[field].value() for field in FIELDS if getattr(dosage, field) is not None}
        unilateral = self._exercise.laterality is Laterality.UNILATERAL
        sides = Side(self._sides.currentData()) if unilateral else Side.BOTH
        return RoutineItem(exercise=self._exercise.id, sides=sides, **chosen)

    def show_exercise(self, exercise: Exercise) -> None:
        """Show the dosage of ``exercise``; numbers that were changed stay if it is the one that is shown."""
        if exercise == self._exercise:
            return
        self._exercise = exercise
        for field in FIELDS:
            amount: Amount | None = getattr(exercise.dosage, field)
            for widget in (self._boxes[field], self._labels[field], self._origins[field]):
                widget.setVisible(amount is not None)
            if amount is not None:
                self._show_amount(field, amount)
        unilateral = exercise.laterality is Laterality.UNILATERAL
        self._sides.setVisible(unilateral)
        self._sides_label.setVisible(unilateral)
        self.reset()

    def reset(self) -> None:
        """Go back to the dosage of the exercise."""
        if self._exercise is None:
            return
        for field in FIELDS:
            amount: Amount | None = getattr(self._exercise.dosage, field)
            if amount is not None:
                with QSignalBlocker(self._boxes[field]):
                    self._boxes[field].setValue(amount.default)
        with QSignalBlocker(self._sides):
            self._sides.setCurrentIndex(0)
        self._tell()

    def _add_number(self, row: int, field: str) -> None:
        box, label, origin = self._boxes[field], self._labels[field], self._origins[field]
        words = _field_words(field)
        label.setText(words)
        label.setBuddy(box)
        box.setAccessibleName(words)
        if field.endswith("_s"):
            box.setSuffix(_(" s"))
        box.valueChanged.connect(self._tell)
        origin.setProperty("role", "muted")
        origin.setWordWrap(True)
        for column, widget in enumerate((label, box, origin)):
            self._grid.addWidget(widget, row, column)

    def _show_amount(self, field: str, amount: Amount) -> None:
        box = self._boxes[field]
        with QSignalBlocker(box):
            box.setRange(amount.min, amount.max)
            even = self._exercise is not None and self._exercise.laterality is Laterality.ALTERNATING
            box.setSingleStep(2 if even and field == "repetitions" else 1)
        self._origins[field].setText(origin_words(amount.origin))
        explained = _("{least} to {most}. {note}").format(least=amount.min, most=amount.max, note=_(amount.note))
        for widget in (box, self._origins[field]):
            widget.setToolTip(explained)
        box.setAccessibleDescription(f"{origin_words(amount.origin)}. {explained}")

    def _tell(self) -> None:
        if self._exercise is None:
            return
        self._even_out()
        dosage = self._exercise.dosage
        differs = self._sides.currentIndex() > 0 or any(
            self._boxes[field].value() != getattr(dosage, field).default
            for field in FIELDS
            if getattr(dosage, field) is not None
        )
        self._reset.setVisible(differs)
        self.changed.emit(self.item)

    def _even_out(self) -> None:
        """Make typed repetitions of an alternating exercise even: half for each side."""
        box = self._boxes["repetitions"]
        if self._exercise is not None and self._exercise.laterality is Laterality.ALTERNATING and box.value() % 2:
            with QSignalBlocker(box):
                box.setValue(box.value() - 1 if box.value() > box.minimum() else box.value() + 1)


def _field_words(field: str) -> str:
    return {
        "hold_s": _("Hold"),
        "repetitions": _("Repetitions"),
        "tempo_s": _("Movement"),
        "sets": _("Sets"),
    }[field]
