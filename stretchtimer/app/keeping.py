"""The history in use, or one that lasts until the program is closed where none can be kept."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from sqlite3 import Connection
from typing import NamedTuple

from stretchtimer.clock import Clock, present
from stretchtimer.core.language import _
from stretchtimer.storage.database import NewerDatabase, StorageTrouble, open_database, open_in_memory
from stretchtimer.storage.history import History


class Kept(NamedTuple):
    """An open history, and what the person should know of it."""

    history: History
    notice: str


def open_history(path: Path, clock: Clock) -> Kept:
    """Open the history at ``path``.

    A read-only disk or a file from a later version costs the person what they add now, and nothing else: the rest is
    shown, what is done now is held in memory, and the notice says so.
    """
    now = present(clock).local
    try:
        opened = open_database(path, now)
    except StorageTrouble as error:
        return Kept(History(_readable_copy(path, now)), _not_kept(error))
    except NewerDatabase as error:
        return Kept(History(open_in_memory(None, now)), _not_kept(error))
    notice = ""
    if opened.set_aside is not None:
        notice = _("The history was damaged and has been set aside as {file}. A new one was begun.").format(
            file=opened.set_aside
        )
    return Kept(History(opened.connection), notice)


def _readable_copy(path: Path, now: datetime) -> Connection:
    try:
        return open_in_memory(path, now)
    except StorageTrouble:
        return open_in_memory(None, now)


def _not_kept(error: Exception) -> str:
    return _("{reason} Nothing that you do now will be kept.").format(reason=error)
