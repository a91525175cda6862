"""Tests and weeks taken together by month, quarter or year, for a chart that has no room for each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from statistics import median
from typing import NamedTuple, TypeVar

from msgspec import Struct

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.progress.progress import Week, monday_of
from stretchtimer.core.records import Outcome, SelfTestRecord

T = TypeVar("T")


class Grain(StrEnum):
    """How long a time is taken together, from fine to coarse."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    def period(self, day: date) -> Period:
        """Return the period of this grain in which ``day`` lies."""
        if self is Grain.WEEK:
            return Period(monday_of(day), monday_of(day) + timedelta(weeks=1))
        months = _MONTHS[self]
        first = (day.month - 1) // months * months
        after = first + months
        return Period(date(day.year, first + 1, 1), date(day.year + after // 12, after % 12 + 1, 1))


_MONTHS = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.YEAR: 12}
_SHORTEST_DAYS = {Grain.WEEK: 7, Grain.MONTH: 28, Grain.QUARTER: 90, Grain.YEAR: 365}


class Period(NamedTuple):
    """Days that are taken together."""

    begin: date
    end: date
    """The day after the last."""


class Counts(NamedTuple):
    """How often a hip had each outcome."""

    passed: int
    lifted: int
    stopped: int

    def of(self, outcome: Outcome) -> int:
        """Return the count of ``outcome``."""
        return getattr(self, outcome.value)  # type: ignore[no-any-return]


class ResultBin(Struct, frozen=True, kw_only=True):
    """The tests of one period. It holds at least one test."""

    period: Period
    left: Counts
    right: Counts

    def counts(self, side: Side) -> Counts:
        """Return the counts of the hip ``side``."""
        return self.left if side is Side.LEFT else self.right


class DoseBin(Struct, frozen=True, kw_only=True):
    """Minutes a week, as the average of the weeks that begin in one period."""

    period: Period
    left_min: float
    right_min: float


def grain_of(days: float) -> Grain:
    """Return the finest grain whose periods are all at least ``days`` long; the coarsest if none is."""
    return next((grain for grain in Grain if _SHORTEST_DAYS[grain] >= days), Grain.YEAR)


def usual_gap_days(tests: Sequence[SelfTestRecord]) -> float:
    """Return the median of the days between one of ``tests`` (oldest first) and the next; infinite below two tests."""
    gaps = [(after.at.utc - before.at.utc).total_seconds() for before, after in pairwise(tests)]
    return median(gaps) / 86_400 if gaps else float("inf")


def result_bins(tests: Sequence[SelfTestRecord], grain: Grain) -> tuple[ResultBin, ...]:
    """Take ``tests`` (oldest first) together by ``grain``; periods without tests are left out."""
    return tuple(
        ResultBin(period=period, left=_counts(Side.LEFT, group), right=_counts(Side.RIGHT, group))
        for period, group in grouped(tests, lambda test: test.at.day, grain)
    )


def dose_bins(weeks: Sequence[Week], grain: Grain) -> tuple[DoseBin, ...]:
    """Take ``weeks`` (oldest first) together by ``grain``: a week belongs to the period that its Monday lies in."""
    return tuple(
        DoseBin(
            period=period,
            left_min=sum(week.left_min for week in group) / len(group),
            right_min=sum(week.right_min for week in group) / len(group),
        )
        for period, group in grouped(weeks, lambda week: week.monday, grain)
    )


def grouped(values: Iterable[T], day_of: Callable[[T], date], grain: Grain) -> Iterator[tuple[Period, list[T]]]:
    """Yield the periods of ``grain`` that any of ``values`` (oldest first) lies in, with those that do."""
    period, group = Period(date.min, date.min), list[T]()
    for value in values:
        day = day_of(value)
        if not period.begin <= day < period.end:
            if group:
                yield period, group
            period, group = grain.period(day), []
        group.append(value)
    if group:
        yield period, group


def _counts(side: Side, tests: Sequence[SelfTestRecord]) -> Counts:
    outcomes = [test.result_of(side) for test in tests]
    return Counts(*(outcomes.count(outcome) for outcome in Outcome))
