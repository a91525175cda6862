"""The page of a session: which keys and buttons ask for what."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from stretchtimer.core.session.keys import Key
from stretchtimer.core.session.session import Command
from stretchtimer.ui.session.session_page import SessionPage
from stretchtimer.ui.theme import Theme
from tests.ui.performance import Performance, button, shown_page


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> SessionPage:
    return shown_page(theme, qtbot)


@pytest.mark.qt_log_ignore("keyToAscii Unhandled key code")  # of the test's own keyboard
@pytest.mark.parametrize(
    ("qt_key", "key"),
    [
        (Qt.Key.Key_Space, Key.SPACE),
        (Qt.Key.Key_Return, Key.ENTER),
        (Qt.Key.Key_Enter, Key.ENTER),
        (Qt.Key.Key_Left, Key.LEFT),
        (Qt.Key.Key_Right, Key.RIGHT),
        (Qt.Key.Key_Plus, Key.PLUS),
        (Qt.Key.Key_Equal, Key.PLUS),
        (Qt.Key.Key_Escape, Key.ESCAPE),
        (Qt.Key.Key_PageUp, Key.PAGE_UP),
        (Qt.Key.Key_PageDown, Key.PAGE_DOWN),
        (Qt.Key.Key_H, Key.H),
        (Qt.Key.Key_MediaPlay, Key.SPACE),
        (Qt.Key.Key_MediaPause, Key.SPACE),
        (Qt.Key.Key_MediaTogglePlayPause, Key.SPACE),
        (Qt.Key.Key_MediaNext, Key.RIGHT),
        (Qt.Key.Key_MediaPrevious, Key.LEFT),
    ],
)
def test_keys_are_passed_on(page: SessionPage, qtbot: QtBot, qt_key: Qt.Key, key: Key) -> None:
    Performance(page, "kneeling").do(Command.START)
    with qtbot.waitSignal(page.key_pressed) as pressed:
        qtbot.keyClick(page, qt_key)
    assert pressed.args == [key]


def test_chords_and_other_keys_are_left_to_the_window(page: SessionPage, qtbot: QtBot) -> None:
    Performance(page, "kneeling")
    with qtbot.assertNotEmitted(page.key_pressed):
        qtbot.keyClick(page, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(page, Qt.Key.Key_F11)


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("Back", Command.BACK),
        ("Pause", Command.PAUSE),
        ("Skip", Command.SKIP),
        ("15 seconds more (Plus)", Command.EXTEND),
        ("Stop", Command.STOP),
        ("It hurts", Command.HURT),
    ],
)
def test_buttons_give_commands_and_say_their_key(page: SessionPage, qtbot: QtBot, name: str, command: Command) -> None:
    Performance(page, "kneeling").do(Command.START)
    with qtbot.waitSignal(page.command_given) as given:
        qtbot.mouseClick(button(page, name), Qt.MouseButton.LeftButton)
    assert given.args == [command]
    assert "(" in button(page, name).toolTip()
    assert page.hasFocus()


def test_the_large_button_starts_and_the_page_has_the_keys_afterwards(page: SessionPage, qtbot: QtBot) -> None:
    performance = Performance(page, "kneeling")
    start = button(page, "Start")
    start.setFocus()
    with qtbot.waitSignal(page.command_given) as given:
        qtbot.keyClick(start, Qt.Key.Key_Return)
    assert given.args == [Command.START]
    performance.do(Command.START)
    assert not start.isVisible()
    assert page.hasFocus()


def test_a_button_that_tab_reached_takes_space_but_leaves_the_arrows_to_the_session(
    page: SessionPage, qtbot: QtBot
) -> None:
    Performance(page, "kneeling").do(Command.START)
    stop = button(page, "Stop")
    stop.setFocus()
    with qtbot.waitSignal(page.key_pressed) as pressed:
        qtbot.keyClick(stop, Qt.Key.Key_Right)
    assert pressed.args == [Key.RIGHT]
    with qtbot.assertNotEmitted(page.key_pressed), qtbot.waitSignal(page.command_given) as given:
        qtbot.keyClick(stop, Qt.Key.Key_Space)
    assert given.args == [Command.STOP]


def test_a_key_and_a_button_ask_for_the_compact_view(page: SessionPage, qtbot: QtBot) -> None:
    Performance(page, "kneeling").do(Command.START)
    with qtbot.waitSignal(page.compact_requested):
        qtbot.keyClick(page, Qt.Key.Key_C)
    with qtbot.waitSignal(page.compact_requested):
        button(page, "Compact").click()


def test_nothing_leads_away_from_the_question_how_it_hurts(page: SessionPage, qtbot: QtBot) -> None:
    Performance(page, "kneeling").do(Command.START, Command.HURT)
    with qtbot.assertNotEmitted(page.compact_requested):
        qtbot.keyClick(page, Qt.Key.Key_C)
        button(page, "Compact").click()
