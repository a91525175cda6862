from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.records import Outcome
from stretchtimer.storage import database
from stretchtimer.storage.database import NewerDatabase, StorageTrouble, open_database, transaction
from stretchtimer.storage.history import History
from stretchtimer.storage.migrations import MIGRATIONS
from tests.storage.histories import MEASURED, NOW, hold, moment, self_test, session, uuid


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "history.sqlite3"


def filled(path: Path, sessions: int = 3) -> None:
    history = History(open_database(path, NOW).connection)
    for number in range(sessions):
        history.begin_session(session(number))
        history.save_hold(session(number).id, hold(1000 + number))
    history.close()


def pragma(connection: sqlite3.Connection, name: str) -> object:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_a_new_database_has_its_settings(path: Path) -> None:
    with closing(open_database(path, NOW).connection) as connection:
        assert pragma(connection, "journal_mode") == "wal"
        assert pragma(connection, "foreign_keys") == 1
        assert pragma(connection, "synchronous") == 1
        assert pragma(connection, "user_version") == len(MIGRATIONS)


def test_opening_again_finds_what_was_written_and_makes_no_backup(path: Path) -> None:
    filled(path)
    opened = open_database(path, NOW)
    assert opened.set_aside is None
    history = History(opened.connection)
    assert len(history.sessions()) == 3
    history.close()
    assert list(path.parent.iterdir()) == [path]


