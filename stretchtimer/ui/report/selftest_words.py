"""What the report says of the self-tests: the standing of each hip, and the tests one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.progress.error_band import error_band_deg, error_band_source
from stretchtimer.core.progress.progress import HipStanding, chance_notice
from stretchtimer.core.progress.report import AnglePoint, AngleSeries, Report
from stretchtimer.core.progress.trend import Label
from stretchtimer.core.progress.trend_words import label_name, trend_words
from stretchtimer.core.records import Outcome, ResultRecord, SelfTestRecord
from stretchtimer.core.selftest.comparability import Reason, reason_words
from stretchtimer.core.selftest.measurement import Method, Protocol, number_text
from stretchtimer.core.selftest.measurement_words import (
    degrees_words,
    measurement_words,
    method_name,
    pain_sign_name,
    protocol_name,
)
from stretchtimer.core.selftest.selftest import hip_title, outcome_name
from stretchtimer.ui.dates import day_words
from stretchtimer.ui.report.words import SIDES, Rows

LONGEST_NOTE = 160
"""Signs of a note that are shown: about two lines."""
MOST_SERIES = 4
"""So many methods have a row of their own."""


def results_rows(report: Report) -> Rows:
    """Return the results of each hip, in numbers."""
    tests = report.progress.tests
    rows: Rows = [["", *map(hip_title, SIDES)], [_("Latest test"), *(_latest_words(report, side) for side in SIDES)]]
    standings = [report.standing(side) for side in SIDES]
    rows.append(
        [
            _("Passed"),
            *(_("{n} of the last {m}").format(n=each.passed, m=each.of) if each.of else "–" for each in standings),
        ]
    )
    rows.append([_("Tests in this time"), *(str(sum(map(bool, _outcomes(tests, side)))) for side in SIDES)])
    rows += [_angle_row(series) for series in report.angles[:MOST_SERIES]]
    rows.append([_("Change"), *map(_change_words, standings)])
    if any(Outcome.STOPPED in _outcomes(tests, side) for side in SIDES):
        rows.append([_("Stopped because it hurt"), *(str(_outcomes(tests, s).count(Outcome.STOPPED)) for s in SIDES)])
    return rows


def error_words(report: Report) -> str:
    """Return how much the results can be trusted, with the sources (evidence C1 and D3)."""
    methods = [method for method in Method if any(series.method is method for series in report.angles)]
    if not methods:
        return chance_notice()
    bands = " ".join(map(error_band_source, methods))
    return _("A difference inside the error band may be noise. {bands} {chance}").format(
        bands=bands, chance=chance_notice()
    )


def tests_rows(report: Report, most: int) -> Rows:
    """Return the latest tests, at most ``most``, the newest first. How they were taken is said where it differs."""
    tests = report.progress.tests[: -most - 1 : -1]
    alike = len(set(map(_approach, tests))) == 1
    rows: Rows = [[_("Test"), *map(hip_title, SIDES), _("Remarks")]]
    for test in tests:
        results = [_result_words(test.hip(side)) for side in SIDES]
        remarks = [*(() if alike else _approach(test)), *_remarks(test, report.kept_apart)]
        rows.append([day_words(test.at.local.date()), *results, "; ".join(remarks)])
    return rows


def _angle_row(series: AngleSeries) -> list[str]:
    """Return the row of one method in one position: the latest angle of each hip and the one it began with."""
    title = _("{method}, {position}; error band {n}°").format(
        method=method_name(series.method),
        position=protocol_name(series.protocol).lower(),
        n=number_text(error_band_deg(series.method)),
    )
    return [title, *(_angles_words(series.of(side)) for side in SIDES)]


def _angles_words(points: Sequence[AnglePoint]) -> str:
    compared = [point for point in points if point.compared]
    if not compared:
        return outcome_name(None)
    latest, first = compared[-1], compared[0]
    if len(compared) == 1:
        return _("{angle}, {day}").format(angle=degrees_words(latest.angle_deg), day=day_words(latest.day))
    return _("{angle}, {day}\nfirst {before}, {then}").format(
        angle=degrees_words(latest.angle_deg),
        day=day_words(latest.day),
        before=degrees_words(first.angle_deg),
        then=day_words(first.day),
    )


def _change_words(standing: HipStanding) -> str:
    if standing.trend is None:
        return "–"
    label = label_name(standing.trend.label)
    if standing.trend.label is Label.TOO_EARLY:
        return label
    return _("{label}. {reason}").format(label=label, reason=trend_words(standing.trend))


def _latest_words(report: Report, side: Side) -> str:
    standing = report.standing(side)
    if standing.latest_test is None:
        return outcome_name(None)
    return _("{outcome}, {day}").format(
        outcome=outcome_name(standing.latest), day=day_words(standing.latest_test.at.local.date())
    )


def _result_words(result: ResultRecord | None) -> str:
    if result is None or result.measurement is None:
        return outcome_name(result.outcome if result else None)
    return _("{outcome}, {angle}").format(
        outcome=outcome_name(result.outcome), angle=measurement_words(result.measurement)
    )


def _approach(test: SelfTestRecord) -> tuple[str, ...]:
    """Return how ``test`` was measured and where, unless by eye and on the floor."""
    methods = sorted({method_name(result.method) for result in test.results if result.measurement})
    return (*methods, protocol_name(test.protocol)) if test.protocol is Protocol.EDGE else tuple(methods)


def _remarks(test: SelfTestRecord, kept_apart: Mapping[tuple[str, Side], tuple[Reason, ...]]) -> list[str]:
    """Return what else is known of ``test``, the note last."""
    remarks = [_("measured by {name}").format(name=test.rater)] if test.rater else []
    hips = {
        result.side: ", ".join(_hip_remarks(result, kept_apart.get((test.id, result.side), ())))
        for result in test.results
    }
    if len(hips) == len(SIDES) and len(set(hips.values())) == 1:
        hips = {Side.BOTH: hips[Side.LEFT]}
    remarks += [
        _("{hip}: {remarks}").format(hip=hip_title(side), remarks=found) for side, found in hips.items() if found
    ]
    return [*remarks, *_note(test.note)]


def _hip_remarks(result: ResultRecord, reasons: Sequence[Reason]) -> list[str]:
    found = [reason_words(reason) for reason in reasons]
    if result.pain:
        found.append(_("pain {n} of 10").format(n=result.pain))
    found += map(pain_sign_name, result.pain_signs)
    if result.tightness:
        found.append(_("tightness {n} of 10").format(n=result.tightness))
    return found


def _outcomes(tests: Sequence[SelfTestRecord], side: Side) -> list[Outcome | None]:
    return [test.result_of(side) for test in tests]


def _note(note: str) -> list[str]:
    words = " ".join(note.split())
    if not words:
        return []
    return [words if len(words) <= LONGEST_NOTE else words[: LONGEST_NOTE - 1] + "…"]
