"""`stretchtimer plan NAME`: the phases of a session."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from stretchtimer.app.cautioning import extra_set
from stretchtimer.cli.naming import find_session
from stretchtimer.cli.opening import history_to_read, open_catalog, open_settings
from stretchtimer.cli.parsing import Parser
from stretchtimer.cli.printing import number, print_json, print_table
from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.session.captions import minutes, phase_title
from stretchtimer.core.session.timeline import Phase, Timeline, compile_routine, next_first_side
from stretchtimer.storage.folders import Folders


def declare(parser: Parser) -> None:
    """Add the options."""
    parser.description = _("Show what a session would be, phase by phase. Nothing is kept.")
    parser.epilog = _(
        "--json prints {id, name, first_side, total_s, phases: [{start_s, length_s, kind,\n"
        "exercise, side, set, sets, repetitions}]}: seconds from the start; kind is one\n"
        "of get_ready, hold, repetitions, switch, rest, next; exercise is an id; side,\n"
        "that of the stretched hip, is left, right, both or null; repetitions is 0 in a\n"
        "hold."
    )
    parser.add_argument("name", metavar=_("NAME"), help=_("the id or the name of a routine or an exercise"))
    parser.add_argument(
        "--first-side",
        choices=(Side.LEFT.value, Side.RIGHT.value),
        help=_("the hip that begins (default: the one that did not begin the last session)"),
    )
    parser.offer_json()


def run(options: Namespace, folders: Folders) -> int:
    """Compile the session and print it."""
    catalog = open_catalog(folders)
    routine = find_session(options.name, catalog)
    settings = open_settings(folders)
    with history_to_read(folders) as history:
        first = Side(options.first_side) if options.first_side else next_first_side(history.last_first_side())
        extra = extra_set(history, settings.advising)
    timeline = compile_routine(routine, catalog.exercises, settings.pacing, first, extra)
    if options.json:
        print_json(_as_json(timeline))
    else:
        _print_plan(timeline)
    return 0


def _as_json(timeline: Timeline) -> dict[str, Any]:
    return {
        "id": timeline.routine,
        "name": timeline.name,
        "first_side": timeline.first_side.value,
        "total_s": number(timeline.total_s),
        "phases": [
            {
                "start_s": number(phase.start_s),
                "length_s": number(phase.length_s),
                "kind": phase.kind.value,
                "exercise": phase.exercise.id,
                "side": phase.side and phase.side.value,
                "set": phase.set,
                "sets": phase.sets,
                "repetitions": phase.repetitions,
            }
            for phase in timeline.phases
        ],
    }


def _print_plan(timeline: Timeline) -> None:
    print(_("{name}, {length}").format(name=_(timeline.name), length=minutes(timeline.total_s)))
    heading = [_("START"), _("LENGTH"), _("PHASE"), _("EXERCISE"), _("SIDE"), _("SET")]
    print_table([heading, *map(_row, timeline.phases)])


def _row(phase: Phase) -> list[str]:
    return [
        minutes(phase.start_s),
        minutes(phase.length_s),
        phase_title(phase),
        _(phase.exercise.name),
        phase.side.word if phase.side else "",
        f"{phase.set}/{phase.sets}" if phase.set else "",
    ]
