from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.progress.dose import WeekDose
from stretchtimer.core.progress.progress import ProgressView, Range, Week, dose_words, progress_view
from stretchtimer.core.records import Moment
from tests.taken import LIFTED, NOW, PASSED, STOPPED, dose, taken

MONDAY = date(2026, 11, 16)
NEXT_MONDAY = date(2026, 11, 23)


def test_with_nothing_kept_there_is_nothing_to_show() -> None:
    view = progress_view((), (), NOW)
    assert view.empty
    assert view.weeks == ()
    assert view.this_week == Week(MONDAY, 0.0, 0.0)
    assert (view.left.latest, view.left.of) == (None, 0)


def test_weeks_of_rest_are_zeros_up_to_the_present_one() -> None:
    view = progress_view((), [dose(1, 4.0, 5.0), dose(4, 6.0, 7.0)], NOW)
    assert [(week.name, week.left_min, week.right_min) for week in view.weeks] == [
        ("2026-W43", 6.0, 7.0),
        ("2026-W44", 0.0, 0.0),
        ("2026-W45", 0.0, 0.0),
        ("2026-W46", 4.0, 5.0),
        ("2026-W47", 0.0, 0.0),
    ]
    assert view.this_week.left_min == 0.0


def test_the_present_week_is_that_of_the_person_not_of_greenwich() -> None:
    just_monday = Moment.parse("2026-11-16T00:30:00+13:00")
    view = progress_view((), [WeekDose("2026-W47", 3.0, 2.0)], just_monday)
    assert (view.today, view.this_week.left_min) == (MONDAY, 3.0)


def test_each_hip_stands_by_its_own_last_five_tests() -> None:
    tests = [taken(day, LIFTED if day == 1 else PASSED, LIFTED, number=day) for day in range(1, 8)]
    tests.append(taken(0, None, STOPPED, number=9))
    view = progress_view(reversed(tests), (), NOW)
    assert (view.left.latest, view.left.passed, view.left.of) == (LIFTED, 4, 5)
    assert (view.right.latest, view.right.passed, view.right.of) == (STOPPED, 0, 5)
    assert view.left.latest_test == tests[0]
    assert [test.at for test in view.tests] == sorted(test.at for test in tests)


@pytest.mark.parametrize(
    ("chosen", "first"),
    [
        (Range.FOUR_WEEKS, date(2026, 10, 26)),
        (Range.THREE_MONTHS, date(2026, 8, 24)),
        (Range.YEAR, date(2025, 11, 17)),
        (Range.ALL, date(2024, 9, 23)),
    ],
)
def test_a_range_ends_with_the_present_week(chosen: Range, first: date) -> None:
    view = progress_view([taken(789, PASSED, PASSED)], (), NOW)
    assert view.span(chosen) == (first, NEXT_MONDAY)


def test_no_range_reaches_beyond_the_data_nor_below_four_weeks() -> None:
    view = progress_view([taken(0, PASSED, PASSED)], (), NOW)
    assert {view.span(chosen) for chosen in Range} == {(date(2026, 10, 26), NEXT_MONDAY)}


def test_a_test_of_a_wrong_clock_in_the_future_can_be_seen() -> None:
    view = progress_view([taken(-30, PASSED, PASSED)], (), NOW)
    assert view.span(Range.ALL)[1] == date(2026, 12, 28)
    assert view.span(Range.FOUR_WEEKS)[1] == NEXT_MONDAY


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0.0, "Left {n} min: below 5 so far"),
        (4.94, "Left {n} min: below 5 so far"),
        (4.96, "Left {n} min: within 5 to 10"),
        (10.04, "Left {n} min: within 5 to 10"),
        (10.1, "Left {n} min: above 10, no more gain"),
    ],
)
def test_the_band_judges_the_number_that_is_shown(minutes: float, words: str) -> None:
    shown = f"{minutes:.1f}"
    assert dose_words(Side.LEFT, minutes, shown) == words.format(n=shown)


@given(st.sets(st.integers(0, 600), min_size=1), st.integers(0, 600))
def test_weeks_follow_each_other_without_a_gap_and_keep_every_minute(ago: set[int], test_ago: int) -> None:
    view: ProgressView = progress_view([taken(test_ago, PASSED, None)], [dose(n, n, 1.0) for n in ago], NOW)
    mondays = [week.monday for week in view.weeks]
    assert mondays == [mondays[0] + timedelta(weeks=n) for n in range(len(mondays))]
    assert mondays[-1] == MONDAY
    assert sum(week.left_min for week in view.weeks) == sum(ago)
    first, end = view.span(Range.ALL)
    assert all(first <= day < end for day in [*mondays, view.tests[0].at.local.date()])
