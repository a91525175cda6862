"""Printing in a terminal: lines that stay, and a countdown below them that rewrites its own line."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from typing import TextIO
from unicodedata import combining, east_asian_width


class Screen:
    """Prints to ``out``. Where ``live`` says that nobody watches (a pipe, a file), there is no countdown.

    No control codes but the carriage return are used, so that every terminal will do. ``columns`` gives the width.
    """

    def __init__(self, out: TextIO, live: bool, columns: Callable[[], int]) -> None:
        self._out, self._live, self._columns = out, live, columns
        self._shown = 0
        """Columns that the countdown on the line takes."""

    @classmethod
    def of(cls, out: TextIO) -> Screen:
        """Return the screen that ``out`` is, or is not."""
        return cls(out, out.isatty(), lambda: shutil.get_terminal_size().columns)

    def line(self, text: str = "") -> None:
        """Print ``text`` on a line of its own, in the place of the countdown."""
        self._clear()
        self._out.write(f"{text}\n")
        self._out.flush()

    def countdown(self, text: str) -> None:
        """Show ``text`` on the line below, in the place of the one before; cut where the terminal is too narrow."""
        if not self._live:
            return
        # A sign in the last column would make the terminal begin another line.
        text = fit(text, self._columns() - 1)
        width = _width(text)
        self._out.write(f"\r{text}{' ' * (self._shown - width)}")
        self._out.flush()
        self._shown = width

    def _clear(self) -> None:
        if self._shown:
            room = min(self._shown, max(0, self._columns() - 1))
            self._out.write(f"\r{' ' * room}\r")
            self._shown = 0


def fit(text: str, columns: int) -> str:
    """Return ``text``, or as much of it as ``columns`` columns hold, with an ellipsis then."""
    if _width(text) <= columns:
        return text
    while text and _width(text) > columns - 1:
        text = text[:-1]
    return f"{text}…" if columns > 0 else ""


def _width(text: str) -> int:
    """Return the columns that ``text`` takes: two for a wide sign, none for one that combines."""
    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text)
