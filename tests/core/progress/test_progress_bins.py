from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.progress.progress import Week
from stretchtimer.core.progress.progress_bins import (
    Counts,
    Grain,
    Period,
    dose_bins,
    grain_of,
    result_bins,
    usual_gap_days,
)
from tests.taken import LIFTED, PASSED, STOPPED, taken

DAYS = st.dates(date(1999, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("grain", "period"),
    [
        (Grain.WEEK, Period(date(2026, 11, 16), date(2026, 11, 23))),
        (Grain.MONTH, Period(date(2026, 11, 1), date(2026, 12, 1))),
        (Grain.QUARTER, Period(date(2026, 10, 1), date(2027, 1, 1))),
        (Grain.YEAR, Period(date(2026, 1, 1), date(2027, 1, 1))),
    ],
)
def test_a_period_holds_its_day(grain: Grain, period: Period) -> None:
    assert grain.period(date(2026, 11, 21)) == period


@given(DAYS, st.sampled_from(list(Grain)))
def test_periods_cover_every_day_once(day: date, grain: Grain) -> None:
    period = grain.period(day)
    assert period.begin <= day < period.end
    assert grain.period(period.begin) == grain.period(period.end - timedelta(days=1)) == period
    assert grain.period(period.end).begin == period.end


@pytest.mark.parametrize(
    ("days", "grain"),
    [(0, "week"), (7, "week"), (8, "month"), (28, "month"), (90, "quarter"), (91, "year"), (9e9, "year")],
)
def test_the_finest_grain_with_room_is_taken(days: float, grain: str) -> None:
    assert grain_of(days) == grain


def test_tests_of_a_period_are_counted_for_each_hip() -> None:
    tests = [taken(40, LIFTED, None), taken(3, PASSED, STOPPED), taken(2, LIFTED, PASSED), taken(1, PASSED, None)]
    october, november = result_bins(tests, Grain.MONTH)
    assert (october.period.begin, november.period.begin) == (date(2026, 10, 1), date(2026, 11, 1))
    assert (november.left, november.right) == (Counts(2, 1, 0), Counts(1, 0, 1))
    assert october.counts(Side.RIGHT) == Counts(0, 0, 0)
    assert november.counts(Side.LEFT).of(LIFTED) == 1


def test_a_period_has_the_average_of_its_weeks() -> None:
    weeks = [Week(date(2026, 10, 26), 9.0, 9.0), Week(date(2026, 11, 2), 4.0, 0.0), Week(date(2026, 11, 9), 6.0, 3.0)]
    october, november = dose_bins(weeks, Grain.MONTH)
    assert (october.left_min, october.right_min) == (9.0, 9.0)
    assert (november.left_min, november.right_min) == (5.0, 1.5)


def test_the_usual_gap_is_not_stretched_by_a_long_break() -> None:
    tests = [taken(days, PASSED, PASSED) for days in (800, 3, 2, 1)]
    assert usual_gap_days(tests) == pytest.approx(1.0)
    assert usual_gap_days(tests[:1]) == float("inf")
