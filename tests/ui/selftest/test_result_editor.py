from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import QDateTime, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.preferences import Measuring
from stretchtimer.core.records import Moment
from stretchtimer.core.selftest.measurement import Method, State
from stretchtimer.core.theme_choice import ThemeChoice
from stretchtimer.ui.selftest.result_editor import ResultEditor
from stretchtimer.ui.theme import Theme
from tests.taken import LIFTED, NOW, PASSED, taken


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, ThemeChoice.LIGHT)
    yield theme
    theme.deleteLater()
    qapp.setStyleSheet("")


def test_a_test_can_be_dated_back_in_local_time(theme: Theme, qtbot: QtBot) -> None:
    editor = ResultEditor(theme, NOW)
    qtbot.addWidget(editor)
    assert not editor._save.isEnabled()
    editor._form._hips[Side.RIGHT]._outcome._buttons[LIFTED].click()
    editor._when.setDateTime(QDateTime(2026, 7, 3, 6, 45, 0))
    assert editor._save.isEnabled()
    draft = editor.draft
    assert draft.results == taken(0, None, LIFTED).results
    assert draft.at == Moment.of(datetime(2026, 7, 3, 6, 45).astimezone())


def test_no_test_lies_in_the_future(theme: Theme, qtbot: QtBot) -> None:
    editor = ResultEditor(theme, NOW)
    qtbot.addWidget(editor)
    editor._when.setDateTime(QDateTime(2030, 1, 1, 0, 0, 0))
    assert editor._when.dateTime() == QDateTime(2026, 11, 21, 9, 0, 0)


def test_a_moment_that_was_not_touched_stays_to_the_millisecond(theme: Theme, qtbot: QtBot) -> None:
    test = taken(1.234567, PASSED, LIFTED, note="stiff", after_stretching=True)
    editor = ResultEditor(theme, NOW, test)
    qtbot.addWidget(editor)
    assert editor.corrected(test) == test
    editor._form.note.setText("  not stiff ")
    editor._form._state._buttons[State.RESTED].click()
    changed = editor.corrected(test)
    assert (changed.note, changed.after_stretching, changed.at, changed.id) == ("not stiff", False, test.at, test.id)
    assert changed.state is State.RESTED


@pytest.mark.parametrize("method", [Method.BY_EYE, Method.PHONE])
def test_nothing_scrolls_while_there_is_room(theme: Theme, qtbot: QtBot, method: Method) -> None:
    editor = ResultEditor(theme, NOW, measuring=Measuring(method=method))
    qtbot.addWidget(editor)
    editor.resize(editor.width(), editor._scroll.widget().layout().totalHeightForWidth(editor.width()) + 90)
    with qtbot.waitExposed(editor):
        editor.show()
    assert not editor._scroll.verticalScrollBar().isVisible()


def test_enter_goes_on_from_a_number_and_saves_from_the_note(theme: Theme, qtbot: QtBot) -> None:
    editor = ResultEditor(theme, NOW, measuring=Measuring(method=Method.PHONE))
    qtbot.addWidget(editor)
    with qtbot.waitExposed(editor):
        editor.show()
    editor.activateWindow()
    form = editor._form._hips[Side.LEFT]
    form._outcome._buttons[LIFTED].click()
    form.focus_readings()
    for number in ("12", "14"):
        QTest.keyClicks(editor.focusWidget(), number)
        QTest.keyClick(editor.focusWidget(), Qt.Key.Key_Return)
    assert editor.isVisible() and form.entry.readings == ("12", "14")
    editor._form.note.setFocus()
    with qtbot.waitSignal(editor.accepted):
        QTest.keyClick(editor._form.note, Qt.Key.Key_Return)


def test_enter_chooses_the_answer_that_has_the_focus_and_no_other(theme: Theme, qtbot: QtBot) -> None:
    editor = ResultEditor(theme, NOW)
    qtbot.addWidget(editor)
    with qtbot.waitExposed(editor):
        editor.show()
    editor.activateWindow()
    lifted = editor._form._hips[Side.RIGHT]._outcome._buttons[LIFTED]
    lifted.setFocus()
    with qtbot.assertNotEmitted(editor.accepted):
        QTest.keyClick(lifted, Qt.Key.Key_Return)
    assert editor.draft.results == taken(0, None, LIFTED).results
