from datetime import UTC, datetime, timedelta, timezone

import pytest

from stretchtimer.core.reminders.working_hours import WEEK, WORKING_DAYS, Weekday, covers, seconds_until, tomorrow

FRIDAY = datetime(2026, 11, 20, tzinfo=timezone(timedelta(hours=1)))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return FRIDAY + timedelta(days=day, hours=hour, minutes=minute)


@pytest.mark.parametrize(
    ("moment", "inside"),
    [(at(0, 8, 59), False), (at(0, 9), True), (at(0, 16, 59), True), (at(0, 17), False), (at(1, 12), False)],
)
def test_hours_begin_with_their_first_minute_and_end_before_their_last(moment: datetime, inside: bool) -> None:
    assert covers(WORKING_DAYS, "09:00", "17:00", moment) is inside


@pytest.mark.parametrize(
    ("moment", "inside"),
    [(at(0, 5), False), (at(0, 22), True), (at(1, 5, 59), True), (at(1, 6), False), (at(1, 22), False)],
)
def test_a_night_belongs_to_the_day_on_which_it_began(moment: datetime, inside: bool) -> None:
    assert covers((Weekday.FRI,), "22:00", "06:00", moment) is inside


@pytest.mark.parametrize("hour", [0, 8, 23])
def test_equal_times_are_a_whole_day(hour: int) -> None:
    assert covers(WEEK, "08:00", "08:00", at(0, hour))
    assert not covers((), "08:00", "08:00", at(0, hour))


def test_the_wait_for_a_time_of_day_ends_on_its_minute() -> None:
    assert seconds_until("09:00", at(0, 8, 59) + timedelta(seconds=10)) == 50
    assert seconds_until("09:00", at(0, 9)) == 24 * 3600
    assert seconds_until("06:30", at(0, 22)) == 8.5 * 3600


def test_tomorrow_begins_at_five_even_for_whoever_works_past_midnight() -> None:
    assert tomorrow(at(0, 14)) == at(1, 5)
    assert tomorrow(at(1, 0, 30)) == at(1, 5)
    assert tomorrow(at(1, 5)) == at(2, 5)
    assert tomorrow(datetime(2026, 11, 20, 12, tzinfo=UTC)).utcoffset() == timedelta(0)
