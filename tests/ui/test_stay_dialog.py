"""The question when the window is closed. What becomes of the answer is tested in tests/app/test_leaving.py."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from stretchtimer.core.preferences import OnClose
from stretchtimer.ui.stay_dialog import StayDialog

WAYS = [(True, True), (True, False), (False, False)]


def shown(qtbot: QtBot, *, asks: bool, has_tray: bool) -> StayDialog:
    dialog = StayDialog(asks=asks, has_tray=has_tray)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


@pytest.mark.usefixtures("theme", "any_letters")
@pytest.mark.parametrize(("asks", "has_tray"), WAYS)
def test_it_is_as_high_as_its_sentences(qtbot: QtBot, asks: bool, has_tray: bool) -> None:
    dialog = shown(qtbot, asks=asks, has_tray=has_tray)
    for label in dialog.findChildren(QLabel):
        assert label.height() == label.heightForWidth(label.width()), label.text()


@pytest.mark.parametrize(("asks", "has_tray"), WAYS)
def test_enter_keeps_reminding_and_escape_answers_nothing(qtbot: QtBot, asks: bool, has_tray: bool) -> None:
    dialog = shown(qtbot, asks=asks, has_tray=has_tray)
    with qtbot.assertNotEmitted(dialog.chosen):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    dialog.show()
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert chosen.args == [OnClose.REMIND]


def test_where_nothing_is_asked_there_is_one_button_that_says_what_it_does(qtbot: QtBot) -> None:
    dialog = shown(qtbot, asks=False, has_tray=False)
    assert [push.text() for push in dialog.findChildren(QPushButton)] == ["Minimise"]
