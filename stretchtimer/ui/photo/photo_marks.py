"""What is drawn on a photograph: its points, each with a shape of its own, the floor, the thigh and the angle.

Every line is drawn twice, broad in the colour of the surface and thin in a colour of the theme. These two contrast with
each other, so one of them is seen on any picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, degrees, hypot

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from stretchtimer.core.language import _
from stretchtimer.core.selftest.photo_angle import FloorLine, Landmark
from stretchtimer.ui.theme import Palette

LANDMARKS = tuple(Landmark)


class PhotoMarks:
    """Draws with ``painter`` in the colours of ``palette``; all places are those of the widget, in its pixels."""

    def __init__(self, painter: QPainter, palette: Palette) -> None:
        self._painter = painter
        self._palette = palette
        self._metrics = QFontMetricsF(painter.font())
        self._em = self._metrics.height()

    def draw_lines(self, places: Sequence[QPointF], area: QRectF) -> None:
        """Draw the thigh, and the floor across ``area``, as far as ``places`` has their points."""
        if len(places) >= 2:
            self._stroke(_line(places[0], places[1]), self._palette.stretched, 2.4)
        if len(places) == 4 and places[2] != places[3]:
            floor = QLineF(places[2], places[3])
            reach = (area.width() + area.height()) / floor.length()
            across = _line(floor.pointAt(-reach), floor.pointAt(1 + reach))
            self._painter.save()
            self._painter.setClipRect(area)
            self._stroke(across, self._palette.accent, 2.0)
            self._painter.restore()

    def draw_angle(self, places: Sequence[QPointF], degrees_up: float, line: FloorLine) -> None:
        """Draw the angle at the hip between the thigh and a parallel to the floor ``line``."""
        hip, knee = places[0], places[1]
        thigh = knee - hip
        length = hypot(thigh.x(), thigh.y())
        along, up = QPointF(*line.along), QPointF(*line.up)
        level = along if QPointF.dotProduct(along, thigh) >= 0 else -along
        self._stroke(_line(hip, hip + level * length), self._palette.accent, 1.6, dashed=True)
        self._stroke(_arc(hip, level, thigh, length * 0.55), self._palette.stretched, 2.0)
        # On the other side of the level than the thigh, where nothing else is drawn.
        away = up * ((-1.2 if degrees_up >= 0 else 1.2) * self._em)
        self._label(hip + level * length * 0.55, away, signed_words(degrees_up), self._palette.stretched)

    def draw_point(self, number: int, place: QPointF, *, chosen: bool) -> None:
        """Draw the point ``number`` of `Landmark` at ``place``; the one that keys move has a ring around it."""
        landmark = LANDMARKS[number]
        colour = self._palette.stretched if landmark in (Landmark.HIP, Landmark.KNEE) else self._palette.accent
        size = 0.42 * self._em
        self._stroke(_shape(landmark, size).translated(place), colour, 2.4)
        self._stroke(_circle(1.0).translated(place), colour, 1.6)
        if chosen:
            self._stroke(_circle(2.0 * size).translated(place), self._palette.text, 1.6, dashed=True)
        below = landmark in (Landmark.FLOOR, Landmark.FLOOR_TOO)
        away = QPointF(0, (1.5 if below else -1.5) * self._em)
        self._label(place, away, _("{n} {name}").format(n=number + 1, name=landmark.caption), colour)

    def draw_cursor(self, place: QPointF) -> None:
        """Draw the cross with which keys aim."""
        reach, gap = 1.2 * self._em, 0.25 * self._em
        cross = QPainterPath()
        for way in (QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)):
            cross.moveTo(place + way * gap)
            cross.lineTo(place + way * reach)
        self._stroke(cross, self._palette.text, 1.8)

    def draw_frame(self, room: QRectF) -> None:
        """Draw the frame that says that keys go here."""
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(QColor(self._palette.accent), 2))
        self._painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), 4, 4)

    def _stroke(self, path: QPainterPath, colour: str, width: float, *, dashed: bool = False) -> None:
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(QColor(self._palette.surface), width + 3)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._painter.setPen(pen)
        self._painter.drawPath(path)
        pen = QPen(QColor(colour), width)
        if dashed:
            pen.setDashPattern([4, 3])
        self._painter.setPen(pen)
        self._painter.drawPath(path)

    def _label(self, place: QPointF, away: QPointF, words: str, colour: str) -> None:
        """Write ``words`` on a ground of their own, ``away`` from ``place``, if that is in sight.

        They are always whole, on the other side of ``place`` where the edge of the picture is too near.
        """
        box = QRectF(0, 0, self._metrics.horizontalAdvance(words) + 0.8 * self._em, 1.3 * self._em)
        room = QRectF(self._painter.window())
        if not room.contains(place):
            return
        box.moveCenter(place + away)
        if box.top() < 0 or box.bottom() > room.height():
            box.moveCenter(place - away)
        box.moveLeft(min(max(box.left(), 0), room.width() - box.width()))
        box.moveTop(min(max(box.top(), 0), room.height() - box.height()))
        self._painter.setPen(QPen(QColor(colour), 1))
        self._painter.setBrush(QColor(self._palette.surface))
        self._painter.drawRoundedRect(box, 0.35 * self._em, 0.35 * self._em)
        self._painter.setPen(QColor(self._palette.text))
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def signed_words(degrees_up: float) -> str:
    """Return an angle with its sign, as beside the arc: "+12.4°"."""
    tenths = round(degrees_up, 1)
    sign = "+" if tenths > 0 else "−" if tenths < 0 else ""
    return f"{sign}{abs(tenths):.1f}°"


def _shape(landmark: Landmark, size: float) -> QPainterPath:
    """Return a ring for the hip, a square for the knee, a triangle on its base for the floor, around the origin."""
    path = QPainterPath()
    match landmark:
        case Landmark.HIP:
            return _circle(size)
        case Landmark.KNEE:
            path.addRect(QRectF(-size, -size, 2 * size, 2 * size))
        case Landmark.FLOOR | Landmark.FLOOR_TOO:
            path.addPolygon(QPolygonF([QPointF(0, -1.2 * size), QPointF(1.1 * size, size), QPointF(-1.1 * size, size)]))
            path.closeSubpath()
    return path


def _circle(radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(0, 0), radius, radius)
    return path


def _arc(centre: QPointF, start: QPointF, end: QPointF, radius: float) -> QPainterPath:
    """Return the arc the short way from the direction ``start`` to the direction ``end``."""
    first, last = (-degrees(atan2(way.y(), way.x())) for way in (start, end))
    box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    path = QPainterPath()
    path.arcMoveTo(box, first)
    path.arcTo(box, first, (last - first + 180) % 360 - 180)
    return path


def _line(start: QPointF, end: QPointF) -> QPainterPath:
    path = QPainterPath(start)
    path.lineTo(end)
    return path
