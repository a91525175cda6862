"""A mistake in a file, ready to be shown."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from stretchtimer.core.catalog.routine import Fault
from stretchtimer.core.language import _


class Problem(Struct, frozen=True, kw_only=True):
    """A mistake in a file, ready to be shown."""

    file: Path
    place: str
    """Where in the file: a key such as ``dosage.hold_s.min`` or ``steps[2]``, or a line."""
    expected: str
    found: str

    def __str__(self) -> str:
        return _("{file}: {place}: expected {expected}, found {found}").format(
            file=self.file, place=self.place, expected=self.expected, found=self.found
        )


def problem(file: Path, fault: Fault) -> Problem:
    """Return ``fault`` as a problem of ``file``."""
    return Problem(file=file, place=fault.place, expected=fault.expected, found=fault.found)
