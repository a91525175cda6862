"""The history as CSV files for a spreadsheet, one a table, out and in.

They hold sessions, holds, pains and self-tests. What a self-test was before a correction is only in the JSON export.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from stretchtimer.core.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.records import (
    HoldRecord,
    Moment,
    Outcome,
    PainRecord,
    ResultRecord,
    SelfTestRecord,
    SessionRecord,
    Uuid,
)
from stretchtimer.storage.exchange import BadExchange
from stretchtimer.storage.files import write_atomically
from stretchtimer.storage.history import Added, History
from stretchtimer.storage.rows import decode_moment, encode_moment

SESSIONS, HOLDS, PAINS, TESTS = "sessions.csv", "holds.csv", "pains.csv", "tests.csv"

FORMULA = tuple("=+-@\t\r")
"""A cell that begins with one of these is a formula to a spreadsheet, whoever wrote it."""

Record = TypeVar("Record", bound=Struct)
Cells = dict[str, str]


class _TestLine(Struct, frozen=True, kw_only=True):
    """A self-test on one line."""

    id: Uuid
    at: Moment
    left: Outcome | None = None
    right: Outcome | None = None
    note: str = ""
    after_stretching: bool = False

    def __post_init__(self) -> None:
        if self.left is None and self.right is None:
            raise ValueError("Expected a result, left or right")


def export_csv(history: History, folder: Path) -> tuple[Path, ...]:
    """Write ``history`` into ``folder``, and return the files. Raises OSError."""
    sessions = history.sessions()
    texts = {
        SESSIONS: _text(
            _columns(SessionRecord, without=("holds", "pains")),
            (_values(replace(session, holds=(), pains=())) for session in sessions),
        ),
        HOLDS: _text(
            ("session_id", *_columns(HoldRecord)),
            ({"session_id": session.id, **_values(hold)} for session in sessions for hold in session.holds),
        ),
        PAINS: _text(
            ("session_id", *_columns(PainRecord)),
            ({"session_id": session.id, **_values(pain)} for session in sessions for pain in session.pains),
        ),
        TESTS: _text(_columns(_TestLine), (_values(_to_line(test)) for test in history.tests())),
    }
    for name, text in texts.items():
        write_atomically(folder / name, text.encode("utf-8-sig"))  # without the mark, Excel takes it for Latin
    return tuple(folder / name for name in texts)


def import_csv(history: History, folder: Path) -> Added:
    """Add to ``history`` what `export_csv` wrote and it does not have yet, and return how much that was.

    Raises BadExchange for a file with a mistake or if there is no file, OSError for one that cannot be read, and
    StorageTrouble (an OSError too) if the history cannot be written; nothing is added then.
    """
    names = (SESSIONS, HOLDS, PAINS, TESTS)
    if not any((folder / name).exists() for name in names):
        raise BadExchange(_("{folder}: none of {names} is there").format(folder=folder, names=", ".join(names)))
    sessions = {session.id: session for _place, _cells, session in _read(folder / SESSIONS, SessionRecord)}
    holds = _by_session(folder / HOLDS, HoldRecord, sessions)
    pains = _by_session(folder / PAINS, PainRecord, sessions)
    whole = [
        replace(session, holds=tuple(holds.get(id, ())), pains=tuple(pains.get(id, ())))
        for id, session in sessions.items()
    ]
    return history.merge(whole, [_from_line(line) for _place, _cells, line in _read(folder / TESTS, _TestLine)])


def _columns(kind: type[Struct], without: tuple[str, ...] = ()) -> tuple[str, ...]:
    return tuple(name for name in kind.__struct_fields__ if name not in without)


def _values(record: Struct) -> dict[str, Any]:
    values: dict[str, Any] = msgspec.to_builtins(record, enc_hook=encode_moment)
    return values


def _text(columns: tuple[str, ...], lines: Iterable[Mapping[str, Any]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([_to_cell(line[column]) for column in columns] for line in lines)
    return text.getvalue()


def _to_cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"'{value}" if isinstance(value, str) and _looks_like_formula(value) else value


def _from_cell(text: str) -> str:
    return text[1:] if text.startswith("'") and _looks_like_formula(text) else text


def _looks_like_formula(text: str) -> bool:
    """Whether ``text`` is a formula, or one made harmless by an apostrophe."""
    return text.lstrip("'").startswith(FORMULA)


def _read(file: Path, kind: type[Record]) -> Iterator[tuple[str, Cells, Record]]:
    """Yield for each line of ``file`` its place in words, its cells and the record in it."""
    if not file.exists():
        return
    reader = csv.DictReader(io.StringIO(_decoded(file), newline=""), restkey="")
    try:
        for line in reader:
            cells = {column: _from_cell(cell) for column, cell in line.items() if column and cell}
            record = msgspec.convert(cells, kind, strict=False, dec_hook=decode_moment)
            yield _place(file, reader.line_num), cells, record
    except msgspec.ValidationError as error:
        raise _bad(_place(file, reader.line_num), error) from error
    except csv.Error as error:  # within a line that the reader has not counted yet
        raise _bad(_place(file, reader.line_num + 1), error) from error


def _decoded(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadExchange(_("{file}: not text in UTF-8").format(file=file.name)) from error


def _place(file: Path, line: int) -> str:
    return _("{file}, line {line}").format(file=file.name, line=line)


def _bad(place: str, error: Exception) -> BadExchange:
    return BadExchange(_("{place}: {reason}").format(place=place, reason=" ".join(str(error).split())))


def _by_session(file: Path, kind: type[Record], sessions: Mapping[str, SessionRecord]) -> dict[str, list[Record]]:
    """Return the records in ``file`` by the id of their session."""
    found: dict[str, list[Record]] = {}
    for place, cells, record in _read(file, kind):
        session_id = cells.get("session_id", "")
        if session_id not in sessions:
            raise BadExchange(_("{place}: session_id: {id} is not in sessions.csv").format(place=place, id=session_id))
        found.setdefault(session_id, []).append(record)
    return found


def _to_line(test: SelfTestRecord) -> _TestLine:
    return _TestLine(
        id=test.id,
        at=test.at,
        left=test.result_of(Side.LEFT),
        right=test.result_of(Side.RIGHT),
        note=test.note,
        after_stretching=test.after_stretching,
    )


def _from_line(line: _TestLine) -> SelfTestRecord:
    outcomes = {Side.LEFT: line.left, Side.RIGHT: line.right}
    return SelfTestRecord(
        id=line.id,
        at=line.at,
        results=tuple(ResultRecord(side=side, outcome=outcome) for side, outcome in outcomes.items() if outcome),
        note=line.note,
        after_stretching=line.after_stretching,
    )
