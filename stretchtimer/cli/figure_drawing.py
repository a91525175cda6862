"""Drawing exercises and handouts from the shell, which needs Qt, though no display."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from stretchtimer.core.catalog.exercise import Exercise, Side
from stretchtimer.core.figure.album import Album
from stretchtimer.core.figure.motion import Motion
from stretchtimer.core.paper import Paper
from stretchtimer.core.picking.handout import Handout


class Look(TypedDict):
    """How a picture is drawn: the stretched hip, the pixels of its edge, and whether it is dark."""

    side: Side
    size: int
    dark: bool


def drawn_figure(exercise: Exercise, motion: Motion, format: str, look: Look, key: int | None) -> bytes:
    """Return the picture of ``exercise`` as a "png" or "svg"; ``key`` asks for that key pose alone, from 0."""
    from stretchtimer.app.picturing import figure_bytes  # noqa: PLC0415 - imports Qt

    return figure_bytes(exercise, motion, format, key=key, **look)


def drawn_sheet(exercises: Iterable[Exercise], album: Album, format: str, look: Look) -> bytes:
    """Return the pictures of all ``exercises`` on one sheet, as a "png" or "svg"."""
    from stretchtimer.app.picturing import sheet_bytes  # noqa: PLC0415 - imports Qt

    return sheet_bytes(exercises, album, format, **look)


def drawn_handout(handout: Handout, album: Album, paper: Paper) -> bytes:
    """Return ``handout`` as a PDF."""
    from stretchtimer.app.handing_out import draw_without_window  # noqa: PLC0415 - imports Qt

    return draw_without_window(handout, album, paper)
