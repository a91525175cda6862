"""Still pictures: where a movement starts, the side, the place; and the files they are drawn into."""

from __future__ import annotations

from collections import Counter
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from stretchtimer.core.catalog.exercise import Exercise, Laterality, Side
from stretchtimer.core.figure.album import Album
from stretchtimer.core.figure.motion import Motion
from stretchtimer.core.figure.picture import Picture
from stretchtimer.storage.poses import Poses
from stretchtimer.ui.figure.colours import LIGHT, faded
from stretchtimer.ui.figure.drawings import Style, figure_drawing, sheet_drawing
from stretchtimer.ui.figure.picture_file import Format, picture_bytes
from stretchtimer.ui.figure.still_picture import PALE, StillPicture
from stretchtimer.ui.palette import DARK as DARK_PALETTE
from stretchtimer.ui.palette import LIGHT as LIGHT_PALETTE
from tests.samples import exercise

pytestmark = pytest.mark.usefixtures("qapp")
SIZE = 120
AREA = 30
"""So many pixels of one colour are a limb, and not an edge that was smoothed."""
PAPER = "#ffffff"
GHOST = faded(LIGHT, PAPER, PALE)
HOLD = exercise("hold", picture=Picture(way_in=("tall-kneeling",), poses=("half-kneeling",)))
SWING = exercise("swing", picture=Picture(way_in=("standing",), poses=("leg-swing-front", "leg-swing-back")))
ALBUM = Album(Poses())


def motion_of(item: Exercise) -> Motion:
    motion = ALBUM.motion(item)
    assert motion is not None
    return motion


def painted(item: Exercise, side: Side = Side.RIGHT, *, key: int | None = None) -> QImage:
    image = QImage(SIZE, SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor(PAPER))
    with QPainter(image) as painter:
        StillPicture(LIGHT, PAPER).paint(painter, motion_of(item), side, QRectF(0, 0, SIZE, SIZE), key=key)
    return image


def colours(image: QImage, least: int = 1) -> set[str]:
    """Return the colours that at least so many pixels of ``image`` have."""
    found = Counter(image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height()))
    return {colour for colour, pixels in found.items() if pixels >= least}


def test_a_movement_has_its_start_as_a_ghost_and_a_hold_has_none() -> None:
    assert {GHOST.skin, LIGHT.skin} <= colours(painted(SWING), AREA)
    assert GHOST.skin not in colours(painted(HOLD), AREA)
    assert GHOST.skin not in colours(painted(SWING, key=2), AREA)


def test_the_muscle_is_shown_where_the_picture_says_so() -> None:
    assert SWING.picture is not None
    without = replace(SWING, picture=replace(SWING.picture, muscle=False))
    assert LIGHT.muscle in colours(painted(SWING))
    assert LIGHT.muscle not in colours(painted(without))


@pytest.mark.parametrize("item", [HOLD, SWING], ids=lambda item: item.id)
def test_the_left_side_is_the_mirror_image_of_the_right(item: Exercise) -> None:
    left, right = painted(item, Side.LEFT), painted(item).flipped(Qt.Orientation.Horizontal)
    differing = sum(
        abs(left.pixelColor(x, y).lightness() - right.pixelColor(x, y).lightness()) > 40
        for x in range(SIZE)
        for y in range(SIZE)
    )
    assert left != painted(item)
    assert differing <= SIZE * SIZE / 1000  # edges are smoothed from one side


def test_it_keeps_to_its_place() -> None:
    image = QImage(SIZE * 2, SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor(PAPER))
    with QPainter(image) as painter:
        StillPicture(LIGHT, PAPER).paint(painter, motion_of(SWING), Side.LEFT, QRectF(SIZE, 0, SIZE, SIZE))
    assert colours(image.copy(0, 0, SIZE - 1, SIZE)) == {PAPER}
    assert LIGHT.skin in colours(image)


def test_fading_goes_all_the_way_to_the_ground() -> None:
    assert faded(LIGHT, PAPER, 0) == LIGHT
    assert set(faded(LIGHT, PAPER, 1)) == {PAPER}


@pytest.mark.parametrize(("dark", "palette"), [(False, LIGHT_PALETTE), (True, DARK_PALETTE)])
def test_a_png_has_the_size_and_the_ground_of_the_theme(dark: bool, palette: tuple[str, ...]) -> None:
    drawing = figure_drawing(HOLD, motion_of(HOLD), Style(side=Side.LEFT, dark=dark, size=64))
    image = QImage.fromData(picture_bytes(drawing, Format.PNG))
    assert (image.width(), image.height()) == (64, 64)
    assert image.pixelColor(0, 0).name() == palette[0]
    assert len(colours(image)) > 10
    assert image.text("Title") == "Hold, left hip"


def test_an_svg_says_what_is_seen_and_has_the_figure() -> None:
    drawing = figure_drawing(SWING, motion_of(SWING), Style(side=Side.RIGHT, size=300))
    root = ElementTree.fromstring(picture_bytes(drawing, Format.SVG))
    space = "{http://www.w3.org/2000/svg}"
    assert root.get("viewBox") == "0 0 300 300"
    assert root.findtext(f"{space}title") == "Swing, right hip"
    assert "right leg" in (root.findtext(f"{space}desc") or "")
    fills = {group.get("fill") for group in root.iter(f"{space}g") if group.find(f"{space}path") is not None}
    assert {LIGHT.skin, LIGHT.shirt, LIGHT.shorts, LIGHT.hair} <= fills


def test_a_sheet_names_all_and_says_the_side_of_those_that_have_one() -> None:
    items = (HOLD, replace(SWING, laterality=Laterality.BILATERAL), exercise("no-picture", name="Told in words"))
    drawing = sheet_drawing([(item, ALBUM.motion(item)) for item in items], Style(side=Side.LEFT, size=100))
    text = " ".join(ElementTree.fromstring(picture_bytes(drawing, Format.SVG)).itertext())
    for words in ("Hold", "Swing", "Told in words", "no picture"):
        assert words in text
    assert text.count("left hip") == 1
    assert drawing.width >= 300


@pytest.mark.parametrize("size", [16, 48, 400])
def test_a_name_on_a_sheet_has_room_at_any_size(size: int) -> None:
    long = replace(HOLD, name="Lunge turning away from the front leg")
    drawing = sheet_drawing([(long, ALBUM.motion(long))], Style(side=Side.LEFT, size=size))
    image = QImage.fromData(picture_bytes(drawing, Format.PNG))
    edge = {image.pixelColor(x, y).name() for y in range(image.height()) for x in (0, image.width() - 1)}
    edge |= {image.pixelColor(x, y).name() for x in range(image.width()) for y in (0, image.height() - 1)}
    assert edge == {LIGHT_PALETTE.ground}
