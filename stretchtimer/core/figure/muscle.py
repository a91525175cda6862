"""The hip flexor as the figure shows it: a band from the lumbar spine over the front of the hip to the thigh bone.

The iliopsoas runs from the lumbar vertebrae over the front rim of the pelvis to the lesser trochanter of the thigh
bone (article 003, line 7; evidence B8). Drawn, it ends further down the thigh than the bone has it, so that it is seen.
As the rim belongs to the pelvis, the band is the longer the further the thigh goes back, from a bend of 75 degrees on,
and nothing else changes it.
"""

from __future__ import annotations

from stretchtimer.core.figure.figure import Leg
from stretchtimer.core.figure.plane import Point, between, polar
from stretchtimer.core.figure.pose import View

RIM = 0.038
"""How far the front rim of the pelvis is from the hip joint."""
ALONG_THIGH = 0.42
IN_FRONT = 0.012
"""How far the band lies in front of the thigh bone and of the spine."""


def hip_flexor(view: View, hip: Point, lumbar: Point, leg: Leg) -> tuple[Point, ...]:
    """Return the way of the band of ``leg``, whose hip is at ``leg.hip``, in units of the stature."""
    on_thigh = between(leg.hip, leg.knee, ALONG_THIGH)
    if not view.in_profile:
        return (between(lumbar, leg.hip, 0.15), leg.hip, on_thigh)
    pelvis, thigh = (lumbar - hip).direction, (leg.knee - leg.hip).direction
    return (
        lumbar + polar(IN_FRONT, pelvis - 90),
        hip + polar(RIM, pelvis - 90),
        on_thigh + polar(IN_FRONT, thigh + 90),
    )
