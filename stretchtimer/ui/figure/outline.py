"""Outlines of body parts: smooth closed paths through points at the two sides of a bone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPainterPath

from stretchtimer.core.figure.plane import Point, between, polar

Widths = Sequence[tuple[float, float]]
"""Along one side of a bone: which part of its length, and how far the skin is from the bone there."""
ROUNDNESS = 1 / 6
"""What a Catmull-Rom spline has: its curve leaves each point in parallel to the way between the two neighbours."""


def smooth(points: Sequence[Point]) -> QPainterPath:
    """Return the closed curve that goes through all ``points``."""
    count = len(points)
    path = QPainterPath()
    path.moveTo(points[0].x, points[0].y)
    for index in range(count):
        before, start = points[index - 1], points[index]
        end, after = points[(index + 1) % count], points[(index + 2) % count]
        path.cubicTo(
            start.x + (end.x - before.x) * ROUNDNESS,
            start.y + (end.y - before.y) * ROUNDNESS,
            end.x - (after.x - start.x) * ROUNDNESS,
            end.y - (after.y - start.y) * ROUNDNESS,
            end.x,
            end.y,
        )
    path.closeSubpath()
    return path


def bone(start: Point, end: Point, front: Widths, back: Widths, grown: float = 0.0) -> QPainterPath:
    """Return the outline of a limb from ``start`` to ``end``, rounded at both ends, ``grown`` all round.

    ``front`` is on the left of the way from ``start`` to ``end``: the front of a hanging limb that faces to the right.
    """
    direction = (end - start).direction
    forward = polar(1.0, direction)
    across = polar(1.0, direction + 90)
    first, last = (grown + (front[at][1] + back[at][1]) / 2 for at in (0, -1))
    return smooth(
        [
            start - forward * first,
            *(between(start, end, along) + across * (width + grown) for along, width in front),
            end + forward * last,
            *(between(start, end, along) - across * (width + grown) for along, width in reversed(back)),
        ]
    )


def placed(origin: Point, direction: float, points: Sequence[tuple[float, float]]) -> list[Point]:
    """Return ``points``, given along ``direction`` and to the left of it from ``origin``, in the picture."""
    along, left = polar(1.0, direction), polar(1.0, direction + 90)
    return [origin + along * x + left * y for x, y in points]
