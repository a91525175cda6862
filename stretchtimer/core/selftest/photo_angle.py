"""The angle of the thigh in a photograph taken from the side.

The person lies; four points are marked: the hip, the knee of the leg that stays down, and two points of the line on
which the body lies. The angle is that between the thigh and this line, positive with the knee above the hip (evidence
D1), so it does not matter how the camera was held. Which side of the line is up follows from the hip, which lies above
what it rests on: so the angle is the same with the head on the left or on the right, whichever floor point comes first,
and in a picture that is turned or mirrored.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from stretchtimer.core.language import _

CLOSEST_PX = 8.0
"""Points nearer to each other, in pixels of the picture, give no direction: one pixel would be 7 degrees. Ours."""
LOWEST_HIP = 0.02
"""A hip less above the floor line than this share of the thigh leaves open which side is up. Our convention."""


class PicturePoint(NamedTuple):
    """A point of a picture in its pixels: x to the right, y down."""

    x: float
    y: float


class Landmark(StrEnum):
    """What is marked in the photograph, in the order in which it is asked for."""

    HIP = "hip"
    KNEE = "knee"
    FLOOR = "floor"
    FLOOR_TOO = "floor_too"

    @property
    def caption(self) -> str:
        """Its name beside its mark."""
        return {
            Landmark.HIP: _("Hip"),
            Landmark.KNEE: _("Knee"),
            Landmark.FLOOR: _("Floor"),
            Landmark.FLOOR_TOO: _("Floor"),
        }[self]

    @property
    def request(self) -> str:
        """What to mark, in a sentence."""
        return {
            Landmark.HIP: _("Mark the hip: the bony bump at the side, where the thigh turns."),
            Landmark.KNEE: _("Mark the knee of the leg that stays down: the bump at its outer side."),
            Landmark.FLOOR: _("Mark the floor, or the edge of the bed: a point on the line on which the body lies."),
            Landmark.FLOOR_TOO: _("Mark a second point on this line, far from the first."),
        }[self]


class FloorLine(NamedTuple):
    """The directions that the line under the body gives, as unit vectors in the picture."""

    along: PicturePoint
    up: PicturePoint


def floor_line(points: Sequence[PicturePoint]) -> FloorLine:
    """Return the directions along the floor line and up from it, for the ``points`` in the order of `Landmark`.

    Raises ValueError, with words for the person, where points lie on each other or the hip lies on the line.
    """
    hip, knee, first, second = points
    thigh_px = math.dist(hip, knee)
    if thigh_px < CLOSEST_PX:
        raise ValueError(_("The hip and the knee lie on the same place. Move one of them."))
    length_px = math.dist(first, second)
    if length_px < CLOSEST_PX:
        raise ValueError(_("Both floor points lie on the same place. Move one of them far along the floor."))
    along = PicturePoint((second.x - first.x) / length_px, (second.y - first.y) / length_px)
    across = PicturePoint(along.y, -along.x)
    hip_height_px = _dot(_between(first, hip), across)
    if abs(hip_height_px) < LOWEST_HIP * thigh_px:
        raise ValueError(_("The hip lies on the floor line. Move the line down to what the body lies on."))
    up = across if hip_height_px > 0 else PicturePoint(-across.x, -across.y)
    return FloorLine(along, up)


def thigh_angle(points: Sequence[PicturePoint]) -> float:
    """Return the angle of the thigh to the floor line in degrees, from -90 to 90; above the horizontal is positive.

    ``points`` are the four in the order of `Landmark`. Raises ValueError as `floor_line` does.
    """
    line = floor_line(points)
    hip, knee = points[0], points[1]
    thigh = _between(hip, knee)
    return math.degrees(math.atan2(_dot(thigh, line.up), abs(_dot(thigh, line.along))))


def upside_down(points: Sequence[PicturePoint]) -> bool:
    """Return whether up from the floor line is down in the picture: it hangs upside down, or the line lies too high.

    Raises ValueError as `floor_line` does.
    """
    return floor_line(points).up.y > math.sqrt(0.5)


def angle_words(degrees: float) -> str:
    """Return the angle in words, to a tenth of a degree."""
    tenths = round(degrees, 1)
    if tenths > 0:
        return _("The thigh is {n}° above the horizontal.").format(n=f"{tenths:.1f}")
    if tenths < 0:
        return _("The thigh is {n}° below the horizontal.").format(n=f"{-tenths:.1f}")
    return _("The thigh is level.")


def _between(start: PicturePoint, end: PicturePoint) -> PicturePoint:
    return PicturePoint(end.x - start.x, end.y - start.y)


def _dot(one: PicturePoint, other: PicturePoint) -> float:
    return one.x * other.x + one.y * other.y
