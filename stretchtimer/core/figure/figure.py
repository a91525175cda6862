"""A figure: the points of a body in a picture, in units of the stature, ready to be painted.

``x`` grows to the right and ``y`` upwards; where the view has a floor it is the line y = 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from stretchtimer.core.figure.body import HEAD_RADIUS, TRUNK_RADIUS
from stretchtimer.core.figure.plane import Point, between, turn
from stretchtimer.core.figure.pose import PropKind, View


class Leg(Struct, frozen=True, kw_only=True):
    """The points of a leg. Seen from the front or from above, the heel is at the ankle."""

    hip: Point
    knee: Point
    ankle: Point
    heel: Point
    ball: Point
    toe: Point

    @property
    def thigh(self) -> Point:
        """The middle of the thigh."""
        return between(self.hip, self.knee, 0.5)

    @property
    def shin(self) -> Point:
        """The middle of the shank."""
        return between(self.knee, self.ankle, 0.5)


class Arm(Struct, frozen=True, kw_only=True):
    """The points of an arm; ``hand`` is the middle of the hand."""

    shoulder: Point
    elbow: Point
    wrist: Point
    hand: Point


class Limbs(Struct, frozen=True, kw_only=True):
    """One side of the body."""

    leg: Leg
    arm: Arm


class PropShape(Struct, frozen=True, kw_only=True):
    """A thing in the picture: its kind, and the box from its lower left to its upper right corner that it fills."""

    kind: PropKind
    low: Point
    high: Point


class Box(Struct, frozen=True):
    """A part of the picture."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From the left edge to the right one."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From the lower edge to the upper one."""
        return self.top - self.bottom


class Figure(Struct, frozen=True, kw_only=True):
    """A body in a picture."""

    view: View
    mirrored: bool = False
    """Whether the stretched side is the left one."""
    hip: Point
    """The middle of the hips."""
    lumbar: Point
    shoulder: Point
    """The middle of the shoulders, where the neck begins."""
    head: Point
    """The middle of the head; its radius is `body.HEAD_RADIUS`."""
    near: Limbs
    """In profile the side nearer to the viewer, which is the stretched one unless the figure is ``exchanged``; in the
    other views the stretched one."""
    far: Limbs
    exchanged: bool = False
    """Whether the stretched side is the far one, as at every second repetition of an alternating exercise."""
    muscle: tuple[Point, ...]
    """The hip flexor of the stretched side: from the lumbar spine over the front of the hip to the thigh bone."""
    props: tuple[PropShape, ...] = ()

    @property
    def stretched(self) -> Limbs:
        """The stretched side."""
        return self.far if self.exchanged else self.near

    @property
    def other(self) -> Limbs:
        """The side that is not stretched."""
        return self.near if self.exchanged else self.far

    @property
    def back(self) -> Point:
        """The middle of the chest."""
        return between(self.lumbar, self.shoulder, 0.5)

    def point(self, place: str) -> Point:
        """Return a place of the body: ``hip``, ``stretched.knee`` as in a pose file, or by its layer ``far.knee``."""
        half, _dot, name = place.rpartition(".")
        if not half:
            found: Point = getattr(self, name)
            return found
        limbs: Limbs = getattr(self, half)
        limb = limbs.arm if name in Arm.__struct_fields__ else limbs.leg
        found = getattr(limb, name)
        return found

    def points(self) -> Iterator[Point]:
        """Yield all points of the body."""
        yield from (self.hip, self.lumbar, self.shoulder, self.head)
        for limbs in (self.near, self.far):
            for limb in (limbs.leg, limbs.arm):
                yield from (getattr(limb, name) for name in limb.__struct_fields__)


class Angles(Struct, frozen=True, kw_only=True):
    """The joint angles of one side of a figure in profile, in degrees from -180 to 180; bending is positive."""

    hip: float
    """Between the thigh and the pelvis: the less, the more the hip is stretched."""
    knee: float
    ankle: float
    shoulder: float
    elbow: float


def joint_angles(figure: Figure, limbs: Limbs) -> Angles:
    """Return the angles of ``limbs``, which are one side of ``figure``, a body in profile."""
    sign = -1 if figure.mirrored else 1

    def angle(start: Point, end: Point, straight: float = 0.0) -> float:
        return turn(0.0, sign * turn(start.direction, end.direction) + straight)

    leg, arm = limbs.leg, limbs.arm
    thigh, shank, foot = leg.knee - leg.hip, leg.ankle - leg.knee, leg.ball - leg.heel
    upper_arm, forearm = arm.elbow - arm.shoulder, arm.wrist - arm.elbow
    return Angles(
        hip=angle(figure.lumbar - figure.hip, thigh, 180.0),
        knee=-angle(thigh, shank),
        ankle=-angle(shank, foot, -90.0),
        shoulder=angle(figure.shoulder - figure.lumbar, upper_arm, 180.0),
        elbow=angle(upper_arm, forearm),
    )


def hip_angle(figure: Figure, limbs: Limbs) -> float:
    """Return the angle of the thigh to the pelvis: 0 upright, positive bent, negative stretched back."""
    return joint_angles(figure, limbs).hip


def band_length(figure: Figure) -> float:
    """Return how long the hip flexor of the stretched side is, in units of the stature."""
    return sum((end - start).length for start, end in pairwise(figure.muscle))


def mapped(figure: Figure, place: Callable[[Point], Point]) -> Figure:
    """Return ``figure`` with every point put where ``place`` says."""

    def moved(limb: Leg | Arm) -> dict[str, Point]:
        return {name: place(getattr(limb, name)) for name in limb.__struct_fields__}

    def side(limbs: Limbs) -> Limbs:
        return Limbs(leg=Leg(**moved(limbs.leg)), arm=Arm(**moved(limbs.arm)))

    return replace(
        figure,
        hip=place(figure.hip),
        lumbar=place(figure.lumbar),
        shoulder=place(figure.shoulder),
        head=place(figure.head),
        near=side(figure.near),
        far=side(figure.far),
        muscle=tuple(place(point) for point in figure.muscle),
        props=tuple(_prop_between(prop.kind, place(prop.low), place(prop.high)) for prop in figure.props),
    )


def mirror(figure: Figure) -> Figure:
    """Return the exact mirror image, which shows the other side of the body stretched."""
    return replace(mapped(figure, lambda point: point.mirrored), mirrored=not figure.mirrored)


def bounds(figures: Iterable[Figure], margin: float = 0.0) -> Box:
    """Return the box that holds all ``figures`` with their props, thickness included, and a ``margin`` around it."""
    boxes = [box for figure in figures for box in _extents(figure)]
    return Box(
        min(box.left for box in boxes) - margin,
        min(box.bottom for box in boxes) - margin,
        max(box.right for box in boxes) + margin,
        max(box.top for box in boxes) + margin,
    )


def _prop_between(kind: PropKind, corner: Point, opposite: Point) -> PropShape:
    """Return a thing that fills the box between two opposite corners, whichever they are."""
    low = Point(min(corner.x, opposite.x), min(corner.y, opposite.y))
    return PropShape(kind=kind, low=low, high=Point(max(corner.x, opposite.x), max(corner.y, opposite.y)))


def _extents(figure: Figure) -> Iterator[Box]:
    """Yield boxes that together hold ``figure``: around each point of the body as much as the trunk is thick."""
    for point in figure.points():
        radius = HEAD_RADIUS if point is figure.head else TRUNK_RADIUS
        bottom = point.y - radius
        yield Box(
            point.x - radius,
            max(bottom, min(point.y, 0.0)) if figure.view.has_floor else bottom,
            point.x + radius,
            point.y + radius,
        )
    yield from (Box(prop.low.x, prop.low.y, prop.high.x, prop.high.y) for prop in figure.props)
