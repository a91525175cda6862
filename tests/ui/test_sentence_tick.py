"""A box to tick whose sentence is never cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from stretchtimer.core.advice.warnings import Cause, Warning
from stretchtimer.ui.sentence_tick import SentenceTick
from stretchtimer.ui.warning_panel import ConfirmationDialog
from tests.taken import NOW

WORDS = "I have read this. I asked a professional, or I know that I should before I stretch on."


@pytest.fixture
def tick(qtbot: QtBot) -> SentenceTick:
    tick = SentenceTick(WORDS)
    qtbot.addWidget(tick)
    return tick


def test_where_there_is_room_it_is_as_high_as_any_other(tick: SentenceTick, qtbot: QtBot) -> None:
    usual = QCheckBox(WORDS)
    qtbot.addWidget(usual)
    assert tick.heightForWidth(tick.sizeHint().width() + 20) == usual.sizeHint().height()


def test_where_there_is_none_it_becomes_higher(tick: SentenceTick) -> None:
    narrow = tick.minimumSizeHint().width()
    assert narrow < tick.sizeHint().width() / 2
    assert tick.heightForWidth(narrow) >= tick.sizeHint().height() + 2 * tick.fontMetrics().height()


def test_it_is_ticked_on_its_second_line_and_by_a_key(tick: SentenceTick, qtbot: QtBot) -> None:
    width = tick.sizeHint().width() // 2
    tick.resize(width, tick.heightForWidth(width))
    with qtbot.waitExposed(tick):
        tick.show()
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(width // 2, tick.height() - 4))
    assert tick.isChecked()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert not tick.isChecked()


@pytest.mark.usefixtures("long_words", "large_letters")
def test_what_a_person_confirms_is_whole_in_a_small_window(qtbot: QtBot) -> None:
    dialog = ConfirmationDialog([Warning(cause=Cause.WEAKNESS, at=NOW)])
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    tick = dialog.findChild(QCheckBox)
    assert dialog.width() <= 880
    assert tick.height() >= tick.heightForWidth(tick.width()) > tick.sizeHint().height()
