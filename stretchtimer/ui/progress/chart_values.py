"""The values at a place of the chart, in words."""

from __future__ import annotations

from bisect import bisect_left

from stretchtimer.core.progress.angle_lane import reading_remarks
from stretchtimer.core.progress.progress import ProgressView
from stretchtimer.core.progress.progress_bins import Grain, dose_bins, result_bins
from stretchtimer.core.records import SelfTestRecord
from stretchtimer.ui.progress.chart_words import bin_words, dose_words, result_words
from stretchtimer.ui.progress.date_axis import day_at, position


class ChartValues:
    """Finds what ``view`` has at positions of the `DateAxis`."""

    def __init__(self, view: ProgressView | None = None) -> None:
        self._view = view
        self._xs = [position(test.at) for test in view.tests] if view else []

    def words_at(self, x: float, reach: float, tests: Grain | None, weeks: Grain) -> str:
        """Return the values at ``x``, where ``tests`` and ``weeks`` are taken together by those grains.

        A test is meant that is at most ``reach`` seconds off.
        """
        return "   ".join(filter(None, (self._test_words(x, reach, tests), self._dose_words(x, weeks))))

    def test_at(self, x: float, reach: float) -> SelfTestRecord | None:
        """Return the test that is nearest to ``x``, if it is at most ``reach`` seconds off."""
        if self._view is None or not self._xs:
            return None
        right = bisect_left(self._xs, x)
        nearest = min(range(max(0, right - 1), min(len(self._xs), right + 1)), key=lambda n: abs(self._xs[n] - x))
        return self._view.tests[nearest] if abs(self._xs[nearest] - x) <= reach else None

    def _test_words(self, x: float, reach: float, grain: Grain | None) -> str:
        if self._view is None:
            return ""
        if grain is None:
            test = self.test_at(x, reach)
            return result_words(test, reading_remarks(self._view, test.id)) if test else ""
        period = grain.period(day_at(x))
        inside = [test for test in self._view.tests if period.begin <= test.at.local.date() < period.end]
        return bin_words(result_bins(inside, grain)[0]) if inside else ""

    def _dose_words(self, x: float, grain: Grain) -> str:
        if self._view is None:
            return ""
        period = grain.period(day_at(x))
        inside = [week for week in self._view.weeks if period.begin <= week.monday < period.end]
        return dose_words(dose_bins(inside, grain)[0], grain) if inside else ""
