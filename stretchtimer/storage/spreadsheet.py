"""The history as CSV files for a spreadsheet, one a table, out and in.

They hold sessions, holds, pains and self-tests. What a self-test was before a correction is only in the JSON export.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from stretchtimer.core.language import _
from stretchtimer.core.records import HoldRecord, PainRecord, SessionRecord
from stretchtimer.storage.csv_table import Record, columns, read_table, table_text, values
from stretchtimer.storage.exchange import BadExchange
from stretchtimer.storage.files import write_atomically
from stretchtimer.storage.history import Added, History
from stretchtimer.storage.spreadsheet_tests import RESULTS, TESTS, read_tests, results_table, tests_table

SESSIONS, HOLDS, PAINS = "sessions.csv", "holds.csv", "pains.csv"
TABLES = (SESSIONS, HOLDS, PAINS, TESTS, RESULTS)
"""The names of all files."""


def export_csv(history: History, folder: Path) -> tuple[Path, ...]:
    """Write ``history`` into ``folder``, and return the files. Raises OSError."""
    sessions, tests = history.sessions(), history.tests()
    texts = {
        SESSIONS: table_text(
            columns(SessionRecord, without=("holds", "pains")),
            (values(replace(session, holds=(), pains=())) for session in sessions),
        ),
        HOLDS: table_text(
            ("session_id", *columns(HoldRecord)),
            ({"session_id": session.id, **values(hold)} for session in sessions for hold in session.holds),
        ),
        PAINS: table_text(
            ("session_id", *columns(PainRecord)),
            ({"session_id": session.id, **values(pain)} for session in sessions for pain in session.pains),
        ),
        TESTS: tests_table(tests),
        RESULTS: results_table(tests),
    }
    for name, text in texts.items():
        write_atomically(folder / name, text.encode("utf-8-sig"))  # without the mark, Excel takes it for Latin
    return tuple(folder / name for name in texts)


def import_csv(history: History, folder: Path) -> Added:
    """Add to ``history`` what `export_csv` wrote and it does not have yet, and return how much that was.

    Raises BadExchange for a file with a mistake or if there is no file, OSError for one that cannot be read, and
    StorageTrouble (an OSError too) if the history cannot be written; nothing is added then.
    """
    if not any((folder / name).exists() for name in TABLES):
        raise BadExchange(_("{folder}: none of {names} is there").format(folder=folder, names=", ".join(TABLES)))
    sessions = {session.id: session for _place, _cells, session in read_table(folder / SESSIONS, SessionRecord)}
    holds = _by_session(folder / HOLDS, HoldRecord, sessions)
    pains = _by_session(folder / PAINS, PainRecord, sessions)
    whole = [
        replace(session, holds=tuple(holds.get(id, ())), pains=tuple(pains.get(id, ())))
        for id, session in sessions.items()
    ]
    return history.merge(whole, read_tests(folder))


def _by_session(file: Path, kind: type[Record], sessions: Mapping[str, SessionRecord]) -> dict[str, list[Record]]:
    """Return the records in ``file`` by the id of their session."""
    found: dict[str, list[Record]] = {}
    for place, cells, record in read_table(file, kind):
        session_id = cells.get("session_id", "")
        if session_id not in sessions:
            raise BadExchange(_("{place}: session_id: {id} is not in sessions.csv").format(place=place, id=session_id))
        found.setdefault(session_id, []).append(record)
    return found
