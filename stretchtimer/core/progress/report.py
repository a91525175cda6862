"""What a report for a physiotherapist holds: tests, minutes and pains of both hips in a time, and their sums."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from statistics import median
from typing import NamedTuple

from msgspec import Struct

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.progress.angle_lane import Band, band_of
from stretchtimer.core.progress.dose import WEEKLY_TARGET_MIN, weekly
from stretchtimer.core.progress.progress import HipStanding, ProgressView, Week, progress_view
from stretchtimer.core.progress.progress_bins import DoseBin, Grain, dose_bins, grain_of
from stretchtimer.core.records import Moment, PainRecord, SelfTestRecord
from stretchtimer.core.selftest.comparability import Reason, incomparable
from stretchtimer.core.selftest.measurement import Method, Protocol


class HipDose(Struct, frozen=True, kw_only=True):
    """How much one hip was stretched."""

    total_min: float
    weekly_min: float
    """The average of all weeks from the first one with stretching."""
    enough_weeks: int
    """Weeks with at least 5 minutes (Thomas 2018, evidence C2)."""


class AnglePoint(NamedTuple):
    """A measured angle of one hip, or the median of those of a longer time."""

    day: date
    angle_deg: float
    compared: bool
    """Whether the rules allow to compare it (`core.comparability`)."""


class AngleSeries(Struct, frozen=True, kw_only=True):
    """What one method measured in one position, oldest first. Series are never joined (evidence C1)."""

    method: Method
    protocol: Protocol
    left: tuple[AnglePoint, ...]
    right: tuple[AnglePoint, ...]

    def of(self, side: Side) -> tuple[AnglePoint, ...]:
        """Return the angles of the hip ``side``."""
        return self.left if side is Side.LEFT else self.right


class Report(Struct, frozen=True, kw_only=True):
    """The history from ``first`` to ``last``, both with it."""

    made_on: date
    first: date
    last: date
    progress: ProgressView
    pains: tuple[PainRecord, ...]
    """Oldest first."""
    angles: tuple[AngleSeries, ...]
    """The series with the most of them first."""
    kept_apart: Mapping[tuple[str, Side], tuple[Reason, ...]]
    """Why results are not compared, by the id of the test and the hip."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to report."""
        return self.progress.empty and not self.pains

    @property
    def weeks(self) -> tuple[Week, ...]:
        """Every week from the first with stretching to the last one reported."""
        return tuple(week for week in self.progress.weeks if week.monday <= self.last)

    def standing(self, side: Side) -> HipStanding:
        """Return how the hip ``side`` did in its latest tests."""
        return self.progress.left if side is Side.LEFT else self.progress.right

    def dose(self, side: Side) -> HipDose:
        """Return how much the hip ``side`` was stretched."""
        minutes = [week.left_min if side is Side.LEFT else week.right_min for week in self.weeks]
        return HipDose(
            total_min=sum(minutes),
            weekly_min=sum(minutes) / len(minutes) if minutes else 0.0,
            enough_weeks=sum(round(each, 1) >= WEEKLY_TARGET_MIN[0] for each in minutes),
        )

    def band(self, angles: AngleSeries, side: Side) -> Band | None:
        """Return the error band of the hip ``side`` in ``angles``; of several raters', that with the most results."""
        way = (side, angles.protocol, angles.method)
        alike = [each for each in self.progress.series if (each.kind.side, each.kind.protocol, each.kind.method) == way]
        return band_of(max(alike, key=lambda each: len(each.valid))) if alike else None

    def dose_bins(self, most: int) -> tuple[Grain, tuple[DoseBin, ...]]:
        """Return the weeks one by one, or by so coarse a grain that there are at most ``most`` (years may be more)."""
        for grain in Grain:
            bins = dose_bins(self.weeks, grain)
            if len(bins) <= most:
                break
        return grain, bins


def thinned(points: Sequence[AnglePoint], most: int) -> tuple[AnglePoint, ...]:
    """Return ``points`` (oldest first), or if they are more than ``most`` the medians of those compared by a grain."""
    if len(points) <= most:
        return tuple(points)
    compared = [point for point in points if point.compared]
    grain = grain_of((points[-1].day - points[0].day).days / most)
    groups = (list(group) for _begin, group in groupby(compared, lambda point: grain.period(point.day).begin))
    return tuple(
        AnglePoint(group[len(group) // 2].day, median(point.angle_deg for point in group), True) for group in groups
    )


def report_of(
    tests: Iterable[SelfTestRecord],
    dose_rows: Iterable[tuple[Moment, float, float]],
    pains: Iterable[PainRecord],
    *,
    first: date | None,
    last: date | None,
    now: Moment,
) -> Report:
    """Return the report of what lies between ``first`` and ``last``; None is the first record, or today.

    It says what could be said on the last day.
    ``dose_rows`` are (moment, left seconds, right seconds), each in any order as all the others.
    """
    today = now.local.date()
    until = min(last or today, today)

    def reported(at: Moment) -> bool:
        return (first or date.min) <= at.local.date() <= until

    kept_tests = [test for test in tests if reported(test.at)]
    kept_rows = [row for row in dose_rows if reported(row[0])]
    kept_pains = sorted((pain for pain in pains if reported(pain.at)), key=lambda pain: pain.at)
    kept_apart = incomparable(kept_tests)
    moments = [test.at for test in kept_tests] + [row[0] for row in kept_rows] + [pain.at for pain in kept_pains]
    return Report(
        made_on=today,
        first=first or min((moment.local.date() for moment in moments), default=until),
        last=until,
        progress=progress_view(kept_tests, weekly(kept_rows), Moment(now.utc - (today - until), now.offset_min)),
        pains=tuple(kept_pains),
        angles=_angle_series(kept_tests, kept_apart),
        kept_apart=kept_apart,
    )


def _angle_series(
    tests: Iterable[SelfTestRecord], kept_apart: Mapping[tuple[str, Side], tuple[Reason, ...]]
) -> tuple[AngleSeries, ...]:
    found: dict[tuple[Method, Protocol], dict[Side, list[AnglePoint]]] = {}
    for test in sorted(tests, key=lambda test: test.at):
        for result in test.results:
            if result.angle_deg is not None:
                hips = found.setdefault((result.method, test.protocol), {Side.LEFT: [], Side.RIGHT: []})
                compared = (test.id, result.side) not in kept_apart
                hips[result.side].append(AnglePoint(test.at.local.date(), result.angle_deg, compared))
    series = (
        AngleSeries(method=method, protocol=protocol, left=tuple(hips[Side.LEFT]), right=tuple(hips[Side.RIGHT]))
        for (method, protocol), hips in found.items()
    )
    return tuple(sorted(series, key=lambda each: len(each.left) + len(each.right), reverse=True))
