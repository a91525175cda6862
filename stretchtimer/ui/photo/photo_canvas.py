"""The photograph on which the four points are marked, with the mouse or with keys alone."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from stretchtimer.core.language import _
from stretchtimer.core.selftest.photo_angle import PicturePoint, floor_line, thigh_angle
from stretchtimer.ui.photo.loupe import draw_loupe
from stretchtimer.ui.photo.marked_points import MarkedPoints
from stretchtimer.ui.photo.photo_marks import LANDMARKS, PhotoMarks
from stretchtimer.ui.photo.zoomed_picture import ZOOM_STEP, ZoomedPicture
from stretchtimer.ui.theme import Theme

STEP_PX = 10
"""How far an arrow key moves on the screen; with Shift it is one pixel."""
_ARROWS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
_NUMBERS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)
_PLACING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class PhotoCanvas(ZoomedPicture):
    """Shows a picture and its points, which are placed one after the other and can be moved after."""

    changed = Signal()
    """A point was placed, moved or taken back, or there is another picture."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marked = MarkedPoints()
        self._chosen: int | None = None
        """The point that keys move."""
        self._cursor: PicturePoint | None = None
        """Where keys aim for the next point; None as long as the mouse is used."""
        self._moving: int | None = None
        """The point whose move goes on, and is undone as one."""
        self._looked_at: PicturePoint | None = None
        """What the loupe shows; None for no loupe."""
        self._pressed: QPointF | None = None
        self._dragging = False
        self.setAccessibleName(_("Photograph"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    @property
    def points(self) -> tuple[PicturePoint, ...]:
        """The points placed so far, in the order of `Landmark`."""
        return self._marked.all

    @property
    def undoable(self) -> bool:
        """Whether there is a change to undo."""
        return self._marked.changed

    def show_picture(self, image: QImage) -> None:
        """Show ``image`` without any point."""
        super().show_picture(image)
        self._marked.forget()
        self._begin_again()

    def start_again(self) -> None:
        """Take all points away and show the whole picture."""
        self._marked.take_away()
        self._begin_again()

    def undo(self) -> None:
        """Take back what was done last: a point that was placed or moved, or all that were taken away."""
        count = len(self.points)
        self._marked.undo()
        if len(self.points) != count:
            self._chosen = None
        self._moving = self._looked_at = None
        self._tell()

    def turn(self) -> None:
        """Turn the picture to the right by a quarter, its points with it: for one that lies on its side."""
        height = self.picture.height()
        super().show_picture(self.picture.transformed(QTransform().rotate(90)))
        self._marked.carry(lambda point: PicturePoint(height - point.y, point.x))
        self._cursor = self._looked_at = None
        self._tell()

    def zoom(self, factor: float) -> None:
        """Zoom about the point that keys move, or about the middle."""
        target = self._cursor if self._chosen is None else self.points[self._chosen]
        self.zoom_at(factor, self.place.shown(target) if target else QRectF(self.rect()).center())

    def sizeHint(self) -> QSize:  # noqa: N802, D102
        return QSize(40, 24) * self.fontMetrics().height()

    def minimumSizeHint(self) -> QSize:  # noqa: N802, D102
        return QSize(16, 10) * self.fontMetrics().height()

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802, D102
        if event.button() is Qt.MouseButton.LeftButton and not self.picture.isNull():
            self._cursor = self._moving = None
            self._pressed, self._dragging = event.position(), False
            self._chosen = self._near(event.position())
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802, D102
        here = event.position()
        if self._pressed is None:
            self._hint_at(here)
            return
        far = (here - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if not (self._dragging or far):
            return
        way, self._pressed, self._dragging = here - self._pressed, here, True
        if self._chosen is None:
            self._looked_at = None
            self.move_to(self.place.moved(way))
        else:
            self._shift(self._chosen, way)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802, D102
        if event.button() is not Qt.MouseButton.LeftButton or self._pressed is None:
            return
        self._pressed = self._moving = None
        self._look_at(None)
        if not self._dragging and self._chosen is None and self.place.area.contains(event.position()):
            self._put(self.place.point_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802, D102
        super().leaveEvent(event)
        self._look_at(None)

    def _hint_at(self, place: QPointF) -> None:
        """Show by the mouse's shape what a press at ``place`` would do, and by the loupe where it would put a point."""
        near = self._near(place) is not None
        if near:
            self.setCursor(Qt.CursorShape.SizeAllCursor)
        else:
            self.setCursor(Qt.CursorShape.CrossCursor if self._placing else Qt.CursorShape.ArrowCursor)
        puts = self._placing and not near and self.place.area.contains(place)
        self._look_at(self.place.point_at(place) if puts else None)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        key = Qt.Key(event.key())
        if self.picture.isNull():
            event.ignore()
        elif key in _ARROWS:
            fine = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._step(_ARROWS[key] * (1 if fine else STEP_PX))
        elif key in _PLACING and self._placing:
            self._put_by_key()
        elif key in _NUMBERS[: len(self.points)]:
            self._chosen, self._cursor, self._moving = _NUMBERS.index(key), None, None
            self._bring_into_sight(self.points[self._chosen])
        elif key is Qt.Key.Key_Backspace:
            self.undo()
        elif key is Qt.Key.Key_T:
            self.turn()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom(1 / ZOOM_STEP if key is Qt.Key.Key_Minus else ZOOM_STEP)
        elif key is Qt.Key.Key_0:
            self.fit()
        else:
            event.ignore()

    def _step(self, way: QPointF) -> None:
        """Move the chosen point, or else the cross, by ``way`` on the screen."""
        if self._chosen is not None:
            self._shift(self._chosen, way)
            self._bring_into_sight(self.points[self._chosen])
        elif self._placing:
            self._cursor = self.place.point_at(self.place.shown(self._aim()) + way)
            self._bring_into_sight(self._cursor)

    def _put_by_key(self) -> None:
        """Place the next point where the cross is; the first press only shows the cross."""
        if self._cursor is None:
            self._chosen, self._cursor = None, self._aim()
            self.update()
            return
        self._put(self._cursor)
        if self._placing:
            self._chosen = None
        else:
            self._cursor = None

    def _aim(self) -> PicturePoint:
        """Return where the cross is, or where it appears: at the last point, or in the middle of what is seen."""
        if self._cursor is not None:
            return self._cursor
        return self.points[-1] if self.points else self.place.point_at(QRectF(self.rect()).center())

    def _bring_into_sight(self, point: PicturePoint) -> None:
        self._look_at(point)
        self.move_to(self.place.showing(point, self._grip()))

    # Points

    @property
    def _placing(self) -> bool:
        return len(self.points) < len(LANDMARKS) and not self.picture.isNull()

    def _put(self, point: PicturePoint) -> None:
        if self._placing:
            self._marked.place(point)
            self._chosen, self._moving, self._looked_at = len(self.points) - 1, None, None
            self._tell()

    def _shift(self, number: int, way: QPointF) -> None:
        point = self.place.point_at(self.place.shown(self.points[number]) + way)
        self._marked.move(number, point, going_on=self._moving == number)
        self._moving, self._looked_at = number, point
        self._tell()

    def _near(self, place: QPointF) -> int | None:
        """Return the number of the point that is taken hold of at ``place``."""
        away = [((self.place.shown(point) - place).manhattanLength(), n) for n, point in enumerate(self.points)]
        distance, number = min(away, default=(0.0, None))
        return number if distance <= self._grip() else None

    def _grip(self) -> float:
        """Return how near a point is taken hold of, in pixels of the screen."""
        return self.fontMetrics().height()

    def _begin_again(self) -> None:
        self._chosen = self._cursor = self._moving = self._looked_at = None
        self.fit()
        self._tell()

    def _look_at(self, point: PicturePoint | None) -> None:
        if point != self._looked_at:
            self._looked_at = point
            self.update()

    def _tell(self) -> None:
        self.update()
        self.changed.emit()

    # Painting

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802, D102
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802, D102
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the picture, on it the points and what follows from them, and a frame where the keys go."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marks = PhotoMarks(painter, self._theme.palette)
        places = [self.place.shown(point) for point in self.points]
        marks.draw_lines(places, self.place.area)
        if len(places) == len(LANDMARKS):
            with suppress(ValueError):  # the words for it stand beside the picture
                marks.draw_angle(places, thigh_angle(self.points), floor_line(self.points))
        for number, place in enumerate(places):
            marks.draw_point(number, place, chosen=self.hasFocus() and number == self._chosen)
        if self._cursor is not None and self.hasFocus():
            marks.draw_cursor(self.place.shown(self._cursor))
        if self._looked_at is not None:
            draw_loupe(painter, self.picture, self.place, self._looked_at, self._theme.palette)
        if self.hasFocus():
            marks.draw_frame(QRectF(self.rect()))
