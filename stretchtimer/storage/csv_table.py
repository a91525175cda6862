"""One table as a CSV file for a spreadsheet, out and in."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from stretchtimer.core.language import _
from stretchtimer.storage.exchange import BadExchange
from stretchtimer.storage.rows import decode_moment, encode_moment

FORMULA = tuple("=+-@\t\r")
"""A cell that begins with one of these is a formula to a spreadsheet, whoever wrote it."""

Record = TypeVar("Record", bound=Struct)
Cells = dict[str, str]


def columns(kind: type[Struct], without: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the names of the columns for records of ``kind``."""
    return tuple(name for name in kind.__struct_fields__ if name not in without)


def values(record: Struct) -> dict[str, Any]:
    """Return what stands in the columns for ``record``."""
    cells: dict[str, Any] = msgspec.to_builtins(record, enc_hook=encode_moment)
    return cells


def table_text(columns: tuple[str, ...], lines: Iterable[Mapping[str, Any]]) -> str:
    """Return a heading with ``columns`` and the ``lines`` as CSV."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([_to_cell(line[column]) for column in columns] for line in lines)
    return text.getvalue()


def read_table(file: Path, kind: type[Record]) -> Iterator[tuple[str, Cells, Record]]:
    """Yield for each line of ``file`` its place in words, its cells and the record in it; nothing if there is no file.

    Raises BadExchange, with the place, for a mistake in it, and OSError.
    """
    if not file.exists():
        return
    reader = csv.DictReader(io.StringIO(_decoded(file), newline=""), restkey="")
    try:
        for line in reader:
            cells = {column: _from_cell(cell) for column, cell in line.items() if column and cell}
            record = msgspec.convert(cells, kind, strict=False, dec_hook=decode_moment)
            yield place(file, reader.line_num), cells, record
    except msgspec.ValidationError as error:
        raise bad(place(file, reader.line_num), error) from error
    except csv.Error as error:  # within a line that the reader has not counted yet
        raise bad(place(file, reader.line_num + 1), error) from error


def place(file: Path, line: int) -> str:
    """Return where a line of ``file`` stands, in words."""
    return _("{file}, line {line}").format(file=file.name, line=line)


def bad(place: str, error: Exception) -> BadExchange:
    """Return the ``error`` at ``place`` for the person."""
    return BadExchange(_("{place}: {reason}").format(place=place, reason=" ".join(str(error).split())))


def _to_cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"'{value}" if isinstance(value, str) and _looks_like_formula(value) else value


def _from_cell(text: str) -> str:
    return text[1:] if text.startswith("'") and _looks_like_formula(text) else text


def _looks_like_formula(text: str) -> bool:
    """Whether ``text`` is a formula, or one made harmless by an apostrophe."""
    return text.lstrip("'").startswith(FORMULA)


def _decoded(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadExchange(_("{file}: not text in UTF-8").format(file=file.name)) from error
