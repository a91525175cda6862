"""What is drawn into a file: the picture of one exercise, or a sheet with those of many."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QRectF

from stretchtimer.core.catalog.exercise import Exercise, Laterality, Side
from stretchtimer.core.figure.motion import Motion
from stretchtimer.core.language import _
from stretchtimer.core.session.cues import hip_words
from stretchtimer.ui import palette
from stretchtimer.ui.figure import colours
from stretchtimer.ui.figure.picture_file import Drawing
from stretchtimer.ui.figure.picture_sheet import PictureSheet, Tile
from stretchtimer.ui.figure.still_picture import StillPicture


class Style(Struct, frozen=True, kw_only=True):
    """How a picture is drawn."""

    side: Side
    """Which hip is stretched."""
    dark: bool = False
    size: int
    """How wide and how high the picture of one exercise is, in pixels."""


def figure_drawing(exercise: Exercise, motion: Motion, style: Style, *, key: int | None = None) -> Drawing:
    """Return the picture of ``exercise``, whose ``motion`` it is; ``key`` asks for that key pose alone, from 0."""
    size, ground = style.size, _palette(style).ground
    place = QRectF(0, 0, size, size)
    paint = partial(_pictures(style).paint, motion=motion, side=style.side, place=place, key=key)
    return Drawing(
        width=size,
        height=size,
        ground=ground,
        title=_titled(exercise, style.side),
        description=exercise.say(motion.description if key is None else motion.key_description(key), style.side),
        paint=paint,
    )


def sheet_drawing(pictures: Sequence[tuple[Exercise, Motion | None]], style: Style) -> Drawing:
    """Return a sheet with ``pictures``: of each exercise its name, and its motion if it is drawn."""
    tiles = [Tile(_(exercise.name), _side_words(exercise, style.side), motion) for exercise, motion in pictures]
    sheet = PictureSheet(tiles, style.side, style.size, _pictures(style), _palette(style))
    return Drawing(
        width=sheet.width,
        height=sheet.height,
        ground=_palette(style).ground,
        title=_("The exercises of Stretch Timer"),
        paint=sheet.paint,
    )


def _pictures(style: Style) -> StillPicture:
    return StillPicture(colours.DARK if style.dark else colours.LIGHT, _palette(style).ground)


def _palette(style: Style) -> palette.Palette:
    return palette.DARK if style.dark else palette.LIGHT


def _side_words(exercise: Exercise, side: Side) -> str:
    """Return which hip is stretched; nothing where both are at once."""
    return "" if exercise.laterality is Laterality.BILATERAL else hip_words(side)


def _titled(exercise: Exercise, side: Side) -> str:
    words = _side_words(exercise, side)
    name = _(exercise.name)
    return _("{exercise}, {hip}").format(exercise=name, hip=words) if words else name
