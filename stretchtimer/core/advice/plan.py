"""How often and how long each hip is to be stretched, from its last results (evidence B2, D1 and D2).

The plan follows the tighter hip; that one gets an extra set while it differs from the other. The person may overrule
each part, and what they chose stays until they take it back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from enum import StrEnum
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from stretchtimer.core.advice.plan_choice import ExtraSet, Level, PlanChoice
from stretchtimer.core.catalog.exercise import Identifier, Side
from stretchtimer.core.progress.trend import Asymmetry, Label, Reading, Series, Trend, trend
from stretchtimer.core.records import Outcome
from stretchtimer.core.selftest.measurement import Method

SMALL_DEG, MODERATE_DEG = 7.0, 14.0
"""Up to these a shortening is small, or moderate. Our convention (evidence D1)."""
SEVERE_TIGHTNESS = 7
"""Of 10; from here on a leg that lifts is severe where no angle was measured. Our convention (evidence D1)."""
STABLE = timedelta(weeks=3)
"""An improvement that holds so long lowers the plan by one level (evidence D2)."""


class Practice(Struct, frozen=True):
    """A routine, and how often it is done in a week."""

    routine: Identifier
    least: int
    most: int


class Dosing(Struct, frozen=True):
    """What a level asks for."""

    practices: tuple[Practice, ...]
    """One of these is enough; the first is the one that takes the least time in one go."""
    least_min: int
    most_min: int
    """Minutes a week for each hip."""


DOSING: Mapping[Level, Dosing] = {
    Level.PASSING: Dosing((Practice("three-lunges", 1, 2),), 0, 5),
    Level.SMALL: Dosing((Practice("evening-three-times-a-week", 3, 3), Practice("thirteen-stretches", 1, 2)), 5, 5),
    Level.MODERATE: Dosing((Practice("evening-three-times-a-week", 3, 5),), 5, 10),
    Level.SEVERE: Dosing((Practice("ten-psoas-exercises", 3, 4),), 8, 10),
}
"""Evidence D2. For the severe the articles say every other day, which is 3 to 4 times a week; that routine also
strengthens the buttocks and the trunk."""


class Basis(StrEnum):
    """Which results say whether a hip passes. It takes two in a row that agree (D2), so that no single one counts."""

    ONLY = "only"
    """There is one."""
    LAST_TWO = "last_two"
    EARLIER_TWO = "earlier_two"
    """The latest two in a row that agree; those after them do not."""
    FIRST = "first"
    """No two in a row agree; until then the first one counts. Our convention."""


class HipState(Struct, frozen=True, kw_only=True):
    """What the plan knows of one hip."""

    side: Side
    level: Level
    angle_deg: float | None
    """The median of the last three results that count; None by eye."""
    tightness: int | None
    """Of 10, at the last test that counts."""
    results: int
    """How many results count."""
    basis: Basis
    stepped_down: bool = False
    """Whether an improvement that holds made it one level less."""


class Plan(Struct, frozen=True, kw_only=True):
    """What to do in a week."""

    hips: tuple[HipState, ...]
    """Those that were tested."""
    level: Level
    dosing: Dosing
    difference: Asymmetry | None
    extra: Side | None
    """The hip that gets an extra set."""
    choice: PlanChoice
    suggested: Level
    """What the plan would be if it were not overruled."""


def plan_of(series: Iterable[Series], difference: Asymmetry | None, choice: PlanChoice | None = None) -> Plan | None:
    """Return the plan that follows from ``series``, those by which each hip is judged; None if there are none.

    ``difference`` is what `asymmetry` finds between the hips; ``choice`` overrules.
    """
    choice = choice or PlanChoice()
    hips = tuple(hip_state(each) for each in series if each.valid)
    if not hips:
        return None
    suggested = max((hip.level for hip in hips), key=list(Level).index)
    level = choice.level or suggested
    return Plan(
        hips=hips,
        level=level,
        dosing=_dosing(level, choice),
        difference=difference,
        extra=extra_side(difference, choice),
        choice=choice,
        suggested=suggested,
    )


def hip_state(series: Series) -> HipState:
    """Return what ``series``, which has a result that counts, says of its hip."""
    valid = series.valid
    found = trend(series)
    felt = valid[-1].tightness
    outcome, basis = _settled(valid)
    by_eye = series.kind.method is Method.BY_EYE
    passing = outcome is Outcome.PASSED and (by_eye or basis in (Basis.ONLY, Basis.LAST_TWO))
    state = HipState(
        side=series.kind.side,
        level=Level.PASSING if passing else _shortening(found, felt),
        angle_deg=found.current_deg,
        tightness=felt,
        results=len(valid),
        basis=basis,
    )
    if state.level is not Level.PASSING and _holds(series, found):
        return replace(state, level=state.level.milder, stepped_down=True)
    return state


def _settled(valid: Sequence[Reading]) -> tuple[Outcome, Basis]:
    """Return the outcome that holds, and what it rests on. ``valid`` is not empty."""
    for later, one in pairwise(reversed(valid)):
        if later.outcome is one.outcome:
            return one.outcome, Basis.LAST_TWO if later is valid[-1] else Basis.EARLIER_TWO
    return valid[0].outcome, Basis.ONLY if len(valid) == 1 else Basis.FIRST


def _shortening(found: Trend, tightness: int | None) -> Level:
    """Return the level of a hip that does not pass."""
    if found.current_deg is None:
        return Level.SEVERE if (tightness or 0) >= SEVERE_TIGHTNESS else Level.SMALL
    if found.current_deg <= SMALL_DEG:
        return Level.SMALL
    return Level.MODERATE if found.current_deg <= MODERATE_DEG else Level.SEVERE


def _holds(series: Series, found: Trend) -> bool:
    """Whether the hip is improved, and was already so long ago that it can be trusted to stay so."""
    if found.label is not Label.IMPROVED:
        return False
    last = series.valid[-1].at.utc
    before = tuple(reading for reading in series.valid if last - reading.at.utc >= STABLE)
    return bool(before) and trend(replace(series, readings=before)).label is Label.IMPROVED


def _dosing(level: Level, choice: PlanChoice) -> Dosing:
    dosing = DOSING[level]
    if choice.routine is None:
        return dosing
    chosen: Sequence[Practice] = [each for each in dosing.practices if each.routine == choice.routine]
    first = dosing.practices[0]
    return replace(dosing, practices=tuple(chosen) or (replace(first, routine=choice.routine),))


def extra_side(difference: Asymmetry | None, choice: PlanChoice) -> Side | None:
    """Return the hip that gets an extra set: the tighter while ``difference`` lasts, unless ``choice`` overrules it."""
    if choice.extra is not None:
        return {ExtraSet.NONE: None, ExtraSet.LEFT: Side.LEFT, ExtraSet.RIGHT: Side.RIGHT}[choice.extra]
    return difference.tighter if difference else None
