"""The proportions of the figure, in units of the stature.

Lengths are fractions after Winter and Drillis & Contini, rounded (evidence E2). Radii are half of the thickness of the
body there; a place touches the floor when it is as far above it as it is thick.
"""

from __future__ import annotations

PELVIS = 0.09
"""From the hip to the lumbar spine."""
THORAX = 0.198
NECK = 0.05
HEAD_RADIUS = 0.063
UPPER_ARM = 0.186
FOREARM = 0.146
HAND = 0.06
"""From the wrist to the middle of the hand, which holds things."""
THIGH = 0.245
SHANK = 0.246

SOLE = 0.039
"""From the ankle down to the sole."""
HEEL, BALL = -0.035, 0.08
"""Along the sole, from below the ankle."""
TOES = 0.035
"""From the ball of the foot to the tip of the toes."""
FACING_FOOT = 0.11
"""The length of a foot that is seen from the front or from above, from the ankle on."""

HALF_HIPS = 0.045
HALF_SHOULDERS = 0.095
"""From the middle of the body to a hip and to a shoulder, seen from the front."""

TRUNK_RADIUS = 0.055
KNEE_RADIUS = 0.032
ANKLE_RADIUS = 0.03
ELBOW_RADIUS = 0.02
WRIST_RADIUS = 0.017
HAND_RADIUS = 0.017

CLEARANCE = {
    "hip": TRUNK_RADIUS,
    "lumbar": TRUNK_RADIUS,
    "back": TRUNK_RADIUS,
    "shoulder": TRUNK_RADIUS,
    "head": HEAD_RADIUS,
    "thigh": 0.045,
    "knee": KNEE_RADIUS,
    "shin": KNEE_RADIUS,
    "ankle": ANKLE_RADIUS,
    "heel": 0.0,
    "ball": 0.0,
    "toe": 0.0,
    "elbow": ELBOW_RADIUS,
    "wrist": WRIST_RADIUS,
    "hand": HAND_RADIUS,
}
"""How far above the floor a place is when it touches it, by its name without the side."""

GRIP = {"thigh": 0.028, "shin": 0.045, "knee": 0.04, "ankle": 0.01, "toe": 0.01}
"""How far the middle of a hand is from the place that it holds or lies on."""

RANGES = {
    "hip": (-45.0, 145.0),
    "knee": (-10.0, 150.0),
    "ankle": (-45.0, 80.0),
    "shoulder": (-75.0, 190.0),
    "elbow": (-5.0, 150.0),
}
"""The joint angles that a drawn body may have, in degrees, bending positive.

Wider than the textbook ranges of one joint alone (hip -30 to 120, ankle to 50): a drawn hip angle has the tilt of the
pelvis in it, and a drawn ankle the bend of the toes and of the foot that lies on its back.
"""
TOLERANCE = 0.01
"""How far a place that touches something may be from it at rest, in units of the stature."""
