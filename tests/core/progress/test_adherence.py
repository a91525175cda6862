from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.progress.adherence import (
    HALF_LIFE_DAYS,
    adherence,
    adherence_words,
    habit_strength,
    share_of_target,
)

TODAY = date(2026, 11, 21)
LEFT, RIGHT = Side.LEFT, Side.RIGHT


def days(count: int, left: float, right: float = 0.0, every: int = 1) -> dict[date, tuple[float, float]]:
    return {TODAY - timedelta(days=back): (left, right) for back in range(0, count, every)}


@pytest.mark.parametrize(("minutes", "share"), [(0.0, 0.0), (2.5, 0.5), (4.9, 0.98), (5.0, 1.0), (50.0, 1.0)])
def test_the_share_is_of_five_minutes_a_week_and_never_more_than_all(minutes: float, share: float) -> None:
    assert share_of_target({TODAY: (minutes, 0.0)}, LEFT, TODAY, 7) == pytest.approx(share)
    assert share_of_target({TODAY: (minutes, 0.0)}, RIGHT, TODAY, 7) == 0


@pytest.mark.parametrize(("back", "counts"), [(6, True), (7, False)])
def test_a_week_is_the_day_and_the_six_before_it(back: int, counts: bool) -> None:
    assert (share_of_target({TODAY - timedelta(days=back): (5.0, 0.0)}, LEFT, TODAY, 7) > 0) is counts


def test_a_habit_grows_to_its_full_strength_and_halves_in_two_weeks_of_nothing() -> None:
    kept = days(400, 1.0)
    full = habit_strength(kept, LEFT, TODAY)
    assert full > 0.99
    # The week that still counts keeps it up at first.
    after_a_week = habit_strength(kept, LEFT, TODAY + timedelta(days=7))
    later = habit_strength(kept, LEFT, TODAY + timedelta(days=7 + HALF_LIFE_DAYS))
    assert later == pytest.approx(after_a_week / 2, rel=0.01)


@given(missed=st.integers(0, 60), minutes=st.floats(0.72, 5.0))
def test_one_missed_day_hardly_moves_a_habit(missed: int, minutes: float) -> None:
    kept = days(300, minutes)
    before = habit_strength(kept, LEFT, TODAY)
    del kept[TODAY - timedelta(days=missed)]
    after = habit_strength(kept, LEFT, TODAY)
    assert before - 0.1 < after <= before


def test_swapping_the_hips_swaps_what_is_said() -> None:
    kept, swapped = days(60, 1.0, 0.3, every=2), days(60, 0.3, 1.0, every=2)
    for side in (LEFT, RIGHT):
        one, other = adherence(kept, side, TODAY), adherence(swapped, side.other, TODAY)
        assert (one.last_days_min, one.share, one.habit) == (other.last_days_min, other.share, other.habit)


def test_the_words_have_the_numbers() -> None:
    assert adherence_words(adherence(days(28, 1.0), LEFT, TODAY)).startswith("Left: 100 % of the target")
    assert adherence_words(adherence({}, RIGHT, TODAY)) == (
        "Right: 0 % of the target of the last four weeks, habit 0 of 100."
    )
