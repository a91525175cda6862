"""A loupe in a corner of a photograph: what is under the aim, larger, so that a bump is hit without zooming first."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from stretchtimer.core.selftest.photo_angle import PicturePoint
from stretchtimer.ui.photo.photo_place import LARGEST_SCALE, PhotoPlace
from stretchtimer.ui.theme import Palette

LARGER = 4.0
"""So many times as large as in the picture around it, if that is not more than the largest scale."""
LEAST_LARGER = 1.5
"""A loupe that shows less than this much larger only hides a corner."""
MOST_OF_HEIGHT = 0.45
"""It hides no more than this of the height of a low picture."""
SIDE_EM, AWAY_EM = 12.0, 2.0
"""How wide it is at most, and how near the aim may come before it goes to another corner, in heights of a line."""


def draw_loupe(painter: QPainter, image: QImage, place: PhotoPlace, aim: PicturePoint, palette: Palette) -> None:
    """Draw what is around ``aim`` of ``image``, which lies at ``place``; nothing where that is large already."""
    scale = min(place.scale * LARGER, LARGEST_SCALE)
    if scale < place.scale * LEAST_LARGER:
        return
    em = painter.fontMetrics().height()
    target = _corner(place, place.shown(aim), em)
    size = target.size() / scale
    source = QRectF(QPointF(aim.x - size.width() / 2, aim.y - size.height() / 2), size)
    round_edge = QPainterPath()
    round_edge.addEllipse(target)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setClipPath(round_edge)
    painter.fillRect(target, QColor(palette.ground))
    painter.drawImage(target, image, source)
    for colour, width in ((palette.surface, 3.0), (palette.text, 1.0)):
        painter.setPen(QPen(QColor(colour), width))
        painter.drawLines(_cross(target, em))
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((palette.surface, 5.0), (palette.text, 2.0)):
        painter.setPen(QPen(QColor(colour), width))
        painter.drawEllipse(target)


def _corner(place: PhotoPlace, aim: QPointF, em: float) -> QRectF:
    """Return the upper left corner of the room, or the upper right one while ``aim`` is near."""
    side, margin = min(SIDE_EM * em, MOST_OF_HEIGHT * place.room.height()), em * 0.6
    left = QRectF(QPointF(margin, margin), QSizeF(side, side))
    away = AWAY_EM * em
    if not left.adjusted(-away, -away, away, away).contains(aim):
        return left
    return left.translated(place.room.width() - side - 2 * margin, 0)


def _cross(target: QRectF, em: float) -> list[QLineF]:
    """Return a cross through the middle of ``target`` that leaves the middle itself to be seen."""
    middle, gap, reach = target.center(), em * 0.3, target.width() / 2
    ways = (QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1))
    return [QLineF(middle + way * gap, middle + way * reach) for way in ways]
