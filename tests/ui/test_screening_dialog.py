from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from stretchtimer.core.catalog import safety
from stretchtimer.core.catalog.safety import Condition
from stretchtimer.core.preferences import Safety
from stretchtimer.ui.screening_dialog import ScreeningDialog

CLEARED = "A professional has cleared me for these exercises"


class Asked:
    """A dialog and its controls."""

    def __init__(self, qtbot: QtBot, current: Safety) -> None:
        self.dialog = ScreeningDialog(current)
        qtbot.addWidget(self.dialog)
        self.dialog.show()

    def box(self, what: Condition | str) -> QCheckBox:
        words = safety.condition_words(what) if isinstance(what, Condition) else what
        (found,) = [box for box in self.dialog.findChildren(QCheckBox) if box.text() == words]
        return found

    def buttons(self) -> list[str]:
        return [button.text() for button in self.dialog.findChildren(QPushButton)]

    def press(self, words: str) -> None:
        (found,) = [button for button in self.dialog.findChildren(QPushButton) if button.text() == words]
        found.click()

    def words(self) -> str:
        return "\n".join(label.text() for label in self.dialog.findChildren(QLabel))


@pytest.fixture
def asked(qtbot: QtBot) -> Asked:
    return Asked(qtbot, Safety(welcomed=True))


def test_none_of_these_is_an_answer(asked: Asked) -> None:
    assert safety.screening_question() in asked.words()
    asked.press("None of these")
    assert asked.dialog.result() == QDialog.DialogCode.Accepted
    assert asked.dialog.answer == Safety(welcomed=True, screened=True)


@pytest.mark.parametrize("condition", Condition)
def test_a_yes_to_any_says_to_consult_first(asked: Asked, condition: Condition) -> None:
    assert safety.consult_advice() not in asked.words()
    asked.box(condition).setChecked(True)
    assert safety.consult_advice() in asked.words()
    assert "None of these" not in asked.buttons()
    asked.press("I have read this")
    assert asked.dialog.answer == Safety(welcomed=True, screened=True, conditions=(condition,))
    assert asked.dialog.answer.waits_for_clearance


def test_several_conditions_are_kept_in_their_order(asked: Asked) -> None:
    for condition in (Condition.RECENT_SURGERY, Condition.HIP_REPLACEMENT):
        asked.box(condition).setChecked(True)
    assert asked.dialog.answer.conditions == (Condition.HIP_REPLACEMENT, Condition.RECENT_SURGERY)


def test_only_who_has_a_condition_can_be_cleared(asked: Asked) -> None:
    cleared = asked.box(CLEARED)
    assert not cleared.isEnabled()
    condition = asked.box(Condition.HIP_OR_BACK_INJURY)
    condition.setChecked(True)
    assert cleared.isEnabled()
    cleared.setChecked(True)
    assert asked.dialog.answer.cleared
    condition.setChecked(False)
    assert asked.dialog.answer == Safety(welcomed=True, screened=True)
    assert "None of these" in asked.buttons()


def test_it_shows_what_was_answered_before(qtbot: QtBot) -> None:
    before = Safety(welcomed=True, screened=True, conditions=(Condition.RECENT_SURGERY,), cleared=True)
    asked = Asked(qtbot, before)
    assert asked.box(Condition.RECENT_SURGERY).isChecked()
    assert not asked.box(Condition.HIP_REPLACEMENT).isChecked()
    assert asked.box(CLEARED).isChecked()
    assert asked.dialog.answer == before


@pytest.mark.parametrize("way", ["button", "escape"])
def test_a_cancelled_question_is_rejected(asked: Asked, qtbot: QtBot, way: str) -> None:
    with qtbot.waitSignal(asked.dialog.rejected):
        if way == "button":
            asked.press("Cancel")
        else:
            qtbot.keyClick(asked.dialog, Qt.Key.Key_Escape)
    assert asked.dialog.result() == QDialog.DialogCode.Rejected


def test_nothing_is_cut_off_when_the_advice_appears(asked: Asked) -> None:
    asked.box(Condition.HIP_REPLACEMENT).setChecked(True)
    asked.dialog.resize(asked.dialog.minimumSizeHint())
    (advice,) = [label for label in asked.dialog.findChildren(QLabel) if label.text() == safety.consult_advice()]
    assert advice.height() >= advice.heightForWidth(advice.width())


@pytest.mark.usefixtures("long_words", "large_letters")
def test_a_longer_advice_runs_into_nothing(qtbot: QtBot) -> None:
    asked = Asked(qtbot, Safety())
    asked.box(Condition.HIP_REPLACEMENT).click()
    dialog = asked.dialog
    qtbot.waitUntil(lambda: dialog._advice.height() >= dialog._advice.heightForWidth(dialog._advice.width()))
    assert dialog._advice.geometry().bottom() < dialog._cleared.y()
