"""What is measured in a self-test: how, in which position, and which numbers can be right (evidence C1 and D1).

Angles are in degrees; the thigh above the horizontal is positive, below it negative. The floor stops the thigh, so the
test on the floor has no negative angles; at the edge of a bed the leg can hang below.
"""

from __future__ import annotations

import math
from enum import StrEnum
from typing import Annotated, NamedTuple

from msgspec import Meta, Struct

from stretchtimer.core.language import _

MOST_TRIALS = 5
THIGH_CM = (25.0, 60.0)
"""From the bony bump at the side of the hip to the one at the outer side of the knee (evidence D1)."""
KNEE_DEG = (0, 140)
UNUSUAL_THIGH_DEG = (-25.0, 30.0)
"""Outside of these an angle is asked about (evidence D1)."""
PASSED_BELOW_DEG = 5.0
PASSED_BELOW_CM = 3.0
"""A leg that stayed flat contradicts an angle, or a gap beyond the resting one, above this (evidence D1)."""
FLAT_CM = 1.5
"""A gap that differs from the resting one by no more is the same gap. Our convention (evidence D1)."""


class Protocol(StrEnum):
    """In which position the test is taken. Results of one are never compared with those of the other."""

    FLOOR = "floor"
    EDGE = "edge"
    """At the edge of a bed or a firm table, over which the tested leg hangs."""


class Method(StrEnum):
    """How a result was found. Results of different methods are never joined in one trend (evidence C1)."""

    BY_EYE = "by_eye"
    """Whether the leg stayed down, and no number."""
    PHONE = "phone"
    """A phone with an inclinometer, laid on the thigh."""
    TAPE = "tape"
    """The gap under the knee, with the length of the thigh."""
    GONIOMETER = "goniometer"
    PHOTO = "photo"


class State(StrEnum):
    """How the person came to the test."""

    RESTED = "rested"
    WARM = "warm"
    """After a warm-up or a walk."""
    AFTER_STRETCHING = "after_stretching"


