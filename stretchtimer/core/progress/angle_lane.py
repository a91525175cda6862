"""The angles of a series as a chart shows them: each by itself, or those of a longer time together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from statistics import median
from typing import NamedTuple

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.progress.error_band import error_band_deg
from stretchtimer.core.progress.progress import ProgressView
from stretchtimer.core.progress.progress_bins import Grain, grouped
from stretchtimer.core.progress.trend import Reading, Series
from stretchtimer.core.records import Moment
from stretchtimer.core.selftest.comparability import reason_words
from stretchtimer.core.selftest.measurement import number_text
from stretchtimer.core.selftest.measurement_words import degrees_words


class Standing(StrEnum):
    """What a point of the chart says."""

    OUTSIDE = "outside"
    """It differs from the baseline by the error band or more."""
    INSIDE = "inside"
    """It may be the baseline and noise."""
    APART = "apart"
    """It is not used for the trend."""


class AnglePoint(NamedTuple):
    """A point of the chart."""

    when: Moment | date
    """The moment of a result, or the middle day of a time that is taken together."""
    angle_deg: float
    standing: Standing


class Band(NamedTuple):
    """The error band around the baseline of a series, from its first result that counts to its last."""

    first: date
    last: date
    low_deg: float
    high_deg: float


def band_of(series: Series) -> Band | None:
    """Return the error band of ``series``; None by eye, or while no result counts."""
    baseline = series.baseline_deg
    if baseline is None:
        return None
    width = error_band_deg(series.kind.method)
    first, last = series.valid[0].at.local.date(), series.readings[-1].at.local.date()
    return Band(first, last, baseline - width, baseline + width)


def angle_points(series: Series, grain: Grain | None) -> tuple[AnglePoint, ...]:
    """Return the points of the measured ``series``, oldest first.

    With a ``grain`` they are the medians of the results that count, one for each period that has any.
    """
    band = band_of(series)
    if grain is None:
        return tuple(
            AnglePoint(each.at, each.angle_deg, _standing(each.angle_deg, band, apart=bool(each.reasons)))
            for each in series.readings
            if each.angle_deg is not None
        )
    return tuple(_together(series, band, grain))


def reading_remarks(found: Iterable[tuple[Series, Reading]]) -> tuple[str, ...]:
    """Return why the chart's marks of the readings ``found`` are hollow, each with its hip."""
    remarks = ((series.kind.side, _remark(series, reading)) for series, reading in found)
    return tuple(_of_hip(side, remark) for side, remark in remarks if remark)


def apart_remarks(view: ProgressView) -> dict[str, str]:
    """Return why results are not used for the trend, by the id of their test."""
    found: dict[str, list[str]] = {}
    for series in sorted(view.series, key=lambda each: each.kind.side):
        for reading in series.readings:
            if reading.reasons:
                words = "; ".join(map(reason_words, reading.reasons))
                found.setdefault(reading.test_id, []).append(_of_hip(series.kind.side, words))
    return {test_id: ", ".join(words) for test_id, words in found.items()}


def _together(series: Series, band: Band | None, grain: Grain) -> Iterator[AnglePoint]:
    for period, group in grouped(series.valid, lambda reading: reading.at.day, grain):
        angle = median(reading.angle_deg for reading in group if reading.angle_deg is not None)
        yield AnglePoint(period.begin + (period.end - period.begin) / 2, angle, _standing(angle, band, apart=False))


def _standing(angle_deg: float, band: Band | None, *, apart: bool) -> Standing:
    if apart or band is None:
        return Standing.APART
    return Standing.INSIDE if band.low_deg < angle_deg < band.high_deg else Standing.OUTSIDE


def _remark(series: Series, reading: Reading) -> str:
    if reading.reasons:
        return _("not used for the trend: {reasons}").format(reasons="; ".join(map(reason_words, reading.reasons)))
    band = band_of(series)
    if band is None or reading.angle_deg is None:
        return ""
    if _standing(reading.angle_deg, band, apart=False) is Standing.OUTSIDE:
        return ""
    return _("inside the error of {n}° around {baseline}").format(
        n=number_text(error_band_deg(series.kind.method)), baseline=degrees_words(series.baseline_deg or 0.0)
    )


def _of_hip(side: Side, words: str) -> str:
    return (_("left: {words}") if side is Side.LEFT else _("right: {words}")).format(words=words)
