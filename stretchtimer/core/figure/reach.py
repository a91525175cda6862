"""Inverse kinematics: limbs bend so that what they touch stays where it is."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from stretchtimer.core.figure import body
from stretchtimer.core.figure.figure import Arm, Leg
from stretchtimer.core.figure.kinematics import skeleton
from stretchtimer.core.figure.plane import Point, bend, is_left, level, polar, turn
from stretchtimer.core.figure.pose import View
from stretchtimer.core.figure.posture import LimbPosture, Posture

FOOT = ("heel", "ball", "toe")


def reached(posture: Posture, view: View, hip: Point, held: Mapping[str, Point]) -> Posture:
    """Return ``posture`` with the limbs bent so that each place in ``held`` is where it says, as far as bones reach.

    ``held`` names places of limbs, such as ``far.heel``, and where in the picture each is.
    """
    figure = skeleton(posture, view, hip)
    sides = {}
    for side in ("near", "far"):
        limbs: LimbPosture = getattr(posture, side)
        places = {place.partition(".")[2]: point for place, point in held.items() if place.startswith(f"{side}.")}
        drawn = getattr(figure, side)
        sides[side] = _arm_reached(_leg_reached(limbs, drawn.leg, view, places), drawn.arm, view, places)
    return replace(posture, **sides)


def _leg_reached(limbs: LimbPosture, leg: Leg, view: View, held: Mapping[str, Point]) -> LimbPosture:
    thigh, shank = abs(body.THIGH * limbs.shares.thigh), abs(body.SHANK * limbs.shares.shank)
    if "knee" in held:
        knee = level(leg.hip, thigh, held["knee"].y, leg.knee)
        ankle = level(knee, shank, held["ankle"].y, knee + leg.ankle - leg.knee) if "ankle" in held else None
        return _leg_at(limbs, leg.hip, knee, ankle)
    if any(place in held for place in FOOT):
        limbs = _foot_down(limbs, held)
        ankle = _ankle_above(limbs, leg, view, held)
        # A knee bends forward, whatever is seen of it otherwise.
        whole = view.in_profile and min(limbs.shares.thigh, limbs.shares.shank) > 0
        left = whole or is_left(ankle - leg.hip, leg.knee - leg.hip)
        return _leg_at(limbs, leg.hip, bend(leg.hip, ankle, thigh, shank, left=left), ankle)
    return limbs


def _leg_at(limbs: LimbPosture, hip: Point, knee: Point, ankle: Point | None) -> LimbPosture:
    """Return the limbs with the thigh and the shank pointing so; the foot keeps its direction in the picture."""
    thigh = _towards(limbs.thigh, knee - hip, limbs.shares.thigh)
    shank = limbs.shank if ankle is None else _towards(limbs.shank, ankle - knee, limbs.shares.shank)
    return replace(limbs, thigh=thigh, shank=shank)


def _foot_down(limbs: LimbPosture, held: Mapping[str, Point]) -> LimbPosture:
    """Return the limbs with the foot flat where heel and toes are held, and the toes where only the ball is."""
    if "heel" in held and "toe" in held:
        flat = _towards(limbs.foot, held["toe"] - held["heel"], limbs.shares.foot)
        return replace(limbs, foot=flat, toes=flat)
    if "ball" in held and "toe" not in held:
        return replace(limbs, toes=180 * round(limbs.foot / 180))
    return limbs


def _ankle_above(limbs: LimbPosture, leg: Leg, view: View, held: Mapping[str, Point]) -> Point:
    """Return where the ankle is when the first place of the foot that is held is where it says."""
    place = next(place for place in FOOT if place in held)
    if view.in_profile:
        along = body.HEEL if place == "heel" else body.BALL
        offset = polar(along * limbs.shares.foot, limbs.foot) + polar(body.SOLE, limbs.foot - 90)
        if place == "toe":
            offset += polar(body.TOES * limbs.shares.foot, limbs.toes)
    else:
        offset = getattr(leg, place) - leg.ankle
    return held[place] - offset


def _arm_reached(limbs: LimbPosture, arm: Arm, view: View, held: Mapping[str, Point]) -> LimbPosture:
    upper = abs(body.UPPER_ARM * limbs.shares.upper_arm)
    fore, hand = abs(body.FOREARM * limbs.shares.forearm), abs(body.HAND * limbs.shares.forearm)
    if "elbow" in held:
        elbow = level(arm.shoulder, upper, held["elbow"].y, arm.elbow)
        end = level(elbow, fore, held["wrist"].y, elbow + arm.wrist - arm.elbow) if "wrist" in held else None
    elif "wrist" in held:
        end = held["wrist"]
        elbow = bend(arm.shoulder, end, upper, fore, left=_elbow_left(limbs, arm, view, end))
    elif "hand" in held:
        # What holds on is the hand, in line with the forearm.
        end = held["hand"]
        elbow = bend(arm.shoulder, end, upper, fore + hand, left=_elbow_left(limbs, arm, view, end))
    else:
        return limbs
    upper_arm = _towards(limbs.upper_arm, elbow - arm.shoulder, limbs.shares.upper_arm)
    forearm = limbs.forearm if end is None else _towards(limbs.forearm, end - elbow, limbs.shares.forearm)
    in_line = limbs.hand == limbs.forearm
    return replace(limbs, upper_arm=upper_arm, forearm=forearm, hand=forearm if in_line else limbs.hand)


def _elbow_left(limbs: LimbPosture, arm: Arm, view: View, end: Point) -> bool:
    """Whether the elbow is left of the way to ``end``: it bends backward, whatever is seen of it otherwise."""
    whole = view.in_profile and min(limbs.shares.upper_arm, limbs.shares.forearm) > 0
    return not whole and is_left(end - arm.shoulder, arm.elbow - arm.shoulder)


def _towards(direction: float, way: Point, share: float) -> float:
    """Return the direction of ``way`` for a bone of that ``share``, as few degrees from ``direction`` as can be."""
    if not way.length:
        return direction
    wanted = way.direction + (180 if share < 0 else 0)
    return direction + turn(direction, wanted)
