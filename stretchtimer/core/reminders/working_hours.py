"""The days and hours in which a person wants to be reminded."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

DAY_MIN = 24 * 60
MORNING_H = 5
"""The hour at which "tomorrow" begins, so that whoever works past midnight is not reminded of it (a convention)."""

ClockTime = Annotated[
    str, Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$", description='The time of day by 24 hours: "09:00".')
]


class Weekday(StrEnum):
    """A day of the week, as the settings file names it."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


WEEK = tuple(Weekday)
WORKING_DAYS = WEEK[:5]


def covers(days: tuple[Weekday, ...], begin: ClockTime, end: ClockTime, local: datetime) -> bool:
    """Whether ``local`` lies in the hours from ``begin`` to before ``end`` of one of ``days``.

    An end that is not later than the beginning lies on the next day: "22:00" to "06:00" on Friday ends on Saturday, and
    equal times are a whole day.
    """
    minute, begin_min, end_min = _minute(local), _minutes(begin), _minutes(end)
    if begin_min < end_min:
        return _weekday(local) in days and begin_min <= minute < end_min
    yesterday = local - timedelta(days=1)
    return (_weekday(local) in days and minute >= begin_min) or (_weekday(yesterday) in days and minute < end_min)


def seconds_until(time: ClockTime, local: datetime) -> float:
    """Return the seconds from ``local`` to the next time that a clock shows ``time``, which may be tomorrow."""
    wait_min = (_minutes(time) - _minute(local)) % DAY_MIN
    return (wait_min or DAY_MIN) * 60 - local.second


def tomorrow(local: datetime) -> datetime:
    """Return the next beginning of a day after ``local``, at five in the morning."""
    today = local.replace(hour=MORNING_H, minute=0, second=0, microsecond=0)
    return today if local < today else today + timedelta(days=1)


def _weekday(local: datetime) -> Weekday:
    return WEEK[local.weekday()]


def _minute(local: datetime) -> int:
    return local.hour * 60 + local.minute


def _minutes(time: ClockTime) -> int:
    hours, _colon, minutes = time.partition(":")
    return int(hours) * 60 + int(minutes)
