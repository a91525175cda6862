"""`stretchtimer handout`: a routine on one page, as a PDF for the wall."""

from __future__ import annotations

from argparse import Namespace

from stretchtimer.cli.figure_drawing import drawn_handout
from stretchtimer.cli.naming import find_session
from stretchtimer.cli.opening import open_catalog, open_settings
from stretchtimer.cli.parsing import Parser
from stretchtimer.cli.refusal import Refused
from stretchtimer.cli.writing import offer_output, refuse_existing, write
from stretchtimer.core.figure.album import Album
from stretchtimer.core.language import _
from stretchtimer.core.paper import Paper
from stretchtimer.core.picking.handout import handout_of
from stretchtimer.storage.folders import Folders
from stretchtimer.storage.poses import Poses


def declare(parser: Parser) -> None:
    """Add the options."""
    parser.description = _(
        "Write a routine on one page as a PDF, for the wall beside the desk: each\n"
        "exercise with its picture, how much of it, and its steps, or its shortest cue\n"
        "where they leave no room for letters that can be read from there."
    )
    parser.epilog = _("example:\n  stretchtimer handout desk-break --output desk-break.pdf")
    parser.add_argument("name", metavar=_("NAME"), help=_("the id or the name of a routine or an exercise"))
    offer_output(parser, _("FILE"), _("the PDF to write"))
    papers = [paper.value for paper in Paper]
    parser.add_argument("--paper", choices=papers, default=Paper.A4.value, help=_("what it is printed on"))


def run(options: Namespace, folders: Folders) -> int:
    """Write the handout."""
    if options.output.suffix.lower() != ".pdf":
        raise Refused(_("{file}: only .pdf can be written").format(file=options.output))
    refuse_existing(options.output, force=options.force)
    catalog, settings = open_catalog(folders), open_settings(folders)
    handout = handout_of(
        find_session(options.name, catalog),
        catalog.exercises,
        settings.pacing,
        marks_clearance=settings.safety.waits_for_clearance,
    )
    write(options.output, drawn_handout(handout, Album(Poses()), Paper(options.paper)))
    return 0
