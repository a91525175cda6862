"""Reading a TOML file whose contents nobody vouches for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import tomli

from stretchtimer.core.catalog.routine import Fault
from stretchtimer.core.language import _

LARGEST_FILE = 1 << 20
"""Bytes. An exercise has about two thousand; a larger file is something else with the wrong name."""


class Rejected(ValueError):
    """A file that cannot be used, with all its faults."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults = faults


def read_table(file: Path) -> dict[str, Any]:
    """Return the tables of the TOML ``file``. Raises Rejected for one that cannot be read or is not TOML."""
    return parse_table(_read(file))


def parse_table(data: bytes) -> dict[str, Any]:
    """Return the tables that ``data`` spells. Raises Rejected for anything but TOML in UTF-8."""
    try:
        return tomli.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = _("line {line}").format(line=data.count(b"\n", 0, error.start) + 1)
        found = _("byte 0x{byte}").format(byte=f"{data[error.start]:02x}")
        raise Rejected(Fault(line, _("text in UTF-8"), found)) from error
    except tomli.TOMLDecodeError as error:
        place = _("line {line}, column {column}").format(line=error.lineno, column=error.colno)
        raise Rejected(Fault(place, _("TOML"), error.msg)) from error
    except (ValueError, RecursionError) as error:  # so tomli refuses numbers of 5,000 digits and 400 nested lists
        raise Rejected(_of_file(_("TOML"), str(error))) from error


def unreadable(expected: str, error: OSError) -> Fault:
    """Return the fault of a file or folder, which should be ``expected``, that the system does not let us read."""
    return _of_file(expected, error.strerror or str(error))


def _read(file: Path) -> bytes:
    try:
        if file.exists() and not file.is_file():  # a pipe would be waited for
            raise Rejected(_of_file(_("a file"), _("something else")))
        with file.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise Rejected(unreadable(_("a file that can be read"), error)) from error
    if len(data) > LARGEST_FILE:
        raise Rejected(_of_file(_("at most one mebibyte"), _("a larger file")))
    return data


def _of_file(expected: str, found: str) -> Fault:
    return Fault(_("the file"), expected, found)
