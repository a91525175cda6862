"""Printing lists: as a table for a person, as JSON for a program."""

from __future__ import annotations

import json
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any


def print_json(value: Any) -> None:
    """Print ``value`` as JSON; of a list, each item on a line of its own."""
    if isinstance(value, list):
        print("[", ",\n ".join(json.dumps(item) for item in value), "]", sep="")
    else:
        print(json.dumps(value, indent=2))


def print_table(rows: Sequence[Sequence[str]]) -> None:
    """Print ``rows`` of equal length, the first of which is the heading, in columns."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        print("  ".join(cells).rstrip())


def note(message: str) -> None:
    """Tell the person something beside the answer, on standard error."""
    print(f"stretchtimer: {one_line(message)}", file=sys.stderr)


def one_line(message: str) -> str:
    """Return ``message`` without line breaks and without signs that do something to a terminal."""
    return "".join(sign if sign.isprintable() else " " for sign in " ".join(message.split()))


def number(seconds: float) -> int | float:
    """Return ``seconds`` to the millisecond, as a whole number if it is one: 30, not 30.0."""
    rounded = round(seconds, 3)
    return int(rounded) if rounded == int(rounded) else rounded
