"""What the reminder keeps over a restart, in a small file of its own."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from stretchtimer.core.reminders.reminder_values import Kept
from stretchtimer.storage.files import write_atomically


class ReminderFile:
    """The pause, the snooze and the skips. A file that cannot be read is as good as none: little is lost."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = Path(path)

    def load(self) -> Kept:
        """Return what was kept last."""
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Kept)
        except (OSError, msgspec.DecodeError):
            return Kept()

    def save(self, kept: Kept) -> None:
        """Keep ``kept``. Raises OSError."""
        write_atomically(self._path, msgspec.json.encode(kept))
