"""What the running program is made of beside its window: each part is made when it is first needed.

The imports stand inside functions for the same reason as in `stretchtimer.app.program`: the window is painted first.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from stretchtimer.storage.folders import Folders, assets_dir, find_folders

if TYPE_CHECKING:
    from stretchtimer.app.hearing import Hearing
    from stretchtimer.app.library import Library
    from stretchtimer.app.preferences import Preferences
    from stretchtimer.clock import SystemClock
    from stretchtimer.core.figure.album import Album
    from stretchtimer.desktop.autostart import Autostart
    from stretchtimer.storage.history import History


def new_id() -> str:
    """Return a fresh UUID: histories of several machines can be merged."""
    import uuid  # noqa: PLC0415 - slow to import

    return str(uuid.uuid4())


class Parts(QObject):
    """Makes them from ``folders``, and lets go of those that were made."""

    def __init__(self, folders: Folders, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folders, self.assets = folders, Path(assets_dir())
        self.opened_history: History | None = None
        """The history, or None until `open_history`."""

    def open_history(self) -> str:
        """Open the history and return what the person should know of it; the empty text if there is nothing to say."""
        from stretchtimer.app.keeping import open_history  # noqa: PLC0415

        self.opened_history, notice = open_history(Path(self.folders.database), self.clock)
        return notice

    def close(self) -> None:
        """Let the sound and the history go."""
        if "hearing" in self.__dict__:
            self.hearing.close()
        if self.opened_history is not None:
            self.opened_history.close()

    @property
    def history(self) -> History:
        """The history that `open_history` opened."""
        assert self.opened_history is not None, "opened right after the first paint, before anybody can press a key"
        return self.opened_history

    @cached_property
    def preferences(self) -> Preferences:
        """The settings, and who follows them."""
        from stretchtimer.app.preferences import Preferences  # noqa: PLC0415
        from stretchtimer.storage.settings import SettingsFile  # noqa: PLC0415

        return Preferences(SettingsFile(self.folders.settings), self)

    @cached_property
    def clock(self) -> SystemClock:
        """The machine's."""
        from stretchtimer.clock import SystemClock  # noqa: PLC0415

        return SystemClock()

    @cached_property
    def library(self) -> Library:
        """The exercises and routines, the person's own among them."""
        from stretchtimer.app.library import Library  # noqa: PLC0415

        return Library([Path(folder) for folder in self.folders.catalogs], self)

    @cached_property
    def album(self) -> Album:
        """The pictures of the exercises."""
        from stretchtimer.core.figure.album import Album  # noqa: PLC0415
        from stretchtimer.storage.poses import Poses  # noqa: PLC0415

        return Album(Poses())

    @cached_property
    def hearing(self) -> Hearing:
        """Sounds, voice, and the players that are paused for them."""
        from stretchtimer.app.hearing import Hearing  # noqa: PLC0415

        return Hearing(self.preferences, self.assets / "sounds")

    @cached_property
    def at_login(self) -> Autostart | None:
        """The start at login, with the same data as now; None in a sandbox."""
        from stretchtimer.desktop.autostart import autostart, own_command  # noqa: PLC0415

        usual = self.folders.data == find_folders().data
        return autostart(own_command(None if usual else self.folders.data))
