from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.catalog.routine import RoutineItem
from stretchtimer.core.progress.dose import Seconds, WeekDose, iso_week, per_hip, weekly
from stretchtimer.core.records import Moment
from tests.core.session.phases import first_work, timeline

MARCH = first_work("march")
"""Four repetitions of three seconds, the sides in turn."""
held = st.floats(0, 900)
sides = st.sampled_from([Side.LEFT, Side.RIGHT])


@pytest.mark.parametrize(("side", "expected"), [(Side.LEFT, (30, 0)), (Side.RIGHT, (0, 30))])
def test_a_unilateral_hold_counts_for_its_own_hip(side: Side, expected: tuple[float, float]) -> None:
    work = timeline(RoutineItem(exercise="kneeling", sides=side)).phases[1]
    assert per_hip(work, 30, Side.LEFT) == expected
    assert per_hip(work, 30, Side.RIGHT) == expected


def test_a_bilateral_hold_counts_for_both_hips_in_full() -> None:
    assert per_hip(first_work("butterfly"), 50, Side.LEFT) == Seconds(50, 50)


@pytest.mark.parametrize(
    ("held_s", "first_s", "other_s"),
    [(0, 0, 0), (1.5, 1.5, 0), (3, 3, 0), (4, 3, 1), (6, 3, 3), (7, 4, 3), (9, 6, 3), (11.5, 6, 5.5), (12, 6, 6)],
)
def test_alternating_repetitions_count_for_the_hip_whose_turn_it_was(
    held_s: float, first_s: float, other_s: float
) -> None:
    assert per_hip(MARCH, held_s, Side.LEFT) == (first_s, other_s)
    assert per_hip(MARCH, held_s, Side.RIGHT) == (other_s, first_s)


@given(held, sides, st.integers(1, 20))
def test_alternating_seconds_are_shared_out_without_rest(held_s: float, first: Side, repetition_s: int) -> None:
    left_s, right_s = per_hip(replace(MARCH, repetition_s=repetition_s), held_s, first)
    assert left_s + right_s == pytest.approx(held_s)
    assert min(left_s, right_s) >= 0
    assert abs(left_s - right_s) <= repetition_s + 1e-6


@pytest.mark.parametrize(
    ("counted_s", "first_s", "other_s"),
    [((), 20, 0), ((15,), 15, 5), ((5, 8), 17, 3), ((5, 8, 20), 17, 3), ((4, 4, 10), 10, 10)],
)
def test_repetitions_ended_by_a_key_count_for_as_long_as_each_took(
    counted_s: tuple[float, ...], first_s: float, other_s: float
) -> None:
    assert per_hip(MARCH, 20, Side.LEFT, counted_s) == (first_s, other_s)
    assert per_hip(MARCH, 20, Side.RIGHT, counted_s) == (other_s, first_s)


@given(st.lists(held, max_size=10), held, sides)
def test_seconds_between_keys_are_shared_out_without_rest(moments: list[float], held_s: float, first: Side) -> None:
    counted_s = tuple(sorted(moment for moment in moments if moment <= held_s))
    left_s, right_s = per_hip(MARCH, held_s, first, counted_s)
    assert left_s + right_s == pytest.approx(held_s)
    assert min(left_s, right_s) >= 0


@given(held, sides)
def test_bilateral_seconds_are_those_of_each_hip(held_s: float, first: Side) -> None:
    assert per_hip(first_work("tilt"), held_s, first) == (held_s, held_s)


@pytest.mark.parametrize(
    ("at", "week"),
    [
        ("2026-11-21T09:30:00+01:00", "2026-W47"),
        ("2026-12-31T12:00:00+00:00", "2026-W53"),
        ("2027-01-03T23:59:59+00:00", "2026-W53"),
        ("2027-01-04T00:00:00+00:00", "2027-W01"),
        ("2024-12-30T08:00:00+00:00", "2025-W01"),
        # The person's own clock decides: still Sunday for one, already Monday for the other.
        ("2026-11-22T23:30:00-05:00", "2026-W47"),
        ("2026-11-23T00:30:00+13:00", "2026-W48"),
    ],
)
def test_a_week_is_the_iso_week_where_the_person_was(at: str, week: str) -> None:
    assert iso_week(Moment.parse(at)) == week


def test_seconds_add_up_to_minutes_by_week_oldest_first() -> None:
    def at(day: int) -> Moment:
        return Moment.of(datetime(2026, 11, day, 8, tzinfo=UTC))

    rows = [(at(23), 30.0, 0.0), (at(16), 90.0, 60.0), (at(20), 30.0, 0.0), (at(2), 0.0, 150.0)]
    assert weekly(rows) == (
        WeekDose("2026-W45", 0.0, 2.5),
        WeekDose("2026-W47", 2.0, 1.0),
        WeekDose("2026-W48", 0.5, 0.0),
    )


def test_no_rows_are_no_weeks() -> None:
    assert weekly([]) == ()
