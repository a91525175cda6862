"""Waiting for a key or for the time to come, whichever is first."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from typing import Protocol


class Keyboard(Protocol):
    """What a person presses keys on."""

    @property
    def present(self) -> bool:
        """Whether there is anything to press: not so in a pipe."""

    def wait(self, timeout_s: float | None) -> str:
        """Return the key pressed within ``timeout_s`` (None: however long it takes), or nothing.

        A key is named as `stretchtimer.terminal.keystrokes` names it; `HANG_UP` asks for an end.
        """


def open_keyboard() -> AbstractContextManager[Keyboard]:
    """Return the keyboard of this process: read key by key inside ``with``, and as it was after it."""
    present = sys.stdin is not None and sys.stdin.isatty()
    if sys.platform == "win32":
        from stretchtimer.terminal.windows import WindowsKeyboard  # noqa: PLC0415 - exists there alone

        return WindowsKeyboard(present)
    from stretchtimer.terminal.posix import PosixKeyboard  # noqa: PLC0415 - does not exist on Windows

    return PosixKeyboard(sys.stdin.fileno() if present else None)
