"""Where a picture lies in its widget: fitted, zoomed and moved."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSizeF

from stretchtimer.core.selftest.photo_angle import PicturePoint

LARGEST_SCALE = 8.0
"""So many pixels of the screen to one of the picture are enough to see where it is."""


class PhotoPlace(Struct, frozen=True, kw_only=True):
    """Where the picture of the size ``picture`` lies in a widget of the size ``room``. Each move gives a new value."""

    picture: QSizeF
    """In its own pixels."""
    room: QSizeF
    """In the widget's pixels, as all that follows."""
    scale: float
    corner: QPointF
    """The upper left corner of the picture."""

    @property
    def area(self) -> QRectF:
        """The whole picture in the widget."""
        return QRectF(self.corner, self.picture * self.scale)

    @property
    def fits(self) -> bool:
        """Whether the whole picture is seen."""
        return self.scale <= _fitting_scale(self.picture, self.room)

    def shown(self, point: PicturePoint) -> QPointF:
        """Return where ``point`` of the picture is in the widget."""
        return self.corner + QPointF(point.x, point.y) * self.scale

    def point_at(self, place: QPointF) -> PicturePoint:
        """Return the point of the picture that is at ``place``, or the nearest on its edge."""
        inside = (place - self.corner) / self.scale
        return PicturePoint(
            min(max(inside.x(), 0.0), self.picture.width()), min(max(inside.y(), 0.0), self.picture.height())
        )

    def zoomed(self, factor: float, about: QPointF) -> PhotoPlace:
        """Return the place ``factor`` times as large, with what is at ``about`` left where it is."""
        least = _fitting_scale(self.picture, self.room)
        scale = min(max(self.scale * factor, least), max(LARGEST_SCALE, least))
        return self._held(scale, about - (about - self.corner) * (scale / self.scale))

    def moved(self, way: QPointF) -> PhotoPlace:
        """Return the place moved by ``way``, as far as there is more of the picture to see."""
        return self._held(self.scale, self.corner + way)

    def showing(self, point: PicturePoint, margin: float) -> PhotoPlace:
        """Return the place moved so far that ``point`` is seen, ``margin`` away from the edge of the widget."""
        at = self.shown(point)
        wanted = QPointF(
            min(max(at.x(), margin), self.room.width() - margin), min(max(at.y(), margin), self.room.height() - margin)
        )
        return self.moved(wanted - at)

    def _held(self, scale: float, corner: QPointF) -> PhotoPlace:
        size = self.picture * scale
        return PhotoPlace(
            picture=self.picture,
            room=self.room,
            scale=scale,
            corner=QPointF(
                _held_edge(corner.x(), size.width(), self.room.width()),
                _held_edge(corner.y(), size.height(), self.room.height()),
            ),
        )


def fitted(picture: QSizeF, room: QSizeF) -> PhotoPlace:
    """Return the place in which the whole ``picture`` is seen as large as ``room`` allows, in its middle."""
    scale = _fitting_scale(picture, room)
    spare = (room - picture * scale) / 2
    return PhotoPlace(picture=picture, room=room, scale=scale, corner=QPointF(spare.width(), spare.height()))


def _fitting_scale(picture: QSizeF, room: QSizeF) -> float:
    return max(min(room.width() / picture.width(), room.height() / picture.height()), 1e-6)


def _held_edge(start: float, length: float, room: float) -> float:
    """Return ``start``, or what is nearest to it without an empty margin; what is shorter than its room is centred."""
    return (room - length) / 2 if length <= room else min(max(start, room - length), 0.0)
