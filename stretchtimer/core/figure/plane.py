"""Points of the picture plane, and the few constructions that a jointed figure needs."""

from __future__ import annotations

import math

from msgspec import Struct


class Point(Struct, frozen=True):
    """A place or a way in the picture: x to the right, y up, in units of the stature."""

    x: float
    y: float

    def __add__(self, other: Point) -> Point:
        return Point(self.x + other.x, self.y + other.y)

    def __sub__(self, other: Point) -> Point:
        return Point(self.x - other.x, self.y - other.y)

    def __mul__(self, factor: float) -> Point:
        return Point(self.x * factor, self.y * factor)

    @property
    def length(self) -> float:
        """How long the way from the origin is."""
        return math.hypot(self.x, self.y)

    @property
    def direction(self) -> float:
        """Where it points: degrees from the x axis, counterclockwise, above -180 and up to 180."""
        return math.degrees(math.atan2(self.y, self.x))

    @property
    def mirrored(self) -> Point:
        """The same place on the other side of the upright axis."""
        return Point(-self.x, self.y)


ORIGIN = Point(0.0, 0.0)


def polar(length: float, direction: float) -> Point:
    """Return the way of ``length`` in a ``direction`` in degrees."""
    angle = math.radians(direction)
    return Point(length * math.cos(angle), length * math.sin(angle))


def between(start: Point, end: Point, part: float) -> Point:
    """Return the point that lies the ``part`` (0 to 1) of the way from ``start`` to ``end``."""
    return start + (end - start) * part


def turn(start: float, end: float) -> float:
    """Return the shortest turn from one direction to another: above -180 and up to 180 degrees."""
    return 180.0 - (180.0 - (end - start)) % 360.0


def bend(root: Point, target: Point, first: float, second: float, *, left: bool) -> Point:
    """Return the middle joint of two bones of the lengths ``first`` and ``second`` that reach ``target``.

    Of the two joints that are possible, the one ``left`` of the way from ``root`` to ``target``, or the right one.
    Where the target is out of reach the bones point at it as far as they go.
    """
    way = target - root
    reach = min(max(way.length, abs(first - second), 1e-9), first + second)
    cosine = (first**2 + reach**2 - second**2) / (2 * first * reach) if first else 1.0
    angle = math.degrees(math.acos(min(max(cosine, -1.0), 1.0)))
    return root + polar(first, way.direction + (angle if left else -angle))


def is_left(way: Point, of: Point) -> bool:
    """Whether a point that is reached from the start by ``of`` lies left of a ``way`` from the same start."""
    return way.x * of.y - way.y * of.x > 0


def level(root: Point, length: float, height: float, towards: Point) -> Point:
    """Return the end of a bone of ``length`` from ``root`` that is at the ``height``, on the side of ``towards``.

    Where the bone is too short it points straight up or down.
    """
    rise = min(max(height - root.y, -length), length)
    run = math.sqrt(length**2 - rise**2)
    return root + Point(run if towards.x >= root.x else -run, rise)
