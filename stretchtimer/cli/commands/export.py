"""`stretchtimer export`: the whole history as JSON, or as CSV for a spreadsheet."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from stretchtimer.cli.opening import history_to_read
from stretchtimer.cli.parsing import Parser
from stretchtimer.cli.writing import refuse_existing, unwritable, write
from stretchtimer.core.language import _
from stretchtimer.storage.exchange import export_json
from stretchtimer.storage.folders import Folders
from stretchtimer.storage.history import History
from stretchtimer.storage.spreadsheet import TABLES, export_csv

STDOUT = "-"


def declare(parser: Parser) -> None:
    """Add the options."""
    parser.description = _(
        "Write the whole history: as JSON, which import takes back whole, or as CSV files\n"
        "for a spreadsheet, which lack only what self-tests were before a correction."
    )
    parser.epilog = _(
        "examples:\n"
        "  stretchtimer export stretching.json\n"
        "  stretchtimer export --csv stretching\n"
        "The JSON is {format, version, sessions, self_tests, revisions}."
    )
    places = parser.add_mutually_exclusive_group()
    places.add_argument(
        "file", nargs="?", default=STDOUT, metavar=_("FILE"), help=_("the file to write (default: -, the output)")
    )
    places.add_argument("--csv", metavar=_("FOLDER"), help=_("write sessions, holds, pains and tests as CSV in here"))
    parser.add_argument("--force", action="store_true", help=_("write over files that are there"))


def run(options: Namespace, folders: Folders) -> int:
    """Write the history."""
    with history_to_read(folders) as history:
        if options.csv is not None:
            _write_tables(history, Path(options.csv), force=options.force)
        elif options.file == STDOUT:
            # As bytes: JSON is UTF-8, whatever the locale's encoding is.
            sys.stdout.flush()
            sys.stdout.buffer.write(export_json(history))
        else:
            _write_document(history, Path(options.file), force=options.force)
    return 0


def _write_document(history: History, file: Path, *, force: bool) -> None:
    refuse_existing(file, force=force)
    write(file, export_json(history))


def _write_tables(history: History, folder: Path, *, force: bool) -> None:
    for name in TABLES:
        refuse_existing(folder / name, force=force)
    try:
        files = export_csv(history, folder)
    except OSError as error:
        raise unwritable(folder, error) from error
    for file in files:
        print(_("Written: {file}").format(file=file))