class BackFlat(StrEnum):
    """Whether the low back lay flat during the test. A pelvis that tilts moves the thigh by itself (evidence C1)."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class PainSign(StrEnum):
    """What a pain in the test was like (evidence D1)."""

    SHARP = "sharp"
    RADIATING = "radiating"
    NUMBNESS = "numbness"
    TINGLING = "tingling"
    WEAKNESS = "weakness"
    BELOW_KNEE = "below_knee"


class _Limits(NamedTuple):
    least: float
    most: float

    def hold(self, value: float) -> bool:
        return self.least <= value <= self.most

    def outside_text(self, value: float) -> str:
        """Return ``value``, which lies outside, with as many decimals as it takes to see that."""
        rounded = (round(value, decimals) for decimals in range(1, 15))
        return f"{next((near for near in rounded if not self.hold(near)), value):.15g}".replace("-", "−")


_ANGLES = {Protocol.FLOOR: _Limits(0, 45), Protocol.EDGE: _Limits(-40, 45)}
"""Evidence D1."""
_GAPS = {Protocol.FLOOR: _Limits(0, 30), Protocol.EDGE: _Limits(-30, 30)}
"""Evidence D1 for the floor; at the edge, where the knee may be below the bed, the same downwards. Our convention."""
_USUAL_GAPS = _Limits(-20, 20)
"""Evidence D1 for the upper one; the lower one is our convention."""


class Measurement(Struct, frozen=True, kw_only=True, gc=False):
    """The readings of one hip. Raises ValueError, with words for the person, for readings that make no angle."""

    method: Method
    trials: Annotated[tuple[float, ...], Meta(min_length=1, max_length=MOST_TRIALS)]
    """Degrees, or centimetres of the gap under the knee by tape."""
    resting_gap_cm: float | None = None
    """By tape: the height of the same knee with both legs lying flat, which is not nought."""
    thigh_cm: float | None = None

    def __post_init__(self) -> None:
        if not 1 <= len(self.trials) <= MOST_TRIALS:
            raise ValueError(_("A hip is measured 1 to {most} times.").format(most=MOST_TRIALS))
        if self.method is Method.BY_EYE:
            raise ValueError(_("By eye, nothing is measured."))
        if self.method is not Method.TAPE:
            if self.resting_gap_cm is not None or self.thigh_cm is not None:
                raise ValueError(_("A gap and the length of the thigh belong to the tape."))
            return
        if self.resting_gap_cm is None:
            raise ValueError(_("With a tape, the resting gap is needed too."))
        if self.thigh_cm is None:
            raise ValueError(_("With a tape, the length of the thigh is needed too."))
        if not _Limits(*THIGH_CM).hold(self.thigh_cm):
            raise ValueError(
                _("The thigh has to be {least} to {most} cm long.").format(
                    least=number_text(THIGH_CM[0]), most=number_text(THIGH_CM[1])
                )
            )
        for gap_cm in self.trials:
            tape_angle(gap_cm, self.resting_gap_cm, self.thigh_cm)

    @property
    def angles_deg(self) -> tuple[float, ...]:
        """The angle of each trial."""
        if self.resting_gap_cm is None or self.thigh_cm is None:
            return self.trials
        return tuple(tape_angle(gap_cm, self.resting_gap_cm, self.thigh_cm) for gap_cm in self.trials)

    @property
    def angle_deg(self) -> float:
        """The angle that counts: the median of the trials."""
        return _median(self.angles_deg)

    @property
    def spread_deg(self) -> float:
        """How far the trials lie apart."""
        return max(self.angles_deg) - min(self.angles_deg)

    def check(self, protocol: Protocol) -> None:
        """Raise ValueError, with words for the person, for a reading that cannot be (the hard ranges of D1)."""
        if self.resting_gap_cm is not None:
            self._check_gaps(protocol, self.resting_gap_cm)
        for angle_deg in self.angles_deg:
            # Two equal gaps may be read a little differently, so by tape a leg on the floor may seem to lie deeper.
            tolerated = protocol is Protocol.FLOOR and self.method is Method.TAPE and angle_deg < 0
            if not (tolerated or _ANGLES[protocol].hold(angle_deg)):
                raise ValueError(_angle_refusal(protocol, angle_deg))

    def questions(self, protocol: Protocol, *, passed: bool) -> tuple[str, ...]:
        """Return what to ask before this is kept: readings that are unusual, or that contradict a leg that ``passed``.

        Empty if all is as expected. ``protocol`` is the one that `check` has accepted it for.
        """
        asked = []
        if self.method is Method.TAPE and not all(map(_USUAL_GAPS.hold, self.trials)):
            asked.append(_("A gap of more than {n} cm is rare. Is it right?").format(n=number_text(_USUAL_GAPS.most)))
        if not all(map(_Limits(*UNUSUAL_THIGH_DEG).hold, self.angles_deg)):
            asked.append(
                _("An angle outside of {least}° to +{most}° is rare. Is it right?").format(
                    least=number_text(UNUSUAL_THIGH_DEG[0]), most=number_text(UNUSUAL_THIGH_DEG[1])
                )
            )
        if passed and (self.angle_deg > PASSED_BELOW_DEG or self._raised_cm > PASSED_BELOW_CM):
            asked.append(
                _("The leg stayed flat, but the thigh is {angle} above the horizontal. Are both right?").format(
                    angle=_("{n}°").format(n=number_text(self.angle_deg))
                )
            )
        return tuple(asked)

    @property
    def _raised_cm(self) -> float:
        """How far the knee was higher than at rest, by tape; nought for the others, which have angles."""
        return 0.0 if self.resting_gap_cm is None else _median(self.trials) - self.resting_gap_cm

    def _check_gaps(self, protocol: Protocol, resting_gap_cm: float) -> None:
        limits = _GAPS[protocol]
        for gap_cm in (resting_gap_cm, *self.trials):
            if not limits.hold(gap_cm):
                raise ValueError(
                    _("A gap has to be {least} to {most} cm, not {n}.").format(
                        least=number_text(limits.least), most=number_text(limits.most), n=limits.outside_text(gap_cm)
                    )
                )
        if protocol is Protocol.FLOOR and min(self.trials) < resting_gap_cm - FLAT_CM:
            raise ValueError(
                _("On the floor the knee cannot lie lower than with both legs flat. Measure the resting gap again.")
            )


def tape_angle(gap_cm: float, resting_gap_cm: float, thigh_cm: float) -> float:
    """Return the angle of a thigh of ``thigh_cm`` whose knee is ``gap_cm`` high, and lying flat ``resting_gap_cm``.

    Trigonometry is more reliable than a goniometer here (a study of 2015, PMC4560013, evidence C1). Raises ValueError,
    with words for the person, if the knee were further up than the thigh is long.
    """
    height_cm = gap_cm - resting_gap_cm
    if not abs(height_cm) <= thigh_cm:
        raise ValueError(_("The knee cannot be further from the floor than the thigh is long."))
    return math.degrees(math.asin(height_cm / thigh_cm))


def check_knee(protocol: Protocol, knee_deg: int) -> None:
    """Raise ValueError, with words for the person, for a bend of the knee that cannot be, or on the floor."""
    if protocol is Protocol.FLOOR:
        raise ValueError(_("The bend of the knee belongs to the test at the edge of a bed."))
    if not _Limits(*KNEE_DEG).hold(knee_deg):
        raise ValueError(
            _("The bend of the knee has to be {least}° to {most}°.").format(least=KNEE_DEG[0], most=KNEE_DEG[1])
        )


def number_text(value: float) -> str:
    """Return ``value`` to a tenth, without a nought behind the point, and with a true minus."""
    return f"{round(value, 1) + 0.0:g}".replace("-", "−")


def _median(values: tuple[float, ...]) -> float:
    """Return the median of ``values``. The module statistics would take longer to import than all else here."""
    ordered, half = sorted(values), len(values) // 2
    return ordered[half] if len(values) % 2 else (ordered[half - 1] + ordered[half]) / 2


def _angle_refusal(protocol: Protocol, angle_deg: float) -> str:
    limits = _ANGLES[protocol]
    if protocol is Protocol.FLOOR and angle_deg < limits.least:
        words = _("On the floor the angle has to be {least}° to {most}°, not {n}°. If the leg lay flat, it is 0°.")
    elif protocol is Protocol.FLOOR:
        words = _("On the floor the angle has to be {least}° to {most}°, not {n}°.")
    else:
        words = _("At the edge of the bed the angle has to be {least}° to +{most}°, not {n}°.")
    return words.format(
        least=number_text(limits.least), most=number_text(limits.most), n=limits.outside_text(angle_deg)
    )
