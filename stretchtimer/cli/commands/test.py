"""`stretchtimer test add`: a self-test that was done without the program."""

from __future__ import annotations

import uuid
from argparse import Namespace

from stretchtimer.cli.commands.history import hip_result, when
from stretchtimer.cli.measuring import offer_measuring, refuse_doubtful, results
from stretchtimer.cli.opening import history_to_write, open_settings
from stretchtimer.cli.parsing import Parser
from stretchtimer.cli.period import moment_of
from stretchtimer.cli.printing import note
from stretchtimer.cli.refusal import Refused
from stretchtimer.clock import SystemClock, present
from stretchtimer.core.language import _
from stretchtimer.core.records import Moment, SelfTestRecord
from stretchtimer.core.selftest.measurement import Protocol, State
from stretchtimer.core.selftest.selftest import SelfTestDraft
from stretchtimer.storage.folders import Folders
from stretchtimer.storage.history import History


def declare(parser: Parser) -> None:
    """Add the options."""
    parser.usage = _("stretchtimer test add [--left RESULT] [--right RESULT] [OPTION ...]")
    parser.description = _(
        "Record a self-test: what the leg that stayed down did and, if it was measured,\nwhat was read."
    )
    parser.epilog = _(
        "The thigh above the horizontal is positive. Of several readings the median\n"
        "counts. With a tape, the angle follows from the gap and the length of the thigh.\n\n"
        "examples:\n"
        "  stretchtimer test add --left passed --right lifted --at 2026-11-21T09:30\n"
        "  stretchtimer test add --method phone --left lifted --left-angle 12 13.5 12\n"
        "  stretchtimer test add --method tape --thigh 41.5 --rater Ada \\\n"
        "      --right lifted --right-gap 9 9.5 8.5 --right-resting-gap 2"
    )
    parser.add_argument("what", choices=("add",), help=_("add: record one"))
    parser.add_argument(
        "--at",
        metavar=_("WHEN"),
        help=_("when it was, in ISO 8601; local without an offset; a day alone means its noon (default: now)"),
    )
    parser.add_argument("--note", default="", metavar=_("TEXT"), help=_("anything worth keeping with it"))
    offer_measuring(parser)


def run(options: Namespace, folders: Folders) -> int:
    """Record the test and say what was recorded."""
    measuring = open_settings(folders).measuring
    draft = SelfTestDraft(
        results=results(options, measuring),
        protocol=Protocol(options.protocol) if options.protocol else measuring.protocol,
        rater=options.rater,
        state=State(options.state) if options.state else None,
        note=options.note,
    )
    at = moment_of(options.at, present(SystemClock()))
    _recorded(draft, at, last_stretch=None, sure=options.sure)  # refused before there is so much as an empty history
    with history_to_write(folders) as history:
        test = _recorded(draft, at, _last_stretch(history, at), sure=options.sure)
        history.add_test(test)
    print(_("Recorded for {when}:").format(when=when(at)))
    for result in test.results:
        print(hip_result(result, test.protocol))
    if test.after_stretching:
        note(_("You had stretched earlier that day or only hours before, which flatters the result: test first."))
    return 0


def _recorded(draft: SelfTestDraft, at: Moment, last_stretch: Moment | None, *, sure: bool) -> SelfTestRecord:
    """Return ``draft`` as it is kept. Raises Refused for a reading that cannot be, or is doubtful and not ``sure``."""
    try:
        test = draft.record(str(uuid.uuid4()), at, last_stretch)
    except ValueError as error:
        raise Refused(str(error)) from error
    if not sure:
        refuse_doubtful(test)
    return test


def _last_stretch(history: History, at: Moment) -> Moment | None:
    before = history.sessions(until=at.utc, limit=1)
    return before[-1].started_at if before else None
