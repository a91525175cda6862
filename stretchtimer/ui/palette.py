"""The colours of the window: a light and a dark palette."""

from __future__ import annotations

from typing import NamedTuple


class Palette(NamedTuple):
    """The colours of a theme, as "#rrggbb". Text on its ground has a contrast of at least 4.5 to 1."""

    ground: str
    """The window."""
    surface: str
    """Cards and fields."""
    line: str
    """Hairlines and outlines of fields."""
    track: str
    """The empty part of a ring or a bar."""
    text: str
    muted: str
    """Secondary text."""
    accent: str
    """What can be pressed."""
    on_accent: str
    accent_soft: str
    """The ground of what is chosen."""
    stretched: str
    """The hip that is stretched; the left hip's series in the chart."""
    right: str
    """The right hip's series in the chart."""
    good: str
    good_soft: str
    danger: str


LIGHT = Palette(
    ground="#f6f6f4",
    surface="#ffffff",
    line="#dedede",
    track="#e4e4e2",
    text="#1c1f24",
    muted="#5c626b",
    accent="#2b6c8c",
    on_accent="#ffffff",
    accent_soft="#e0edf2",
    stretched="#bd4c1c",
    right="#2b6c8c",
    good="#2f7a45",
    good_soft="#e7f0e9",
    danger="#b3261e",
)
DARK = Palette(
    ground="#17181b",
    surface="#202226",
    line="#383b41",
    track="#303338",
    text="#eef0f2",
    muted="#a3a9b2",
    accent="#7db5d3",
    on_accent="#10181d",
    accent_soft="#24343d",
    stretched="#f28b54",
    right="#7db5d3",
    good="#7cc592",
    good_soft="#20302a",
    danger="#ff8a80",
)
