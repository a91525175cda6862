"""The exercises and routines in use, read anew when the person changes a file of their own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from stretchtimer.storage.catalog import Catalog, load_catalog

SETTLE_MS = 200
"""An editor saves in several steps: the folder is read once it has been quiet for so long."""
KINDS = ("exercises", "routines")


class Library(QObject):
    """Holds the catalogue of ``folders``: the program's own first, the person's after it."""

    changed = Signal()

    def __init__(self, folders: Sequence[Path], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders = tuple(folders)
        self.catalog: Catalog = load_catalog(self._folders)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._wait)
        self._watcher.fileChanged.connect(self._wait)
        self._quiet = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._quiet.timeout.connect(self._read)

    @property
    def own_folder(self) -> Path:
        """Where the person's own files go."""
        return self._folders[-1]

    def watch(self) -> None:
        """Make the person's folders, if that can be, and follow their files from now on."""
        for kind in KINDS:
            try:
                (self.own_folder / kind).mkdir(parents=True, exist_ok=True)
            except OSError:
                # On a read-only disk there is nothing to follow; the history says what is wrong with the disk.
                continue
        self._follow()

    def _follow(self) -> None:
        """Follow each folder (for new files) and each file (an editor may write into it in place)."""
        wanted = {str(self.own_folder / kind) for kind in KINDS if (self.own_folder / kind).is_dir()}
        wanted |= {str(file) for kind in KINDS for file in (self.own_folder / kind).glob("*.toml")}
        followed = {*self._watcher.directories(), *self._watcher.files()}
        if new := sorted(wanted - followed):
            self._watcher.addPaths(new)

    def _wait(self, _path: str) -> None:
        self._quiet.start()

    def _read(self) -> None:
        self._follow()
        self.catalog = load_catalog(self._folders)
        self.changed.emit()
