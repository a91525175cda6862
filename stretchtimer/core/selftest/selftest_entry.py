"""What a person enters about one hip after a self-test, as text and choices, and what that gives."""

from __future__ import annotations

import math
from collections.abc import Iterable

from msgspec import Struct

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.records import Outcome, ResultRecord
from stretchtimer.core.selftest.measurement import BackFlat, Measurement, Method, PainSign, check_knee
from stretchtimer.core.selftest.measurement_words import measurement_words
from stretchtimer.core.selftest.selftest_steps import BY_EYE, Approach

_SIGNS_OF_UNIT = "°+ "


class HipEntry(Struct, frozen=True, kw_only=True):
    """One hip as it is entered. Empty texts and None are what was left out."""

    side: Side
    outcome: Outcome | None = None
    readings: tuple[str, ...] = ()
    resting_gap: str = ""
    knee: str = ""
    back: BackFlat | None = None
    tightness: int | None = None
    pain: int | None = None
    pain_signs: tuple[PainSign, ...] = ()

    @classmethod
    def of(cls, result: ResultRecord) -> HipEntry:
        """Return what has to be entered for ``result``: read again, it gives the same."""
        measurement = result.measurement
        return cls(
            side=result.side,
            outcome=result.outcome,
            readings=tuple(map(entered, measurement.trials)) if measurement else (),
            resting_gap=entered(measurement.resting_gap_cm) if measurement else "",
            knee=entered(result.knee_deg),
            back=result.back,
            tightness=result.tightness,
            pain=result.pain,
            pain_signs=result.pain_signs,
        )

    def read(self, approach: Approach = BY_EYE, thigh: str = "") -> HipReading:
        """Return what it gives, measured by ``approach``; ``thigh`` is the length that was entered, for the tape."""
        try:
            measurement = self._measurement(approach, thigh)
            knee_deg = _whole(self.knee) if self.knee.strip() else None
            if knee_deg is not None:
                check_knee(approach.protocol, knee_deg)
            if measurement is not None:
                measurement.check(approach.protocol)
        except ValueError as error:
            return HipReading(refusal=str(error))
        summary = _("Thigh {angle}").format(angle=measurement_words(measurement)) if measurement else ""
        if self.outcome is None:
            answers = (knee_deg, self.back, self.tightness, self.pain)
            said = measurement or self.pain_signs or any(value is not None for value in answers)
            return HipReading(summary=summary, refusal=_("Choose what the leg did, too.") if said else "")
        return HipReading(
            result=ResultRecord(
                side=self.side,
                outcome=self.outcome,
                measurement=measurement,
                back=self.back,
                knee_deg=knee_deg,
                tightness=self.tightness,
                pain=self.pain,
                pain_signs=self.pain_signs,  # without a pain too: numbness and weakness need not hurt
            ),
            summary=summary,
            questions=measurement.questions(approach.protocol, passed=self.outcome is Outcome.PASSED)
            if measurement
            else (),
        )

    def _measurement(self, approach: Approach, thigh: str) -> Measurement | None:
        trials = tuple(map(_number, filter(str.strip, self.readings)))
        if not trials or approach.method is Method.BY_EYE:
            return None
        by_tape = approach.method is Method.TAPE
        return Measurement(
            method=approach.method,
            trials=trials,
            resting_gap_cm=_number(self.resting_gap) if by_tape and self.resting_gap.strip() else None,
            thigh_cm=_number(thigh) if by_tape and thigh.strip() else None,
        )


class HipReading(Struct, frozen=True, kw_only=True):
    """What an entry gives."""

    result: ResultRecord | None = None
    """None as long as there is nothing to keep."""
    summary: str = ""
    """The angle in words."""
    refusal: str = ""
    """Why it cannot be kept as it is, in a sentence."""
    questions: tuple[str, ...] = ()
    """What the person has to confirm before it is kept."""


def method_of(results: Iterable[ResultRecord]) -> Method:
    """Return the method by which ``results`` were measured; by eye if none was."""
    return next((result.method for result in results if result.measurement), Method.BY_EYE)


def entered(value: float | None) -> str:
    """Return ``value`` as a person enters it; read again, it is the same."""
    return "" if value is None else str(value).removesuffix(".0")


def _number(text: str) -> float:
    """Return the number that a person wrote, with a point or a comma. Raises ValueError, in words for them."""
    plain = text.strip(_SIGNS_OF_UNIT).replace(",", ".").replace("−", "-")
    try:
        number = float(plain)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise ValueError(_("“{text}” is no number.").format(text=text.strip()))
    return number


def _whole(text: str) -> int:
    return round(_number(text))