def test_a_file_of_a_later_version_is_refused_and_left_alone(path: Path) -> None:
    filled(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    before = path.read_bytes()
    with pytest.raises(NewerDatabase, match="later version of Stretch Timer"):
        open_database(path, NOW)
    assert path.read_bytes() == before


def zeros_in_the_middle(data: bytes) -> bytes:
    return data[:4096] + bytes(len(data) - 4096)


@pytest.mark.parametrize(
    "damage",
    [lambda data: b"this is no database" * 100, lambda data: data[: len(data) // 2], zeros_in_the_middle],
    ids=["foreign", "cut off", "zeros"],
)
def test_a_damaged_file_is_set_aside_and_a_new_one_begun(path: Path, damage: object) -> None:
    filled(path)
    damaged = damage(path.read_bytes())  # type: ignore[operator]
    path.write_bytes(damaged)
    opened = open_database(path, NOW)
    assert opened.set_aside == path.with_name("history-damaged-20261121-093000.sqlite3")
    assert opened.set_aside.read_bytes() == damaged
    assert History(opened.connection).sessions() == ()
    opened.connection.close()


def test_the_journal_goes_with_the_damaged_file(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"x" * 5000)
    Path(f"{path}-wal").write_bytes(b"journal")
    opened = open_database(path, NOW)
    opened.connection.close()
    assert opened.set_aside is not None
    assert Path(f"{opened.set_aside}-wal").read_bytes() == b"journal"


def test_two_damaged_files_of_one_second_keep_two_names(path: Path) -> None:
    path.parent.mkdir()
    asides = []
    for _ in range(2):
        path.write_bytes(b"x" * 5000)
        opened = open_database(path, NOW)
        opened.connection.close()
        asides.append(opened.set_aside)
    assert len(set(asides)) == 2
    assert all(aside is not None and aside.exists() for aside in asides)


def test_an_empty_file_is_a_new_database(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    opened = open_database(path, NOW)
    opened.connection.close()
    assert opened.set_aside is None


def test_a_folder_that_cannot_be_made_is_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageTrouble, match="cannot be opened"):
        open_database(tmp_path / "file" / "history.sqlite3", NOW)


def test_a_folder_in_the_place_of_the_file_is_trouble(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(StorageTrouble, match="unable to open"):
        open_database(path, NOW)
    assert path.is_dir()


def test_a_full_disk_is_trouble_and_loses_nothing(path: Path) -> None:
    opened = open_database(path, NOW)
    history = History(opened.connection)
    history.begin_session(session(1))
    opened.connection.execute(f"PRAGMA max_page_count = {pragma(opened.connection, 'page_count')}")
    written = []
    with pytest.raises(StorageTrouble, match="full"):
        for number in range(10_000):
            history.save_hold(session(1).id, hold(number))
            written.append(hold(number))
    assert history.sessions()[0].holds == tuple(written)
    history.close()


def test_a_database_that_only_can_be_read_is_trouble_when_written(path: Path) -> None:
    filled(path)
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)) as connection:
        history = History(connection)
        assert len(history.sessions()) == 3
        with pytest.raises(StorageTrouble, match="readonly"):
            history.begin_session(session(9))


def test_what_happens_in_a_transaction_happens_as_a_whole(path: Path) -> None:
    with closing(open_database(path, NOW).connection) as connection:
        with pytest.raises(RuntimeError), transaction(connection):
            connection.execute("DELETE FROM sessions")
            raise RuntimeError
        assert not connection.in_transaction


def at_version(path: Path, version: int) -> None:
    """Make the database that the program of ``version`` made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for migration in MIGRATIONS[:version]:
            migration(connection)
        connection.execute(f"PRAGMA user_version = {version}")


def tables_and_columns(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    return connection.execute(
        "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' "
        "ORDER BY 1, 2"
    ).fetchall()


@pytest.mark.parametrize("version", range(len(MIGRATIONS) + 1))
def test_every_version_becomes_the_present_one(path: Path, tmp_path: Path, version: int) -> None:
    at_version(path, version)
    with (
        closing(open_database(path, NOW).connection) as migrated,
        closing(open_database(tmp_path / "fresh.sqlite3", NOW).connection) as fresh,
    ):
        assert tables_and_columns(migrated) == tables_and_columns(fresh)
        assert pragma(migrated, "user_version") == len(MIGRATIONS)


def test_the_tests_of_version_1_were_by_eye_on_the_floor(path: Path) -> None:
    at_version(path, 1)
    test = self_test(7, note="cold")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("INSERT INTO self_tests VALUES (?, '2026-11-21T07:00:00.000Z', 60, 'cold', 0)", (test.id,))
        for side, outcome in (("left", "passed"), ("right", "lifted")):
            connection.execute("INSERT INTO self_test_results VALUES (?, ?, ?)", (test.id, side, outcome))
        connection.execute(
            "INSERT INTO self_test_revisions VALUES (?, ?, 'edited', '2026-11-21T07:05:00.000Z', 60, ?)",
            (
                uuid(8),
                test.id,
                f'{{"id":"{test.id}","at":"2026-11-21T08:00:00.000+01:00","note":"","after_stretching":true,'
                '"results":[{"side":"left","outcome":"stopped"}]}',
            ),
        )
    history = History(open_database(path, NOW).connection)
    assert history.tests() == (test,)
    (revision,) = history.revisions()
    assert (revision.before.after_stretching, revision.before.result_of(Side.LEFT)) == (True, Outcome.STOPPED)
    history.edit_test(replace(MEASURED, id=test.id), revision_id=uuid(9), at=moment("2026-11-23T08:00:00+01:00"))
    assert history.tests() == (replace(MEASURED, id=test.id),)
    assert history.revisions()[-1].before == test
    history.close()


def add_mood(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE sessions ADD COLUMN mood TEXT")


def fail(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE half (id TEXT)")
    raise sqlite3.OperationalError("no such luck")


def test_a_migration_is_preceded_by_a_backup(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(path)
    monkeypatch.setattr(database, "MIGRATIONS", (*MIGRATIONS, add_mood))
    open_database(path, NOW).connection.close()
    backup = path.with_name(f"history-version-{len(MIGRATIONS)}-20261121-093000.sqlite3")
    with closing(sqlite3.connect(backup)) as copy, closing(sqlite3.connect(path)) as migrated:
        assert ("sessions", "mood") in tables_and_columns(migrated)
        assert ("sessions", "mood") not in tables_and_columns(copy)
        assert copy.execute("SELECT count(*) FROM holds").fetchone() == (3,)


def test_a_failed_migration_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(path)
    with monkeypatch.context() as patched:
        patched.setattr(database, "MIGRATIONS", (*MIGRATIONS, fail))
        with pytest.raises(StorageTrouble, match="no such luck"):
            open_database(path, NOW)
    with closing(open_database(path, NOW).connection) as connection:
        assert len(History(connection).sessions()) == 3
        assert "half" not in {table for table, _ in tables_and_columns(connection)}


def test_several_that_open_a_new_database_at_once_all_succeed(path: Path) -> None:
    barrier = threading.Barrier(4)
    versions: list[object] = []

    def open_it() -> None:
        barrier.wait()
        with closing(open_database(path, NOW).connection) as connection:
            versions.append(pragma(connection, "user_version"))

    threads = [threading.Thread(target=open_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert versions == [len(MIGRATIONS)] * 4
