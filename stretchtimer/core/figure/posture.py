"""A posture: the directions of all segments of a body in the picture, as a pose gives them or as two poses blend.

A direction is in degrees, 0 to the right and 90 up, and may go beyond a full turn: a posture between two others has
directions between theirs. As joint angles are differences of directions, to blend the ones is to blend the others.
"""

from __future__ import annotations

from msgspec import Struct

from stretchtimer.core.figure.pose import Facing, Joints, LimbDirections, LimbJoints, Pose, Shares


class LimbPosture(Struct, frozen=True):
    """The directions of one side, and how much of each segment's length is seen."""

    thigh: float
    shank: float
    foot: float
    toes: float
    """From the ball of the foot on; toes bend where only the ball of the foot touches the floor."""
    upper_arm: float
    forearm: float
    hand: float
    shares: Shares


class Posture(Struct, frozen=True):
    """The directions of a body's segments."""

    pelvis: float
    """From the hip to the lumbar spine."""
    chest: float
    head: float
    near: LimbPosture
    """In profile the side nearer to the viewer; in the other views the stretched one."""
    far: LimbPosture


def posture(pose: Pose) -> Posture:
    """Return the directions of ``pose``. Raises ValueError if it has neither ``joints`` nor ``facing``, or both."""
    if pose.joints is not None and pose.facing is None:
        return _in_profile(pose.joints)
    if pose.facing is not None and pose.joints is None:
        return _facing(pose.facing)
    raise ValueError(f"{pose.id} needs either joints or facing")


def mixed(start: Posture, end: Posture, part: float) -> Posture:
    """Return the posture that is the ``part`` (0 to 1) of the way from ``start`` to ``end``."""
    return Posture(
        _mix(start.pelvis, end.pelvis, part),
        _mix(start.chest, end.chest, part),
        _mix(start.head, end.head, part),
        _mixed_limbs(start.near, end.near, part),
        _mixed_limbs(start.far, end.far, part),
    )


def exchanged(body: Posture) -> Posture:
    """Return the posture in profile with the two sides exchanged."""
    return Posture(body.pelvis, body.chest, body.head, body.far, body.near)


def _in_profile(joints: Joints) -> Posture:
    """Return the directions of a body in profile (evidence E2)."""
    chest = joints.pelvis - joints.spine

    def limbs(angles: LimbJoints) -> LimbPosture:
        thigh = joints.pelvis - 180 + angles.hip
        shank = thigh - angles.knee
        upper_arm = chest - 180 + angles.shoulder
        forearm = upper_arm + angles.elbow
        return LimbPosture(
            thigh=thigh,
            shank=shank,
            foot=shank + 90 - angles.ankle,
            toes=shank + 90 - angles.ankle,
            upper_arm=upper_arm,
            forearm=forearm,
            hand=forearm if angles.hand is None else angles.hand,
            shares=angles.shares,
        )

    return Posture(joints.pelvis, chest, chest - joints.head, limbs(joints.stretched), limbs(joints.other))


def _facing(facing: Facing) -> Posture:
    def limbs(side: LimbDirections) -> LimbPosture:
        return LimbPosture(
            thigh=side.thigh,
            shank=side.shank,
            foot=side.foot,
            toes=side.foot,
            upper_arm=side.upper_arm,
            forearm=side.forearm,
            hand=side.forearm,
            shares=side.shares,
        )

    pelvis = 90 + facing.lean
    chest = pelvis + facing.bend
    return Posture(pelvis, chest, chest + facing.head, limbs(facing.stretched), limbs(facing.other))


def _mixed_limbs(start: LimbPosture, end: LimbPosture, part: float) -> LimbPosture:
    return LimbPosture(
        thigh=_mix(start.thigh, end.thigh, part),
        shank=_mix(start.shank, end.shank, part),
        foot=_mix(start.foot, end.foot, part),
        toes=_mix(start.toes, end.toes, part),
        upper_arm=_mix(start.upper_arm, end.upper_arm, part),
        forearm=_mix(start.forearm, end.forearm, part),
        hand=_mix(start.hand, end.hand, part),
        shares=_mixed_shares(start.shares, end.shares, part),
    )


def _mixed_shares(start: Shares, end: Shares, part: float) -> Shares:
    if start == end:
        return start
    return Shares(**{name: _mix(getattr(start, name), getattr(end, name), part) for name in Shares.__struct_fields__})


def _mix(start: float, end: float, part: float) -> float:
    return start + (end - start) * part
