"""What the history advises as a whole."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from stretchtimer.core.advice.advice import Advice, advice_of, pressing_warnings, session_extra
from stretchtimer.core.advice.plan_choice import ExtraSet, Level, PlanChoice
from stretchtimer.core.advice.plan_words import plan_lines
from stretchtimer.core.advice.warning_words import warning_words
from stretchtimer.core.advice.warnings import Cause
from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.preferences import Advising
from stretchtimer.core.progress.adherence import Adherence, adherence_words
from stretchtimer.core.progress.dose import weekly
from stretchtimer.core.progress.progress import ProgressView, progress_view
from stretchtimer.core.progress.trend import Label
from stretchtimer.core.progress.trend_words import asymmetry_words, label_name, trend_words
from stretchtimer.core.records import Moment, Outcome, PainKind, PainRecord, ResultRecord, SelfTestRecord
from stretchtimer.core.selftest.measurement import Measurement, Method, PainSign, Protocol
from tests.reported import days_ago, measured, pain
from tests.taken import NOW, id_of

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


def test_only_what_needs_a_confirmation_presses_before_a_session() -> None:
    hurt = (pain(1, 1, PainKind.SHARP),)
    every = advice(pains=hurt)
    rows = [(days_ago(7.0 * week), 360.0, 60.0) for week in range(20)]
    found = pressing_warnings(TESTS, rows, hurt, Advising(), NOW)
    assert Cause.FREQUENT_PAIN not in {each.cause for each in found}
    assert found == tuple(each for each in every.warnings if each.tier.needs_confirmation)
    assert pressing_warnings(TESTS, rows, hurt, Advising(warned=NOW.iso()), NOW) == ()


WIDE_APART = tuple(measured(7.0 * weeks, 14, 4, number=weeks + 1) for weeks in range(3))


@pytest.mark.parametrize(
    ("advising", "extra"),
    [
        (Advising(), None),
        (Advising(extra_set=True), Side.LEFT),
        (Advising(extra_set=True, plan=PlanChoice(extra=ExtraSet.NONE)), None),
        (Advising(extra_set=True, plan=PlanChoice(extra=ExtraSet.RIGHT)), Side.RIGHT),
    ],
)
def test_a_session_gives_the_extra_set_only_if_the_person_agreed(advising: Advising, extra: Side | None) -> None:
    assert session_extra(WIDE_APART, advising) is extra
    assert advice(WIDE_APART, advising=advising).extra_set is advising.extra_set


def test_while_the_hips_are_alike_no_session_gives_an_extra_set() -> None:
    alike = tuple(measured(7.0 * weeks, 6, 4, number=weeks + 1) for weeks in range(3))
    assert session_extra(alike, Advising(extra_set=True)) is None


def test_the_share_is_of_the_last_four_weeks_and_the_habit_halves_in_two() -> None:
    def found(first: int, count: int) -> Adherence:
        rows = [(days_ago(float(back)), 60.0, 60.0) for back in range(first, first + count)]
        return advice_of(progress_view((), weekly(rows), NOW), rows, (), Advising(), NOW).adherence[0]

    assert [found(first, 1).share for first in (21, 27, 28)] == pytest.approx([0.05, 0.05, 0])
    # From the seventh day on nothing of the last week counts any more.
    assert found(7 + 14, 300).habit == pytest.approx(found(7, 300).habit / 2, rel=0.01)


results = st.builds(
    lambda angle, tightness, pain_score, signs: ResultRecord(
        side=Side.LEFT,
        outcome=Outcome.PASSED if angle <= 2 else Outcome.LIFTED,
        measurement=Measurement(method=Method.PHONE, trials=(angle,)),
        tightness=tightness,
        pain=pain_score,
        pain_signs=signs,
    ),
    st.integers(0, 25).map(float),
    st.none() | st.integers(0, 10),
    st.none() | st.integers(0, 10),
    st.sampled_from([(), (), (PainSign.TINGLING,), (PainSign.WEAKNESS,)]),
)
weeks_of_both = st.lists(st.tuples(results, results, st.integers(0, 600), st.integers(0, 600)), min_size=1, max_size=16)


def said(view: ProgressView, found: Advice) -> set[str]:
    """Return every sentence that a person reads of it."""
    hips = [hip for hip in (view.left, view.right) if hip.trend]
    return {
        *(f"{hip.side} {label_name(hip.trend.label)} {trend_words(hip.trend)}" for hip in hips if hip.trend),
        *(asymmetry_words(each) for each in (view.asymmetry,) if each),
        *(f"{line.words} {line.why}" for line in (plan_lines(found.plan, str) if found.plan else ())),
        *(warning_words(each) for each in found.warnings),
        *(adherence_words(each) for each in found.adherence),
    }


def swapped_word(found: re.Match[str]) -> str:
    return {"left": "right", "right": "left", "Left": "Right", "Right": "Left"}[found[0]]


@given(weeks_of_both, st.none() | st.sampled_from(Side))
def test_swapping_the_hips_swaps_all_advice(
    weeks: list[tuple[ResultRecord, ResultRecord, int, int]], hurts: Side | None
) -> None:
    def advised(order: tuple[int, int]) -> tuple[Advice, set[str]]:
        sides = (Side.LEFT, Side.RIGHT)
        swapped = order == (1, 0)
        tests, rows = [], []
        for ago, week in enumerate(reversed(weeks)):
            own = tuple(replace(week[which], side=side) for which, side in zip(order, sides, strict=True))
            tests.append(SelfTestRecord(id=id_of(ago), at=days_ago(7.0 * ago), results=own, protocol=Protocol.EDGE))
            rows.append((days_ago(7.0 * ago), float(week[2 + order[0]]), float(week[2 + order[1]])))
        side = hurts.other if hurts and swapped else hurts
        sharp = replace(pain(1, 1, PainKind.SHARP), side=side)
        view = progress_view(tests, weekly(rows), NOW)
        found = advice_of(view, rows, (sharp,), Advising(), NOW)
        return found, said(view, found)

    (one, words), (other, other_words) = advised((0, 1)), advised((1, 0))
    assert words == {re.sub("left|right", swapped_word, text, flags=re.IGNORECASE) for text in other_words}
    assert one.plan is not None
    assert other.plan is not None
    assert (one.plan.level, one.plan.dosing) == (other.plan.level, other.plan.dosing)
    assert one.plan.hips == tuple(replace(hip, side=hip.side.other) for hip in reversed(other.plan.hips))
    assert one.plan.extra is (other.plan.extra and other.plan.extra.other)
    assert one.adherence == tuple(replace(each, side=each.side.other) for each in reversed(other.adherence))
    mirrored = {replace(each, side=each.side and each.side.other) for each in other.warnings}
    assert set(one.warnings) == mirrored
