"""The values at a place of the chart, in words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from statistics import median

from stretchtimer.core.progress.angle_lane import reading_remarks
from stretchtimer.core.progress.progress import ProgressView
from stretchtimer.core.progress.progress_bins import Grain, dose_bins, result_bins
from stretchtimer.core.progress.trend import Kind, Reading, Series, trend
from stretchtimer.core.progress.trend_words import series_words
from stretchtimer.core.records import SelfTestRecord
from stretchtimer.ui.progress.chart_words import bin_words, dose_words, median_words, result_words
from stretchtimer.ui.progress.date_axis import day_at, position


class ChartValues:
    """Finds what ``view`` has at positions of the `DateAxis`. What that takes is worked out when it is first asked."""

    def __init__(self, view: ProgressView) -> None:
        self._view = view
        self._sentences: dict[Kind, str] = {}

    def tests_words(self, x: float, reach: float, grain: Grain | None) -> str:
        """Return what was found at ``x``, and what is said of the series that it belongs to, a line each.

        Without a ``grain`` it is the test that is at most ``reach`` seconds off, with one all of that period.
        """
        if grain is None:
            test = self.test_at(x, reach)
            if test is None:
                return ""
            found = self._readings.get(test.id, [])
            return "\n".join(
                [result_words(test, reading_remarks(found)), *(self._said_of(each) for each, _one in found)]
            )
        period = grain.period(day_at(x))
        inside = self._tests[slice(*(bisect_left(self._xs, position(day)) for day in period))]
        if not inside:
            return ""
        return "\n".join([bin_words(result_bins(inside, grain)[0]), *self._medians(inside)])

    def dose_words(self, x: float, grain: Grain) -> str:
        """Return the minutes of the week at ``x``, or of the average week of the period of ``grain``."""
        period = grain.period(day_at(x))
        inside = [week for week in self._view.weeks if period.begin <= week.monday < period.end]
        return dose_words(dose_bins(inside, grain)[0], grain) if inside else ""

    def test_at(self, x: float, reach: float) -> SelfTestRecord | None:
        """Return the test that is nearest to ``x``, if it is at most ``reach`` seconds off."""
        right = bisect_left(self._xs, x)
        near = range(max(0, right - 1), min(len(self._xs), right + 1))
        nearest = min(near, key=lambda n: abs(self._xs[n] - x), default=None)
        return None if nearest is None or abs(self._xs[nearest] - x) > reach else self._tests[nearest]

    def _medians(self, tests: tuple[SelfTestRecord, ...]) -> Iterator[str]:
        """Yield the median angle of each series in ``tests``, of the results that count, with what is said of it."""
        groups: dict[Kind, tuple[Series, list[float]]] = {}
        for test in tests:
            for series, reading in self._readings.get(test.id, []):
                _same, angles = groups.setdefault(series.kind, (series, []))
                if reading.angle_deg is not None and not reading.reasons:
                    angles.append(reading.angle_deg)
        for _kind, (series, angles) in sorted(groups.items()):
            said = self._said_of(series)
            yield median_words(median(angles), len(angles), said) if angles else said

    def _said_of(self, series: Series) -> str:
        said = self._sentences.get(series.kind)
        if said is None:
            weekly_min = self._view.standing(series.kind.side).weekly_min
            said = self._sentences[series.kind] = series_words(trend(series, weekly_min))
        return said

    @cached_property
    def _readings(self) -> dict[str, list[tuple[Series, Reading]]]:
        """By the id of their test, left first."""
        found: dict[str, list[tuple[Series, Reading]]] = {}
        for series in sorted(self._view.series, key=lambda each: each.kind.side):
            for reading in series.readings:
                found.setdefault(reading.test_id, []).append((series, reading))
        return found

    @cached_property
    def _xs(self) -> list[float]:
        return [position(test.at) for test in self._view.tests]

    @property
    def _tests(self) -> tuple[SelfTestRecord, ...]:
        return self._view.tests
