"""`stretchtimer test add`: a self-test that was done without the program."""

from __future__ import annotations

import uuid
from argparse import Namespace

from stretchtimer.cli.commands.history import hip_result, when
from stretchtimer.cli.opening import history_to_write
from stretchtimer.cli.parsing import Parser
from stretchtimer.cli.period import moment_of
from stretchtimer.cli.printing import note
from stretchtimer.cli.refusal import Refused
from stretchtimer.clock import SystemClock, present
from stretchtimer.core.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.records import Moment, Outcome, ResultRecord, SelfTestRecord
from stretchtimer.core.selftest import flattered
from stretchtimer.storage.folders import Folders
from stretchtimer.storage.history import History


def declare(parser: Parser) -> None:
    """Add the options."""
    parser.description = _("Record a self-test: what the leg that stayed on the floor did.")
    parser.epilog = _("example:\n  stretchtimer test add --left passed --right lifted --at 2026-11-21T09:30")
    parser.add_argument("what", choices=("add",), help=_("add: record one"))
    for option, help_text in (("--left", _("result of the left hip")), ("--right", _("result of the right hip"))):
        parser.add_argument(option, choices=[outcome.value for outcome in Outcome], help=help_text)
    parser.add_argument(
        "--at",
        metavar=_("WHEN"),
        help=_("when it was, in ISO 8601; local without an offset; a day alone means its noon (default: now)"),
    )
    parser.add_argument("--note", default="", metavar=_("TEXT"), help=_("anything worth keeping with it"))


def run(options: Namespace, folders: Folders) -> int:
    """Record the test and say what was recorded."""
    results = tuple(
        ResultRecord(side=side, outcome=Outcome(value))
        for side, value in ((Side.LEFT, options.left), (Side.RIGHT, options.right))
        if value
    )
    if not results:
        raise Refused(_("a test needs a result: --left or --right, or both"))
    at = moment_of(options.at, present(SystemClock()))
    with history_to_write(folders) as history:
        test = SelfTestRecord(
            id=str(uuid.uuid4()),
            at=at,
            results=results,
            note=options.note,
            after_stretching=_after_stretching(history, at),
        )
        history.add_test(test)
    print(_("Recorded for {when}:").format(when=when(at)))
    for result in test.results:
        print(hip_result(result.side, result.outcome))
    if test.after_stretching:
        note(_("You had stretched on that day, which flatters the result: test first."))
    return 0


def _after_stretching(history: History, at: Moment) -> bool:
    before = history.sessions(until=at.utc, limit=1)
    return flattered(before[-1].started_at if before else None, at)
