"""What the progress page says and shows: the standing of each hip, every week, and the ranges of the time axis."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.progress.dose import WEEKLY_TARGET_MIN, WeekDose
from stretchtimer.core.progress.trend import Asymmetry, Series, Trend, asymmetry, leading, series_of, trend
from stretchtimer.core.records import Moment, Outcome, SelfTestRecord
from stretchtimer.core.selftest.comparability import incomparable

RECENT = 5
"""So many of a hip's last tests are counted together, since one alone may fall either way by chance (evidence C1)."""
WEEK = timedelta(weeks=1)


class Range(StrEnum):
    """How much of the past is shown; every one ends with the present week."""

    FOUR_WEEKS = "four_weeks"
    THREE_MONTHS = "three_months"
    YEAR = "year"
    ALL = "all"


_WEEKS = {Range.FOUR_WEEKS: 4, Range.THREE_MONTHS: 13, Range.YEAR: 53}


class Week(Struct, frozen=True):
    """Minutes that each hip was stretched in the ISO week that begins on ``monday``."""

    monday: date
    left_min: float
    right_min: float

    def of(self, side: Side) -> float:
        """Return the minutes of the hip ``side``."""
        return self.left_min if side is Side.LEFT else self.right_min

    @property
    def name(self) -> str:
        """The ISO week: "2026-W47"."""
        return f"{self.monday:%G-W%V}"


class HipStanding(Struct, frozen=True, kw_only=True):
    """How one hip did in its latest tests."""

    side: Side
    latest: Outcome | None = None
    latest_test: SelfTestRecord | None = None
    passed: int = 0
    """Tests passed of the last ``of``."""
    of: int = 0
    series: Series | None = None
    """The series by which it is judged; None while no result counts."""
    weekly_min: tuple[float, ...] = ()
    """Its minutes in each whole week before the present one, oldest first."""
    trend: Trend | None = None
    """What is said of that series."""


