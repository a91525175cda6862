"""What ends a command early, with one line for the person."""

from __future__ import annotations

BAD_INPUT = 2
"""The exit code for a command line, or a file named on it, that cannot be used."""
TROUBLE = 1
"""The exit code where the input is right, but the system or the history does not allow it."""


class Refused(Exception):
    """The command cannot be carried out; nothing was written. Its text is for the person."""

    def __init__(self, message: str, code: int = BAD_INPUT) -> None:
        super().__init__(message)
        self.code = code
