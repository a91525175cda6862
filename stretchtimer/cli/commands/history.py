"""`stretchtimer history`: what was done."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from stretchtimer.cli.opening import history_to_read
from stretchtimer.cli.parsing import Parser
from stretchtimer.cli.period import Period, offer_period
from stretchtimer.cli.printing import number, one_line, print_json
from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.records import Ending, HoldRecord, Moment, ResultRecord, SelfTestRecord, SessionRecord
from stretchtimer.core.selftest.measurement import Protocol
from stretchtimer.core.selftest.measurement_words import measurement_words, method_name
from stretchtimer.core.selftest.selftest import outcome_word
from stretchtimer.core.session.captions import minutes
from stretchtimer.storage.folders import Folders


def declare(parser: Parser) -> None:
    """Add the options."""
    parser.description = _("List the sessions with their holds, and the self-tests; the oldest first.")
    parser.epilog = _(
        "--json prints {sessions: [{id, started_at, ended_at (or null), routine,\n"
        "routine_name, first_side, ended, holds: [{id, started_at, exercise, side, set,\n"
        "planned_s, held_s, finished, credits_hip_flexor, left_s, right_s}],\n"
        "pains: [{at, kind, exercise, side}]}],\n"
        "tests: [{id, at, left, right, note, after_stretching}]}.\n"
        "Times are ISO 8601 with the offset of the time; ended is one of completed,\n"
        "stopped, hurt, interrupted; left and right are passed, lifted, stopped or null."
    )
    offer_period(parser)
    parser.offer_json()


def run(options: Namespace, folders: Folders) -> int:
    """Print the sessions and tests of the period."""
    period = Period.of(options)
    with history_to_read(folders) as history:
        sessions = [session for session in history.sessions() if session.started_at in period]
        tests = [test for test in history.tests() if test.at in period]
    if options.json:
        print_json(
            {
                "sessions": [_session_json(session) for session in sessions],
                "tests": [_test_json(test) for test in tests],
            }
        )
    else:
        _print_history(sessions, tests)
    return 0


def _session_json(session: SessionRecord) -> dict[str, Any]:
    return {
        "id": session.id,
        "started_at": session.started_at.iso(),
        "ended_at": session.ended_at and session.ended_at.iso(),
        "routine": session.routine,
        "routine_name": session.routine_name,
        "first_side": session.first_side.value,
        "ended": session.ended.value,
        "holds": [_hold_json(hold) for hold in session.holds],
        "pains": [
            {
                "at": pain.at.iso(),
                "kind": pain.kind.value,
                "exercise": pain.exercise,
                "side": pain.side and pain.side.value,
            }
            for pain in session.pains
        ],
    }


def _hold_json(hold: HoldRecord) -> dict[str, Any]:
    return {
        "id": hold.id,
        "started_at": hold.started_at.iso(),
        "exercise": hold.exercise,
        "side": hold.side.value,
        "set": hold.set,
        "planned_s": number(hold.planned_s),
        "held_s": number(hold.held_s),
        "finished": hold.finished,
        "credits_hip_flexor": hold.credits_hip_flexor,
        "left_s": number(hold.left_s),
        "right_s": number(hold.right_s),
    }


def _test_json(test: SelfTestRecord) -> dict[str, Any]:
    return {
        "id": test.id,
        "at": test.at.iso(),
        "left": test.result_of(Side.LEFT),
        "right": test.result_of(Side.RIGHT),
        "note": test.note,
        "after_stretching": test.after_stretching,
    }


def _print_history(sessions: list[SessionRecord], tests: list[SelfTestRecord]) -> None:
    if not sessions and not tests:
        print(_("Nothing yet."))
    for session in sessions:
        _print_session(session)
    for test in tests:
        _print_test(test)


def _print_session(session: SessionRecord) -> None:
    print(
        _("{when}  {routine}: {ending}. Left hip {left}, right hip {right}.").format(
            when=when(session.started_at),
            routine=one_line(_(session.routine_name)),
            ending=_ending_word(session.ended),
            left=minutes(sum(hold.left_s for hold in session.holds)),
            right=minutes(sum(hold.right_s for hold in session.holds)),
        )
    )
    for hold in session.holds:
        print(
            _("    {exercise}, {side}, set {set}: {held} of {planned} s").format(
                exercise=hold.exercise,
                side=hold.side.word,
                set=hold.set,
                held=number(round(hold.held_s, 1)),
                planned=number(round(hold.planned_s, 1)),
            )
        )


def _print_test(test: SelfTestRecord) -> None:
    print(_("{when}  Self-test").format(when=when(test.at)))
    for result in test.results:
        print(f"    {hip_result(result, test.protocol)}")
    if test.note:
        print(f"    {one_line(test.note)}")


def hip_result(result: ResultRecord, protocol: Protocol) -> str:
    """Return the result of one hip as a line."""
    words = outcome_word(result.outcome, protocol)
    if result.measurement is not None:
        words = _("{outcome}. {method}: {angle}").format(
            outcome=words, method=method_name(result.method), angle=measurement_words(result.measurement)
        )
    return (_("Left hip: {result}") if result.side is Side.LEFT else _("Right hip: {result}")).format(result=words)


def when(moment: Moment) -> str:
    """Return ``moment`` as it was for the person: "2026-11-21 09:30"."""
    return f"{moment.local:%Y-%m-%d %H:%M}"


def _ending_word(ending: Ending) -> str:
    return {
        Ending.COMPLETED: _("completed"),
        Ending.STOPPED: _("stopped"),
        Ending.HURT: _("ended because it hurt"),
        Ending.INTERRUPTED: _("interrupted"),
    }[ending]
