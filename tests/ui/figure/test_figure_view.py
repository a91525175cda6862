"""The large figure: it paints itself, mirrored for the left side, and repaints only when it looks different."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.figure.album import Album
from stretchtimer.core.figure.motion import Motion
from stretchtimer.core.figure.picture import Picture
from stretchtimer.core.figure.portrayal import Portrayal
from stretchtimer.core.theme_choice import ThemeChoice
from stretchtimer.storage.poses import Poses
from stretchtimer.ui.figure.figure_view import BREATH_S, FigureView
from stretchtimer.ui.figure.label_place import AIR, label_place
from stretchtimer.ui.theme import Theme

POSES = Poses()
KNEELING = Picture(way_in=("half-kneeling-upright",), poses=("half-kneeling",))


class Paints(QObject):
    """Counts the paint events of a widget."""

    def __init__(self, view: FigureView) -> None:
        super().__init__(view)
        self.count = 0
        view.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() == QEvent.Type.Paint
        return False


@pytest.fixture
def motion() -> Motion:
    found = Album(POSES).of(KNEELING)
    assert found is not None
    return found


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> Iterator[FigureView]:
    figure = FigureView(theme)
    qtbot.addWidget(figure)
    figure.resize(300, 300)
    with qtbot.waitExposed(figure):
        figure.show()
    yield figure


def picture(view: FigureView) -> QImage:
    return view.grab().toImage()


def test_nothing_is_painted_before_there_is_a_figure(view: FigureView) -> None:
    blank = picture(view)
    assert all(blank.pixel(x, y) == blank.pixel(0, 0) for x in range(0, 300, 20) for y in range(0, 300, 20))


def test_left_is_the_mirror_image_of_right(view: FigureView, motion: Motion) -> None:
    seen = []
    for side in (Side.RIGHT, Side.LEFT):
        view.show_figure(motion, Portrayal(figure=motion.still(side)))
        seen.append(picture(view).convertToFormat(QImage.Format.Format_Grayscale8))
    flipped = seen[1].flipped(Qt.Orientation.Horizontal)
    far = sum(
        abs((seen[0].pixel(x, y) & 255) - (flipped.pixel(x, y) & 255)) > 64
        for x in range(0, 300, 3)
        for y in range(0, 300, 3)
    )
    assert seen[0] != seen[1]
    assert far < 40, "of 10,000 points; edges may differ by half a pixel"


def test_the_theme_repaints_it(view: FigureView, motion: Motion, theme: Theme) -> None:
    view.show_figure(motion, Portrayal(figure=motion.held))
    light = picture(view)
    theme.choose(ThemeChoice.DARK)
    assert picture(view) != light


def test_a_still_hold_is_painted_once(view: FigureView, motion: Motion, qtbot: QtBot) -> None:
    """With reduced motion nobody breathes, and the same figure is not painted again."""
    paints = Paints(view)
    for tenth in range(100):
        view.show_figure(motion, Portrayal(figure=motion.still(Side.LEFT)), "Left", breath_s=tenth / 10)
        qtbot.wait(1)
    assert paints.count == 1


def test_breathing_repaints_at_most_ten_times_a_second(view: FigureView, motion: Motion, qtbot: QtBot) -> None:
    paints = Paints(view)
    shown = Portrayal(figure=motion.still(Side.LEFT), breathes=True)
    for hundredth in range(round(BREATH_S * 100)):
        view.show_figure(motion, shown, breath_s=hundredth / 100)
        qtbot.wait(1) if hundredth % 10 == 0 else None
    assert 6 <= paints.count <= BREATH_S * 10


def test_a_breath_fills_the_chest_and_nothing_else(view: FigureView, motion: Motion) -> None:
    shown = Portrayal(figure=motion.held, breathes=True)
    view.show_figure(motion, shown, breath_s=0.0)
    empty = picture(view)
    view.show_figure(motion, shown, breath_s=BREATH_S / 2)
    full = picture(view)
    rows = [y for y in range(300) if any(empty.pixel(x, y) != full.pixel(x, y) for x in range(300))]
    assert rows
    assert max(rows) < 200, "the legs do not breathe"


def test_the_turn_shows_both_figures_paler(view: FigureView, motion: Motion) -> None:
    right, left = (motion.still(side) for side in (Side.RIGHT, Side.LEFT))
    images = []
    for turned in (0.0, 0.5, 1.0):
        view.show_figure(motion, Portrayal(figure=right, coming=left, turned=turned, changes=True))
        images.append(picture(view))
    assert len({image.cacheKey() for image in images}) == 3
    assert images[0] != images[1] != images[2]


@pytest.mark.parametrize("name", ["half-kneeling", "deep-lunge", "knee-hug", "leg-hang", "warrior-one"])
def test_the_label_stands_clear_of_the_body(name: str) -> None:
    motion = Motion(Picture(poses=(name,)), POSES)
    middle = label_place([motion.held], 0.2, 0.07)
    for point in motion.held.points():
        assert abs(point.x - middle.x) > 0.1 or abs(point.y - middle.y) > 0.035
    for prop in motion.held.props:
        assert not (prop.low.x < middle.x < prop.high.x and prop.low.y < middle.y < prop.high.y)
    assert (middle - motion.held.stretched.leg.hip).length < 0.45
    assert AIR > 0


def test_an_exercise_without_its_poses_has_no_picture() -> None:
    assert Album({}).of(KNEELING) is None
