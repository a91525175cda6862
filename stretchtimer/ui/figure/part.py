"""A shape of one colour, of which figures and things are made."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtGui import QPainterPath


class Part(Struct, frozen=True):
    """A shape of one colour, in units of the stature."""

    outline: QPainterPath
    colour: str
