"""`stretchtimer report`: one or two pages for a physiotherapist, as a PDF."""

from __future__ import annotations

from argparse import Namespace

from stretchtimer.cli.opening import history_to_read, open_catalog
from stretchtimer.cli.parsing import Parser
from stretchtimer.cli.period import Period, offer_period
from stretchtimer.cli.refusal import Refused
from stretchtimer.cli.report_drawing import drawn_report
from stretchtimer.cli.writing import offer_output, refuse_existing, write
from stretchtimer.core.language import _
from stretchtimer.core.paper import Paper
from stretchtimer.storage.folders import Folders


def declare(parser: Parser) -> None:
    """Add the options."""
    parser.description = _(
        "Write one or two pages for a physiotherapist as a PDF: the tests of each hip,\n"
        "the minutes of stretching, pain, a chart, and how the hips were tested."
    )
    parser.epilog = _("example:\n  stretchtimer report --output hips.pdf --from 2026-09-01 --paper letter")
    offer_output(parser, _("FILE"), _("the PDF to write"))
    offer_period(parser)
    papers = [paper.value for paper in Paper]
    parser.add_argument("--paper", choices=papers, default=Paper.A4.value, help=_("what it is printed on"))


def run(options: Namespace, folders: Folders) -> int:
    """Write the report."""
    period = Period.of(options)
    refuse_existing(options.output, force=options.force)
    names = {each.id: each.name for each in open_catalog(folders).exercises.values()}
    with history_to_read(folders) as history:
        pdf = drawn_report(history, period, names, Paper(options.paper))
    if pdf is None:
        raise Refused(_("there is nothing to report: no test and no stretching in this time"))
    write(options.output, pdf)
    return 0
