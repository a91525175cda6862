from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from stretchtimer.core.catalog import safety
from stretchtimer.ui.welcome_page import WelcomePage


@pytest.fixture
def page(qtbot: QtBot) -> WelcomePage:
    page = WelcomePage()
    qtbot.addWidget(page)
    page.resize(900, 600)
    with qtbot.waitExposed(page):
        page.show()
    return page


def button(page: WelcomePage, words: str) -> QPushButton:
    (found,) = [button for button in page.findChildren(QPushButton) if button.text() == words]
    return found


def test_it_says_the_safety_words_and_who_should_ask_first(page: WelcomePage) -> None:
    words = "\n".join(label.text() for label in page.findChildren(QLabel))
    assert safety.stop_rule() in words
    assert "hip replacement" in words
    assert "does not diagnose" in words


def test_it_offers_the_self_test_first(page: WelcomePage, qtbot: QtBot) -> None:
    test = button(page, "Take the self-test first")
    page.setFocus()
    assert test.hasFocus()
    with qtbot.waitSignal(page.test_chosen):
        qtbot.mouseClick(test, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_one_key_takes_what_has_the_focus(page: WelcomePage, qtbot: QtBot, key: Qt.Key) -> None:
    page.setFocus()
    with qtbot.waitSignal(page.test_chosen):
        qtbot.keyClick(button(page, "Take the self-test first"), key)


def test_the_stretches_can_be_chosen_instead(page: WelcomePage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.test_chosen), qtbot.waitSignal(page.stretches_chosen):
        qtbot.mouseClick(button(page, "Go to the stretches"), Qt.MouseButton.LeftButton)


def test_reminders_are_offered_and_only_turned_on_by_a_tick(page: WelcomePage, qtbot: QtBot) -> None:
    (box,) = page.findChildren(QCheckBox)
    assert "45 minutes of sitting" in box.text()
    assert not page.wants_reminders
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert page.wants_reminders


def test_all_of_it_fits_into_the_smallest_window(page: WelcomePage) -> None:
    assert page.verticalScrollBar().maximum() == 0
    assert page.horizontalScrollBar().maximum() == 0
