"""Small figures are painted once for each ground, size and screen, and anew where the theme or the picture changes."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from stretchtimer.core.catalog.exercise import Exercise
from stretchtimer.core.figure.album import Album
from stretchtimer.core.figure.picture import Picture
from stretchtimer.core.theme_choice import ThemeChoice
from stretchtimer.storage.poses import Poses
from stretchtimer.ui.figure.still_picture import StillPicture
from stretchtimer.ui.figure.thumbnails import Thumbnails
from stretchtimer.ui.theme import Theme
from tests.samples import exercise

SIZE, WHITE, PALE = (60, 48), "#ffffff", "#e0edf2"
PICTURED = exercise("pictured", picture=Picture(poses=("half-kneeling",)))
MOVING = exercise("moving", credits_hip_flexor=False, picture=Picture(poses=("leg-raise-low", "leg-raise-high")))
PLAIN = exercise("plain")


@pytest.fixture
def thumbnails(theme: Theme) -> Thumbnails:
    return Thumbnails(Album(Poses()), theme)


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Every figure that is really painted, as the place that it got."""
    calls: list[Any] = []
    paint = StillPicture.paint

    def note(self: StillPicture, painter: QPainter, motion: Any, side: Any, place: QRectF) -> None:
        calls.append(place)
        paint(self, painter, motion, side, place)

    monkeypatch.setattr(StillPicture, "paint", note)
    return calls


def draw(
    thumbnails: Thumbnails,
    of: Exercise = PICTURED,
    *,
    paper: str = WHITE,
    size: tuple[int, int] = SIZE,
    scale: float = 1,
) -> QImage:
    image = QImage(round(100 * scale), round(100 * scale), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(QColor(paper))
    painter = QPainter(image)
    thumbnails.paint(painter, QRectF(10, 10, *size), of, paper)
    painter.end()
    return image


def colours(image: QImage) -> set[int]:
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}


def test_it_is_painted_once_and_looks_the_same_again(thumbnails: Thumbnails, painted: list[Any]) -> None:
    first = draw(thumbnails)
    assert len(colours(first)) > 50
    assert draw(thumbnails) == first
    assert len(painted) == 1


@pytest.mark.parametrize("other", [{"paper": PALE}, {"size": (30, 24)}, {"scale": 2.0}, {"of": MOVING}])
def test_what_looks_otherwise_is_painted_for_itself(
    thumbnails: Thumbnails, painted: list[Any], other: dict[str, Any]
) -> None:
    for _round in range(2):
        draw(thumbnails)
        draw(thumbnails, **other)
    assert len(painted) == 2


def test_it_has_all_pixels_of_a_fine_screen(thumbnails: Thumbnails) -> None:
    fine, coarse = draw(thumbnails, scale=2.0), draw(thumbnails)
    assert fine != coarse.scaled(fine.size())
    assert fine.pixel(5, 5) == QColor(WHITE).rgb()
    assert fine.pixel(*(2 * edge for edge in (75, 75))) == QColor(WHITE).rgb()


def test_it_follows_the_theme(thumbnails: Thumbnails, theme: Theme, painted: list[Any]) -> None:
    light = draw(thumbnails)
    theme.choose(ThemeChoice.DARK)
    assert draw(thumbnails) != light
    assert len(painted) == 2


def test_a_changed_file_changes_the_picture(thumbnails: Thumbnails, painted: list[Any]) -> None:
    before = draw(thumbnails)
    changed = replace(PICTURED, picture=Picture(poses=("warrior-one",)))
    assert draw(thumbnails, changed) != before
    assert draw(thumbnails, replace(changed, name="Another name")) != before
    assert len(painted) == 2


@pytest.mark.parametrize("of", [PLAIN, exercise("lost", picture=Picture(poses=("there-is-no-such-pose",)))])
def test_without_a_picture_nothing_is_painted(thumbnails: Thumbnails, of: Exercise) -> None:
    assert colours(draw(thumbnails, of)) == {QColor(WHITE).rgb()}


def test_a_routine_is_shown_by_what_stretches_the_hip_flexor(thumbnails: Thumbnails) -> None:
    assert thumbnails.example((PLAIN, MOVING, PICTURED)) is PICTURED
    assert thumbnails.example((PLAIN, MOVING)) is MOVING
    assert thumbnails.example((PLAIN,)) is None
