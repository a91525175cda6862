"""The history: what was done and how the self-tests went. Everything is appended; nothing is silently lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta

from msgspec import Struct

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.records import (
    Ending,
    HoldRecord,
    Moment,
    PainRecord,
    RevisionKind,
    SelfTestRecord,
    SelfTestRevision,
    SessionRecord,
)
from stretchtimer.storage import rows, selftest_rows
from stretchtimer.storage.database import transaction, trouble

_CHOSEN = (
    "SELECT id FROM sessions WHERE started_utc >= ? AND started_utc < ? ORDER BY started_utc DESC, rowid DESC LIMIT ?"
)
_LOCAL_DAY = "date(started_utc, started_offset || ' minutes')"
_BEFORE_ALL, _AFTER_ALL, _NO_LIMIT = "", "~", -1


class Added(Struct, frozen=True, kw_only=True):
    """How many records of each kind an import brought that were not there before."""

    sessions: int = 0
    holds: int = 0
    pains: int = 0
    self_tests: int = 0
    revisions: int = 0


class History:
    """Append and query. Every method raises StorageTrouble (an OSError) if the file cannot be read or written.

    Each method that writes commits before it returns. Writing the same record again does no harm.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def close(self) -> None:
        """Close the file. Nothing can be read or written afterwards."""
        with trouble(_("The history cannot be closed.")):
            self._connection.close()

    # Sessions

    def begin_session(self, session: SessionRecord) -> None:
        """Keep that ``session`` began, without the holds and pains that it may have."""
        with self._writing():
            self._connection.execute(rows.insert("sessions", rows.SESSION), rows.session_row(session))

    def save_hold(self, session_id: str, hold: HoldRecord) -> None:
        """Keep ``hold`` as it stands; a later call with the same id takes its place."""
        with self._writing():
            self._connection.execute(rows.upsert("holds", rows.HOLD), rows.hold_row(session_id, hold))

    def record_pain(self, session_id: str, pain: PainRecord) -> None:
        """Keep ``pain``."""
        with self._writing():
            self._connection.execute(rows.insert("pains", rows.PAIN), rows.pain_row(session_id, pain))

    def end_session(self, session_id: str, ending: Ending, at: Moment) -> None:
        """Keep how and when the session ended."""
        with self._writing():
            self._connection.execute(
                "UPDATE sessions SET ended = ?, ended_utc = ?, ended_offset = ? WHERE id = ?",
                (ending.value, *rows.moment_columns(at), session_id),
            )

    def sessions(
        self, since: datetime | None = None, until: datetime | None = None, limit: int | None = None
    ) -> tuple[SessionRecord, ...]:
        """Return the sessions that started from ``since`` to before ``until``, or the last ``limit``; oldest first."""
        chosen = (
            _BEFORE_ALL if since is None else rows.utc_text(since),
            _AFTER_ALL if until is None else rows.utc_text(until),
            _NO_LIMIT if limit is None else limit,
        )
        with self._reading():
            holds: dict[str, list[HoldRecord]] = {}
            for row in self._belonging("holds", rows.HOLD, "started_utc", chosen):
                holds.setdefault(row[1], []).append(rows.to_hold(row))
            pains: dict[str, list[PainRecord]] = {}
            for row in self._belonging("pains", rows.PAIN, "at_utc", chosen):
                pains.setdefault(row[1], []).append(rows.to_pain(row))
            found = self._connection.execute(
                f"{rows.select('sessions', rows.SESSION)} WHERE id IN ({_CHOSEN}) ORDER BY started_utc, rowid", chosen
            )
            return tuple(rows.to_session(row, holds.get(row[0], []), pains.get(row[0], [])) for row in found)

    def last_session(self) -> SessionRecord | None:
        """Return the session that started last, if there is any."""
        last = self.sessions(limit=1)
        return last[0] if last else None

    def recent_routines(self, limit: int) -> tuple[str, ...]:
        """Return the ids of at most ``limit`` routines (or exercises done alone), the most recently done first."""
        with self._reading():
            found = self._connection.execute(
                "SELECT routine FROM sessions GROUP BY routine ORDER BY max(started_utc) DESC LIMIT ?", (limit,)
            )
            return tuple(routine for (routine,) in found)

    def last_first_side(self) -> Side | None:
        """Return the side that began the last session in which anything was held."""
        with self._reading():
            found = self._connection.execute(
                "SELECT first_side FROM sessions WHERE EXISTS (SELECT 1 FROM holds WHERE session_id = sessions.id) "
                "ORDER BY started_utc DESC, rowid DESC LIMIT 1"
            ).fetchone()
            return None if found is None else Side(found[0])

    def pains(self) -> tuple[PainRecord, ...]:
        """Return every pain, oldest first, without reading the sessions that it came in."""
        with self._reading():
            found = self._connection.execute(f"{rows.select('pains', rows.PAIN)} ORDER BY at_utc, rowid")
            return tuple(rows.to_pain(row) for row in found)

    def dose_rows(self, since: datetime | None = None) -> tuple[tuple[Moment, float, float], ...]:
        """Return (moment, left seconds, right seconds) of the holds that credit the hip flexor, one row a local day.

        Holds that began before ``since`` are left out.
        """
        first = _BEFORE_ALL if since is None else rows.utc_text(since)
        # The index holds_by_day is asked for days: the local one may be that before the day in UTC, no earlier one.
        first_day = _BEFORE_ALL if since is None else (since.astimezone(UTC).date() - timedelta(days=1)).isoformat()
        with self._reading():
            found = self._connection.execute(
                # In a query with min() SQLite takes the other columns from the row that has the minimum.
                "SELECT min(started_utc), started_offset, sum(left_s), sum(right_s) FROM holds "
                f"WHERE credits_hip_flexor = 1 AND {_LOCAL_DAY} >= ? AND started_utc >= ? "
                f"GROUP BY {_LOCAL_DAY} ORDER BY 1",
                (first_day, first),
            )
            return tuple((rows.moment(utc, offset), left_s, right_s) for utc, offset, left_s, right_s in found)

    # Self-tests

    def add_test(self, test: SelfTestRecord) -> None:
        """Keep ``test``."""
        with self._writing():
            self._insert_test(test)

    def edit_test(self, test: SelfTestRecord, *, revision_id: str, at: Moment) -> None:
        """Put ``test`` in the place of the one with its id, which is kept as a revision. Raises KeyError for none."""
        with self._writing():
            if self._retire(test.id, RevisionKind.EDITED, revision_id, at, successor=test):
                self._insert_test(test)

    def delete_test(self, test_id: str, *, revision_id: str, at: Moment) -> None:
        """Take a test out of the history and keep it as a revision. Raises KeyError if there is none."""
        with self._writing():
            self._retire(test_id, RevisionKind.DELETED, revision_id, at)

    def undelete_test(self, test_id: str) -> None:
        """Put back the test that was deleted last under this id. Raises KeyError if none was."""
        with self._writing():
            deleted = [revision for revision in self._revisions(test_id) if revision.kind is RevisionKind.DELETED]
            if not deleted:
                raise KeyError(test_id)
            self._insert_test(deleted[-1].before)

    def tests(self) -> tuple[SelfTestRecord, ...]:
        """Return all self-tests, oldest first."""
        with self._reading():
            return self._tests("ORDER BY at_utc, rowid")

    def last_tests(self, limit: int) -> tuple[SelfTestRecord, ...]:
        """Return the last ``limit`` self-tests, oldest first, without reading the others."""
        with self._reading():
            return self._tests("ORDER BY at_utc DESC, rowid DESC LIMIT ?", (limit,))[::-1]

    def tests_from_the_first(self) -> Generator[SelfTestRecord]:
        """Yield the self-tests, oldest first; what is not asked for is not read. To be closed by who leaves early."""
        with self._reading():
            belonging = f"{rows.select('self_test_results', selftest_rows.RESULT)} WHERE test_id = ?"
            query = f"{rows.select('self_tests', selftest_rows.SELF_TEST)} ORDER BY at_utc, rowid"
            with closing(self._connection.execute(query)) as found:
                for row in found:
                    yield selftest_rows.to_self_test(row, self._connection.execute(belonging, row[:1]).fetchall())

    def revisions(self, test_id: str | None = None) -> tuple[SelfTestRevision, ...]:
        """Return what one test, or all tests, were before they were edited or deleted; oldest first."""
        with self._reading():
            return self._revisions(test_id)

    # Merging

    def merge(
        self,
        sessions: Iterable[SessionRecord],
        tests: Iterable[SelfTestRecord],
        revisions: Iterable[SelfTestRevision] = (),
    ) -> Added:
        """Add the records whose id is not there yet, all or nothing, and return how many were.

        A test that was deleted here stays deleted.
        """
        sessions = tuple(sessions)
        with self._writing():
            deleted = {each.test_id for each in self._revisions() if each.kind is RevisionKind.DELETED}
            holds = [rows.hold_row(session.id, hold) for session in sessions for hold in session.holds]
            pains = [rows.pain_row(session.id, pain) for session in sessions for pain in session.pains]
            return Added(
                sessions=self._insert_all("sessions", rows.SESSION, map(rows.session_row, sessions)),
                holds=self._insert_all("holds", rows.HOLD, holds),
                pains=self._insert_all("pains", rows.PAIN, pains),
                self_tests=sum(self._insert_test(test) for test in tests if test.id not in deleted),
                revisions=self._insert_all(
                    "self_test_revisions", selftest_rows.REVISION, map(selftest_rows.revision_row, revisions)
                ),
            )

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with trouble(_("The history cannot be written.")), transaction(self._connection):
            yield

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with trouble(_("The history cannot be read.")):
            yield

    def _belonging(
        self, table: str, columns: tuple[str, ...], order: str, chosen: tuple[str, str, int]
    ) -> sqlite3.Cursor:
        query = f"{rows.select(table, columns)} WHERE session_id IN ({_CHOSEN}) ORDER BY {order}, rowid"
        return self._connection.execute(query, chosen)

    def _insert_all(self, table: str, columns: tuple[str, ...], values: Iterable[rows.Row]) -> int:
        return max(0, self._connection.executemany(rows.insert(table, columns), values).rowcount)

    def _insert_test(self, test: SelfTestRecord) -> bool:
        """Insert ``test`` unless its id is there, and return whether it was inserted."""
        added = self._insert_all("self_tests", selftest_rows.SELF_TEST, [selftest_rows.self_test_row(test)])
        if added:
            self._insert_all("self_test_results", selftest_rows.RESULT, selftest_rows.result_rows(test))
        return bool(added)

    def _tests(self, which: str, values: tuple[str | int, ...] = ()) -> tuple[SelfTestRecord, ...]:
        results: dict[str, list[rows.Row]] = {}
        belonging = f"WHERE test_id IN (SELECT id FROM self_tests {which})" if values else ""
        for row in self._connection.execute(
            f"{rows.select('self_test_results', selftest_rows.RESULT)} {belonging}", values
        ):
            results.setdefault(row[0], []).append(row)
        found = self._connection.execute(f"{rows.select('self_tests', selftest_rows.SELF_TEST)} {which}", values)
        return tuple(selftest_rows.to_self_test(row, results[row[0]]) for row in found)

    def _revisions(self, test_id: str | None = None) -> tuple[SelfTestRevision, ...]:
        found = self._connection.execute(
            f"{rows.select('self_test_revisions', selftest_rows.REVISION)} "
            "WHERE :test_id IS NULL OR test_id = :test_id ORDER BY replaced_utc, rowid",
            {"test_id": test_id},
        )
        return tuple(map(selftest_rows.to_revision, found))

    def _retire(
        self, test_id: str, kind: RevisionKind, revision_id: str, at: Moment, successor: SelfTestRecord | None = None
    ) -> bool:
        """Move a test to the revisions, unless ``successor`` says the same, and return whether it was moved."""
        found = self._tests("WHERE id = ?", (test_id,))
        if not found:
            raise KeyError(test_id)
        if found[0] == successor:
            return False
        revision = SelfTestRevision(id=revision_id, test_id=test_id, kind=kind, replaced_at=at, before=found[0])
        self._insert_all("self_test_revisions", selftest_rows.REVISION, [selftest_rows.revision_row(revision)])
        self._connection.execute("DELETE FROM self_tests WHERE id = ?", (test_id,))
        return True
