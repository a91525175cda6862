"""A pose at rest: set down on the floor, its hands where they hold on, its angles mended by what that needs.

A pose file gives angles in whole degrees, which leave a foot or a hand some millimetres off. At rest every limb that
touches something reaches it exactly, by inverse kinematics of two bones; so what carries weight can be kept in its
place while one pose blends into the next.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from stretchtimer.core.figure import body, posture
from stretchtimer.core.figure.figure import Figure, PropShape, mapped
from stretchtimer.core.figure.kinematics import skeleton
from stretchtimer.core.figure.plane import ORIGIN, Point
from stretchtimer.core.figure.pose import Pose, Prop
from stretchtimer.core.figure.posture import Posture
from stretchtimer.core.figure.reach import reached

TRUNK = ("hip", "lumbar", "back", "shoulder", "head")


class Rest(Struct, frozen=True):
    """A pose set down. Places are named by near and far instead of stretched and other."""

    pose: Pose
    posture: Posture
    hip: Point
    """Where the middle of the hips is."""
    floor: tuple[str, ...]
    """The places that touch the floor, or what carries the body."""
    hands: Mapping[str, str]
    """The hands that hold on to the body, and where."""
    held: Mapping[str, Point]
    """Where each place of a limb is that touches the floor, and each hand that holds on."""
    figure: Figure


def at_rest(pose: Pose, *, exchanged: bool = False) -> Rest:
    """Return ``pose`` set down; ``exchanged`` in the same picture with the far side stretched.

    Raises ValueError if it has neither ``joints`` nor ``facing``, or both.
    """
    name = _names(exchanged)
    floor = tuple(name(place) for place in pose.floor)
    wanted = posture.exchanged(posture.posture(pose)) if exchanged else posture.posture(pose)
    raw = skeleton(wanted, pose.view, ORIGIN)
    hip = Point(0.0, _height(pose, floor, raw))
    raw = skeleton(wanted, pose.view, hip)
    held = {place: Point(raw.point(place).x, pose.support + clearance(place)) for place in floor if place not in TRUNK}
    settled = reached(wanted, pose.view, hip, held)
    figure = skeleton(settled, pose.view, hip)
    pairs = (("stretched.hand", pose.hands.stretched), ("other.hand", pose.hands.other))
    hands = {name(hand): name(target) for hand, target in pairs if target is not None}
    held |= {hand: _grip(figure, hand, target) for hand, target in hands.items()}
    settled = reached(settled, pose.view, hip, held)
    figure = skeleton(settled, pose.view, hip, exchanged=exchanged)
    held = {place: figure.point(place) for place in held}
    props = tuple(_shape(prop, figure) for prop in pose.props)
    return Rest(pose, settled, hip, floor, hands, held, replace(figure, props=props))


def moved(rest: Rest, way: Point) -> Rest:
    """Return ``rest`` in another place of the picture."""
    return replace(
        rest,
        hip=rest.hip + way,
        held={place: point + way for place, point in rest.held.items()},
        figure=mapped(rest.figure, lambda point: point + way),
    )


def clearance(place: str) -> float:
    """Return how far above the floor a place of the body is when it touches it, in units of the stature."""
    return body.CLEARANCE[place.rpartition(".")[2]]


def _names(exchanged: bool) -> Callable[[str], str]:
    """Return what turns the names of places in a pose file into those of a picture."""
    near, far = ("other", "stretched") if exchanged else ("stretched", "other")
    return lambda place: place.replace(f"{near}.", "near.").replace(f"{far}.", "far.")


def _height(pose: Pose, floor: tuple[str, ...], raw: Figure) -> float:
    """Return how high the hip is so that the places on the floor touch it, the highest as far off as the lowest."""
    # A foot or a hand is moved to the floor afterwards; what hangs together with the hip decides.
    firm = [place for place in floor if place in TRUNK] or [place for place in floor if place.endswith(".knee")]
    gaps = [clearance(place) - raw.point(place).y for place in firm or floor]
    if gaps:
        return pose.support + (min(gaps) + max(gaps)) / 2
    return pose.facing.pelvis_height if pose.facing else 0.0


def _grip(figure: Figure, hand: str, target: str) -> Point:
    """Return where a hand lies on the body: as far from the bone as the flesh is thick, on the side it is on."""
    place = figure.point(target)
    way = figure.point(hand) - place
    distance = body.GRIP[target.rpartition(".")[2]]
    return place + way * (distance / way.length) if way.length else place


def _shape(prop: Prop, figure: Figure) -> PropShape:
    middle = figure.point(prop.at)
    floor = 0.0 if figure.view.has_floor else middle.y
    low = Point(middle.x + prop.x - prop.width / 2, floor + prop.y)
    return PropShape(kind=prop.kind, low=low, high=low + Point(prop.width, prop.height))
