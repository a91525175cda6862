"""The time axis of the chart, in the person's local time: years, quarters, months or weeks, whichever fit.

Its unit is the second of the person's own wall clock, counted as if it were UTC. So midnight is always a multiple of
86,400, a week always as long as another, and a test stands at the hour it was for the person, wherever that was.
"""

from __future__ import annotations

from collections import OrderedDict
from datetime import UTC, date, datetime
from math import inf

from pyqtgraph.graphicsItems.DateAxisItem import (
    MONTH_SPACING,
    WEEK_SPACING,
    YEAR_SPACING,
    DateAxisItem,
    TickSpec,
    ZoomLevel,
    makeMStepper,
    makeYStepper,
)
from PySide6.QtCore import QDate, QLocale

from stretchtimer.core.language import _
from stretchtimer.core.records import Moment

DAY_S = 86_400.0
FIRST_MONDAY = 4 * DAY_S
"""1970-01-05; the epoch was a Thursday."""


def position(when: Moment | datetime | date) -> float:
    """Return where ``when``, in the person's local time, or the midnight a day begins with, stands on the axis."""
    if isinstance(when, Moment):
        return when.utc.timestamp() + 60 * when.offset_min
    if isinstance(when, datetime):
        return when.replace(tzinfo=UTC).timestamp()
    return datetime(when.year, when.month, when.day, tzinfo=UTC).timestamp()


def day_at(seconds: float) -> date:
    """Return the day in which the position ``seconds`` lies."""
    return datetime.fromtimestamp(seconds, UTC).date()


class DateAxis(DateAxisItem):  # type: ignore[misc]
    """A horizontal axis of dates that are written as the person's language writes them."""

    def __init__(self) -> None:
        super().__init__("bottom", utcOffset=0)
        # Qt's date formats, not strftime's: strftime knows only the language of the C library.
        year = TickSpec(YEAR_SPACING, makeYStepper(1), "yyyy", autoSkip=[1, 2, 5])
        quarter = TickSpec(3 * MONTH_SPACING, _to_quarter, "MMM")
        month = TickSpec(MONTH_SPACING, makeMStepper(1), "MMM")
        # Translators: Qt's format of a day without its year, under a chart.
        week = TickSpec(WEEK_SPACING, _to_monday, _("d MMM"), autoSkip=[1, 2])
        self.zoomLevels = OrderedDict(
            [
                (inf, ZoomLevel([year], "2026")),
                (2.5 * MONTH_SPACING, ZoomLevel([year, quarter], "2026")),
                (0.85 * MONTH_SPACING, ZoomLevel([year, month], "2026")),
                (0.9 * 2 * WEEK_SPACING, ZoomLevel([week], "30 Nov")),
            ]
        )

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:  # noqa: N802
        """Return the texts of the ticks at ``values``."""
        formats: dict[float, str] = {spec.spacing: spec.format for spec in self.zoomLevel.tickSpecs}
        return [QLocale().toString(_qt_day(value), formats[spacing]) for value in values]


def _qt_day(seconds: float) -> QDate:
    day = day_at(seconds)
    return QDate(day.year, day.month, day.day)


def _to_monday(value: float, n: int, first: bool) -> float:
    """Return the first Monday after ``value``, or the one ``n`` weeks later."""
    step: float = n * WEEK_SPACING
    return ((value - FIRST_MONDAY) // step + 1) * step + FIRST_MONDAY if first else value + step


def _to_quarter(value: float, _n: int, first: bool) -> float:
    """Return the begin of the next quarter after ``value``."""
    day = day_at(value)
    months = day.year * 12 + (day.month - 1) // 3 * 3 + 3
    return position(date(months // 12, months % 12 + 1, 1))
