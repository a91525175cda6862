"""Painting a figure: props and floor, the far limbs, the trunk, the near limbs, and the stretched muscle on top."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from stretchtimer.core.figure.figure import Arm, Box, Figure, Leg, PropShape, mirror
from stretchtimer.core.figure.plane import Point, between
from stretchtimer.core.figure.pose import PropKind
from stretchtimer.ui.figure import anatomy, things
from stretchtimer.ui.figure.colours import FigureColours
from stretchtimer.ui.figure.outline import ribbon
from stretchtimer.ui.figure.part import Part

EDGE = 0.009
"""The width of the thin edge that sets a part off from what is behind it, in units of the stature."""
HALO = ((0.088, 26), (0.068, 38), (0.050, 72), (0.034, 255))
"""The band of the muscle: widths in units of the stature, the widest first, and how opaque each is, of 255."""
SEEN_THROUGH = 0.8
"""How opaque a ball is that lies under the body."""
LEAST = 0.8
"""The longer edge of a picture shows at least so much, in units of the stature: who sits is not drawn as a giant."""
FLOOR = 0.012
"""How thick the line of the floor is."""


def placing(box: Box, place: QRectF) -> QTransform:
    """Return what maps ``box``, y upwards, into the middle of ``place``, y downwards, as large as it fits."""
    scale = min(place.width() / box.width, place.height() / box.height, max(place.width(), place.height()) / LEAST)
    transform = QTransform()
    transform.translate(place.center().x(), place.center().y())
    transform.scale(scale, -scale)
    transform.translate(-(box.left + box.right) / 2, -(box.bottom + box.top) / 2)
    return transform


class FigurePainter:
    """Paints figures in the colours of a theme.

    Everything is mapped to the painter's own pixels before it is painted: Qt's raster engine takes three times as long
    for curves of a small size that it is to enlarge by itself.
    """

    def __init__(self, colours: FigureColours, paper: str) -> None:
        """Take the colours, and that of the ground on which the figure stands, "#rrggbb"."""
        self._colours = colours
        self._paper = paper

    def paint(
        self, painter: QPainter, figure: Figure, place: QTransform, *, muscle: bool = True, breath: float = 0.0
    ) -> None:
        """Paint ``figure`` without its floor and props where ``place`` puts it, with the hip flexor as a band or not.

        ``breath`` is how full the chest is, 0 to 1.
        """
        if figure.mirrored:
            figure = mirror(figure)
            place = QTransform.fromScale(-1, 1) * place
        if figure.view.in_profile:
            self._fill(painter, self._arm(figure.far.arm, far=True), place)
            self._fill(painter, self._leg(figure.far.leg, figure, far=True), place)
            self._fill(painter, self._head(figure), place)
            self._edged(painter, self._trunk(figure, breath), place)
            if muscle and figure.exchanged:
                self._band(painter, figure, place)
            self._fill(painter, self._leg(figure.near.leg, figure), place)
            if muscle and not figure.exchanged:
                self._band(painter, figure, place)
        else:
            for limbs in (figure.far, figure.near):
                self._fill(painter, self._leg(limbs.leg, figure), place)
            self._edged(painter, self._trunk(figure, breath), place)
            self._fill(painter, self._arm(figure.far.arm), place)
            self._edged(painter, self._head(figure), place)
            if muscle:
                self._band(painter, figure, place)
        self._fill(painter, self._arm(figure.near.arm), place)
        painter.setOpacity(painter.opacity() * SEEN_THROUGH)
        for prop in figure.props:
            if _seen_through(figure, prop):
                self._fill(painter, things.parts(prop, self._colours, from_above=True), place)
        painter.setOpacity(painter.opacity() / SEEN_THROUGH)

    def paint_scene(self, painter: QPainter, figure: Figure, place: QTransform, left: float, right: float) -> None:
        """Paint what is behind ``figure``: its props, and the floor from ``left`` to ``right``."""
        painter.setPen(Qt.PenStyle.NoPen)
        if figure.view.has_floor:
            painter.setBrush(QColor(self._colours.floor))
            floor = QPainterPath()
            floor.addRoundedRect(QRectF(left, -FLOOR, right - left, FLOOR), FLOOR / 2, FLOOR / 2)
            painter.drawPath(place.map(floor))
        for prop in figure.props:
            if not _seen_through(figure, prop):
                self._fill(painter, things.parts(prop, self._colours, from_above=not figure.view.has_floor), place)

    def _head(self, figure: Figure) -> list[Part]:
        colours = self._colours
        return [
            Part(anatomy.head(figure), colours.skin),
            Part(anatomy.hair(figure), colours.hair),
        ]

    def _trunk(self, figure: Figure, breath: float) -> list[Part]:
        return [
            Part(anatomy.pelvis(figure), self._colours.shorts),
            Part(anatomy.shirt(figure, breath), self._colours.shirt),
        ]

    def _leg(self, leg: Leg, figure: Figure, *, far: bool = False) -> Iterator[Part]:
        colours = self._colours
        if not far:
            yield Part(anatomy.leg(leg, figure.view, EDGE), self._paper)
        yield Part(anatomy.leg(leg, figure.view), colours.skin_far if far else colours.skin)
        yield Part(anatomy.shorts(leg), colours.shorts_far if far else colours.shorts)

    def _arm(self, arm: Arm, *, far: bool = False) -> Iterator[Part]:
        colours = self._colours
        if not far:
            yield Part(anatomy.arm(arm, EDGE), self._paper)
        yield Part(anatomy.arm(arm), colours.skin_far if far else colours.skin)
        yield Part(anatomy.sleeve(arm), colours.sleeve_far if far else colours.shirt)

    def _edged(self, painter: QPainter, parts: list[Part], place: QTransform) -> None:
        """Fill parts that belong together: one edge around all of them, none between them."""
        whole = QPainterPath()
        for part in parts:
            whole.addPath(part.outline)
        painter.setPen(self._pen(QColor(self._paper), 2 * EDGE, place))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(place.map(whole))
        self._fill(painter, parts, place)

    def _fill(self, painter: QPainter, parts: Iterable[Part], place: QTransform) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for part in parts:
            painter.setBrush(QColor(part.colour))
            painter.drawPath(place.map(part.outline))

    def _band(self, painter: QPainter, figure: Figure, place: QTransform) -> None:
        """Paint the muscle with a glow around it: outlines that are filled, since wide pens take five times as long."""
        start, rim, end = figure.muscle
        over = rim + (rim - between(start, end, 0.5)) * 0.35
        middle = [_on_curve(start, over, end, part) for part in (0.0, 0.3, 0.6, 1.0)]
        painter.setPen(Qt.PenStyle.NoPen)
        for width, opacity in HALO:
            colour = QColor(self._colours.muscle)
            colour.setAlpha(opacity)
            painter.setBrush(colour)
            painter.drawPath(place.map(ribbon(middle, width / 2)))

    def _pen(self, colour: QColor, width: float, place: QTransform) -> QPen:
        scale = abs(place.m22())
        return QPen(colour, width * scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _seen_through(figure: Figure, prop: PropShape) -> bool:
    """Whether ``prop`` lies under a body that is seen from above, and would not be seen at all."""
    return prop.kind is PropKind.BALL and not figure.view.has_floor


def _on_curve(start: Point, over: Point, end: Point, part: float) -> Point:
    """Return the point at a ``part`` of the quadratic curve from ``start`` to ``end`` that leans to ``over``."""
    return between(between(start, over, part), between(over, end, part), part)
