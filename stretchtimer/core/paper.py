"""What reports and handouts are printed on."""

from __future__ import annotations

from enum import StrEnum


class Paper(StrEnum):
    """A format of paper, upright."""

    A4 = "a4"
    LETTER = "letter"
