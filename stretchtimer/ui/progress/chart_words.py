"""What the chart says in words: the values under the pointer, and the days that are seen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from stretchtimer.core.language import _, ngettext
from stretchtimer.core.progress.progress_bins import DoseBin, Grain, ResultBin
from stretchtimer.core.records import SelfTestRecord
from stretchtimer.core.selftest.measurement_words import degrees_words
from stretchtimer.core.selftest.selftest import results_words
from stretchtimer.ui.dates import day_words, minutes_words, time_words


def result_words(test: SelfTestRecord, remarks: Sequence[str] = ()) -> str:
    """Return when ``test`` was taken and what it gave, with ``remarks`` on it."""
    values = {"when": time_words(test.at.local), "results": results_words(test), "remarks": "; ".join(remarks)}
    words = (_("{when}: {results} ({remarks}).") if remarks else _("{when}: {results}.")).format(**values)
    return _("{test} Taken after stretching.").format(test=words) if test.after_stretching else words


def bin_words(tests: ResultBin) -> str:
    """Return how often each hip passed in a period."""
    return _("{period}: left passed {left} of {left_tests}, right passed {right} of {right_tests}.").format(
        period=span_words(*tests.period),
        left=tests.left.passed,
        left_tests=sum(tests.left),
        right=tests.right.passed,
        right_tests=sum(tests.right),
    )


def median_words(angle_deg: float, results: int, said: str) -> str:
    """Return the median of the ``results`` of a period that count, before what is ``said`` of their series."""
    words = ngettext("{series} Here {n} result: {angle}.", "{series} Here the median of {n} results: {angle}.", results)
    return words.format(series=said, n=results, angle=degrees_words(angle_deg))


def dose_words(dose: DoseBin, grain: Grain) -> str:
    """Return the minutes of both hips in a week, or in the average week of a period."""
    left, right = minutes_words(dose.left_min), minutes_words(dose.right_min)
    if grain is Grain.WEEK:
        return _("Week of {day}: left {left} min, right {right} min.").format(
            day=day_words(dose.period.begin), left=left, right=right
        )
    return _("{period}: left {left} min a week, right {right} min a week.").format(
        period=span_words(*dose.period), left=left, right=right
    )


def span_words(first: date, end: date) -> str:
    """Return the days from ``first`` up to, and without, ``end``."""
    return _("{first} to {last}").format(first=day_words(first), last=day_words(end - timedelta(days=1)))
