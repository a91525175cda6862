"""`stretchtimer report`: one or two pages for a physiotherapist, as a PDF."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from stretchtimer.cli.opening import history_to_read, open_catalog
from stretchtimer.cli.parsing import Parser
from stretchtimer.cli.period import Period, offer_period
from stretchtimer.cli.refusal import Refused
from stretchtimer.cli.report_drawing import drawn_report
from stretchtimer.core.language import _
from stretchtimer.core.report import Paper
from stretchtimer.storage.files import write_atomically
from stretchtimer.storage.folders import Folders


def declare(parser: Parser) -> None:
    """Add the options."""
    parser.description = _(
        "Write one or two pages for a physiotherapist as a PDF: the tests of each hip,\n"
        "the minutes of stretching, pain, a chart, and how the hips were tested."
    )
    parser.epilog = _("example:\n  stretchtimer report --output hips.pdf --from 2026-09-01 --paper letter")
    parser.add_argument("--output", required=True, metavar=_("FILE"), help=_("the PDF to write"))
    offer_period(parser)
    papers = [paper.value for paper in Paper]
    parser.add_argument("--paper", choices=papers, default=Paper.A4.value, help=_("what it is printed on"))
    parser.add_argument("--force", action="store_true", help=_("write over a file that is there"))


def run(options: Namespace, folders: Folders) -> int:
    """Write the report."""
    period, file = Period.of(options), Path(options.output)
    if file.exists() and not options.force:
        raise Refused(_("{file} is there already; --force writes over it").format(file=file))
    names = {each.id: each.name for each in open_catalog(folders).exercises.values()}
    with history_to_read(folders) as history:
        pdf = drawn_report(history, period, names, Paper(options.paper))
    if pdf is None:
        raise Refused(_("there is nothing to report: no test and no stretching in this time"))
    try:
        write_atomically(file, pdf)
    except OSError as error:
        raise Refused(
            _("{place} cannot be written: {reason}").format(place=file, reason=error.strerror or error)
        ) from error
    print(_("Written: {file}").format(file=file))
    return 0
