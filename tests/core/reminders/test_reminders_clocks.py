"""The reminder where clocks are set or drift apart, where nobody tells of a sleep, and where a terminal stretches."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from stretchtimer.core.reminders.both_clocks import LONGEST_S
from stretchtimer.core.reminders.reminder_values import Kept, Standing
from tests.core.reminders.simulated_day import ALWAYS, MONDAY_S, Answer, Day
from tests.core.reminders.test_reminders import minutes_of

DAY_MIN = 24 * 60


def test_a_session_in_a_terminal_is_a_break_too() -> None:
    day = Day()
    day.work(39)
    day.last_session_s = day.now.wall_s
    day.work(46)
    assert minutes_of(day) == [pytest.approx(84)]
    day.last_session_s = day.now.wall_s
    day.work(1)
    day.work(10)
    assert (day.open_offers, day.view.skipped) == (0, 0)


def test_a_session_from_before_the_clock_was_set_back_changes_nothing() -> None:
    day = Day()
    day.last_session_s = MONDAY_S + 24 * 3600
    day.work(46)
    assert minutes_of(day) == [45]


def test_a_session_in_a_terminal_is_counted_once_however_the_clocks_differ() -> None:
    day = Day()
    day.stretch_in_a_terminal(3)
    day.work(46)
    day.set_clock(-2)
    day.work(8)
    assert (minutes_of(day), day.open_offers) == ([pytest.approx(48)], 1)


def test_a_session_that_is_under_way_in_a_terminal_makes_the_one_before_it_no_news() -> None:
    day = Day()
    day.answer = Answer.SNOOZE
    day.stretch_in_a_terminal(3)
    ended_s = day.last_session_s
    day.work(47)
    for last_session_s in (0.0, ended_s):
        day.last_session_s = last_session_s
        day.do(day.reminder.use(replace(ALWAYS, floor=not day.reminder.settings.floor), day.now))  # a look at once
        day.work(1)
    day.work(10)
    assert minutes_of(day) == [pytest.approx(48), pytest.approx(58)]


def test_a_session_of_this_morning_that_comes_from_another_machine_is_no_break_now() -> None:
    day = Day()
    day.work(30)
    day.last_session_s = day.now.wall_s - 7200
    day.work(16)
    assert minutes_of(day) == [45]


def test_a_session_that_ends_as_the_clock_is_set_forward_ended_after_the_last_look() -> None:
    day = Day()
    day.work(45.5)
    day.last_session_s = day.now.wall_s
    day.set_clock(50)
    day.work(50)
    first, second = minutes_of(day)
    assert second - first >= 45


@pytest.mark.parametrize("asked_s", [0, 59])
def test_a_clock_that_is_set_a_little_is_no_sleep(asked_s: float) -> None:
    day = Day()
    day.work(44)
    day.sleep(asked_s / 60, told=False)
    day.work(2)
    assert len(day.shown) == 1


def test_a_clock_that_is_set_forward_by_minutes_is_taken_for_a_sleep() -> None:
    day = Day()
    day.work(40)
    day.set_clock(300)
    day.work(50)
    assert minutes_of(day) == [pytest.approx(85, abs=5)]


@pytest.mark.parametrize(("set_min", "ends_min"), [(-DAY_MIN, 60), (-5, 60), (5, 55)])
def test_an_hours_pause_is_at_most_an_hour_however_the_clock_is_set(set_min: int, ends_min: int) -> None:
    day = Day()
    day.pause(60)
    day.set_clock(set_min * 60)
    day.work(ends_min - 1)
    assert day.view.standing is Standing.PAUSED
    day.work(2)
    assert (day.view.standing, day.reminder.kept) == (Standing.SITTING, Kept())


def test_a_pause_that_was_kept_by_a_wrong_clock_is_over_after_a_day() -> None:
    day = Day(kept=Kept(paused_until_s=MONDAY_S + 400 * 86_400))
    assert day.view.paused_until_s == MONDAY_S + LONGEST_S
    day.work(DAY_MIN + 62)
    assert day.view.standing is Standing.SITTING


def test_what_is_kept_does_not_change_as_a_snooze_goes_on() -> None:
    day = Day()
    day.answer = Answer.SNOOZE
    day.work(46)
    kept = day.reminder.kept
    for _look in range(8):
        day.do(day.reminder.use(replace(ALWAYS, floor=not day.reminder.settings.floor), day.now))
        day.work(1)
        assert day.reminder.kept == kept
    assert kept.snoozed_until_s == pytest.approx(MONDAY_S + 55 * 60)
    assert Day(wall_s=day.now.wall_s, kept=kept).reminder.kept == kept


# A sleep that nobody told of, seen first by a command


def test_a_setting_changed_after_a_sleep_hides_it_not() -> None:
    day = Day()
    day.work(44)
    day.sleep(60, told=False)
    day.do(day.reminder.use(replace(ALWAYS, floor=True), day.now))
    day.work(44)
    assert day.shown == []
    day.work(2)
    assert len(day.shown) == 1


def test_a_snooze_after_a_sleep_hides_it_not() -> None:
    day = Day()
    day.work(46)
    assert day.open_offers == 1
    day.sleep(60, told=False)
    day.do(day.reminder.snooze(day.now))
    assert (day.open_offers, day.view.standing, day.view.due_in_s) == (0, Standing.SITTING, 45 * 60)


def test_a_skip_after_a_sleep_is_still_a_skip() -> None:
    day = Day()
    day.work(46)
    day.sleep(60, told=False)
    day.do(day.reminder.skip(day.now))
    day.work(1)
    assert day.view.skipped == 1


def test_a_setting_changed_after_a_sleep_ends_no_pause() -> None:
    day = Day()
    day.pause(600)
    day.work(10)
    day.sleep(60, told=False)
    day.do(day.reminder.use(replace(ALWAYS, floor=True), day.now))
    assert day.view.standing is Standing.PAUSED