class ProgressView(Struct, frozen=True, kw_only=True):
    """Everything that the progress page shows."""

    today: date
    tests: tuple[SelfTestRecord, ...]
    """Oldest first."""
    weeks: tuple[Week, ...]
    """From the first week with stretching up to the present one, with those of rest between; empty if there is none."""
    this_week: Week
    left: HipStanding
    right: HipStanding
    series: tuple[Series, ...] = ()
    """Results that can be compared, by how they were found; those that are not used for a trend, too."""
    asymmetry: Asymmetry | None = None

    @property
    def measured(self) -> bool:
        """Whether there is an angle."""
        return any(series.measured for series in self.series)

    @property
    def felt(self) -> bool:
        """Whether anything is known of tightness or pain."""
        results = (result for test in self.tests for result in test.results)
        return any(result.tightness is not None or result.pain is not None for result in results)

    def standing(self, side: Side) -> HipStanding:
        """Return how the hip ``side`` did."""
        return self.left if side is Side.LEFT else self.right

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show yet."""
        return not (self.tests or self.weeks)

    @property
    def whole(self) -> tuple[date, date]:
        """The first day that can be shown and the day after the last: the data, or four weeks if that is more."""
        end = monday_of(self.today) + WEEK
        days = [week.monday for week in (self.weeks[:1] + self.weeks[-1:])]
        days += [test.at.local.date() for test in (self.tests[:1] + self.tests[-1:])]
        first = min([*days, end - _WEEKS[Range.FOUR_WEEKS] * WEEK])
        return monday_of(first), max(monday_of(max([*days, self.today])) + WEEK, end)

    def span(self, chosen: Range) -> tuple[date, date]:
        """Return the first day of the range ``chosen`` and the day after its last."""
        first, end = self.whole
        if chosen is Range.ALL:
            return first, end
        present_end = monday_of(self.today) + WEEK
        return max(first, present_end - _WEEKS[chosen] * WEEK), present_end


def progress_view(tests: Iterable[SelfTestRecord], doses: Iterable[WeekDose], now: Moment) -> ProgressView:
    """Return what the page shows of ``tests`` and ``doses`` (each in any order) at the moment ``now``."""
    today = now.local.date()
    by_time = tuple(sorted(tests, key=lambda test: test.at))
    weeks = _filled(doses, monday_of(today))
    this_monday = monday_of(today)
    reasons = incomparable(by_time)
    series = series_of(by_time, reasons)
    whole_weeks = [week for week in weeks if week.monday < this_monday]
    return ProgressView(
        today=today,
        tests=by_time,
        weeks=weeks,
        this_week=next((week for week in reversed(weeks) if week.monday == this_monday), Week(this_monday, 0.0, 0.0)),
        left=_standing(Side.LEFT, by_time, series, whole_weeks),
        right=_standing(Side.RIGHT, by_time, series, whole_weeks),
        series=series,
        asymmetry=asymmetry(by_time, reasons),
    )


def monday_of(day: date) -> date:
    """Return the Monday of the ISO week of ``day``."""
    return day - timedelta(days=day.weekday())


def dose_words(side: Side, minutes: float, shown: str) -> str:
    """Return how ``minutes`` of one hip in the present week stand to the 5 to 10; ``shown`` is the number as written.

    The band is Thomas 2018 (at least 5) and Ingram 2025 (no more gain beyond 10); evidence C2.
    """
    least, most = WEEKLY_TARGET_MIN
    tenths = round(minutes, 1)
    if tenths < least:
        left, right = _("Left {n} min: below 5 so far"), _("Right {n} min: below 5 so far")
    elif tenths <= most:
        left, right = _("Left {n} min: within 5 to 10"), _("Right {n} min: within 5 to 10")
    else:
        left, right = _("Left {n} min: above 10, no more gain"), _("Right {n} min: above 10, no more gain")
    return (left if side is Side.LEFT else right).format(n=shown)


def dose_source() -> str:
    """Return where the 5 to 10 minutes come from (evidence C2)."""
    return _(
        "Minutes of hip flexor stretching in a week, for each hip. At least 5 a week: Thomas and others 2018. "
        "No more gain beyond 10 a week: Ingram and others 2025."
    )


def chance_notice() -> str:
    """Return why one result says little (evidence C1)."""
    return _(
        "One result may fall either way by chance: the same examiner, testing the same hip twice, agreed with himself "
        "only moderately (kappa 0.47, Peeler and Anderson 2007). Look at several together."
    )


def _standing(
    side: Side, tests: tuple[SelfTestRecord, ...], series: tuple[Series, ...], whole_weeks: Sequence[Week]
) -> HipStanding:
    tested = [test for test in tests if test.result_of(side)]
    if not tested:
        return HipStanding(side=side)
    recent = [test.result_of(side) for test in tested[-RECENT:]]
    weekly_min = tuple(week.of(side) for week in whole_weeks)
    leader = leading(series, side)
    return HipStanding(
        side=side,
        latest=recent[-1],
        latest_test=tested[-1],
        passed=recent.count(Outcome.PASSED),
        of=len(recent),
        series=leader,
        weekly_min=weekly_min,
        trend=trend(leader, weekly_min) if leader else None,
    )


def _filled(doses: Iterable[WeekDose], this_monday: date) -> tuple[Week, ...]:
    """Return the weeks of ``doses`` and, as zeros, those between them and up to ``this_monday``."""
    known = {_monday(dose.week): dose for dose in doses}
    if not known:
        return ()
    first, last = min(known), max(*known, this_monday)
    mondays = [first + n * WEEK for n in range((last - first).days // 7 + 1)]
    return tuple(
        Week(monday, known[monday].left_min, known[monday].right_min) if monday in known else Week(monday, 0.0, 0.0)
        for monday in mondays
    )


def _monday(iso_week: str) -> date:
    year, week = iso_week.split("-W")
    return date.fromisocalendar(int(year), int(week), 1)
