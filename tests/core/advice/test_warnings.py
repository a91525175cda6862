"""Each tier of the warnings at its threshold, just below and just above it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from stretchtimer.core.advice.warning_words import confirmation_words, tier_name, warning_source, warning_words
from stretchtimer.core.advice.warnings import Cause, Facts, Tier, Warning, warnings
from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.progress.trend import leading, series_of
from stretchtimer.core.records import PainKind, PainRecord, SelfTestRecord
from stretchtimer.core.selftest.measurement import PainSign
from tests.core.progress.readings import day, measured, result, taken

TODAY = 100
NOW = day(TODAY)


def sore(at: float, pain: int, side: Side = Side.LEFT, *signs: PainSign) -> SelfTestRecord:
    return taken(at, result(side, None, pain=pain, pain_signs=signs))


def pain(at: float, kind: PainKind = PainKind.MILD, side: Side | None = Side.LEFT) -> PainRecord:
    return PainRecord(id=str(UUID(int=int(at * 10))), at=day(at), kind=kind, exercise="lunge", side=side)


def stretched(per_week: float, weeks: int = 6) -> dict[date, tuple[float, float]]:
    """Return so many minutes a week of both hips, in three days of each week up to today."""
    share = per_week / 3
    return {
        NOW.local.date() - timedelta(days=7 * week + back): (share, share)
        for week in range(weeks)
        for back in (0, 2, 4)
    }


def causes(**facts: Any) -> list[Cause]:
    return [each.cause for each in warnings(Facts(now=NOW, **facts))]


def by_trend(tests: list[SelfTestRecord], per_week: float = 6.0) -> list[Cause]:
    series = leading(series_of(tests), Side.LEFT)
    assert series is not None
    return causes(series=((series, (per_week,) * 6),))


def test_nothing_calls_for_nothing() -> None:
    assert warnings(Facts(now=NOW)) == ()


@pytest.mark.parametrize(
    ("sign", "tier"),
    [(PainSign.WEAKNESS, Tier.EMERGENCY)] + [(sign, Tier.STOP) for sign in PainSign if sign is not PainSign.WEAKNESS],
)
@pytest.mark.parametrize(("days_ago", "told"), [(0, True), (28, True), (28.1, False)])
def test_signs_in_a_test_are_told_for_four_weeks(sign: PainSign, tier: Tier, days_ago: float, told: bool) -> None:
    found = warnings(Facts(now=NOW, tests=(sore(TODAY - days_ago, 1, Side.RIGHT, sign),)))
    assert [(each.tier, each.side) for each in found] == ([(tier, Side.RIGHT)] if told else [])


@pytest.mark.parametrize(("kind", "found"), [(PainKind.SHARP, [Cause.SHARP_PAIN]), (PainKind.MILD, [])])
def test_a_sharp_pain_in_a_session_stops(kind: PainKind, found: list[Cause]) -> None:
    assert causes(pains=(pain(TODAY - 1, kind, None),)) == found


@pytest.mark.parametrize(
    ("first", "last_score", "per_week", "told"),
    [
        (14, 4, 5.0, True),
        (13, 4, 5.0, False),
        (14, 3, 5.0, False),
        (14, 4, 3.8, True),
        (14, 4, 3.7, False),
        (60, 9, 5.0, True),
        (365, 4, 5.0, True),
        (366, 4, 5.0, False),
    ],
)
def test_pain_that_lasts_in_spite_of_stretching(first: int, last_score: int, per_week: float, told: bool) -> None:
    tests = (sore(TODAY - first, 4), sore(TODAY, last_score))
    assert (Cause.LASTING_PAIN in causes(tests=tests, days=stretched(per_week))) is told


@pytest.mark.parametrize(("minutes", "told"), [(7.5, True), (7.4, False)])
def test_three_quarters_of_the_target_are_enough_stretching(minutes: float, told: bool) -> None:
    tests, days = (sore(TODAY - 14, 4), sore(TODAY, 4)), {NOW.local.date(): (minutes, 0.0)}
    assert (Cause.LASTING_PAIN in causes(tests=tests, days=days)) is told


@pytest.mark.parametrize(("last", "told"), [(28, True), (28.1, False)])
def test_a_pain_that_lasted_is_told_for_four_weeks(last: float, told: bool) -> None:
    tests = (sore(TODAY - 50, 4), sore(TODAY - last, 4))
    assert (Cause.LASTING_PAIN in causes(tests=tests, days=stretched(6, weeks=9))) is told


def test_a_pain_that_was_less_in_between_did_not_last() -> None:
    tests = (sore(TODAY - 14, 4), sore(TODAY - 7, 3), sore(TODAY, 4))
    assert causes(tests=tests, days=stretched(6)) == []


@pytest.mark.parametrize(("sore_days", "told"), [(6, False), (7, True)])
def test_pain_on_more_than_half_of_the_days(sore_days: int, told: bool) -> None:
    days = stretched(6)
    last = sorted(days)[-12:]
    pains = tuple(pain(TODAY - (NOW.local.date() - each).days) for each in last[-sore_days:])
    assert (Cause.FREQUENT_PAIN in causes(pains=pains, days=days)) is told


@pytest.mark.parametrize(("since", "told"), [(27, False), (28, True)])
def test_how_often_it_hurts_is_judged_after_four_weeks(since: int, told: bool) -> None:
    pains = tuple(pain(TODAY - ago) for ago in (since, 8, 6, 4, 2, 0))
    assert (Cause.FREQUENT_PAIN in causes(pains=pains)) is told


@pytest.mark.parametrize(("sore_days", "told"), [(3, False), (4, True)])
def test_a_few_days_with_pain_are_not_often(sore_days: int, told: bool) -> None:
    pains = tuple(pain(TODAY - ago) for ago in range(sore_days))
    assert (Cause.FREQUENT_PAIN in causes(pains=pains, days={day(0).local.date(): (1.0, 1.0)})) is told


@pytest.mark.parametrize(("score", "told"), [(0, False), (1, True)])
def test_the_least_pain_in_a_test_makes_a_day_with_pain(score: int, told: bool) -> None:
    tests = tuple(sore(TODAY - ago, score) for ago in (28, 6, 4, 2, 0))
    assert (Cause.FREQUENT_PAIN in causes(tests=tests)) is told


@pytest.mark.parametrize(
    ("scores", "told"),
    [
        ([(30, 1), (7, 3), (0, 3)], True),
        ([(30, 1), (6, 3), (0, 3)], False),
        ([(30, 1), (7, 2), (0, 2)], False),
        ([(30, 1), (7, 3), (3, 2), (0, 3)], False),
        ([(7, 3), (0, 3)], False),
        ([(90, 1), (7, 3), (0, 3)], True),
        ([(91, 1), (7, 3), (0, 3)], False),
        # What it was before is the median, which one bad day does not raise.
        ([(40, 1), (35, 4), (30, 1), (7, 3), (0, 3)], True),
        ([(40, 1), (35, 4), (30, 4), (25, 1), (20, 4), (7, 5), (0, 5)], False),
    ],
)
def test_a_pain_that_rose_and_stays(scores: list[tuple[int, int]], told: bool) -> None:
    tests = tuple(sore(TODAY - ago, score) for ago, score in scores)
    assert (Cause.RISING_PAIN in causes(tests=tests)) is told


@pytest.mark.parametrize(
    ("angles", "told"),
    [
        ([5, 5, 5, 10, 10, 10], True),
        ([5, 5, 5, 10, 10], False),
        ([5, 5, 5, 9.9, 9.9, 9.9], False),
        ([5, 5, 5, 10, 10, 10, 5], True),
        ([5, 5, 5, 10, 10, 10, 5, 5], False),
    ],
)
def test_worse_has_to_come_twice(angles: list[float], told: bool) -> None:
    assert (Cause.WORSE_TWICE in by_trend(measured(angles))) is told


@pytest.mark.parametrize(
    ("weeks", "per_week", "told"), [(12, 6.0, True), (11, 6.0, False), (12, 4.9, False), (20, 6.0, True)]
)
def test_a_plateau_of_twelve_weeks_is_noted(weeks: int, per_week: float, told: bool) -> None:
    assert (Cause.LONG_PLATEAU in by_trend(measured([10] * (weeks + 1)), per_week)) is told


def test_the_most_urgent_comes_first() -> None:
    tests = (sore(TODAY - 1, 5, Side.LEFT, PainSign.TINGLING), sore(TODAY, 5, Side.RIGHT, PainSign.WEAKNESS))
    found = warnings(Facts(now=NOW, tests=tests, pains=(pain(TODAY, PainKind.SHARP),)))
    assert [each.tier for each in found] == [Tier.EMERGENCY, Tier.STOP, Tier.STOP]


def test_swapping_the_hips_swaps_the_warnings() -> None:
    def found(one: Side) -> set[tuple[Cause, Side | None]]:
        tests = (
            sore(TODAY - 20, 1, one),
            sore(TODAY - 10, 5, one, PainSign.SHARP),
            sore(TODAY, 5, one.other, PainSign.WEAKNESS),
            sore(TODAY - 1, 6, one),
        )
        return {(each.cause, each.side) for each in warnings(Facts(now=NOW, tests=tests, days=stretched(6)))}

    swapped = {(cause, side and side.other) for cause, side in found(Side.RIGHT)}
    assert found(Side.LEFT) == swapped
    assert (Cause.RISING_PAIN, Side.LEFT) in swapped


@pytest.mark.parametrize(
    ("tier", "confirmed", "locked"),
    [
        (Tier.EMERGENCY, True, True),
        (Tier.STOP, True, True),
        (Tier.ASK, True, False),
        (Tier.RECOMMEND, False, False),
        (Tier.NOTE, False, False),
    ],
)
def test_the_upper_tiers_need_a_deliberate_confirmation(tier: Tier, confirmed: bool, locked: bool) -> None:
    assert (tier.needs_confirmation, tier.locks_sessions) == (confirmed, locked)
    assert confirmation_words(tier)
    assert tier_name(tier)


def test_a_warning_from_outside_the_articles_names_who_says_so() -> None:
    source = warning_source(Warning(cause=Cause.WEAKNESS, at=NOW))
    assert "GPonline" in source and "eMedicineHealth" in source


@pytest.mark.parametrize("cause", Cause)
def test_the_words_have_a_source_and_neither_name_a_disease_nor_promise(cause: Cause) -> None:
    words = warning_words(Warning(cause=cause, at=NOW, side=Side.LEFT, count=3, of=5))
    assert "{" not in words
    assert warning_source(Warning(cause=cause, at=NOW))
    for never in ("arthritis", "tendinitis", "diagnos", "posture", "prevent", "sciatica"):
        assert never not in words.lower()
