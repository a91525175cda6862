"""What must hold of a pose: that a body can have it, and that what touches the floor really does."""

from __future__ import annotations

from collections.abc import Iterator

from stretchtimer.core.catalog.routine import Fault
from stretchtimer.core.figure import body
from stretchtimer.core.figure.pose import Joints, Pose, Shares
from stretchtimer.core.figure.rest import Rest, at_rest, clearance
from stretchtimer.core.language import _

SEGMENTS = {
    "hip": ("thigh",),
    "knee": ("thigh", "shank"),
    "ankle": ("shank", "foot"),
    "shoulder": ("upper_arm",),
    "elbow": ("upper_arm", "forearm"),
}
"""Which segments make the angle of a joint, besides the trunk."""
LIMB_BONES = ("knee", "ankle", "heel", "ball", "toe", "elbow", "wrist", "hand")
BONES = ("hip", "lumbar", "shoulder", "head", *(f"{side}.{name}" for side in ("near", "far") for name in LIMB_BONES))


def pose_faults(pose: Pose) -> Iterator[Fault]:
    """Yield what is wrong with ``pose``, with its place in the pose's table."""
    wanted, unwanted = ("joints", "facing") if pose.view.in_profile else ("facing", "joints")
    if getattr(pose, wanted) is None or getattr(pose, unwanted) is not None:
        expected = _("{wanted}, as the view {view} asks, and not {unwanted}").format(
            wanted=wanted, view=pose.view, unwanted=unwanted
        )
        yield Fault("", expected, _("something else"))
        return
    if pose.joints:
        yield from _range_faults(pose.joints)
    rest = at_rest(pose)
    yield from _floor_faults(rest)
    yield from _sunk_faults(rest)
    yield from _grip_faults(rest)


def gap(rest: Rest, place: str) -> float:
    """Return how far above what carries the body a ``place`` is that should touch it, in units of the stature."""
    return rest.figure.point(place).y - rest.pose.support - clearance(place)


def grip_gap(rest: Rest, hand: str) -> float:
    """Return how far a ``hand`` is from where it should hold on, in units of the stature."""
    place = rest.figure.point(rest.hands[hand])
    flesh = body.GRIP[rest.hands[hand].rpartition(".")[2]]
    return abs((rest.figure.point(hand) - place).length - flesh)


def seen_whole(shares: Shares, joint: str) -> bool:
    """Whether the segments of a ``joint`` lie in the plane of the picture, so that its angle can be seen."""
    return all(getattr(shares, segment) == 1 for segment in SEGMENTS[joint])


def _range_faults(joints: Joints) -> Iterator[Fault]:
    for side, limbs in (("stretched", joints.stretched), ("other", joints.other)):
        for joint, (low, high) in body.RANGES.items():
            angle: float = getattr(limbs, joint)
            if seen_whole(limbs.shares, joint) and not low <= angle <= high:
                expected = _("an angle from {low} to {high} degrees").format(low=low, high=high)
                yield Fault(f"joints.{side}.{joint}", expected, f"{angle:g}")


def _floor_faults(rest: Rest) -> Iterator[Fault]:
    for number, place in enumerate(rest.floor):
        above = gap(rest, place)
        if abs(above) > body.TOLERANCE:
            expected = _("a place that touches the floor within {percent} % of the stature").format(
                percent=100 * body.TOLERANCE
            )
            found = _("{place}, {percent:.1f} % above it").format(place=rest.pose.floor[number], percent=100 * above)
            yield Fault(f"floor[{number}]", expected, found)


def _sunk_faults(rest: Rest) -> Iterator[Fault]:
    """Yield what lies below the floor, for the bones alone: flesh is drawn flat where a body rests on it."""
    if rest.pose.view.has_floor:
        lowest = min(BONES, key=lambda place: rest.figure.point(place).y)
        height = rest.figure.point(lowest).y
        if height < -2 * body.TOLERANCE:
            found = _("{place}, {percent:.1f} % below it").format(
                place=lowest.replace("near.", "stretched.").replace("far.", "other."), percent=-100 * height
            )
            yield Fault("floor", _("a body above the floor"), found)


def _grip_faults(rest: Rest) -> Iterator[Fault]:
    for hand in rest.hands:
        apart = grip_gap(rest, hand)
        if apart > body.TOLERANCE:
            side = "stretched" if hand.startswith("near") else "other"
            expected = _("a place that the hand reaches")
            found = _("{place}, {percent:.1f} % of the stature away").format(
                place=getattr(rest.pose.hands, side), percent=100 * apart
            )
            yield Fault(f"hands.{side}", expected, found)
