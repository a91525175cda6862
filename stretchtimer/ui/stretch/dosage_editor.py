"""How much of an exercise: each number within its limits, with where it comes from."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from stretchtimer.core.catalog.exercise import Amount, Exercise, Laterality, Side
from stretchtimer.core.catalog.routine import RoutineItem
from stretchtimer.core.language import _
from stretchtimer.ui.flow_layout import FlowLayout
from stretchtimer.ui.prose import Prose
from stretchtimer.ui.stretch.amount_field import AmountField


class DosageEditor(QWidget):
    """Shows the dosage of one exercise and emits the `RoutineItem` that the person makes of it."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exercise: Exercise | None = None
        em = self.fontMetrics().height()
        self._fields = {
            "hold_s": AmountField(_("Hold"), seconds=True),
            "repetitions": AmountField(_("Repetitions"), seconds=False),
            "tempo_s": AmountField(_("Movement"), seconds=True),
            "sets": AmountField(_("Sets"), seconds=False),
        }
        self._reset = QPushButton(_("Reset"))
        self._reset.setProperty("role", "chip")
        self._reset.setToolTip(_("Back to the dosage of the exercise"))
        self._reset.clicked.connect(self.reset)
        # Keeps its place while it is hidden: nothing moves under the pointer as a number changes.
        policy = self._reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(policy)
        heading = QHBoxLayout()
        heading.setSpacing(em)
        heading.addWidget(Prose(_("Dosage"), factor=0.92, bold=True, role="muted"), 0, Qt.AlignmentFlag.AlignVCenter)
        heading.addWidget(self._reset)
        heading.addStretch(1)
        flow = FlowLayout(spacing=em * 3 // 4)
        for field in self._fields.values():
            field.changed.connect(self._tell)
            flow.addWidget(field)
        flow.addWidget(self._side_choice(em))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em // 3)
        column.addLayout(heading)
        column.addLayout(flow)

    @property
    def item(self) -> RoutineItem:
        """The exercise with the numbers that are shown."""
        assert self._exercise is not None
        chosen = {name: self._fields[name].value for name in self._amounts(self._exercise)}
        unilateral = self._exercise.laterality is Laterality.UNILATERAL
        sides = Side(self._sides.currentData()) if unilateral else Side.BOTH
        return RoutineItem(exercise=self._exercise.id, sides=sides, **chosen)

    def show_exercise(self, exercise: Exercise) -> None:
        """Show the dosage of ``exercise``; numbers that were changed stay if it is the one that is shown."""
        if exercise == self._exercise:
            return
        self._exercise = exercise
        amounts = self._amounts(exercise)
        for name, field in self._fields.items():
            field.setVisible(name in amounts)
        for name, amount in amounts.items():
            even = name == "repetitions" and exercise.laterality is Laterality.ALTERNATING
            self._fields[name].show_amount(amount, even=even)
        self._side_box.setVisible(exercise.laterality is Laterality.UNILATERAL)
        self.reset()

    def reset(self) -> None:
        """Go back to the dosage of the exercise."""
        for field in self._fields.values():
            field.reset()
        with QSignalBlocker(self._sides):
            self._sides.setCurrentIndex(0)
        self._tell()

    def _tell(self) -> None:
        if self._exercise is None:
            return
        changed = any(self._fields[name].differs for name in self._amounts(self._exercise))
        self._reset.setVisible(changed or self._sides.currentIndex() > 0)
        self.changed.emit(self.item)

    def _amounts(self, exercise: Exercise) -> dict[str, Amount]:
        amounts: dict[str, Amount | None] = {name: getattr(exercise.dosage, name) for name in self._fields}
        return {name: amount for name, amount in amounts.items() if amount is not None}

    def _side_choice(self, em: int) -> QWidget:
        self._side_box = QWidget()
        label = QLabel(_("Sides"))
        self._sides = QComboBox()
        self._sides.setAccessibleName(_("Sides"))
        for side, words in {
            Side.BOTH: _("Both sides"),
            Side.LEFT: _("Left hip only"),
            Side.RIGHT: _("Right hip only"),
        }.items():
            self._sides.addItem(words, side.value)
        self._sides.currentIndexChanged.connect(self._tell)
        label.setBuddy(self._sides)
        column = QVBoxLayout(self._side_box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em // 4)
        column.addWidget(label)
        column.addWidget(self._sides)
        return self._side_box
