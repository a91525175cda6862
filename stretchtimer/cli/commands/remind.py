"""`stretchtimer remind`: the reminder of the running program, for key bindings and status bars."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from pathlib import Path

import msgspec

from stretchtimer.cli.parsing import Parser
from stretchtimer.cli.printing import print_json
from stretchtimer.cli.refusal import TROUBLE, Refused
from stretchtimer.core.language import _
from stretchtimer.core.requests import LONGEST_MIN, Answer, BeginBreak, Pause, Request, Resume, Snooze, Status
from stretchtimer.desktop.asking import ask
from stretchtimer.storage.folders import Folders


def declare(parser: Parser) -> None:
    """Add the options."""
    parser.usage = _(
        "stretchtimer remind [--status | --now | --snooze MINUTES |\n"
        "                           --pause MINUTES|today | --resume] [--json]"
    )
    parser.description = _(
        "Ask the program that runs how its reminder stands, or tell it what to do. It\n"
        "answers with one sentence. The exit code is 0 if it was done, 1 if it could not\n"
        "be (reminders are off, say) or if the program does not run."
    )
    parser.epilog = _(
        "--json prints {running, standing, words, due_in_s, due_at, due_since,\n"
        "paused_until, waits_for, skipped}. standing is off, paused, outside_hours, away,\n"
        "sitting, snoozed, waiting or offered; while it waits, waits_for is session,\n"
        "self_test, full_screen, shared_screen, microphone, do_not_disturb or\n"
        "no_routine. Times are ISO 8601. If the program does not run, only running is\n"
        "there, and false."
    )
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--status", action="store_true", help=_("say how it stands (the default)"))
    one.add_argument("--now", action="store_true", help=_("have a break ready now"))
    one.add_argument(
        "--snooze", type=_minutes, metavar=_("MINUTES"), help=_("put a break that is due off by so many minutes")
    )
    one.add_argument(
        "--pause", type=_pause, metavar=_("MINUTES|today"), help=_("offer nothing for so many minutes, or today")
    )
    one.add_argument("--resume", action="store_true", help=_("end a pause"))
    parser.offer_json()


def run(options: Namespace, folders: Folders) -> int:
    """Ask, and print the answer."""
    request = _request(options)
    line = ask(Path(folders.data), msgspec.json.encode(request).decode())
    if line is None:
        if not options.json:
            raise Refused(_("Stretch Timer does not run, so nothing reminds; stretchtimer starts it"), TROUBLE)
        print_json({"running": False})
        return TROUBLE
    answer = msgspec.json.decode(line, type=Answer)
    if options.json:
        print_json({"running": True, **msgspec.to_builtins(answer.report)})
    elif answer.done:
        print(answer.report.words)
    else:
        raise Refused(_("that cannot be done now: {state}").format(state=answer.reason or answer.report.words), TROUBLE)
    return 0 if answer.done else TROUBLE


def _request(options: Namespace) -> Request:
    if options.now:
        return BeginBreak()
    if options.snooze is not None:
        return Snooze(minutes=options.snooze)
    if options.pause is not None:
        pause: Pause = options.pause
        return pause
    return Resume() if options.resume else Status()


def _minutes(text: str) -> float:
    try:
        minutes = float(text.replace("_", "?"))  # Python would take 1_0 for 10
    except ValueError:
        minutes = 0.0
    if not 1 <= minutes <= LONGEST_MIN:
        raise ArgumentTypeError(
            _("{text} is no number of minutes from 1 to {most}").format(text=text, most=LONGEST_MIN)
        )
    return minutes


def _pause(text: str) -> Pause:
    return Pause(minutes=None if text == "today" else _minutes(text))
