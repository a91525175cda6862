"""Where the name of the stretched side is written: beside the hip, where nothing of the body is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stretchtimer.core.figure.body import HEAD_RADIUS
from stretchtimer.core.figure.figure import Figure, PropShape
from stretchtimer.core.figure.plane import Point, between, polar

NEAR, STEP, RINGS = 0.12, 0.05, 5
"""How far from the hip the first ring of places is, and each further one; in units of the stature."""
DIRECTIONS = 24
AIR = 0.07
"""How far the label keeps from the middle of a limb."""


def label_place(figures: Sequence[Figure], width: float, height: float) -> Point:
    """Return the middle of the nearest place for a label of that size from which all ``figures`` keep clear.

    If there is none near the hip of the first one, the one furthest from all bodies. In units of the stature.
    """
    figure = figures[0]
    hip = figure.stretched.leg.hip
    body = [point for each in figures for point in _samples(each)]
    places = [
        hip + polar(NEAR + ring * STEP, 90 + turn * 360 / DIRECTIONS)
        for ring in range(RINGS)
        for turn in range(DIRECTIONS)
    ]
    if figure.view.has_floor:
        places = [
            place
            for place in places
            if place.y - height / 2 > 0 and not any(_covers(prop, place, width, height) for prop in figure.props)
        ]

    def clear(place: Point) -> float:
        return min(_distance(place, width, height, point) for point in body)

    free = next((place for place in places if clear(place) > AIR), None)
    return free or max(places, key=clear)


def _covers(prop: PropShape, middle: Point, width: float, height: float) -> bool:
    """Whether a box of that size around ``middle`` lies over ``prop``, in part."""
    beside = middle.x + width / 2 < prop.low.x or middle.x - width / 2 > prop.high.x
    above = middle.y - height / 2 > prop.high.y or middle.y + height / 2 < prop.low.y
    return not beside and not above


def _distance(middle: Point, width: float, height: float, point: Point) -> float:
    """Return how far ``point`` is from a box of that size around ``middle``; 0 inside it."""
    beyond_x = max(abs(point.x - middle.x) - width / 2, 0.0)
    beyond_y = max(abs(point.y - middle.y) - height / 2, 0.0)
    return Point(beyond_x, beyond_y).length


def _samples(figure: Figure) -> Iterator[Point]:
    """Yield points along all segments of the body."""
    bones = [(figure.hip, figure.lumbar), (figure.lumbar, figure.shoulder), (figure.shoulder, figure.head)]
    for limbs in (figure.near, figure.far):
        leg, arm = limbs.leg, limbs.arm
        bones += [(leg.hip, leg.knee), (leg.knee, leg.ankle), (leg.heel, leg.toe)]
        bones += [(arm.shoulder, arm.elbow), (arm.elbow, arm.wrist), (arm.wrist, arm.hand)]
    for start, end in bones:
        yield from (between(start, end, part / 4) for part in range(5))
    yield figure.head + Point(0.0, HEAD_RADIUS)
