"""The shapes of the body's parts, in units of the stature: where flesh makes a bone round.

Half-thicknesses follow the proportions of a slim adult (evidence E2: trunk 5.5 %, knee 3 to 3.5 % of the stature); the
curves between them are ours.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from stretchtimer.core.figure import body
from stretchtimer.core.figure.figure import Arm, Figure, Leg
from stretchtimer.core.figure.plane import between, polar, turn
from stretchtimer.core.figure.pose import View
from stretchtimer.ui.figure.outline import bone, rigid, smooth

THIGH_FRONT = ((0.0, 0.05), (0.35, 0.053), (0.75, 0.041), (1.0, 0.034))
THIGH_BACK = ((0.0, 0.054), (0.35, 0.051), (0.75, 0.038), (1.0, 0.031))
SHORTS = (
    (-0.052, 0.0),
    (0.0, 0.053),
    (0.079, 0.056),
    (0.109, 0.055),
    (0.113, 0.055),
    (0.117, 0.0),
    (0.113, -0.053),
    (0.109, -0.053),
    (0.079, -0.054),
    (0.0, -0.057),
)
"""Around what shorts cover of a thigh, from the hip on; the front is on the left. The hem runs straight across."""
SHANK_FRONT = ((0.0, 0.034), (0.3, 0.030), (0.7, 0.023), (1.0, 0.019))
SHANK_BACK = ((0.0, 0.030), (0.25, 0.042), (0.6, 0.031), (1.0, 0.020))
UPPER_ARM = ((0.0, 0.031), (0.35, 0.029), (1.0, 0.021))
NECK = ((0.0, 0.028), (1.0, 0.025))
HAND = ((0.0, 0.0145), (0.6, 0.019), (1.0, 0.013))
FOREARM = ((0.0, 0.021), (0.3, 0.024), (1.0, 0.0145))
FOOT_IN_PROFILE = (
    (-0.014, 0.018),
    (0.020, 0.018),
    (0.050, 0.004),
    (0.084, -0.014),
    (0.094, -0.029),
    (0.080, -0.039),
    (0.030, -0.036),
    (-0.030, -0.039),
    (-0.043, -0.030),
    (-0.036, -0.012),
)
"""Around a foot that points to the right, from the back of the ankle over the instep; the origin is the ankle."""
FOOT_FACING = ((0.0, 0.021), (0.6, 0.028), (1.0, 0.016))
TOE_RADIUS = 0.012
TOES = ((0.0, 0.0125), (1.0, 0.010))
HEAD_IN_PROFILE = (
    (0.063, 0.006),
    (0.050, -0.036),
    (0.018, -0.049),
    (-0.004, -0.057),
    (-0.016, -0.050),
    (-0.050, -0.043),
    (-0.060, -0.030),
    (-0.046, 0.002),
    (-0.044, 0.036),
    (-0.010, 0.058),
    (0.036, 0.046),
)
"""Around a head whose crown points to the right and whose face looks down, from the crown over the nose to the nape."""
HAIR_IN_PROFILE = (
    (0.066, 0.004),
    (0.056, -0.034),
    (0.034, -0.040),
    (0.022, -0.012),
    (-0.012, 0.008),
    (-0.036, 0.026),
    (-0.044, 0.040),
    (-0.010, 0.061),
    (0.038, 0.049),
)
HEAD_FACING = (
    (0.063, 0.0),
    (0.040, -0.041),
    (-0.012, -0.047),
    (-0.058, -0.020),
    (-0.058, 0.020),
    (-0.012, 0.047),
    (0.040, 0.041),
)
HAIR_FACING = (
    (0.066, 0.0),
    (0.042, -0.045),
    (0.006, -0.049),
    (0.030, -0.022),
    (0.038, 0.0),
    (0.030, 0.022),
    (0.006, 0.049),
    (0.042, 0.045),
)
PELVIS_IN_PROFILE = (
    (-0.045, 0.012),
    (-0.02, 0.056),
    (0.03, 0.060),
    (0.085, 0.046),
    (0.1, 0.0),
    (0.085, -0.046),
    (0.03, -0.052),
    (-0.02, -0.044),
)
"""Around the hips, from below the hip joint; the lumbar spine is on the right, the front below."""
PELVIS_FACING = (
    (-0.05, 0.0),
    (-0.035, 0.06),
    (0.0, 0.092),
    (0.04, 0.088),
    (0.1, 0.07),
    (0.1, -0.07),
    (0.04, -0.088),
    (0.0, -0.092),
    (-0.035, -0.06),
)


def leg(leg: Leg, view: View, grown: float = 0.0) -> QPainterPath:
    """Return the outline of a whole leg, ``grown`` all round but for the foot."""
    return _together(
        _foot(leg, view),
        bone(leg.knee, leg.ankle, SHANK_FRONT, SHANK_BACK, grown),
        bone(leg.hip, leg.knee, THIGH_FRONT, THIGH_BACK, grown),
    )


def shorts(leg: Leg) -> QPainterPath:
    """Return the outline of what the shorts cover of a thigh, with a straight hem."""
    way = leg.knee - leg.hip
    return rigid(leg.hip, way.direction, SHORTS, way.length / body.THIGH)


def _foot(leg: Leg, view: View) -> QPainterPath:
    if not view.in_profile:
        return bone(leg.ankle, leg.toe, FOOT_FACING, FOOT_FACING)
    way = leg.ball - leg.heel
    path = rigid(leg.ankle, way.direction, FOOT_IN_PROFILE, way.length / (body.BALL - body.HEEL))
    up = polar(TOE_RADIUS, way.direction + 90)
    return _together(path, bone(leg.ball + up, leg.toe + up, TOES, TOES))


def arm(arm: Arm, grown: float = 0.0) -> QPainterPath:
    """Return the outline of a whole arm, ``grown`` all round."""
    return _together(
        bone(arm.shoulder, arm.elbow, UPPER_ARM, UPPER_ARM, grown),
        bone(arm.elbow, arm.wrist, FOREARM, FOREARM, grown),
        bone(arm.wrist, between(arm.wrist, arm.hand, 1.15), HAND, HAND, grown),
    )


def sleeve(arm: Arm) -> QPainterPath:
    """Return the outline of a short sleeve."""
    widths = ((0.0, 0.034), (1.0, 0.031))
    return bone(arm.shoulder, between(arm.shoulder, arm.elbow, 0.42), widths, widths)


def head(figure: Figure) -> QPainterPath:
    """Return the outline of the head with the neck."""
    points = HEAD_IN_PROFILE if figure.view.in_profile else HEAD_FACING
    return _together(
        bone(figure.shoulder, between(figure.shoulder, figure.head, 0.7), NECK, NECK),
        rigid(figure.head, _crown(figure), points),
    )


def hair(figure: Figure) -> QPainterPath:
    """Return the outline of the hair."""
    if figure.view is View.FACE_DOWN:
        return rigid(figure.head, _crown(figure), HEAD_FACING)
    return rigid(figure.head, _crown(figure), HAIR_IN_PROFILE if figure.view.in_profile else HAIR_FACING)


def pelvis(figure: Figure) -> QPainterPath:
    """Return the outline of the hips, from below the hip joints to the waist."""
    points = PELVIS_IN_PROFILE if figure.view.in_profile else PELVIS_FACING
    return rigid(figure.hip, (figure.lumbar - figure.hip).direction, points)


def shirt(figure: Figure, breath: float) -> QPainterPath:
    """Return the outline of the trunk from the waist to the neck, its chest a little wider by ``breath`` (0 to 1)."""
    low = (figure.lumbar - figure.hip).direction
    high = (figure.shoulder - figure.lumbar).direction
    middle = low + turn(low, high) / 2
    deep = 1 + 0.06 * breath
    hem = between(figure.hip, figure.lumbar, 0.45)
    chest = between(figure.lumbar, figure.shoulder, 0.62)
    if figure.view.in_profile:
        rings = (
            (hem, low, 0.049, 0.056),
            (figure.lumbar, middle, 0.050, 0.046),
            (chest, high, 0.062 * deep, 0.058),
            (figure.shoulder - polar(0.01, high), high, 0.040 * deep, 0.043),
        )
        top = figure.shoulder + polar(0.022, high)
    else:
        rings = (
            (hem, low, 0.084, 0.084),
            (figure.lumbar, middle, 0.071, 0.071),
            (chest, high, 0.092 * deep, 0.092 * deep),
            (figure.shoulder - polar(0.004, high), high, 0.108, 0.108),
        )
        top = figure.shoulder + polar(0.03, high)
    front = [centre + polar(width, up - 90) for centre, up, width, _back in rings]
    back = [centre + polar(width, up + 90) for centre, up, _front, width in rings]
    bottom = hem - polar(0.012, low)
    return smooth([(point.x, point.y) for point in (*front, top, *reversed(back), bottom)])


def _crown(figure: Figure) -> float:
    """Return the direction from the neck to the crown of the head."""
    return (figure.head - figure.shoulder).direction


def _together(*paths: QPainterPath) -> QPainterPath:
    """Return one shape that fills what any of ``paths``, which all run the same way round, does."""
    whole = QPainterPath()
    whole.setFillRule(Qt.FillRule.WindingFill)
    for path in paths:
        whole.addPath(path)
    return whole
