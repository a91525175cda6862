"""The figure on the stage of a session: where it stands, what it says, and that it can be still."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from stretchtimer.core.catalog.exercise import Laterality
from stretchtimer.core.figure.picture import Picture
from stretchtimer.core.session.session import Command
from stretchtimer.ui.figure.figure_view import FigureView
from stretchtimer.ui.session.ring import CountdownRing
from stretchtimer.ui.session.session_page import SessionPage
from stretchtimer.ui.session.session_ring import MOVING_FRAME_MS, SHORTEST_FRAME_MS
from stretchtimer.ui.session.side_column import SideColumn
from stretchtimer.ui.theme import Theme
from tests.samples import EXERCISES, exercise
from tests.ui.performance import Performance, shown_page

PICTURE = Picture(way_in=("half-kneeling-upright",), poses=("half-kneeling",))
PICTURED = exercise("pictured", picture=PICTURE)
JUMPING = Picture(poses=("jack-closed", "jack-air", "jack-open"))
JACKS = exercise("jacks", sets=1, laterality=Laterality.BILATERAL, picture=JUMPING)


@pytest.fixture(autouse=True)
def pictured(monkeypatch: pytest.MonkeyPatch) -> None:
    for item in (PICTURED, JACKS):
        monkeypatch.setitem(EXERCISES, item.id, item)


def figure(page: SessionPage) -> FigureView:
    return page.findChild(FigureView)


def begun(page: SessionPage, name: str = "pictured", seconds: float = 0.0) -> Performance:
    performance = Performance(page, name)
    performance.do(Command.START, *([] if seconds else [Command.SKIP]))
    performance.go(seconds)
    return performance


@pytest.mark.parametrize("size", [(1240, 780), (900, 600), (3840, 2160), (700, 900)])
def test_it_stands_beside_the_ring_where_no_side_is_named(theme: Theme, qtbot: QtBot, size: tuple[int, int]) -> None:
    page = shown_page(theme, qtbot, size)
    performance = begun(page)
    ring = page.findChild(CountdownRing).geometry()
    for on_the_right in (True, False):
        place = figure(page).geometry()
        assert not place.intersects(ring)
        assert (place.center().x() > ring.center().x()) is on_the_right
        for column in page.findChildren(SideColumn):
            if column.isVisible():
                assert not place.intersects(column.geometry())
        performance.do(Command.SKIP, Command.SKIP)


def test_an_exercise_without_a_picture_has_none(theme: Theme, qtbot: QtBot) -> None:
    page = shown_page(theme, qtbot)
    begun(page, "kneeling")
    assert not figure(page).isVisible()
    begun(page)
    assert figure(page).isVisible()


def test_where_both_hips_are_at_work_one_column_names_them(theme: Theme, qtbot: QtBot) -> None:
    page = shown_page(theme, qtbot)
    begun(page, "jacks")
    (named,) = (column for column in page.findChildren(SideColumn) if column.isVisible())
    assert not named.geometry().intersects(figure(page).geometry())


def test_a_screen_reader_hears_what_it_shows(theme: Theme, qtbot: QtBot) -> None:
    page = shown_page(theme, qtbot)
    begun(page)
    assert figure(page).accessibleName().startswith("Kneeling on the left knee, the right foot in front")


def test_it_is_painted_faster_while_it_moves(theme: Theme, qtbot: QtBot) -> None:
    page = shown_page(theme, qtbot)
    performance = begun(page, seconds=0.1)
    assert page.frame_interval_ms(performance.view) == MOVING_FRAME_MS
    performance.do(Command.SKIP)
    interval = page.frame_interval_ms(performance.view)
    assert interval is not None
    assert interval >= SHORTEST_FRAME_MS


def test_it_can_be_told_to_stand_still(theme: Theme, qtbot: QtBot) -> None:
    page = shown_page(theme, qtbot)
    page.set_animated(False)
    performance = begun(page, seconds=0.1)
    interval = page.frame_interval_ms(performance.view)
    assert interval is not None
    assert interval >= SHORTEST_FRAME_MS


def test_where_the_system_shows_no_animations_it_stands_still(
    theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown_page(theme, qtbot)

    class Still:
        def styleHint(self, *_arguments: Any) -> int:  # noqa: N802
            return 0

    monkeypatch.setattr(page, "style", Still)
    page.set_animated(True)
    performance = begun(page, seconds=0.1)
    assert page.frame_interval_ms(performance.view) != MOVING_FRAME_MS
