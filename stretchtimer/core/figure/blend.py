"""Blends of poses: what carries weight in both stays where it is, and everything else moves on the shortest way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from stretchtimer.core.figure.figure import Figure
from stretchtimer.core.figure.kinematics import skeleton
from stretchtimer.core.figure.plane import ORIGIN, Point, between
from stretchtimer.core.figure.posture import mixed
from stretchtimer.core.figure.reach import reached
from stretchtimer.core.figure.rest import Rest, moved

STAYS = 0.02
"""A foot or a hand whose places before and after are nearer to each other than this stays; another takes a step. In
units of the stature."""
STEP_HEIGHT = 0.05
LEG = ("knee", "ankle", "heel", "ball", "toe")
ANCHORS = ("knee", "ball", "toe", "heel", "ankle", "wrist", "hand", "elbow")
"""Which place keeps a body in its place as it moves, the first of them that touches the floor before and after."""


def blend(start: Rest, end: Rest, part: float) -> Figure:
    """Return the figure that is the ``part`` (0 to 1) of the way from ``start`` to ``end``.

    Between poses that are seen from different sides there is no way: the picture changes at the half.
    """
    view = start.pose.view
    if view is not end.pose.view or part in (0.0, 1.0):
        return (start if part < 0.5 else end).figure
    body = mixed(start.posture, end.posture, part)
    held = {place: _on_the_way(start.held[place], end.held[place], part) for place in _kept_on_floor(start, end)}
    hip = _hip(start, end, part, held)
    if view.has_floor:
        held |= dict(_cleared(skeleton(reached(body, view, hip, held), view, hip), held))
    settled = reached(body, view, hip, held)
    hands = _hands(start, end, part, skeleton(settled, view, hip))
    if hands:
        settled = reached(settled, view, hip, held | hands)
    exchanged = (start if part < 0.5 else end).figure.exchanged
    figure = skeleton(settled, view, hip, exchanged=exchanged)
    return replace(figure, props=(start if part < 0.5 else end).figure.props)


def chained(rests: Iterable[Rest]) -> list[Rest]:
    """Return ``rests`` moved so that each keeps the place of the one before it, by what carries weight in both."""
    placed: list[Rest] = []
    for rest in rests:
        way = _way(placed[-1], rest) if placed else ORIGIN
        placed.append(moved(rest, way))
    return placed


def _way(before: Rest, rest: Rest) -> Point:
    anchor = _anchor(before, rest)
    if anchor is None:
        return Point(before.hip.x - rest.hip.x, 0.0)
    return Point(before.held[anchor].x - rest.held[anchor].x, 0.0)


def _anchor(start: Rest, end: Rest) -> str | None:
    if start.pose.view is not end.pose.view or ("hip" in start.floor and "hip" in end.floor):
        return None  # whoever sits or lies stays there
    floor = _kept_on_floor(start, end)
    ranked = [place for name in ANCHORS for place in floor if place.endswith(f".{name}")]
    return ranked[0] if ranked else None


def _kept_on_floor(start: Rest, end: Rest) -> list[str]:
    return [place for place in start.floor if place in end.floor and place in start.held]


def _hands(start: Rest, end: Rest, part: float, figure: Figure) -> dict[str, Point]:
    """Return where the hands are that hold on to the same place of ``figure`` before and after."""
    return {
        hand: figure.point(target) + between(_offset(start, hand), _offset(end, hand), part)
        for hand, target in start.hands.items()
        if end.hands.get(hand) == target
    }


def _offset(rest: Rest, hand: str) -> Point:
    return rest.held[hand] - rest.figure.point(rest.hands[hand])


def _on_the_way(start: Point, end: Point, part: float) -> Point:
    """Return where a place is that touches something before and after: it stays, or takes a step."""
    lift = STEP_HEIGHT * 4 * part * (1 - part) if (end - start).length > STAYS else 0.0
    return between(start, end, part) + Point(0.0, lift)


def _cleared(figure: Figure, held: Mapping[str, Point]) -> Iterator[tuple[str, Point]]:
    """Yield where the lowest place of a free foot has to be so that it clears the floor on its way."""
    for side in ("near", "far"):
        if any(place.startswith(f"{side}.") and place.partition(".")[2] in LEG for place in held):
            continue
        lowest = min(("heel", "ball", "toe"), key=lambda name: figure.point(f"{side}.{name}").y)
        point = figure.point(f"{side}.{lowest}")
        if point.y < 0:
            yield f"{side}.{lowest}", Point(point.x, 0.0)


def _hip(start: Rest, end: Rest, part: float, held: dict[str, Point]) -> Point:
    """Return where the hip is: on an arc around the knees that it stands on, else on the straight way."""
    straight = between(start.hip, end.hip, part)
    knees = [place for place in held if place.endswith(".knee")]
    if not knees or "hip" in start.floor:
        return straight
    body = mixed(start.posture, end.posture, part)
    raw = skeleton(body, start.pose.view, ORIGIN)
    around = [held[knee] - raw.point(knee) for knee in knees]
    return Point(sum(hip.x for hip in around) / len(around), sum(hip.y for hip in around) / len(around))
