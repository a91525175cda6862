"""Where everything of a session's picture stands."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QRect, QSize

# Shares of the window's height, chosen to be read from two metres.
RING = 0.61
"""The diameter. The digits are 0.42 diameters high (see `ui.session.ring`): more than a quarter of the window."""
INSTRUCTION = 1 / 17
DETAIL = 1 / 27
NAME = 1 / 26


class StagePlaces(Struct, frozen=True, kw_only=True):
    """Rectangles in pixels. The columns beside the ring are physical: left stays left in every language."""

    ring: QRect
    set: QRect
    name: QRect
    corner: QRect
    """The upper right: "It hurts"."""
    left: QRect
    """The column left of the ring, with its middle at the middle of the ring."""
    right: QRect
    """The column right of it."""
    figure_left: QRect
    """The figure's place where the right side is named: as wide as there is room beside the ring."""
    figure_right: QRect
    """The figure's place otherwise."""
    words: QRect
    """Under the ring: the instruction and the line of detail."""


def stage_places(size: QSize, window_height: int) -> StagePlaces:
    """Return where everything stands on a stage of ``size`` in a window of ``window_height``, in pixels."""
    width, height = size.width(), size.height()
    margin, top = window_height // 30, window_height // 45
    least_words = round(window_height * (INSTRUCTION + DETAIL) * 1.3)
    diameter = min(round(window_height * RING), round(width * 0.55), height - top - least_words)
    # In a window that is higher than wide, ring and words stand together in the middle.
    words_height = min(height - top - diameter, 4 * least_words)
    ring_top = (height - diameter - words_height + top) // 2
    ring = QRect((width - diameter) // 2, ring_top, diameter, diameter)

    gap = margin // 4
    column = ring.left() - margin - margin // 2
    opposite = width - margin - column
    set_height, name_height = round(window_height * DETAIL * 1.3), round(window_height * NAME * 2.6)
    head_bottom = top + set_height + name_height
    side_top = max(head_bottom, ring_top)
    side_height = 2 * (ring.center().y() - side_top)
    return StagePlaces(
        ring=ring,
        set=QRect(margin, top, column, set_height),
        name=QRect(margin, top + set_height, column, name_height),
        corner=QRect(opposite, top, column, name_height),
        left=QRect(margin, side_top, column, side_height),
        right=QRect(opposite, side_top, column, side_height),
        figure_left=QRect(gap, side_top, ring.left() - 2 * gap, ring.bottom() - side_top),
        figure_right=QRect(ring.right() + gap, side_top, width - ring.right() - 2 * gap, ring.bottom() - side_top),
        words=QRect(margin, ring_top + diameter, width - 2 * margin, words_height).adjusted(0, gap, 0, -gap),
    )
