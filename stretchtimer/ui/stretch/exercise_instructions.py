"""How an exercise is done: the steps beside the figure that shows them, and what to mind."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from stretchtimer.core.catalog.exercise import Exercise, Laterality, Side
from stretchtimer.core.catalog.routine import Prescription
from stretchtimer.core.figure.album import Album
from stretchtimer.core.language import _
from stretchtimer.ui.prose import Prose
from stretchtimer.ui.stretch.exercise_figure import ExerciseFigure, Pictured
from stretchtimer.ui.stretch.numbered_steps import NumberedSteps
from stretchtimer.ui.theme import Theme

TWO_COLUMNS_EM = 31
"""From which width on, in heights of a line, the figure stands beside the steps."""
BESIDE_EM, ABOVE_EM = 15, 12
"""How high the figure is, in heights of a line: beside the steps, and above them."""


class ExerciseInstructions(QWidget):
    """Writes and draws everything for one hip: a person can picture "left" and "right", but hardly "one"."""

    def __init__(self, theme: Theme, album: Album, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._album = album
        self._pictured: Pictured | None = None
        self._em = self.fontMetrics().height()
        self._figure = ExerciseFigure(theme)
        self._heading = Prose(factor=0.92, bold=True, role="muted")
        self._steps = NumberedSteps()
        self._steps.looked_at.connect(self._show_step)
        self._cautions_heading = Prose(_("Mind"), factor=0.92, bold=True, role="muted")
        self._cautions = Prose(factor=0.95, role="muted")
        self._lay_out()

    def show_exercise(self, prescription: Prescription, sides: Side) -> None:
        """Show how to do it on one of ``sides``: the left one first."""
        exercise = prescription.exercise
        side = shown_side(exercise, sides)
        motion = self._album.motion(exercise)
        self._pictured = Pictured(motion=motion, prescription=prescription, side=side) if motion else None
        self._heading.setText(_heading(side))
        self._steps.show_steps([exercise.say(step, side) for step in exercise.steps], self._step_pictures())
        self._figure.setVisible(motion is not None)
        self._figure.show_exercise(self._pictured)
        self._cautions.setText("\n\n".join(exercise.say(caution, side) for caution in exercise.cautions))
        self._cautions.setVisible(bool(exercise.cautions))
        self._cautions_heading.setVisible(bool(exercise.cautions))

    def set_animated(self, wanted: bool) -> None:
        """Let the figure move if the system allows it."""
        self._figure.set_animated(wanted)

    def _step_pictures(self) -> list[str]:
        """Return of each step what its picture shows; nothing without a picture."""
        if self._pictured is None:
            return []
        return [self._pictured.describe(self._key(step)) for step in range(len(self._pictured.exercise.steps))]

    def _key(self, step: int) -> int:
        assert self._pictured is not None
        pictured = self._pictured
        return pictured.motion.picture.step_pose(step, len(pictured.exercise.steps))

    def _show_step(self, step: int | None) -> None:
        if self._pictured is not None:
            self._figure.show_key(None if step is None else self._key(step))

    # Layout

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Set the figure beside the steps where there is room, else above them."""
        super().resizeEvent(event)
        beside = self.width() >= TWO_COLUMNS_EM * self._em
        self._columns.setDirection(QBoxLayout.Direction.RightToLeft if beside else QBoxLayout.Direction.TopToBottom)
        self._figure.setFixedHeight((BESIDE_EM if beside else ABOVE_EM) * self._em)

    def _lay_out(self) -> None:
        em = self._em
        pictured, written = QVBoxLayout(), QVBoxLayout()
        for column, widgets in (
            (pictured, (self._figure,)),
            (written, (self._heading, self._steps)),
        ):
            column.setSpacing(em // 2)
            for widget in widgets:
                column.addWidget(widget)
            column.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.RightToLeft)
        self._columns.setSpacing(em * 3 // 2)
        self._columns.addLayout(pictured, 1)
        self._columns.addLayout(written, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em // 2)
        column.addLayout(self._columns)
        column.addSpacing(em // 2)
        column.addWidget(self._cautions_heading)
        column.addWidget(self._cautions)


def shown_side(exercise: Exercise, sides: Side) -> Side:
    """Return for which hip ``exercise`` is shown that a person wants to do with ``sides``."""
    has_sides = exercise.laterality is not Laterality.BILATERAL
    return Side.LEFT if has_sides and sides is Side.BOTH else sides


def _heading(side: Side) -> str:
    return {
        Side.LEFT: _("Steps, for the left hip"),
        Side.RIGHT: _("Steps, for the right hip"),
        Side.BOTH: _("Steps"),
    }[side]
