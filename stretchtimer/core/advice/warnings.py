"""When to see a professional: what pains and tests call for, in the tiers of evidence D4.

None of it is a diagnosis. What D4 says of functional impairment is not recorded and so not judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from enum import StrEnum
from statistics import median
from typing import NamedTuple

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
    """When the latest record that it comes from was."""
    records: tuple[str, ...] = ()
    """The ids of what it comes from: all tests or pains with the sign; where pain or a trend lasts, the latest."""
    side: Side | None = None
    """The hip it is about; None for both, or for one that nobody named."""
    count: int = 0
    """Days with pain, of ``of``; the points of a pain; weeks of a plateau; else 0."""
    of: int = 0

    @property
    def tier(self) -> Tier:
        """How urgent it is."""
        return TIERS[self.cause]

    @property
    def keys(self) -> tuple[str, ...]:
        """What it says of which record; whoever put all of them away has put it away."""
        return tuple(f"{self.cause} {self.side or 'unsaid'} {record}" for record in self.records)


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


def _signs(facts: Facts) -> Iterator[Warning]:
    """Yield the signs of each hip in the tests that have any."""
    for cause, signs in ((Cause.WEAKNESS, {PainSign.WEAKNESS}), (Cause.NERVE_SIGNS, NERVE_SIGNS)):
        for side in (Side.LEFT, Side.RIGHT):
            tests = [
                test
                for test in facts.tests
                if (result := test.hip(side)) and signs.intersection(result.pain_signs) and _recent(test.at, facts.now)
            ]
            if tests:
                at = max(test.at for test in tests)
                yield Warning(cause=cause, at=at, records=tuple(sorted(test.id for test in tests)), side=side)


def _sharp_pains(facts: Facts) -> Iterator[Warning]:
    """Yield the sharp pains in sessions as one warning, with the hip of the last."""
    sharp = [pain for pain in facts.pains if pain.kind is PainKind.SHARP and _recent(pain.at, facts.now)]
    if sharp:
        last = max(sharp, key=lambda pain: pain.at)
        side = None if last.side is Side.BOTH else last.side
        yield Warning(cause=Cause.SHARP_PAIN, at=last.at, records=tuple(sorted(pain.id for pain in sharp)), side=side)


def _lasting_pain(facts: Facts) -> Iterator[Warning]:
    for side in (Side.LEFT, Side.RIGHT):
        scores = _scores(facts.tests, side)
        run: list[_Score] = []
        for score in scores:
            run = [*run, score] if score.pain >= LASTING_PAIN else []
        if len(run) < 2 or not _recent(run[-1].at, facts.now) or _days(run[0].at, run[-1].at) < LASTING.days:
            continue
        if share_of_target(facts.days, side, run[-1].at.local.date(), LASTING.days) >= ADHERENCE:
            yield _of_score(Cause.LASTING_PAIN, side, run[-1])


def _frequent_pain(facts: Facts) -> Iterator[Warning]:
    """Yield that it hurt on more than half of the days of which something is known."""
    today = facts.now.local.date()
    every_sore: tuple[PainRecord | SelfTestRecord, ...] = (*facts.pains, *_sore_tests(facts.tests))
    records = [each for each in every_sore if _recent(each.at, facts.now)]
    sore = {each.at.local.date() for each in records}
    every = {
        *facts.days,
        *(test.at.local.date() for test in facts.tests),
        *(pain.at.local.date() for pain in facts.pains),
    }
    known = {day for day in every if 0 <= (today - day).days < LOOKED_BACK.days} | sore
    if not every or (today - min(every)).days < LOOKED_BACK.days:
        return
    if len(sore) >= LEAST_PAIN_DAYS and 2 * len(sore) > len(known):
        last = max(records, key=lambda each: each.at)
        yield Warning(cause=Cause.FREQUENT_PAIN, at=last.at, records=(last.id,), count=len(sore), of=len(known))


def _rising_pain(facts: Facts) -> Iterator[Warning]:
    for side in (Side.LEFT, Side.RIGHT):
        scores = [each for each in _scores(facts.tests, side) if facts.now.utc - each.at.utc <= RISE_LOOKED_BACK]
        for first in range(1, len(scores) - 1):
            before, after = scores[:first], scores[first:]
            lasts = _days(after[0].at, after[-1].at) >= RISE_LASTS.days and _recent(after[-1].at, facts.now)
            rise = min(score.pain for score in after) - median(score.pain for score in before)
            if lasts and rise >= RISE:
                yield _of_score(Cause.RISING_PAIN, side, after[-1])
                break


def _from_trend(series: Series, weekly_min: Sequence[float]) -> Iterator[Warning]:
    valid, side = series.valid, series.kind.side
    if not valid:
        return
    label, last, records = trend(series, weekly_min).label, valid[-1].at, (valid[-1].test_id,)
    if label is Label.WORSE and trend(Series(series.kind, valid[:-1]), weekly_min).label is Label.WORSE:
        yield Warning(cause=Cause.WORSE_TWICE, at=last, records=records, side=side)
    length = last.utc - valid[0].at.utc
    if label is Label.PLATEAU and length >= LONG_PLATEAU:
        yield Warning(cause=Cause.LONG_PLATEAU, at=last, records=records, side=side, count=length.days // 7)


class _Score(NamedTuple):
    """The pain of a hip at a test."""

    at: Moment
    pain: int
    test: str


def _of_score(cause: Cause, side: Side, last: _Score) -> Warning:
    return Warning(cause=cause, at=last.at, records=(last.test,), side=side, count=last.pain, of=10)


def _scores(tests: Iterable[SelfTestRecord], side: Side) -> list[_Score]:
    """Return the pain of the hip ``side`` at each test that asked for it, oldest first."""
    return sorted(
        _Score(test.at, result.pain, test.id)
        for test in tests
        if (result := test.hip(side)) and result.pain is not None
    )


def _sore_tests(tests: Iterable[SelfTestRecord]) -> Iterator[SelfTestRecord]:
    return (test for test in tests if any((result.pain or 0) >= 1 for result in test.results))


def _recent(at: Moment, now: Moment) -> bool:
    return now.utc - at.utc <= LOOKED_BACK


def _days(first: Moment, last: Moment) -> int:
    """Return the days between two moments, as the person's calendar counts them."""
    return (last.local.date() - first.local.date()).days
