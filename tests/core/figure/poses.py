"""Poses that tests share, written as a pose file would be."""

from __future__ import annotations

from typing import Any

from stretchtimer.core.figure.picture import Picture
from stretchtimer.core.figure.pose import Hands, Joints, LimbJoints, Pose, View

STRAIGHT = LimbJoints(hip=0, knee=0, ankle=0, shoulder=0, elbow=0)
FEET = ("stretched.heel", "stretched.toe", "other.heel", "other.toe")


def pose(id: str = "standing", **changes: Any) -> Pose:
    """Return a body that stands upright, with ``changes``: of the pose, or by ``stretched`` and ``other`` of a side."""
    sides = {side: changes.pop(side, STRAIGHT) for side in ("stretched", "other")}
    trunk = {name: changes.pop(name, default) for name, default in (("pelvis", 90), ("spine", 0), ("head", 0))}
    values: dict[str, Any] = {
        "id": id,
        "view": View.SIDE,
        "description": "Standing on both feet.",
        "joints": Joints(**trunk, **sides),
        "floor": FEET,
    }
    return Pose(**(values | changes))


def limb(**changes: float) -> LimbJoints:
    return LimbJoints(**({"hip": 0, "knee": 0, "ankle": 0, "shoulder": 0, "elbow": 0} | changes))


STANDING = pose()
SQUAT = pose(
    "squat",
    stretched=limb(hip=60, knee=90, ankle=-30, shoulder=50),
    other=limb(hip=60, knee=90, ankle=-30, shoulder=50),
    pelvis=70,
)
KNEE_UP = pose(
    "knee-up",
    stretched=limb(hip=100, knee=110, shoulder=20, elbow=60),
    floor=("other.heel", "other.toe"),
    hands=Hands(stretched="stretched.knee"),
)
POSES = {each.id: each for each in (STANDING, SQUAT, KNEE_UP)}
HOLD = Picture(way_in=("standing",), poses=("knee-up",))
MOVEMENT = Picture(poses=("standing", "squat"))
