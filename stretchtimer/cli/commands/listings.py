"""`stretchtimer exercises` and `stretchtimer routines`."""

from __future__ import annotations

from argparse import Namespace

from stretchtimer.cli.listings import print_listing
from stretchtimer.cli.parsing import Parser
from stretchtimer.core.language import _
from stretchtimer.storage.folders import Folders


def declare(parser: Parser) -> None:
    """Add the options."""
    parser.description = _("List what can be done: the program's own and yours.")
    parser.epilog = _(
        "exercises --json prints a list of {id, name, kind, position, laterality,\n"
        "hold_s: {default, min, max} or null, repetitions (or null), sets,\n"
        "credits_hip_flexor, beside_desk, source: [{file, lines}]}.\n"
        "routines --json prints a list of {id, name, summary, total_s (at the default\n"
        "pacing), items: [{exercise, sets, hold_s, repetitions, sides}]}."
    )
    parser.offer_json()


def run(options: Namespace, _folders: Folders) -> int:
    """Print the list that is named like the command."""
    return print_listing(options.command, data_dir=options.data_dir, as_json=options.json)
