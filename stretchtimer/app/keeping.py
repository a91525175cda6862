"""The history in use, or one that lasts until the program is closed where none can be kept."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from stretchtimer.clock import Clock, present
from stretchtimer.core.language import _
from stretchtimer.storage.database import NewerDatabase, StorageTrouble, open_database
from stretchtimer.storage.history import History

IN_MEMORY = Path(":memory:")


class Kept(NamedTuple):
    """An open history, and what the person should know of it."""

    history: History
    notice: str


def open_history(path: Path, clock: Clock) -> Kept:
    """Open the history at ``path``.

    A read-only disk or a file from a later version costs the person the history and nothing else: what is done now is
    then held in memory, and the notice says so.
    """
    now = present(clock).local
    try:
        opened = open_database(path, now)
    except (StorageTrouble, NewerDatabase) as error:
        memory = History(open_database(IN_MEMORY, now).connection)
        return Kept(memory, _("{reason} Nothing that you do now will be kept.").format(reason=error))
    notice = ""
    if opened.set_aside is not None:
        notice = _("The history was damaged and has been set aside as {file}. A new one was begun.").format(
            file=opened.set_aside
        )
    return Kept(History(opened.connection), notice)
