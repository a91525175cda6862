"""Forward kinematics: from the directions of all segments to the points of a figure."""

from __future__ import annotations

from stretchtimer.core.figure import body
from stretchtimer.core.figure.figure import Arm, Figure, Leg, Limbs
from stretchtimer.core.figure.muscle import hip_flexor
from stretchtimer.core.figure.plane import Point, polar
from stretchtimer.core.figure.pose import View
from stretchtimer.core.figure.posture import LimbPosture, Posture


def skeleton(posture: Posture, view: View, hip: Point, *, exchanged: bool = False) -> Figure:
    """Return the points of a body in ``posture`` with the middle of its hips at ``hip``, without props.

    Its far side is the stretched one if it is ``exchanged``.
    """
    lumbar = hip + polar(body.PELVIS, posture.pelvis)
    shoulder = lumbar + polar(body.THORAX, posture.chest)
    head = shoulder + polar(body.NECK + body.HEAD_RADIUS, posture.head)
    across_hips, across_shoulders = _across(view, posture.pelvis), _across(view, posture.chest)
    sides = [
        Limbs(
            leg=_leg(limbs, hip + across_hips * (sign * body.HALF_HIPS), view),
            arm=_arm(limbs, shoulder + across_shoulders * (sign * body.HALF_SHOULDERS)),
        )
        for limbs, sign in ((posture.near, 1), (posture.far, -1))
    ]
    near, far = sides
    return Figure(
        view=view,
        hip=hip,
        lumbar=lumbar,
        shoulder=shoulder,
        head=head,
        near=near,
        far=far,
        exchanged=exchanged,
        muscle=hip_flexor(view, hip, lumbar, (far if exchanged else near).leg),
    )


def _across(view: View, trunk: float) -> Point:
    """Return the way from the middle to the stretched side, the right one, across a trunk of that direction."""
    if view.in_profile:
        return Point(0.0, 0.0)
    # Whoever shows the face has the right side on the left of the picture.
    return polar(1.0, trunk - 90 if view is View.FACE_DOWN else trunk + 90)


def _leg(limbs: LimbPosture, hip: Point, view: View) -> Leg:
    shares = limbs.shares
    knee = hip + polar(body.THIGH * shares.thigh, limbs.thigh)
    ankle = knee + polar(body.SHANK * shares.shank, limbs.shank)
    if view.in_profile:
        below = ankle + polar(body.SOLE, limbs.foot - 90)
        heel, ball = (below + polar(along * shares.foot, limbs.foot) for along in (body.HEEL, body.BALL))
        toe = ball + polar(body.TOES * shares.foot, limbs.toes)
    else:
        heel = ankle
        ball, toe = (ankle + polar(along * shares.foot, limbs.foot) for along in (body.BALL, body.FACING_FOOT))
    return Leg(hip=hip, knee=knee, ankle=ankle, heel=heel, ball=ball, toe=toe)


def _arm(limbs: LimbPosture, shoulder: Point) -> Arm:
    elbow = shoulder + polar(body.UPPER_ARM * limbs.shares.upper_arm, limbs.upper_arm)
    wrist = elbow + polar(body.FOREARM * limbs.shares.forearm, limbs.forearm)
    # A hand is seen as its forearm is, but for one that stands on the floor.
    share = limbs.shares.forearm if limbs.hand == limbs.forearm else 1.0
    return Arm(shoulder=shoulder, elbow=elbow, wrist=wrist, hand=wrist + polar(body.HAND * share, limbs.hand))
