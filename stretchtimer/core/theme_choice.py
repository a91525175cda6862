"""Which colours a person wants. Apart from the other settings, since the window needs it before it loads those."""

from __future__ import annotations

from enum import StrEnum


class ThemeChoice(StrEnum):
    """Light or dark colours, or those of the system."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
