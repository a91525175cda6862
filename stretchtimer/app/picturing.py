"""Pictures of exercises for the shell."""

from __future__ import annotations

from collections.abc import Iterable

from stretchtimer.app.without_window import without_window
from stretchtimer.core.catalog.exercise import Exercise, Side
from stretchtimer.core.figure.album import Album
from stretchtimer.core.figure.motion import Motion
from stretchtimer.ui.figure.drawings import Style, figure_drawing, sheet_drawing
from stretchtimer.ui.figure.picture_file import Format, picture_bytes


def figure_bytes(
    exercise: Exercise, motion: Motion, format: str, *, side: Side, size: int, dark: bool, key: int | None
) -> bytes:
    """Return the picture of ``exercise`` as a file: "png" or "svg", see `stretchtimer.ui.figure.drawings`."""
    with without_window():
        drawing = figure_drawing(exercise, motion, Style(side=side, dark=dark, size=size), key=key)
        return picture_bytes(drawing, Format(format))


def sheet_bytes(
    exercises: Iterable[Exercise], album: Album, format: str, *, side: Side, size: int, dark: bool
) -> bytes:
    """Return a sheet with the pictures of all ``exercises`` as a file: "png" or "svg"."""
    with without_window():
        pictures = [(exercise, album.motion(exercise)) for exercise in exercises]
        return picture_bytes(sheet_drawing(pictures, Style(side=side, dark=dark, size=size)), Format(format))
