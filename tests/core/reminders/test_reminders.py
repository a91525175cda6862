from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from stretchtimer.core.reminders.reminder_values import Kept, Obstacle, Standing
from stretchtimer.core.reminders.reminders import Reminder
from stretchtimer.core.reminders.working_hours import WORKING_DAYS
from tests.core.reminders.simulated_day import ALWAYS, MONDAY_S, Answer, Day

OFFICE = replace(ALWAYS, days=WORKING_DAYS, begin="09:00", end="17:00")


def minutes_of(day: Day) -> list[float]:
    """The minutes after the day's beginning at which a break was offered."""
    return [(shown.at_s - MONDAY_S) / 60 for shown in day.shown]


def test_a_break_is_offered_after_45_minutes_of_sitting() -> None:
    day = Day()
    day.work(44.9)
    assert (day.shown, day.view.standing) == ([], Standing.SITTING)
    assert day.view.due_in_s == pytest.approx(6)
    day.work(1)
    assert minutes_of(day) == [45]
    assert (day.view.standing, day.view.due_in_s) == (Standing.OFFERED, 0)
    assert day.view.due_since_s == pytest.approx(MONDAY_S + 45 * 60)


@pytest.mark.parametrize("interval_min", [30, 60, 77])
def test_the_interval_is_the_persons_own(interval_min: int) -> None:
    day = Day(replace(ALWAYS, interval_min=interval_min))
    day.answer = Answer.SKIP
    day.work(interval_min * 3 + 1)
    assert minutes_of(day) == [interval_min, 2 * interval_min, 3 * interval_min]


def test_turned_off_nothing_is_ever_looked_at() -> None:
    day = Day(replace(ALWAYS, on=False))
    day.work(600)
    assert (day.shown, day.looks, day.view.standing, day.view.due_in_s) == ([], 0, Standing.OFF, None)
    day.pause(60)
    day.do(day.reminder.snooze(day.now))
    assert (day.view.standing, day.reminder.kept) == (Standing.OFF, Kept())
    day.do(day.reminder.use(ALWAYS, day.now))
    day.work(46)
    assert minutes_of(day) == [645]


def test_turned_off_an_offer_is_taken_back() -> None:
    day = Day()
    day.work(46)
    day.do(day.reminder.use(replace(ALWAYS, on=False), day.now))
    assert (day.open_offers, day.reminder.next_look_at) == (0, None)


def test_five_idle_minutes_are_a_break_that_was_taken() -> None:
    day = Day()
    day.work(40)
    day.be_idle(5)
    day.work(44)
    assert day.shown == []
    day.work(6)
    assert len(day.shown) == 1


def test_less_than_five_idle_minutes_is_sitting() -> None:
    day = Day()
    day.work(30)
    day.be_idle(4.9)
    day.work(11)
    assert minutes_of(day) == [45]


def test_nobody_there_is_offered_nothing_until_they_touch_the_machine() -> None:
    day = Day()
    day.work(43.5)
    day.be_idle(3)
    assert day.shown == []
    day.work(1)
    assert len(day.shown) == 1
    assert minutes_of(day)[0] == pytest.approx(46.75, abs=0.3)


def test_whoever_gets_up_without_a_word_has_taken_the_break() -> None:
    day = Day()
    day.work(46)
    day.be_idle(6)
    assert (day.open_offers, day.view.standing) == (0, Standing.AWAY)


def test_while_the_person_works_a_look_comes_every_five_minutes_at_most_twice() -> None:
    day = Day(replace(ALWAYS, interval_min=240))
    day.work(200, rhythm_s=200)
    assert day.looks <= 80
    looks = day.looks
    day.be_idle(240)
    assert day.looks - looks <= 50


def test_in_ten_minutes_is_in_ten_minutes() -> None:
    day = Day()
    day.answer = Answer.SNOOZE
    day.work(66)
    assert minutes_of(day) == [45, 55, 65]


def test_a_snooze_brings_no_break_forward() -> None:
    day = Day()
    day.work(10)
    day.do(day.reminder.snooze(day.now))
    assert day.view.standing is Standing.SITTING
    day.work(30)
    day.do(day.reminder.snooze(day.now))
    assert day.view.standing is Standing.SNOOZED
    day.work(11)
    assert minutes_of(day) == [50]


def test_only_the_wording_changes_with_the_third_skip_in_a_row() -> None:
    day = Day()
    day.answer = Answer.SKIP
    day.work(45 * 4 + 1)
    assert [shown.skipped for shown in day.shown] == [0, 1, 2, 3]
    assert [shown.is_plain for shown in day.shown] == [False, False, False, True]
    day.answer = Answer.STRETCH
    day.work(45 * 2 + 5)
    assert [shown.skipped for shown in day.shown][4:] == [4, 0]


def test_an_offer_that_nobody_answers_is_taken_back_and_counts_as_skipped() -> None:
    day = Day()
    day.work(56)
    assert (day.open_offers, day.view.skipped, day.view.standing) == (0, 1, Standing.SITTING)
    day.work(45)
    assert minutes_of(day) == [45, 100]


def test_an_offer_is_taken_back_after_ten_minutes_whenever_the_last_look_was() -> None:
    day = Day()
    day.work(47)
    day.do(day.reminder.use(replace(ALWAYS, begin="01:00", end="01:00"), day.now))
    day.work(7.9)
    assert day.open_offers == 1
    day.work(0.2)
    assert day.open_offers == 0


