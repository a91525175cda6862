"""The large figure beside the steps: the hold, a step's pose, or the movement while somebody looks at it."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QEasingCurve, QEvent, QPointF, QRectF, QSize, Qt, QTimeLine
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from stretchtimer.core.catalog.exercise import Exercise, Side
from stretchtimer.core.catalog.routine import Prescription
from stretchtimer.core.figure.motion import Motion
from stretchtimer.core.figure.preview import LOOK_S, at_rest, can_play, key_pose, preview
from stretchtimer.core.language import _
from stretchtimer.ui.figure.animations import may_move
from stretchtimer.ui.figure.figure_view import FigureView
from stretchtimer.ui.theme import Theme

FRAME_MS = 40
LONGEST_MS = 3_600_000
"""A movement ends after an hour: nobody watches it any more."""
BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class Pictured(Struct, frozen=True, kw_only=True):
    """What the figure does."""

    motion: Motion
    prescription: Prescription
    side: Side
    """The stretched side; both where there is no one."""

    @property
    def exercise(self) -> Exercise:
        """What is done."""
        return self.prescription.exercise

    def describe(self, key: int) -> str:
        """Return what a key pose shows, counted from 0, in the person's language."""
        return self.exercise.say(self.motion.key_description(key), self.side)


class ExerciseFigure(QAbstractButton):
    """Rests in the hold. Under the pointer, or with the focus of the keyboard, it shows the way in and moves.

    A press stops it, or lets it begin again. Nothing moves where the person or the system wants no animations.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictured: Pictured | None = None
        self._key: int | None = None
        self._wanted = True
        self._view = FigureView(theme, self)
        self._mark = PlayMark(theme, self)
        self._time = QTimeLine(LONGEST_MS, self)
        self._time.setUpdateInterval(FRAME_MS)
        self._time.setEasingCurve(QEasingCurve.Type.Linear)
        self._time.valueChanged.connect(self._show)
        self.clicked.connect(self._toggle)
        theme.changed.connect(self.update)

    def show_exercise(self, pictured: Pictured | None) -> None:
        """Show the hold of an exercise; without one, nothing."""
        if pictured != self._pictured:
            self._pictured, self._key = pictured, None
            self.rest()

    def show_key(self, key: int | None) -> None:
        """Show a key pose, counted from 0, until None asks for the hold again."""
        self._key = key
        self.rest()

    def set_animated(self, wanted: bool) -> None:
        """Let the figure move if the system allows it."""
        if wanted is not self._wanted:
            self._wanted = wanted
            self.rest()

    @property
    def plays(self) -> bool:
        """Whether it moves, or is about to."""
        return self._time.state() is QTimeLine.State.Running

    def play(self) -> None:
        """Begin to move, from the beginning."""
        if self._playable and self._key is None:
            self._time.stop()
            self._time.start()
            self._mark.hide()

    def rest(self) -> None:
        """Return to the hold, or to the pose of the step that is looked at."""
        self._time.stop()
        playable = self._playable
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if playable else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if playable else Qt.CursorShape.ArrowCursor)
        self._mark.setVisible(playable and self._key is None)
        self._describe()
        self._show()

    def sizeHint(self) -> QSize:  # noqa: N802, D102
        return self._view.sizeHint()

    # What happens to it

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802, D102
        super().enterEvent(event)
        if not self.plays:
            self.play()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802, D102
        super().leaveEvent(event)
        self.rest()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802, D102
        super().focusInEvent(event)
        if event.reason() in BY_KEYBOARD:
            self.play()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802, D102
        super().focusOutEvent(event)
        self.rest()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802, D102
        super().hideEvent(event)
        self.rest()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102
        super().resizeEvent(event)
        frame = self.fontMetrics().height() // 4
        self._view.setGeometry(self.rect().adjusted(frame, frame, -frame, -frame))
        self._mark.move(self.width() - self._mark.width(), self.height() - self._mark.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the frame of the focus; the figure paints itself."""
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._theme.palette.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)

    def _toggle(self) -> None:
        """Stop what has begun; a finger arrives and presses at once, and wants to see it."""
        if self.plays and self._time.currentTime() > LOOK_S * 1000:
            self.rest()
        else:
            self.play()

    # What it shows

    @property
    def _playable(self) -> bool:
        return self._pictured is not None and can_play(self._pictured.motion) and may_move(self, wanted=self._wanted)

    def _show(self) -> None:
        pictured = self._pictured
        if pictured is None:
            return
        motion, side = pictured.motion, pictured.side
        portrayal = at_rest(motion, side)
        if self._key is not None:
            portrayal = key_pose(motion, side, self._key)
        elif self.plays:
            portrayal = preview(motion, pictured.prescription, side, self._time.currentTime() / 1000)
            if not portrayal.changes:
                self.rest()
        label = portrayal.side.word.capitalize() if portrayal.side else ""
        self._view.show_figure(motion, portrayal, label, alone=self._key is not None)

    def _describe(self) -> None:
        if self._pictured is not None:
            held = self._pictured.motion.key_count - 1
            self.setAccessibleName(_("Picture: {exercise}").format(exercise=_(self._pictured.exercise.name)))
            self.setAccessibleDescription(self._pictured.describe(held if self._key is None else self._key))


class PlayMark(QWidget):
    """The sign that a picture can move."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        side = self.fontMetrics().height() * 8 // 5
        self.setFixedSize(side, side)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        colours, painter = self._theme.palette, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.surface))
        painter.drawEllipse(disc)
        middle, radius = disc.center(), disc.width() * 0.26
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        corners = ((-0.7, -1.0), (1.1, 0.0), (-0.7, 1.0))
        painter.drawPolygon(QPolygonF([middle + QPointF(x * radius, y * radius) for x, y in corners]))
