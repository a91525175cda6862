"""Where everything of the compact view stands, and where the view itself stands on the desktop."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QPoint, QRect, QSize

# In letters of the system's font, so that the view follows its size.
RING = 9.5
WORDS = 13.0
FIGURE = 9.0
MARGIN = 0.8
BUTTONS = 2.6
NOTICE = 2.8


class CompactPlaces(Struct, frozen=True, kw_only=True):
    """Rectangles in pixels."""

    ring: QRect
    side: QRect
    instruction: QRect
    next: QRect
    figure: QRect
    buttons: QRect
    """The row under words and figure: "It hurts" at its left, always free."""
    notice: QRect
    """A line under all, empty where nothing is said."""


def compact_size(letter_px: int, *, noticed: bool) -> QSize:
    """Return the size of the view in pixels, for letters of that size, with or without room for a notice."""
    width = RING + WORDS + FIGURE + 4 * MARGIN
    height = RING + BUTTONS + 2.5 * MARGIN + (NOTICE if noticed else 0)
    return QSize(round(width * letter_px), round(height * letter_px))


def compact_places(letter_px: int, *, noticed: bool) -> CompactPlaces:
    """Return where everything stands."""

    def rect(left: float, top: float, width: float, height: float) -> QRect:
        return QRect(*(round(each * letter_px) for each in (left, top, width, height)))

    words, height = RING + 2 * MARGIN, RING
    whole = RING + MARGIN / 2 + BUTTONS
    return CompactPlaces(
        ring=rect(MARGIN, MARGIN + (whole - RING) / 2, RING, RING),
        side=rect(words, MARGIN, WORDS, 0.28 * height),
        instruction=rect(words, MARGIN + 0.3 * height, WORDS, 0.44 * height),
        next=rect(words, MARGIN + 0.76 * height, WORDS, 0.24 * height),
        figure=rect(words + WORDS + MARGIN, MARGIN, FIGURE, height),
        buttons=rect(words, 1.5 * MARGIN + height, WORDS + MARGIN + FIGURE, BUTTONS),
        notice=rect(MARGIN, 2 * MARGIN + whole, RING + WORDS + FIGURE + 2 * MARGIN, NOTICE if noticed else 0),
    )


def place_within(rooms: Sequence[QRect], size: QSize, kept: QPoint | None) -> QPoint:
    """Return where a view of ``size`` stands: at ``kept`` if a screen is there, else at the lower right of the first.

    ``rooms`` are what the desktop's bars leave free of each screen; the view is pushed into the one that it touches.
    """
    if kept is not None:
        wanted = QRect(kept, size)
        for room in rooms:
            if room.intersects(wanted):
                left = max(room.left(), min(wanted.left(), room.right() + 1 - size.width()))
                top = max(room.top(), min(wanted.top(), room.bottom() + 1 - size.height()))
                return QPoint(left, top)
    gap = size.height() // 10
    corner = rooms[0].bottomRight()
    return QPoint(corner.x() + 1 - size.width() - gap, corner.y() + 1 - size.height() - gap)
