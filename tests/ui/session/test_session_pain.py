"""The page of a session: what it asks and advises when it hurts, and how it ends."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchtimer.core.records import Ending
from stretchtimer.core.session.keys import Key
from stretchtimer.core.session.session import Command
from stretchtimer.ui.session.session_page import SessionPage
from stretchtimer.ui.theme import Theme
from tests.ui.performance import Performance, button, hurting, shown_page, summary, words


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> SessionPage:
    return shown_page(theme, qtbot)


def test_it_asks_how_it_hurts_and_no_stray_key_answers(page: SessionPage, qtbot: QtBot) -> None:
    hurting(page)
    assert "How does it hurt?" in words(page)
    with qtbot.assertNotEmitted(page.key_pressed), qtbot.assertNotEmitted(page.command_given):
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_H):
            qtbot.keyClick(QApplication.focusWidget(), key)


@pytest.mark.parametrize(
    ("key", "command"),
    [
        (Qt.Key.Key_1, Command.MILD_PAIN),
        (Qt.Key.Key_M, Command.MILD_PAIN),
        (Qt.Key.Key_2, Command.SHARP_PAIN),
        (Qt.Key.Key_S, Command.SHARP_PAIN),
    ],
)
def test_keys_answer_how_it_hurts(page: SessionPage, qtbot: QtBot, key: Qt.Key, command: Command) -> None:
    hurting(page)
    with qtbot.waitSignal(page.command_given) as given:
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert given.args == [command]


def test_a_mild_pain_brings_advice_and_then_space_goes_on(page: SessionPage, qtbot: QtBot) -> None:
    performance = hurting(page)
    button(page, "Mild: a discomfort that eases when I let go").click()
    performance.do(Command.MILD_PAIN)
    assert any(text.startswith("Let go and check your position") for text in words(page))
    assert "How does it hurt?" not in words(page)
    with qtbot.waitSignal(page.key_pressed) as pressed:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert pressed.args == [Key.SPACE]
    performance.do(Command.RESUME)
    assert "Hold" in words(page)
    assert button(page, "Pause").isEnabled()
    assert page.hasFocus()


def test_the_question_can_be_put_aside_and_asked_again(page: SessionPage, qtbot: QtBot) -> None:
    performance = hurting(page)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    performance.show()
    assert "How does it hurt?" not in words(page)
    assert "Paused" in words(page)
    qtbot.keyClick(page, Qt.Key.Key_H)
    performance.do(Command.HURT)
    assert "How does it hurt?" in words(page)


def test_skipping_after_the_advice_shows_what_comes_then(page: SessionPage) -> None:
    performance = hurting(page)
    button(page, "Mild: a discomfort that eases when I let go").click()
    performance.do(Command.MILD_PAIN, Command.SKIP)
    assert {"Paused", "RIGHT"} <= words(page)


# The end


def test_the_summary_says_what_each_hip_got(page: SessionPage) -> None:
    Performance(page, "kneeling")
    page.show_summary(summary(note="Well done.", trouble="The history cannot be written: disk full."))
    assert {
        "Done. Well held.",
        "Left hip",
        "1 min 30 s",
        "Right hip",
        "30 s",
        "6 of 6 holds finished",
        "Well done.",
        "The history cannot be written: disk full.",
    } <= words(page)


def test_a_sharp_pain_ends_with_medical_advice(page: SessionPage) -> None:
    hurting(page)
    page.show_summary(summary(ending=Ending.HURT))
    assert any("seek medical advice" in text for text in words(page))
    assert "How does it hurt?" not in words(page)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_PageDown])
def test_a_key_closes_the_summary_but_not_one_that_was_meant_for_the_last_hold(
    page: SessionPage, qtbot: QtBot, key: Qt.Key
) -> None:
    Performance(page, "kneeling")
    page.show_summary(summary())
    with qtbot.assertNotEmitted(page.closed), qtbot.assertNotEmitted(page.key_pressed):
        qtbot.keyClick(QApplication.focusWidget(), key)
    closed: list[bool] = []
    page.closed.connect(lambda: closed.append(True))

    def press_again() -> None:
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert closed

    qtbot.waitUntil(press_again, timeout=2000)


def test_the_next_session_takes_the_place_of_the_summary(page: SessionPage) -> None:
    Performance(page, "kneeling")
    page.show_summary(summary())
    Performance(page, "kneeling")
    assert "Start" in words(page)
    assert "Done" not in words(page)
    assert page.hasFocus()
