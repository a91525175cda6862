"""The colours of the figure, light and dark."""

from __future__ import annotations

from typing import NamedTuple


class FigureColours(NamedTuple):
    """The colours of a figure, as "#rrggbb". What is far from the viewer is nearer to the ground's colour."""

    skin: str
    skin_far: str
    shirt: str
    shorts: str
    sleeve_far: str
    shorts_far: str
    hair: str
    prop: str
    floor: str
    muscle: str
    thing: str
    """A ball."""


LIGHT = FigureColours(
    skin="#86abc0",
    skin_far="#c0d2dc",
    shirt="#3f7896",
    shorts="#2a556d",
    sleeve_far="#a3bccb",
    shorts_far="#94b0c0",
    hair="#2a4c60",
    prop="#e3e1da",
    floor="#d5d4cf",
    muscle="#d9551a",
    thing="#8a5a9c",
)
DARK = FigureColours(
    skin="#93bbd1",
    skin_far="#4c6777",
    shirt="#5b8ca8",
    shorts="#3f6b85",
    sleeve_far="#41596a",
    shorts_far="#34505f",
    hair="#547f99",
    prop="#303338",
    floor="#3d4046",
    muscle="#ff8a45",
    thing="#b78cc7",
)


def faded(colours: FigureColours, ground: str, share: float) -> FigureColours:
    """Return ``colours`` gone towards that of the ``ground``, "#rrggbb": not at all (0) to wholly (1)."""
    return FigureColours(*(_between(colour, ground, share) for colour in colours))


def _between(colour: str, ground: str, share: float) -> str:
    pairs = zip(bytes.fromhex(colour[1:]), bytes.fromhex(ground[1:]), strict=True)
    return "#" + bytes(round(start + (end - start) * share) for start, end in pairs).hex()
