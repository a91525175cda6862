"""When to see a professional: what pains and tests call for, in the tiers of evidence D4.

None of it is a diagnosis. What D4 says of functional impairment is not recorded and so not judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from statistics import median

from msgspec import Struct
from msgspec.structs import replace

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.progress.adherence import DayMinutes, share_of_target
from stretchtimer.core.progress.trend import ADHERENCE, Label, Series, trend
from stretchtimer.core.records import Moment, PainKind, PainRecord, SelfTestRecord
from stretchtimer.core.selftest.measurement import PainSign

LOOKED_BACK = timedelta(days=28)
"""What is older calls for nothing any more. Four weeks are the upper bound of article 003, line 37."""
LASTING_PAIN, LASTING = 4, timedelta(days=14)
"""Of 10, and how long it lasts in spite of stretching (D4; two weeks are the lower bound of article 003, line 37)."""
LEAST_PAIN_DAYS = 4
"""Fewer days with pain in four weeks say nothing of how often it hurts. Our convention."""
RISE, RISE_LASTS = 2, timedelta(days=7)
"""Points of 10 that mean something (Salaffi and others 2004, evidence C4), and how long they have to last (D4)."""
RISE_LOOKED_BACK = timedelta(days=90)
"""How far back the pain before the rise is looked for. Our convention."""
TESTS_LOOKED_BACK = timedelta(days=365)
"""Tests that are older say nothing of a pain now. Our convention."""
LONG_PLATEAU = timedelta(weeks=12)
"""Our convention (D4)."""


class Tier(StrEnum):
    """How urgent it is, from the most to the least."""

    EMERGENCY = "emergency"
    STOP = "stop"
    ASK = "ask"
    RECOMMEND = "recommend"
    NOTE = "note"

    @property
    def needs_confirmation(self) -> bool:
        """Whether it can be put away by a deliberate confirmation only, not by one careless key."""
        return self in (Tier.EMERGENCY, Tier.STOP, Tier.ASK)

    @property
    def locks_sessions(self) -> bool:
        """Whether no session begins before that confirmation."""
        return self in (Tier.EMERGENCY, Tier.STOP)


class Cause(StrEnum):
    """What a warning comes from."""

    WEAKNESS = "weakness"
    NERVE_SIGNS = "nerve_signs"
    SHARP_PAIN = "sharp_pain"
    """In a session; the person answered "sharp, radiating, numb or tingling"."""
    LASTING_PAIN = "lasting_pain"
    FREQUENT_PAIN = "frequent_pain"
    RISING_PAIN = "rising_pain"
    WORSE_TWICE = "worse_twice"
    LONG_PLATEAU = "long_plateau"


TIERS = {
    Cause.WEAKNESS: Tier.EMERGENCY,
    Cause.NERVE_SIGNS: Tier.STOP,
    Cause.SHARP_PAIN: Tier.STOP,
    Cause.LASTING_PAIN: Tier.ASK,
    Cause.FREQUENT_PAIN: Tier.RECOMMEND,
    Cause.RISING_PAIN: Tier.RECOMMEND,
    Cause.WORSE_TWICE: Tier.RECOMMEND,
    Cause.LONG_PLATEAU: Tier.NOTE,
}
NERVE_SIGNS = frozenset(PainSign) - {PainSign.WEAKNESS}


class Warning(Struct, frozen=True, kw_only=True):
    """One reason to see a professional, or to stop."""

    cause: Cause
    at: Moment
    """The latest record that it comes from; whoever confirmed it after that has confirmed it."""
    side: Side | None = None
    """The hip it is about; None for both, or for one that nobody named."""
    count: int = 0
    """Days with pain, of ``of``; the points of a pain; weeks of a plateau; else 0."""
    of: int = 0

    @property
    def tier(self) -> Tier:
        """How urgent it is."""
        return TIERS[self.cause]


class Facts(Struct, frozen=True, kw_only=True):
    """What warnings come from, all in any order."""

    tests: tuple[SelfTestRecord, ...] = ()
    pains: tuple[PainRecord, ...] = ()
    days: DayMinutes = {}
    """The minutes of stretching of both hips on each day."""
    series: tuple[tuple[Series, tuple[float, ...]], ...] = ()
    """The series by which each hip is judged, with its weekly minutes as `trend` takes them."""
    now: Moment


def warnings(facts: Facts) -> tuple[Warning, ...]:
    """Return what ``facts`` call for, the most urgent first."""
    facts = replace(
        facts, tests=tuple(test for test in facts.tests if facts.now.utc - test.at.utc <= TESTS_LOOKED_BACK)
    )
    found = [
        *_signs(facts),
        *_sharp_pains(facts),
        *_lasting_pain(facts),
        *_frequent_pain(facts),
        *_rising_pain(facts),
        *(each for series, weekly_min in facts.series for each in _from_trend(series, weekly_min)),
    ]
    order = list(Cause)
    return tuple(sorted(found, key=lambda each: order.index(each.cause)))


def unconfirmed(found: Iterable[Warning], confirmed: Moment | None, noted: Moment | None) -> tuple[Warning, ...]:
    """Return those of ``found`` that came up after their like was put away.

    ``confirmed`` is when those that need it were confirmed last, ``noted`` when others were put away; None if never.
    """
    return tuple(each for each in found if _is_new(each, confirmed if each.tier.needs_confirmation else noted))


def _is_new(found: Warning, put_away: Moment | None) -> bool:
    return put_away is None or found.at.utc > put_away.utc


def _signs(facts: Facts) -> Iterator[Warning]:
    """Yield the signs of the latest test of each hip that has any."""
    for cause, signs in ((Cause.WEAKNESS, {PainSign.WEAKNESS}), (Cause.NERVE_SIGNS, NERVE_SIGNS)):
        for side in (Side.LEFT, Side.RIGHT):
            moments = [
                test.at
                for test in facts.tests
                if (result := test.hip(side)) and signs.intersection(result.pain_signs) and _recent(test.at, facts.now)
            ]
            if moments:
                yield Warning(cause=cause, at=max(moments), side=side)


def _sharp_pains(facts: Facts) -> Iterator[Warning]:
    sharp = [pain for pain in facts.pains if pain.kind is PainKind.SHARP and _recent(pain.at, facts.now)]
    if sharp:
        last = max(sharp, key=lambda pain: pain.at)
        yield Warning(cause=Cause.SHARP_PAIN, at=last.at, side=None if last.side is Side.BOTH else last.side)


def _lasting_pain(facts: Facts) -> Iterator[Warning]:
    for side in (Side.LEFT, Side.RIGHT):
        scores = _scores(facts.tests, side)
        run: list[tuple[Moment, int]] = []
        for at, score in scores:
            run = [*run, (at, score)] if score >= LASTING_PAIN else []
        if len(run) < 2 or not _recent(run[-1][0], facts.now) or _days(run[0][0], run[-1][0]) < LASTING.days:
            continue
        last, score = run[-1]
        if share_of_target(facts.days, side, last.local.date(), LASTING.days) >= ADHERENCE:
            yield Warning(cause=Cause.LASTING_PAIN, at=last, side=side, count=score, of=10)


def _frequent_pain(facts: Facts) -> Iterator[Warning]:
    """Yield that it hurt on more than half of the days of which something is known."""
    today = facts.now.local.date()
    sore: dict[date, Moment] = {}
    for at in (*(pain.at for pain in facts.pains), *_sore_tests(facts.tests)):
        if _recent(at, facts.now):
            sore[at.local.date()] = max(at, sore.get(at.local.date(), at))
    every = {
        *facts.days,
        *(test.at.local.date() for test in facts.tests),
        *(pain.at.local.date() for pain in facts.pains),
    }
    known = {day for day in every if 0 <= (today - day).days < LOOKED_BACK.days} | set(sore)
    if not every or (today - min(every)).days < LOOKED_BACK.days:
        return
    if len(sore) >= LEAST_PAIN_DAYS and 2 * len(sore) > len(known):
        yield Warning(cause=Cause.FREQUENT_PAIN, at=max(sore.values()), count=len(sore), of=len(known))


def _rising_pain(facts: Facts) -> Iterator[Warning]:
    for side in (Side.LEFT, Side.RIGHT):
        scores = [each for each in _scores(facts.tests, side) if facts.now.utc - each[0].utc <= RISE_LOOKED_BACK]
        for first in range(1, len(scores) - 1):
            before, after = scores[:first], scores[first:]
            lasts = _days(after[0][0], after[-1][0]) >= RISE_LASTS.days and _recent(after[-1][0], facts.now)
            rise = min(score for _at, score in after) - median(score for _at, score in before)
            if lasts and rise >= RISE:
                yield Warning(cause=Cause.RISING_PAIN, at=after[-1][0], side=side, count=after[-1][1], of=10)
                break


def _from_trend(series: Series, weekly_min: Sequence[float]) -> Iterator[Warning]:
    valid, side = series.valid, series.kind.side
    if not valid:
        return
    label = trend(series, weekly_min).label
    if label is Label.WORSE and trend(Series(series.kind, valid[:-1]), weekly_min).label is Label.WORSE:
        yield Warning(cause=Cause.WORSE_TWICE, at=valid[-1].at, side=side)
    length = valid[-1].at.utc - valid[0].at.utc
    if label is Label.PLATEAU and length >= LONG_PLATEAU:
        yield Warning(cause=Cause.LONG_PLATEAU, at=valid[-1].at, side=side, count=length.days // 7)


def _scores(tests: Iterable[SelfTestRecord], side: Side) -> list[tuple[Moment, int]]:
    """Return the pain of the hip ``side`` at each test that asked for it, oldest first."""
    return sorted((test.at, result.pain) for test in tests if (result := test.hip(side)) and result.pain is not None)


def _sore_tests(tests: Iterable[SelfTestRecord]) -> Iterator[Moment]:
    for test in tests:
        if any((result.pain or 0) >= 1 for result in test.results):
            yield test.at


def _recent(at: Moment, now: Moment) -> bool:
    return now.utc - at.utc <= LOOKED_BACK


def _days(first: Moment, last: Moment) -> int:
    """Return the days between two moments, as the person's calendar counts them."""
    return (last.local.date() - first.local.date()).days
