"""What the history advises as a whole."""

from __future__ import annotations

from datetime import timedelta

import pytest

from stretchtimer.core.advice import Advice, advice_of
from stretchtimer.core.dose import weekly
from stretchtimer.core.plan_choice import Level, PlanChoice
from stretchtimer.core.preferences import Advising
from stretchtimer.core.progress import progress_view
from stretchtimer.core.records import Moment, PainKind, PainRecord, SelfTestRecord
from stretchtimer.core.trend import Label
from stretchtimer.core.warnings import Cause
from tests.reported import days_ago, measured, pain
from tests.taken import NOW

TESTS = tuple(measured(7.0 * weeks, 12, 4, number=weeks + 1) for weeks in range(12))


def advice(
    tests: tuple[SelfTestRecord, ...] = TESTS,
    weekly_min: float = 6.0,
    pains: tuple[PainRecord, ...] = (),
    advising: Advising = Advising(),  # noqa: B008 - frozen
) -> Advice:
    rows: list[tuple[Moment, float, float]] = [(days_ago(7.0 * week), weekly_min * 60, 60.0) for week in range(20)]
    return advice_of(progress_view(tests, weekly(rows), NOW), rows, pains, advising, NOW)


def test_nothing_kept_advises_nothing() -> None:
    assert advice_of(progress_view((), (), NOW), (), (), Advising(), NOW) == Advice()


def test_the_plan_the_habits_and_the_warnings_come_together() -> None:
    found = advice(pains=(pain(1, 1, PainKind.SHARP),))
    assert found.plan is not None
    assert found.plan.level is Level.MODERATE
    assert [round(each.share, 2) for each in found.adherence] == [1.0, 0.2]
    assert found.warnings[0].cause is Cause.NERVE_SIGNS
    assert Cause.SHARP_PAIN in [each.cause for each in found.warnings]
    assert found.locks_sessions


def test_enough_weeks_of_a_hip_tell_a_plateau_from_too_little_stretching() -> None:
    rows = [(days_ago(7.0 * week), 6.0 * 60, 60.0) for week in range(20)]
    view = progress_view(TESTS, weekly(rows), NOW)
    assert view.left.trend is not None
    assert view.left.trend.label is Label.PLATEAU
    assert view.right.trend is not None
    assert view.right.trend.label is Label.NO_CLEAR_CHANGE, "it passes"


@pytest.mark.parametrize(("later", "left"), [(-1, True), (0, False), (1, False)])
def test_a_confirmation_lasts_until_something_new_comes(later: int, left: bool) -> None:
    hurt = pain(1, 1, PainKind.SHARP)
    confirmed = Moment(hurt.at.utc + timedelta(seconds=later), hurt.at.offset_min).iso()
    causes = [each.cause for each in advice((), pains=(hurt,), advising=Advising(warned=confirmed)).warnings]
    assert causes == ([Cause.SHARP_PAIN] if left else [])


def test_a_confirmation_that_was_spoilt_by_hand_is_none() -> None:
    assert Advising(warned="2026-13-45T99").warned_at is None
    assert Advising().warned_at is None
    assert Advising(noted=NOW.iso()).noted_at == NOW


def test_what_the_person_overruled_is_in_the_plan() -> None:
    found = advice(advising=Advising(plan=PlanChoice(level=Level.PASSING)))
    assert found.plan is not None
    assert (found.plan.level, found.plan.suggested) == (Level.PASSING, Level.MODERATE)