def test_an_offer_waits_for_a_call_to_end_and_says_since_when() -> None:
    day = Day()
    day.obstacle = Obstacle.MICROPHONE
    day.work(100)
    assert day.shown == []
    assert (day.view.standing, day.view.waits_for) == (Standing.WAITING, Obstacle.MICROPHONE)
    assert day.view.due_since_s == pytest.approx(MONDAY_S + 45 * 60)
    day.obstacle = None
    day.work(2)
    (shown,) = day.shown
    assert (shown.due_s, shown.waited_for) == (pytest.approx(MONDAY_S + 45 * 60), Obstacle.MICROPHONE)
    assert minutes_of(day)[0] == pytest.approx(101, abs=1)


def test_what_is_in_the_way_is_only_asked_for_when_a_break_is_due() -> None:
    day = Day()
    day.work(44)
    assert not day.reminder.is_due(day.now)
    day.obstacle = Obstacle.FULL_SCREEN
    day.work(2)
    assert day.reminder.is_due(day.now)


def test_a_session_that_ends_is_a_break() -> None:
    day = Day()
    day.work(40)
    day.do(day.reminder.rested(day.now))
    day.work(46)
    assert minutes_of(day) == [85]


def test_an_hour_of_pause_is_an_hour_and_then_a_fresh_start() -> None:
    day = Day()
    day.work(46)
    day.pause(60)
    assert (day.open_offers, day.view.standing) == (0, Standing.PAUSED)
    assert day.view.paused_until_s == MONDAY_S + 106 * 60
    day.work(61)
    assert day.view.standing is Standing.SITTING
    day.work(46)
    assert minutes_of(day) == [45, 151]


def test_a_pause_that_is_ended_is_a_fresh_start() -> None:
    day = Day()
    day.pause(600)
    day.work(10)
    day.do(day.reminder.resume(day.now, day.local))
    day.work(46)
    assert minutes_of(day) == [55]


def test_a_pause_that_is_ended_after_hours_says_so_at_once() -> None:
    day = Day(replace(OFFICE, end="09:30"))
    day.pause(60)
    day.work(40)
    day.do(day.reminder.resume(day.now, day.local))
    assert (day.view.standing, day.view.due_in_s) == (Standing.OUTSIDE_HOURS, None)


def test_whoever_comes_back_in_a_pause_is_still_in_it() -> None:
    day = Day()
    day.pause(60)
    day.do(day.reminder.leave(day.now))
    assert (day.view.standing, day.view.paused_until_s) == (Standing.AWAY, None)
    day.do(day.reminder.come_back(day.now))
    assert day.view.standing is Standing.PAUSED


def test_a_pause_and_a_snooze_survive_a_restart() -> None:
    day = Day()
    day.work(46)
    day.do(day.reminder.skip(day.now))
    day.pause(60)
    paused = Day(wall_s=day.now.wall_s + 600, kept=day.reminder.kept)
    assert paused.view.standing is Standing.PAUSED
    paused.work(51)
    assert paused.view.standing is Standing.SITTING

    day.do(day.reminder.resume(day.now, day.local))
    day.answer = Answer.SNOOZE
    day.work(46)
    kept = day.reminder.kept
    snoozed = Day(wall_s=day.now.wall_s + 60, kept=kept)
    snoozed.work(9)
    assert [shown.at_s for shown in snoozed.shown] == [day.shown[-1].at_s + 600]
    too_late = Day(wall_s=day.now.wall_s + 3600, kept=kept)
    assert too_late.view.standing is Standing.SITTING


def test_nothing_is_offered_after_hours_and_the_morning_begins_afresh() -> None:
    day = Day(OFFICE, wall_s=datetime(2026, 11, 23, 16, 20, tzinfo=UTC).timestamp())
    day.work(41)
    assert (day.shown, day.view.standing) == ([], Standing.OUTSIDE_HOURS)
    day.work(17 * 60 - 10)
    assert [shown.local for shown in day.shown] == [datetime(2026, 11, 24, 9, 45, tzinfo=UTC)]


def test_an_offer_is_taken_back_when_the_hours_end() -> None:
    day = Day(OFFICE, wall_s=datetime(2026, 11, 23, 16, 12, tzinfo=UTC).timestamp())
    day.work(46)
    day.work(1.9)
    assert day.open_offers == 1
    day.work(0.2)
    assert day.open_offers == 0


def test_a_lock_whose_end_nobody_tells_ends_with_work() -> None:
    day = Day()
    day.work(40)
    day.lock(3, told_back=False)
    assert day.view.standing is Standing.AWAY
    day.work(52)
    assert len(day.shown) == 1
    assert minutes_of(day)[0] == pytest.approx(93, abs=5)


def test_where_idle_is_unknown_sitting_is_counted_by_the_clock() -> None:
    day = Day()
    day.idle_known = False
    day.be_idle(46)
    assert minutes_of(day) == [45]
    assert not day.view.idle_known


def test_only_a_reminder_that_is_off_wants_no_look() -> None:
    for settings, wanted in ((ALWAYS, True), (replace(ALWAYS, on=False), False)):
        assert (Reminder(settings, Day().now).next_look_at is not None) is wanted
