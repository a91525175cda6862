"""Opening the file of the history: never losing it, never half-changing it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from stretchtimer.core.language import _
from stretchtimer.storage.migrations import MIGRATIONS

DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
IN_MEMORY = Path(":memory:")
BUSY_S = 5.0
"""How long to wait for another process to finish writing."""


class StorageTrouble(OSError):
    """The history cannot be read or written at present: a read-only or full disk, say. Its text is for the person."""


class NewerDatabase(Exception):
    """The file was made by a later version of the program. Its text is for the person."""


class Opened(NamedTuple):
    """The history, open, and what had to be done for that."""

    connection: sqlite3.Connection
    set_aside: Path | None = None
    """Where a damaged file was put, instead of which a new one was begun."""


def open_database(path: Path, now: datetime) -> Opened:
    """Open the history at ``path``, making or migrating it if need be; ``now`` dates a backup or a damaged file.

    A damaged file is renamed, with what SQLite keeps beside it, and a new one is begun. Raises NewerDatabase for a file
    of a later version, which is left as it is, and StorageTrouble where the system does not let us.
    """
    with trouble(_("The history in {file} cannot be opened.").format(file=path)):
        path.parent.mkdir(parents=True, exist_ok=True)
        wal = _wal(path)  # closing a damaged file deletes it
        try:
            return Opened(_open(path, now))
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                raise
        set_aside = _set_aside(path, wal, now)
        return Opened(_open(path, now), set_aside)


@contextmanager
def trouble(what: str) -> Iterator[None]:
    """Turn an error of SQLite, or of the file system, into StorageTrouble that begins with the sentence ``what``."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise StorageTrouble(_("{what} ({reason})").format(what=what, reason=reason)) from error


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether ``error`` says that the file is no database; a locked, full or read-only one is sound."""
    extended = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK)
    return extended & 0xFF in DAMAGE


def open_in_memory(path: Path | None, now: datetime) -> sqlite3.Connection:
    """Return a history that lasts as long as the connection: a copy of the one at ``path``, which may be read-only.

    ``path`` None, or of no file, makes an empty one. Raises StorageTrouble where the file cannot be read.
    """
    connection = sqlite3.connect(":memory:", isolation_level=None)
    if path is not None and path.exists():
        # Immutable: SQLite must not try to put its journals beside a file on a read-only disk.
        place = f"{path.absolute().as_uri()}?immutable=1"
        with (
            trouble(_("The history in {file} cannot be read.").format(file=path)),
            closing(sqlite3.connect(place, uri=True)) as source,
        ):
            source.backup(connection)
    _prepare(connection, IN_MEMORY, now)
    return connection


def _open(path: Path, now: datetime) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=BUSY_S, isolation_level=None)
    try:
        _prepare(connection, path, now)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, path: Path, now: datetime) -> None:
    """Check, set up and migrate the history behind ``connection``."""
    version = _version(connection)
    if version > len(MIGRATIONS):
        raise NewerDatabase(
            _("{file} was made by a later version of Stretch Timer. Please update the program.").format(file=path)
        )
    _check(connection)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    if 0 < version < len(MIGRATIONS) and path != IN_MEMORY:
        _back_up(connection, _dated(path, f"version-{version}", now))
    _migrate(connection, version)
    connection.execute("PRAGMA foreign_keys = ON")


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _check(connection: sqlite3.Connection) -> None:
    """Raise the error of a damaged file if any page of this one is unsound."""
    (answer,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if answer != "ok":
        error = sqlite3.DatabaseError(answer)
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error


def _migrate(connection: sqlite3.Connection, version: int) -> None:
    for number, migration in enumerate(MIGRATIONS[version:], version + 1):
        with transaction(connection):
            if _version(connection) < number:  # another process may have come first
                migration(connection)
                connection.execute(f"PRAGMA user_version = {number}")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Write all that happens inside, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _back_up(connection: sqlite3.Connection, copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as target:
        connection.backup(target)


def _wal(path: Path) -> bytes:
    """Return the changes that a process which died left beside the file at ``path``."""
    try:
        return Path(f"{path}-wal").read_bytes()
    except FileNotFoundError:
        return b""


def _set_aside(path: Path, wal: bytes, now: datetime) -> Path:
    """Rename the file at ``path`` with what lies beside it, ``wal`` in any case, and return its new name."""
    aside = _dated(path, "damaged", now)
    path.rename(aside)
    for ending in ("-wal", "-shm"):
        beside = Path(f"{path}{ending}")
        if beside.exists():
            beside.rename(f"{aside}{ending}")
    if wal:
        Path(f"{aside}-wal").write_bytes(wal)
    return aside


def _dated(path: Path, label: str, now: datetime) -> Path:
    """Return a free name beside ``path``: ``history-damaged-20261121-093000.sqlite3``."""
    stem = f"{path.stem}-{label}-{now:%Y%m%d-%H%M%S}"
    names = (path.with_name(f"{stem}{suffix}{path.suffix}") for suffix in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(name for name in names if not name.exists())
