"""The page of a session: what is seen in each state, and what a screen reader hears."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from pytestqt.qtbot import QtBot

from stretchtimer.core.session.session import Command
from stretchtimer.ui.session.ring import CountdownRing
from stretchtimer.ui.session.session_page import SessionPage
from stretchtimer.ui.session.session_progress import SessionProgress
from stretchtimer.ui.session.session_ring import SHORTEST_FRAME_MS
from stretchtimer.ui.session.side_column import SideColumn
from stretchtimer.ui.theme import Theme
from tests.ui.performance import Performance, button, shown_page, words


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> SessionPage:
    return shown_page(theme, qtbot)


def side_columns(page: SessionPage) -> list[SideColumn]:
    return [column for column in page.findChildren(SideColumn) if column.isVisible()]


def test_before_the_start_it_says_what_comes_how_to_kneel_and_how_to_start(page: SessionPage) -> None:
    Performance(page, "kneeling")
    assert {"Kneeling", "Kneel with the right foot in front.", "Start", "Press Space"} <= words(page)
    assert not button(page, "It hurts").isVisible()
    assert "3:49 in all" in words(page)


def test_a_hold_shows_seconds_side_cue_set_and_what_comes_next(page: SessionPage) -> None:
    performance = Performance(page, "kneeling")
    performance.do(Command.START)
    performance.go(5 + 11)
    assert page.findChild(CountdownRing).value() == 19
    assert {
        "Hold",
        "LEFT",
        "hip",
        "Left knee down, right foot in front",
        "Set 1 of 3",
        "Next: switch sides, right hip",
        "3:33 left",
    } <= words(page)


def test_left_stands_left_of_the_ring_and_right_stands_right_of_it(page: SessionPage) -> None:
    performance = Performance(page, "kneeling")
    performance.do(Command.START)
    ring = page.findChild(CountdownRing).geometry()
    performance.go(6)
    (left,) = side_columns(page)
    assert left.geometry().right() < ring.left()
    performance.go(38)
    (right,) = side_columns(page)
    assert right.geometry().left() > ring.right()


def test_sides_are_physical_in_a_language_that_is_written_from_the_right(page: SessionPage) -> None:
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    Performance(page, "kneeling").do(Command.START)
    (left,) = side_columns(page)
    assert left.geometry().right() < page.findChild(CountdownRing).geometry().left()


def test_both_hips_stand_on_both_sides(page: SessionPage) -> None:
    Performance(page, "butterfly").do(Command.START)
    assert len(side_columns(page)) == 2
    assert {"BOTH", "hips come next"} <= words(page)


def test_a_switch_names_the_side_that_comes_and_its_position(page: SessionPage) -> None:
    performance = Performance(page, "kneeling")
    performance.do(Command.START)
    performance.go(5 + 30 + 2)
    assert {"Switch sides", "RIGHT", "hip comes next", "Right knee down, left foot in front"} <= words(page)


def test_a_pause_says_that_it_is_one_and_how_to_go_on(page: SessionPage) -> None:
    performance = Performance(page, "kneeling")
    performance.do(Command.START, Command.PAUSE)
    assert {"Paused", "Resume", "Space goes on, Escape stops"} <= words(page)
    assert "Pause" not in words(page)
    performance.do(Command.RESUME)
    assert {"Pause", "Get ready"} <= words(page)


def test_repetitions_that_wait_for_a_key_show_how_many_are_left(page: SessionPage, qtbot: QtBot) -> None:
    performance = Performance(page, "swing", repetitions_by_key=True)
    performance.do(Command.START, Command.SKIP)
    assert page.findChild(CountdownRing).value() == 5
    with qtbot.waitSignal(page.command_given) as given:
        button(page, "Count one repetition").click()
    performance.do(*given.args)
    assert page.findChild(CountdownRing).value() == 4
    assert {
        "Repetition 2 of 5",
        "Press Enter or Page Down after each. Next: switch sides, right hip",
    } <= words(page)


def test_the_bar_has_a_segment_for_each_hold(page: SessionPage) -> None:
    performance = Performance(page, "kneeling")
    performance.do(Command.START)
    performance.go(5 + 30 + 8 + 10)
    progress = page.findChild(SessionProgress)
    assert (progress.value(), progress.maximum()) == (1, 6)


def test_a_notice_is_seen_until_it_is_taken_back(page: SessionPage) -> None:
    Performance(page, "kneeling")
    page.set_notice("The disk is full.")
    assert "The disk is full." in words(page)
    page.set_notice("")
    assert "The disk is full." not in words(page)


def test_a_screen_reader_hears_each_phase_once(page: SessionPage, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    performance = Performance(page, "kneeling")
    performance.do(Command.START)
    for _ in range(60):
        performance.go(0.1)
    performance.do(Command.PAUSE)
    assert heard[1:] == [
        "Get ready: left hip. Kneel with the right foot in front.",
        "Hold: left hip. Left knee down, right foot in front",
        "Paused.",
    ]


def test_the_picture_is_painted_only_as_often_as_it_changes(page: SessionPage) -> None:
    performance = Performance(page, "kneeling")
    assert page.frame_interval_ms(performance.view) is None
    performance.do(Command.START)
    assert page.frame_interval_ms(performance.view) == SHORTEST_FRAME_MS
    performance.go(5)
    hold_ms = page.frame_interval_ms(performance.view)
    ring = page.findChild(CountdownRing)
    assert hold_ms == max(SHORTEST_FRAME_MS, round(30_000 / ring.steps))
    performance.do(Command.PAUSE)
    assert page.frame_interval_ms(performance.view) is None
