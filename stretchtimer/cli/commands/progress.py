"""`stretchtimer progress`: the minutes of each hip by week, and the results of the self-tests."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from typing import Any

from stretchtimer.cli.commands.history import hip_result, when
from stretchtimer.cli.opening import history_to_read
from stretchtimer.cli.parsing import Parser
from stretchtimer.cli.period import Period, offer_period
from stretchtimer.cli.printing import number, print_json, print_table
from stretchtimer.clock import SystemClock, present
from stretchtimer.core.comparability import Reason, incomparable
from stretchtimer.core.dose import weekly
from stretchtimer.core.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.measurement import Measurement
from stretchtimer.core.progress import Week, chance_notice, dose_source, progress_view
from stretchtimer.core.records import SelfTestRecord
from stretchtimer.storage.folders import Folders


def declare(parser: Parser) -> None:
    """Add the options."""
    parser.description = _(
        "Show for how many minutes each hip was really stretched in each week,\nand how its self-tests went."
    )
    parser.epilog = _(
        '--json prints {weeks: [{week: "2026-W47", left_min, right_min}], results: [{at,\n'
        "side, outcome, test, note, after_stretching, protocol, method, angle_deg,\n"
        "spread_deg, trials, resting_gap_cm, thigh_cm, knee_deg, back, tightness, pain,\n"
        "pain_signs: [], state, hours_since_stretch, rater, incomparable: []}]}.\n"
        "Weeks are ISO weeks from the first one with stretching to the present one,\n"
        "without gaps; outcome is one of passed, lifted, stopped; test is the id of the\n"
        "test; angles are positive above the horizontal; trials are in degrees, by tape\n"
        "in centimetres; incomparable has the reasons why a result is not used for the\n"
        "trend; null is not known."
    )
    offer_period(parser)
    parser.offer_json()


def run(options: Namespace, folders: Folders) -> int:
    """Print the weeks and results of the period."""
    period = Period.of(options)
    with history_to_read(folders) as history:
        doses = weekly(row for row in history.dose_rows() if row[0] in period)
        every_test = history.tests()
    tests = [test for test in every_test if test.at in period]
    reasons = incomparable(every_test)
    weeks = progress_view(tests, doses, present(SystemClock())).weeks
    if period.last is not None:
        weeks = tuple(week for week in weeks if week.monday <= period.last)
    if options.json:
        print_json(
            {
                "weeks": [_week_json(week) for week in weeks],
                "results": [row for test in tests for row in _results(test, reasons)],
            }
        )
    else:
        _print_progress(weeks, tests)
    return 0


def _week_json(week: Week) -> dict[str, Any]:
    return {"week": week.name, "left_min": number(week.left_min), "right_min": number(week.right_min)}


def _results(test: SelfTestRecord, reasons: Mapping[tuple[str, Side], tuple[Reason, ...]]) -> list[dict[str, Any]]:
    return [
        {
            "at": test.at.iso(),
            "side": result.side.value,
            "outcome": result.outcome.value,
            "test": test.id,
            "note": test.note,
            "after_stretching": test.after_stretching,
            "protocol": test.protocol.value,
            "method": result.method.value,
            **_readings(result.measurement),
            "knee_deg": result.knee_deg,
            "back": result.back,
            "tightness": result.tightness,
            "pain": result.pain,
            "pain_signs": list(result.pain_signs),
            "state": test.state,
            "hours_since_stretch": test.hours_since_stretch,
            "rater": test.rater,
            "incomparable": list(reasons.get((test.id, result.side), ())),
        }
        for result in test.results
    ]


def _readings(measurement: Measurement | None) -> dict[str, Any]:
    return {
        "angle_deg": number(measurement.angle_deg) if measurement else None,
        "spread_deg": number(measurement.spread_deg) if measurement else None,
        "trials": list(map(number, measurement.trials)) if measurement else [],
        "resting_gap_cm": measurement.resting_gap_cm if measurement else None,
        "thigh_cm": measurement.thigh_cm if measurement else None,
    }


def _print_progress(weeks: tuple[Week, ...], tests: list[SelfTestRecord]) -> None:
    if not weeks and not tests:
        print(_("Nothing yet."))
    if weeks:
        heading = [_("WEEK"), _("LEFT"), _("RIGHT")]
        print_table([heading, *([week.name, _minutes(week.left_min), _minutes(week.right_min)] for week in weeks)])
        print(dose_source())
    for test in tests:
        for result in test.results:
            print(f"{when(test.at)}  {hip_result(result, test.protocol)}")
    if tests:
        print(chance_notice())


def _minutes(minutes: float) -> str:
    return _("{n} min").format(n=f"{minutes:.1f}")
