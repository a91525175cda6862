"""`stretchtimer progress`: the minutes of each hip by week, the self-tests, what changed, and the plan."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from typing import Any

from stretchtimer.cli.advising import advice_json, print_advice
from stretchtimer.cli.commands.history import hip_result, when
from stretchtimer.cli.opening import history_to_read, open_catalog, open_settings
from stretchtimer.cli.parsing import Parser
from stretchtimer.cli.period import Period, offer_period
from stretchtimer.cli.printing import number, print_json, print_table
from stretchtimer.clock import SystemClock, present
from stretchtimer.core.advice.advice import advice_of
from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.progress.dose import weekly
from stretchtimer.core.progress.progress import Week, chance_notice, dose_source, progress_view
from stretchtimer.core.records import SelfTestRecord
from stretchtimer.core.selftest.comparability import Reason, incomparable
from stretchtimer.core.selftest.measurement import Measurement
from stretchtimer.storage.folders import Folders


def declare(parser: Parser) -> None:
    """Add the options."""
    parser.description = _(
        "Show for how many minutes each hip was really stretched in each week,\n"
        "how its self-tests went, what changed, and the plan that follows."
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
        "trend; null is not known.\n"
        "Of the whole history, whatever the period: hips: [{side, label, protocol,\n"
        "method, rater, results, days, baseline_deg, current_deg, better_deg, band_deg,\n"
        "weekly_min, adherence}], asymmetry: {tighter, difference_deg, band_deg},\n"
        "plan: {level, suggested, routines: [{routine, least_a_week, most_a_week}],\n"
        "least_min, most_min, extra_set, lines: [{words, why}]}, warnings: [{tier, cause,\n"
        "at, side}] that were not put away, adherence: [{side, last_7_days_min, share,\n"
        "habit}]."
    )
    offer_period(parser)
    parser.offer_json()


def run(options: Namespace, folders: Folders) -> int:
    """Print the weeks and results of the period."""
    period = Period.of(options)
    with history_to_read(folders) as history:
        every_row, every_test, pains = history.dose_rows(), history.tests(), history.pains()
    doses = weekly(row for row in every_row if row[0] in period)
    tests = [test for test in every_test if test.at in period]
    reasons = incomparable(every_test)
    now = present(SystemClock())
    weeks = progress_view(tests, doses, now).weeks
    whole = progress_view(every_test, weekly(every_row), now)
    advice = advice_of(whole, every_row, pains, open_settings(folders).advising, now)
    if period.last is not None:
        weeks = tuple(week for week in weeks if week.monday <= period.last)
    if options.json:
        print_json(
            {
                "weeks": [_week_json(week) for week in weeks],
                "results": [row for test in tests for row in _results(test, reasons)],
                **advice_json(whole, advice),
            }
        )
    else:
        _print_progress(weeks, tests)
        if not whole.empty:
            print_advice(whole, advice, {each.id: _(each.name) for each in open_catalog(folders).routines.values()})
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
