"""Outlines of body parts: smooth closed paths, made once in a frame of their own and then put where the part is.

Segments are rigid, so nearly every part of a figure in motion is a path that was made before, turned and moved by Qt.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from PySide6.QtGui import QPainterPath, QTransform

from stretchtimer.core.figure.plane import Point, polar, turn

Widths = tuple[tuple[float, float], ...]
"""Along one side of a bone: which part of its length, and how far the skin is from the bone there."""
Ring = tuple[tuple[float, float], ...]
"""Points around a part, along its axis and to the left of it."""
ROUNDNESS = 1 / 6
"""What a Catmull-Rom spline has: its curve leaves each point in parallel to the way between the two neighbours."""


def smooth(points: Sequence[tuple[float, float]]) -> QPainterPath:
    """Return the closed curve that goes through all ``points``."""
    count = len(points)
    path = QPainterPath()
    path.moveTo(*points[0])
    for index in range(count):
        (x0, y0), (x1, y1) = points[index - 1], points[index]
        (x2, y2), (x3, y3) = points[(index + 1) % count], points[(index + 2) % count]
        path.cubicTo(
            x1 + (x2 - x0) * ROUNDNESS,
            y1 + (y2 - y0) * ROUNDNESS,
            x2 - (x3 - x1) * ROUNDNESS,
            y2 - (y3 - y1) * ROUNDNESS,
            x2,
            y2,
        )
    path.closeSubpath()
    return path


def bone(start: Point, end: Point, front: Widths, back: Widths, grown: float = 0.0) -> QPainterPath:
    """Return the outline of a limb from ``start`` to ``end``, rounded at both ends, ``grown`` all round.

    ``front`` is on the left of the way from ``start`` to ``end``: the front of a hanging limb that faces to the right.
    """
    way = end - start
    return _at(start, way.direction).map(_bone(round(way.length, 3), front, back, grown))


def rigid(origin: Point, direction: float, ring: Ring, share: float = 1.0) -> QPainterPath:
    """Return the part around which the ``ring`` runs, with its axis from ``origin`` in a ``direction``.

    Of its length along the axis the ``share`` is seen.
    """
    return (QTransform.fromScale(share, 1.0) * _at(origin, direction)).map(_rigid(ring))


def ribbon(middle: Sequence[Point], half_width: float) -> QPainterPath:
    """Return the outline of a band of even width along ``middle``, rounded at both ends."""
    ways = [(end - start).direction for start, end in pairwise(middle)]
    turns = [ways[0], *(way + turn(way, after) / 2 for way, after in pairwise(ways)), ways[-1]]
    left = [point + polar(half_width, way + 90) for point, way in zip(middle, turns, strict=True)]
    right = [point + polar(half_width, way - 90) for point, way in zip(middle, turns, strict=True)]
    begin, end = middle[0] - polar(half_width, ways[0]), middle[-1] + polar(half_width, ways[-1])
    return smooth([(point.x, point.y) for point in (begin, *left, end, *reversed(right))])


def _at(origin: Point, direction: float) -> QTransform:
    """Return what puts a part that lies along the x axis where it is."""
    angle = math.radians(direction)
    sine, cosine = math.sin(angle), math.cos(angle)
    return QTransform(cosine, sine, -sine, cosine, origin.x, origin.y)


@lru_cache(maxsize=256)
def _bone(length: float, front: Widths, back: Widths, grown: float) -> QPainterPath:
    first, last = (grown + (front[at][1] + back[at][1]) / 2 for at in (0, -1))
    return smooth(
        [
            (-first, 0.0),
            *((along * length, width + grown) for along, width in front),
            (length + last, 0.0),
            *((along * length, -width - grown) for along, width in reversed(back)),
        ]
    )


@lru_cache(maxsize=64)
def _rigid(ring: Ring) -> QPainterPath:
    return smooth(ring)
