"""The reminder as its settings change."""

from __future__ import annotations

from msgspec.structs import replace

from stretchtimer.core.reminders.reminder_values import Obstacle, Standing
from tests.core.reminders.simulated_day import ALWAYS, Day
from tests.core.reminders.test_reminders import minutes_of

EVERY_HALF_HOUR, HOURLY = replace(ALWAYS, interval_min=30), replace(ALWAYS, interval_min=60)


def test_a_shorter_interval_counts_from_the_same_sitting() -> None:
    day = Day()
    day.work(40)
    day.do(day.reminder.use(replace(ALWAYS, interval_min=30), day.now))
    day.work(1)
    assert minutes_of(day) == [40]


def test_turned_off_and_on_again_it_begins_afresh() -> None:
    day = Day()
    day.work(44)
    day.do(day.reminder.use(replace(ALWAYS, on=False), day.now))
    day.work(0.1)
    day.do(day.reminder.use(ALWAYS, day.now))
    assert (day.view.standing, day.view.due_in_s) == (Standing.SITTING, 45 * 60)


def test_a_break_that_waits_comes_later_by_a_longer_interval() -> None:
    day = Day(EVERY_HALF_HOUR)
    day.obstacle = Obstacle.MICROPHONE
    day.work(33)
    day.do(day.reminder.use(HOURLY, day.now))
    day.obstacle = None
    assert (day.view.standing, day.view.due_since_s, day.view.waits_for) == (Standing.SITTING, None, None)
    day.work(29)
    assert minutes_of(day) == [60]


def test_a_break_that_nobody_saw_comes_later_by_a_longer_interval() -> None:
    day = Day(EVERY_HALF_HOUR)
    day.work(28)
    day.be_idle(3)
    assert day.view.due_since_s is not None
    day.do(day.reminder.use(HOURLY, day.now))
    assert day.view.due_since_s is None


def test_a_snooze_holds_whatever_the_interval_becomes() -> None:
    day = Day(EVERY_HALF_HOUR)
    day.work(31)
    day.do(day.reminder.snooze(day.now))
    day.do(day.reminder.use(HOURLY, day.now))
    day.work(10.1)
    assert minutes_of(day) == [30, 41]


def test_an_offer_stays_by_a_longer_interval_and_can_be_had_ten_minutes_later() -> None:
    day = Day(EVERY_HALF_HOUR)
    day.work(31)
    day.do(day.reminder.use(HOURLY, day.now))
    day.work(1)
    assert day.open_offers == 1
    day.do(day.reminder.snooze(day.now))
    assert (day.open_offers, day.view.standing) == (0, Standing.SNOOZED)
    day.work(10.1)
    assert minutes_of(day) == [30, 42]
