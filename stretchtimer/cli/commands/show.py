"""`stretchtimer show NAME`: all that is known of an exercise or a routine."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

import msgspec

from stretchtimer.cli.naming import find
from stretchtimer.cli.opening import open_catalog, open_settings
from stretchtimer.cli.parsing import Parser
from stretchtimer.cli.printing import print_json
from stretchtimer.cli.sheets import exercise_sheet, routine_sheet
from stretchtimer.core.catalog.exercise import Exercise, Side
from stretchtimer.core.language import _
from stretchtimer.storage.folders import Folders
from stretchtimer.storage.listing_rows import exercise_row, routine_row


def declare(parser: Parser) -> None:
    """Add the options."""
    parser.description = _(
        "Show all that is known of an exercise or a routine. Every number of a dosage\n"
        "says where it comes from: stated by the article, inherited, or our convention."
    )
    parser.epilog = _(
        "--json prints what exercises --json or routines --json prints of it and, of an\n"
        "exercise, stretches, set_up, cue, steps, cautions (with the sides filled in),\n"
        "props and dosage: {sets, hold_s, repetitions, tempo_s}, each null or {default,\n"
        "min, max, origin, limits, note} with origin and limits one of stated,\n"
        "inherited, convention."
    )
    parser.add_argument("name", metavar=_("NAME"), help=_("the id or the name of a routine or an exercise"))
    parser.add_argument(
        "--side",
        choices=(Side.LEFT.value, Side.RIGHT.value),
        default=Side.LEFT.value,
        help=_("the stretched hip that the steps are for (default: left)"),
    )
    parser.offer_json()


def run(options: Namespace, folders: Folders) -> int:
    """Print the exercise or the routine."""
    catalog = open_catalog(folders)
    entry = find(options.name, catalog)
    if isinstance(entry, Exercise):
        side = Side(options.side)
        if options.json:
            print_json(_exercise_json(entry, side))
        else:
            print("\n".join(exercise_sheet(entry, side)))
    elif options.json:
        print_json({**routine_row(entry, catalog.exercises), "source": msgspec.to_builtins(entry.source)})
    else:
        print("\n".join(routine_sheet(entry, catalog.exercises, open_settings(folders).pacing)))
    return 0


def _exercise_json(exercise: Exercise, side: Side) -> dict[str, Any]:
    return {
        **exercise_row(exercise),
        "stretches": exercise.say(exercise.stretches, side),
        "set_up": exercise.say(exercise.set_up, side),
        "cue": exercise.say(exercise.cue, side),
        "steps": [exercise.say(step, side) for step in exercise.steps],
        "cautions": [exercise.say(caution, side) for caution in exercise.cautions],
        "props": list(exercise.props),
        "dosage": msgspec.to_builtins(exercise.dosage),
    }
