"""Opening what the commands read and write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from stretchtimer.cli.printing import note
from stretchtimer.cli.refusal import TROUBLE, Refused
from stretchtimer.clock import SystemClock, present
from stretchtimer.core.language import _
from stretchtimer.core.preferences import Settings
from stretchtimer.storage.catalog import Catalog, load_catalog
from stretchtimer.storage.database import NewerDatabase, StorageTrouble, open_database, open_in_memory
from stretchtimer.storage.folders import Folders
from stretchtimer.storage.history import History
from stretchtimer.storage.settings import SettingsFile


def open_catalog(folders: Folders) -> Catalog:
    """Return all exercises and routines."""
    return load_catalog([Path(folder) for folder in folders.catalogs])


def open_settings(folders: Folders) -> Settings:
    """Return the settings; what is wrong with their file is said on standard error."""
    settings, problems = SettingsFile(folders.settings).load()
    for problem in problems:
        note(str(problem))
    return settings


@contextmanager
def history_to_read(folders: Folders) -> Iterator[History]:
    """Open the history for a command that only reads it: where there is none yet, none is made."""
    path = Path(folders.database)
    if not path.exists():
        with closing(empty_history()) as history:
            yield history
        return
    try:
        history = _open(path)
    except StorageTrouble:  # on a read-only disk
        history = History(open_in_memory(path, present(SystemClock()).local))
    with closing(history):
        yield history


@contextmanager
def history_to_write(folders: Folders) -> Iterator[History]:
    """Open the history for a command that adds to it."""
    with closing(_open(Path(folders.database))) as history:
        yield history


def empty_history() -> History:
    """Return a history that is gone when it is closed."""
    return History(open_in_memory(None, present(SystemClock()).local))


def _open(path: Path) -> History:
    try:
        opened = open_database(path, present(SystemClock()).local)
    except NewerDatabase as error:
        raise Refused(str(error), TROUBLE) from error
    if opened.set_aside is not None:
        note(
            _("The history was damaged and has been set aside as {file}. A new one was begun.").format(
                file=opened.set_aside
            )
        )
    return History(opened.connection)
