"""What turns each version of the history's file into the next one. A migration that was released never changes.

Times are two columns: the instant in UTC as ISO 8601 text of fixed width, which sorts, and the person's offset in
minutes. Ids are UUIDs, so that histories of two machines can be merged.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

Migration = Callable[[sqlite3.Connection], None]


def begin(connection: sqlite3.Connection) -> None:
    """Version 1: sessions with holds and pains, self-tests with results and revisions."""
    for statement in _VERSION_1:
        connection.execute(statement)


def measure(connection: sqlite3.Connection) -> None:
    """Version 2: what a self-test measured and how it was taken. Older tests were by eye, on the floor."""
    for statement in _VERSION_2:
        connection.execute(statement)


def order_by_day(connection: sqlite3.Connection) -> None:
    """Version 3: the holds in the order of the person's days, which is how the dose is summed."""
    for statement in _VERSION_3:
        connection.execute(statement)


_VERSION_1 = (
    """
    CREATE TABLE sessions (
        id TEXT PRIMARY KEY NOT NULL,
        started_utc TEXT NOT NULL,
        started_offset INTEGER NOT NULL,
        routine TEXT NOT NULL,
        routine_name TEXT NOT NULL,
        first_side TEXT NOT NULL,
        ended TEXT NOT NULL,
        ended_utc TEXT,
        ended_offset INTEGER
    ) STRICT
    """,
    "CREATE INDEX sessions_by_start ON sessions (started_utc)",
    "CREATE INDEX sessions_by_routine ON sessions (routine, started_utc)",
    """
    CREATE TABLE holds (
        id TEXT PRIMARY KEY NOT NULL,
        session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        exercise TEXT NOT NULL,
        side TEXT NOT NULL,
        set_number INTEGER NOT NULL,
        planned_s REAL NOT NULL,
        held_s REAL NOT NULL,
        finished INTEGER NOT NULL,
        credits_hip_flexor INTEGER NOT NULL,
        left_s REAL NOT NULL,
        right_s REAL NOT NULL,
        started_utc TEXT NOT NULL,
        started_offset INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX holds_by_session ON holds (session_id, started_utc)",
    # Has all that a dose is made of, so that ten years of holds are summed without reading the table.
    "CREATE INDEX holds_for_dose ON holds (credits_hip_flexor, started_utc, started_offset, left_s, right_s)",
    """
    CREATE TABLE pains (
        id TEXT PRIMARY KEY NOT NULL,
        session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        at_utc TEXT NOT NULL,
        at_offset INTEGER NOT NULL,
        kind TEXT NOT NULL,
        exercise TEXT NOT NULL,
        side TEXT
    ) STRICT
    """,
    "CREATE INDEX pains_by_session ON pains (session_id, at_utc)",
    """
    CREATE TABLE self_tests (
        id TEXT PRIMARY KEY NOT NULL,
        at_utc TEXT NOT NULL,
        at_offset INTEGER NOT NULL,
        note TEXT NOT NULL,
        after_stretching INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX self_tests_by_time ON self_tests (at_utc)",
    """
    CREATE TABLE self_test_results (
        test_id TEXT NOT NULL REFERENCES self_tests (id) ON DELETE CASCADE,
        side TEXT NOT NULL,
        outcome TEXT NOT NULL,
        PRIMARY KEY (test_id, side)
    ) STRICT, WITHOUT ROWID
    """,
    # No reference to self_tests: the test may be gone, that is what the revision is for.
    """
    CREATE TABLE self_test_revisions (
        id TEXT PRIMARY KEY NOT NULL,
        test_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        replaced_utc TEXT NOT NULL,
        replaced_offset INTEGER NOT NULL,
        before_json TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX self_test_revisions_by_test ON self_test_revisions (test_id, replaced_utc)",
)

_VERSION_2 = (
    "ALTER TABLE self_tests ADD COLUMN hours_since_stretch REAL",
    "ALTER TABLE self_tests ADD COLUMN protocol TEXT NOT NULL DEFAULT 'floor'",
    "ALTER TABLE self_tests ADD COLUMN rater TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE self_tests ADD COLUMN state TEXT",
    # Null is by eye.
    "ALTER TABLE self_test_results ADD COLUMN method TEXT",
    # The readings, and the signs of pain, with a space between two.
    "ALTER TABLE self_test_results ADD COLUMN trials TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE self_test_results ADD COLUMN resting_gap_cm REAL",
    "ALTER TABLE self_test_results ADD COLUMN thigh_cm REAL",
    "ALTER TABLE self_test_results ADD COLUMN back TEXT",
    "ALTER TABLE self_test_results ADD COLUMN knee_deg INTEGER",
    "ALTER TABLE self_test_results ADD COLUMN tightness INTEGER",
    "ALTER TABLE self_test_results ADD COLUMN pain INTEGER",
    "ALTER TABLE self_test_results ADD COLUMN pain_signs TEXT NOT NULL DEFAULT ''",
)

_VERSION_3 = (
    "DROP INDEX holds_for_dose",
    # Sums 200,000 holds by day in a fourth of the time: nothing is sorted, and no date is worked out.
    """
    CREATE INDEX holds_by_day ON holds (
        credits_hip_flexor, date(started_utc, started_offset || ' minutes'),
        started_utc, started_offset, left_s, right_s
    )
    """,
)

MIGRATIONS: tuple[Migration, ...] = (begin, measure, order_by_day)
