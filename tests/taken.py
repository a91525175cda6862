"""Self-tests and weeks for tests of the pages that show them."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.progress.dose import WeekDose, iso_week
from stretchtimer.core.progress.progress import ProgressView, progress_view
from stretchtimer.core.records import Moment, Outcome, ResultRecord, SelfTestRecord

NOW = Moment.parse("2026-11-21T09:00:00+01:00")
"""A Saturday; its week begins on the 16th."""
PASSED, LIFTED, STOPPED = Outcome.PASSED, Outcome.LIFTED, Outcome.STOPPED


def id_of(number: int) -> str:
    return str(UUID(int=number))


def taken(
    days_ago: float,
    left: Outcome | None,
    right: Outcome | None,
    *,
    number: int = 1,
    note: str = "",
    after_stretching: bool = False,
) -> SelfTestRecord:
    """Return the self-test ``number``, taken ``days_ago`` days before `NOW`."""
    outcomes = {Side.LEFT: left, Side.RIGHT: right}
    results = tuple(ResultRecord(side=side, outcome=outcome) for side, outcome in outcomes.items() if outcome)
    at = Moment(NOW.utc - timedelta(days=days_ago), NOW.offset_min)
    return SelfTestRecord(id=id_of(number), at=at, results=results, note=note, after_stretching=after_stretching)


def dose(weeks_ago: int, left_min: float, right_min: float) -> WeekDose:
    """Return the minutes of the week that was ``weeks_ago``."""
    return WeekDose(iso_week(Moment(NOW.utc - timedelta(weeks=weeks_ago), NOW.offset_min)), left_min, right_min)


def daily(days: int) -> ProgressView:
    """Return what the page shows of ``days`` daily tests, all passed on the left, and their weeks' doses."""
    tests = [taken(day, PASSED, PASSED if day % 2 else LIFTED, number=day + 1) for day in range(days)]
    return progress_view(tests, [dose(week, 6.0, 4.0) for week in range(-(-days // 7))], NOW)
