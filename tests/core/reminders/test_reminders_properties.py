"""What holds of the reminder on any day, however a person works, leaves, sleeps and answers."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from stretchtimer.core.reminders.presence import PRESENT_S
from stretchtimer.core.reminders.reminder_values import Obstacle
from stretchtimer.core.reminders.working_hours import WEEK, covers
from tests.core.reminders.simulated_day import ALWAYS, MONDAY_S, Answer, Day

INTERVALS = st.sampled_from([30, 45, 60])
ANSWERS = st.sampled_from(Answer)
OBSTACLES = st.sampled_from([None, None, *Obstacle])
LATENESS = st.floats(0, 20)

SPELLS: dict[str, Callable[[Day, float], None]] = {
    "works": lambda day, minutes: day.work(minutes),
    "reads": lambda day, minutes: day.work(minutes, rhythm_s=240),
    "is idle": lambda day, minutes: day.be_idle(minutes),
    "sleeps": lambda day, minutes: day.sleep(minutes),
    "sleeps, and nobody tells": lambda day, minutes: day.sleep(minutes, told=False),
    "sleeps as on Windows": lambda day, minutes: day.sleep(minutes, told=False, counted=True),
    "locks": lambda day, minutes: day.lock(minutes),
    "locks, and nobody tells the end": lambda day, minutes: day.lock(minutes, told_back=False),
    "pauses": lambda day, minutes: day.pause(minutes),
    "stretches": lambda day, _minutes: day.do(day.reminder.rested(day.now)),
    "stretches in a terminal": lambda day, _minutes: day.stretch_in_a_terminal(3),
    "has the clock set back": lambda day, minutes: day.set_clock(-minutes * 60),
    "has the clock set back a little": lambda day, minutes: day.set_clock(-minutes / 10),
    "has the clock set forward a little": lambda day, minutes: day.set_clock(minutes / 2),
}
DAYS = st.lists(
    st.tuples(st.sampled_from(sorted(SPELLS)), st.floats(0.1, 90), ANSWERS, OBSTACLES), min_size=1, max_size=25
)


def live(day: Day, spells: list[tuple[str, float, Answer, Obstacle | None]]) -> None:
    for kind, minutes, answer, obstacle in spells:
        day.answer, day.obstacle = answer, obstacle
        SPELLS[kind](day, minutes)


@given(INTERVALS, LATENESS, DAYS)
def test_never_two_offers_in_less_than_the_interval_unless_snoozed(
    interval_min: int, late_s: float, spells: list[tuple[str, float, Answer, Obstacle | None]]
) -> None:
    day = Day(replace(ALWAYS, interval_min=interval_min), late_s=late_s)
    live(day, spells)
    for earlier, later in pairwise(day.shown):
        between_min = (later.at_s - earlier.at_s) / 60
        assert between_min >= (10 if later.after_snooze else interval_min) - 1e-6


STEPS_S = st.lists(st.floats(-50, 50), min_size=4, max_size=4)
"""By how much the clock is set, each time by less than what is taken for a sleep."""


def minutes_between_offers(day: Day, before_min: float, steps_s: list[float]) -> list[float]:
    """Stretch in a terminal, work on until a break is offered, and have the clock set four times after it."""
    day.work(before_min)
    day.stretch_in_a_terminal(3)
    day.work(46)
    for step_s in steps_s:
        day.set_clock(step_s)
        day.work(12)
    return [(later.at_s - earlier.at_s) / 60 for earlier, later in pairwise(day.shown)]


@given(LATENESS, st.floats(0.1, 40), STEPS_S)
def test_a_session_in_a_terminal_never_brings_the_next_offer_forward(
    late_s: float, before_min: float, steps_s: list[float]
) -> None:
    between_min = minutes_between_offers(Day(replace(ALWAYS, interval_min=45), late_s=late_s), before_min, steps_s)
    assert all(minutes >= 45 - 1e-6 for minutes in between_min)


@given(LATENESS, st.floats(0.1, 40), STEPS_S)
def test_a_snooze_of_ten_minutes_is_ten_minutes(late_s: float, before_min: float, steps_s: list[float]) -> None:
    day = Day(late_s=late_s)
    day.answer = Answer.SNOOZE
    between_min = minutes_between_offers(day, before_min, steps_s)
    assert len(between_min) >= 3
    most_min = 10 + (2 * late_s + 1) / 60  # after a look that is early by a rounding error, the next is a second later
    assert all(10 - 1e-6 <= minutes <= most_min + 1e-6 for minutes in between_min)


@given(st.integers(0, 23), st.integers(0, 23), st.sets(st.sampled_from(WEEK)), LATENESS, DAYS)
def test_none_outside_the_hours(
    begin: int, end: int, days: set, late_s: float, spells: list[tuple[str, float, Answer, Obstacle | None]]
) -> None:
    hours = replace(ALWAYS, days=tuple(days), begin=f"{begin:02}:00", end=f"{end:02}:00")
    day = Day(hours, late_s=late_s)
    live(day, spells)
    assert all(covers(hours.days, hours.begin, hours.end, shown.local) for shown in day.shown)


@given(INTERVALS, LATENESS, DAYS)
def test_none_while_nobody_is_there_or_something_is_in_the_way(
    interval_min: int, late_s: float, spells: list[tuple[str, float, Answer, Obstacle | None]]
) -> None:
    day = Day(replace(ALWAYS, interval_min=interval_min), late_s=late_s)
    for kind, minutes, answer, obstacle in spells:
        before = len(day.shown)
        live(day, [(kind, minutes, answer, obstacle)])
        assert obstacle is None or day.shown[before:] == []
    assert all(shown.idle_s < PRESENT_S for shown in day.shown)


@given(INTERVALS, DAYS, st.sampled_from([kind for kind in sorted(SPELLS) if "sleeps" in kind or "locks" in kind]))
def test_exactly_one_after_any_gap_and_an_interval_after_it(
    interval_min: int, spells: list[tuple[str, float, Answer, Obstacle | None]], gap: str
) -> None:
    day = Day(replace(ALWAYS, interval_min=interval_min))
    live(day, spells)
    day.do(day.reminder.resume(day.now, day.local))
    day.answer, day.obstacle = Answer.NONE, None
    before = len(day.shown)
    SPELLS[gap](day, 30)
    back_s = day.lived_s
    assert len(day.shown) == before
    assert day.open_offers == 0 or "nobody tells" in gap or "Windows" in gap
    day.work(interval_min + 6)
    assert len(day.shown) == before + 1
    assert interval_min <= (day.shown[-1].at_s - back_s) / 60 <= interval_min + 5.1
    assert day.open_offers == 1


@given(st.floats(5, 300), st.floats(0.1, 44))
def test_exactly_one_after_any_idle_spell_wherever_it_falls(idle_min: float, before_min: float) -> None:
    day = Day()
    day.work(before_min)
    day.be_idle(idle_min)
    assert day.shown == []
    day.work(51)
    assert len(day.shown) == 1
    assert (day.shown[0].at_s - MONDAY_S) / 60 >= before_min + idle_min + 45 - 1e-6


@pytest.mark.parametrize("gap", [kind for kind in SPELLS if "sleeps" in kind or "locks" in kind])
@pytest.mark.parametrize("minutes", [0.5, 12, 50])
def test_twenty_sleeps_or_locks_in_a_day_make_no_pile(gap: str, minutes: float) -> None:
    day = Day()
    for _each in range(20):
        day.work(44)
        SPELLS[gap](day, minutes)
    if minutes > 1 or ("tells" not in gap and "Windows" not in gap):
        assert day.shown == []
    before = len(day.shown)
    day.work(51)
    assert len(day.shown) == before + 1
