"""Writing the file that a command was asked for."""

from __future__ import annotations

from pathlib import Path

from stretchtimer.cli.parsing import Parser
from stretchtimer.cli.refusal import Refused
from stretchtimer.core.language import _
from stretchtimer.storage.files import write_atomically


def offer_output(parser: Parser, metavar: str, meaning: str) -> None:
    """Add the options that name the file and allow to write over it."""
    parser.add_argument("--output", required=True, metavar=metavar, type=Path, help=meaning)
    parser.add_argument("--force", action="store_true", help=_("write over a file that is there"))


def refuse_existing(file: Path, *, force: bool) -> None:
    """Raise Refused if ``file`` is there and ``force`` was not asked for."""
    if file.exists() and not force:
        raise Refused(_("{file} is there already; --force writes over it").format(file=file))


def write(file: Path, data: bytes) -> None:
    """Write ``data`` into ``file`` and say so. Raises Refused if it cannot be written."""
    try:
        write_atomically(file, data)
    except OSError as error:
        raise unwritable(file, error) from error
    print(_("Written: {file}").format(file=file))


def unwritable(place: Path, error: OSError) -> Refused:
    """Return the refusal for a ``place`` that cannot be written."""
    return Refused(_("{place} cannot be written: {reason}").format(place=place, reason=error.strerror or error))
