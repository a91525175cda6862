"""What the report says of the person's time: how long, how much, where it hurt, how it was tested."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QDate, QLocale

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _, ngettext
from stretchtimer.core.progress.progress_bins import Grain, Period
from stretchtimer.core.progress.report import Report
from stretchtimer.core.records import PainKind, PainRecord
from stretchtimer.core.selftest.measurement import Method, Protocol
from stretchtimer.core.selftest.measurement_words import (
    method_name,
    method_summary,
)
from stretchtimer.core.selftest.selftest import hip_title
from stretchtimer.ui.dates import day_words, minutes_words

SIDES = (Side.LEFT, Side.RIGHT)
Rows = list[Sequence[str]]


def subject_words(report: Report) -> str:
    """Return whose report it is, to be filled in by hand, and of which time."""
    return _("Name: {line}   Time: {first} to {last}   Made on {today}").format(
        line="_" * 28,
        first=day_words(report.first),
        last=day_words(report.last),
        today=day_words(report.made_on),
    )


def limits_words() -> str:
    """Return what the report is not."""
    return _(
        "This is the person's own record of self-tests and stretching at home. It is not a diagnosis and not an "
        "examination, nobody has checked it, and it draws no conclusion about the cause of any complaint."
    )


def dose_words(report: Report) -> list[str]:
    """Return how much each hip was stretched, a sentence for each."""
    of = len(report.weeks)
    return [
        ngettext(
            "{hip}: {total} min in all, {weekly} min a week; at least 5 min in {enough} of {n} week.",
            "{hip}: {total} min in all, {weekly} min a week on average; at least 5 min in {enough} of {n} weeks.",
            of,
        ).format(
            hip=hip_title(side),
            total=minutes_words(dose.total_min),
            weekly=minutes_words(dose.weekly_min),
            enough=dose.enough_weeks,
            n=of,
        )
        for side in SIDES
        for dose in (report.dose(side),)
    ]


def dose_rows(report: Report, most: int) -> Rows:
    """Return the minutes a week, by weeks or by longer times, in at most ``most`` rows, the newest first."""
    grain, bins = report.dose_bins(most)
    rows: Rows = [[_("Minutes a week"), *map(hip_title, SIDES)]]
    rows += [
        [period_words(each.period, grain), minutes_words(each.left_min), minutes_words(each.right_min)]
        for each in bins[: -most - 1 : -1]
    ]
    return rows


def pains_rows(pains: Sequence[PainRecord], names: Mapping[str, str], most: int) -> Rows:
    """Return the latest pains, at most ``most``, the newest first; ``names`` are those of the exercises by id."""
    rows: Rows = [[_("Pain"), _("Kind"), _("Exercise"), _("Side")]]
    for pain in pains[: -most - 1 : -1]:
        side = hip_title(pain.side) if pain.side else "–"
        rows.append(
            [day_words(pain.at.local.date()), _kind_words(pain.kind), _(names.get(pain.exercise, pain.exercise)), side]
        )
    return rows


def latest_words(shown: int, of: int) -> str:
    """Return that only the latest ``shown`` of ``of`` are listed, or nothing if all are."""
    return _("The latest {n} of {m} are listed.").format(n=shown, m=of) if shown < of else ""


def protocol_words(report: Report) -> list[str]:
    """Return how the hips were tested, a paragraph each (article 001, lines 31-44; evidence B4, C1 and D1)."""
    tests = report.progress.tests
    methods = {result.method for test in tests for result in test.results}
    paragraphs = [_position_words(each) for each in Protocol if any(test.protocol is each for test in tests)]
    measured = [
        _("{method}: {summary}").format(method=method_name(each), summary=method_summary(each))
        for each in Method
        if each in methods
    ]
    if report.angles:
        measured.append(_("Of several readings the median counts. The thigh above the horizontal is positive."))
    return [*paragraphs, " ".join(measured)]


def _position_words(protocol: Protocol) -> str:
    if protocol is Protocol.FLOOR:
        return _(
            "On the floor: lying on the back, one knee is pulled to the chest with both hands, just until the low back "
            "lies flat. The tested hip is that of the other leg, which stays down, straight and loose. Passed: it "
            "stays flat on the floor. Lifted: it comes up."
        )
    return _(
        "At the edge of a bed: lying on the back at its end, one knee is pulled to the chest just until the low back "
        "lies flat. The tested hip is that of the other leg, which hangs loosely. Passed: its thigh rests on the bed "
        "or sinks below. Lifted: it stays above."
    )


def period_words(period: Period, grain: Grain) -> str:
    """Return the name of ``period``: "Week of 16 Nov 2026", "Nov 2026", "2026"."""
    if grain is Grain.WEEK:
        return _("Week of {day}").format(day=day_words(period.begin))
    if grain is Grain.YEAR:
        return str(period.begin.year)
    first = month_words(period)
    return first if grain is Grain.MONTH else _("three months from {month}").format(month=first)


def month_words(period: Period) -> str:
    """Return the first month of ``period``: "Nov 2026"."""
    begin = period.begin
    # Translators: Qt's format of a month with its year.
    return QLocale().toString(QDate(begin.year, begin.month, begin.day), _("MMM yyyy"))


def _kind_words(kind: PainKind) -> str:
    return {
        PainKind.MILD: _("mild"),
        PainKind.SHARP: _("sharp, radiating, numb or tingling"),
    }[kind]
