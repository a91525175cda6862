"""The photograph on which the four points are marked, with the mouse or with keys alone."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from stretchtimer.core.language import _
from stretchtimer.core.selftest.photo_angle import PicturePoint, floor_line, thigh_angle
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
        self._points: list[PicturePoint] = []
        self._chosen: int | None = None
        """The point that keys move."""
        self._cursor: PicturePoint | None = None
        """Where keys aim for the next point; None as long as the mouse is used."""
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
        return tuple(self._points)

    def show_picture(self, image: QImage) -> None:
        """Show ``image`` without any point."""
        super().show_picture(image)
        self.start_again()

    def start_again(self) -> None:
        """Take all points away and show the whole picture."""
        self._points.clear()
        self._chosen = self._cursor = None
        self.fit()
        self._tell()

    def undo_point(self) -> None:
        """Take the point away that was placed last."""
        if self._points:
            self._points.pop()
            self._chosen = None
            self._tell()

    def zoom(self, factor: float) -> None:
        """Zoom about the point that keys move, or about the middle."""
        target = self._cursor if self._chosen is None else self._points[self._chosen]
        self.zoom_at(factor, self.place.shown(target) if target else QRectF(self.rect()).center())

    def sizeHint(self) -> QSize:  # noqa: N802, D102
        return QSize(40, 24) * self.fontMetrics().height()

    def minimumSizeHint(self) -> QSize:  # noqa: N802, D102
        return QSize(16, 10) * self.fontMetrics().height()

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802, D102
        if event.button() is Qt.MouseButton.LeftButton and not self.picture.isNull():
            self._cursor = None
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
            self.move_to(self.place.moved(way))
        else:
            self._shift(self._chosen, way)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802, D102
        if event.button() is not Qt.MouseButton.LeftButton or self._pressed is None:
            return
        self._pressed = None
        if not self._dragging and self._chosen is None and self.place.area.contains(event.position()):
            self._put(self.place.point_at(event.position()))

    def _hint_at(self, place: QPointF) -> None:
        """Show by the mouse's shape what a press at ``place`` would do."""
        if self._near(place) is not None:
            self.setCursor(Qt.CursorShape.SizeAllCursor)
        else:
            self.setCursor(Qt.CursorShape.CrossCursor if self._placing else Qt.CursorShape.ArrowCursor)

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
        elif key in _NUMBERS[: len(self._points)]:
            self._chosen, self._cursor = _NUMBERS.index(key), None
            self._bring_into_sight(self._points[self._chosen])
        elif key is Qt.Key.Key_Backspace:
            self.undo_point()
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
            self._bring_into_sight(self._points[self._chosen])
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
        return self._points[-1] if self._points else self.place.point_at(QRectF(self.rect()).center())

    def _bring_into_sight(self, point: PicturePoint) -> None:
        self.move_to(self.place.showing(point, self._grip()))

    # Points

    @property
    def _placing(self) -> bool:
        return len(self._points) < len(LANDMARKS) and not self.picture.isNull()

    def _put(self, point: PicturePoint) -> None:
        if self._placing:
            self._points.append(point)
            self._chosen = len(self._points) - 1
            self._tell()

    def _shift(self, number: int, way: QPointF) -> None:
        self._points[number] = self.place.point_at(self.place.shown(self._points[number]) + way)
        self._tell()

    def _near(self, place: QPointF) -> int | None:
        """Return the number of the point that is taken hold of at ``place``."""
        away = [((self.place.shown(point) - place).manhattanLength(), n) for n, point in enumerate(self._points)]
        distance, number = min(away, default=(0.0, None))
        return number if distance <= self._grip() else None

    def _grip(self) -> float:
        """Return how near a point is taken hold of, in pixels of the screen."""
        return self.fontMetrics().height()

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
        places = [self.place.shown(point) for point in self._points]
        marks.draw_lines(places, self.place.area)
        if len(places) == len(LANDMARKS):
            with suppress(ValueError):  # the words for it stand beside the picture
                marks.draw_angle(places, thigh_angle(self._points), floor_line(self._points))
        for number, place in enumerate(places):
            marks.draw_point(number, place, chosen=self.hasFocus() and number == self._chosen)
        if self._cursor is not None and self.hasFocus():
            marks.draw_cursor(self.place.shown(self._cursor))
        if self.hasFocus():
            marks.draw_frame(QRectF(self.rect()))
