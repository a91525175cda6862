"""The self-test page by keys and buttons: the guide, the review, and what is done with earlier tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.figure.album import Album
from stretchtimer.core.records import Outcome, RevisionKind, SelfTestRevision
from stretchtimer.core.selftest.selftest import SelfTestDraft
from stretchtimer.core.theme_choice import ThemeChoice
from stretchtimer.storage.poses import Poses
from stretchtimer.ui.fit_label import FitLabel
from stretchtimer.ui.selftest.result_editor import ResultEditor
from stretchtimer.ui.selftest.result_table import ResultTable
from stretchtimer.ui.selftest.selftest_page import SelfTestPage, SelfTestView
from stretchtimer.ui.theme import Theme
from tests.taken import LIFTED, NOW, PASSED, STOPPED, id_of, taken

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
TESTS = (taken(1, PASSED, LIFTED, number=1), taken(2, LIFTED, LIFTED, number=2, note="stiff"))


class Heard:
    """What a page told."""

    def __init__(self, page: SelfTestPage) -> None:
        self.said: list[str] = []
        self.drafts: list[SelfTestDraft] = []
        self.changes: list[object] = []
        self.left = 0
        page.say.connect(self.said.append)
        page.saved.connect(self.drafts.append)
        page.edited.connect(self.changes.append)
        page.deleted.connect(self.changes.append)
        page.undo_requested.connect(lambda: self.changes.append("undo"))
        page.guide_left.connect(self._count)

    def _count(self) -> None:
        self.left += 1


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, ThemeChoice.LIGHT)
    yield theme
    theme.deleteLater()
    qapp.setStyleSheet("")


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> SelfTestPage:
    page = SelfTestPage(theme, Album(Poses()))
    qtbot.addWidget(page)
    page.resize(1065, 780)
    page.set_view(SelfTestView(now=NOW, tests=TESTS))
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


@pytest.fixture
def heard(page: SelfTestPage) -> Heard:
    return Heard(page)


def press(page: SelfTestPage, *keys: Qt.Key) -> None:
    """Press ``keys`` wherever the page has its focus."""
    for key in keys:
        QTest.keyClick(page.focusWidget() or page, key)


def draft(left: Outcome | None = None, right: Outcome | None = None, note: str = "") -> SelfTestDraft:
    """Return a test by eye."""
    return SelfTestDraft(results=taken(0, left, right).results, note=note)


def shown(page: SelfTestPage) -> list[str]:
    """Return the texts that can be seen."""
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def button(page: SelfTestPage, text: str) -> QPushButton:
    found = [each for each in page.findChildren(QPushButton) if each.isVisible() and text in each.accessibleName()]
    found += [each for each in page.findChildren(QPushButton) if each.isVisible() and each.text() == text]
    return found[0]


def test_one_key_a_step_and_the_answers_after_getting_up(page: SelfTestPage, heard: Heard) -> None:
    page.begin()
    press(page, *[Qt.Key.Key_Space] * 5)
    button(page, "Left hip: Passed: the leg stayed flat").click()
    button(page, "Right hip: Lifted: the leg came up").click()
    press(page, Qt.Key.Key_Return)
    assert heard.drafts == [draft(left=PASSED, right=LIFTED)]
    assert not page.guiding
    assert heard.left == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_PageDown, Qt.Key.Key_Right])
def test_each_of_these_keys_goes_on(page: SelfTestPage, key: Qt.Key) -> None:
    page.begin()
    press(page, key)
    assert "Right hip: pull the left knee" in shown(page)


@pytest.mark.parametrize("key", [Qt.Key.Key_PageUp, Qt.Key.Key_Left])
def test_each_of_these_keys_goes_back(page: SelfTestPage, key: Qt.Key) -> None:
    page.begin()
    press(page, Qt.Key.Key_Space, key)
    assert "Lie down" in shown(page)


def test_what_is_pulled_and_what_is_tested_stand_on_their_own_sides(page: SelfTestPage) -> None:
    page.begin()
    press(page, Qt.Key.Key_Space)
    place = {label.text(): label.mapTo(page, label.rect().center()).x() for label in page.findChildren(FitLabel)}
    assert place["LEFT"] == place["knee"] == place["pull it to the chest"]
    assert place["RIGHT"] == place["hip"] == place["is tested: the leg stays down"]
    assert place["LEFT"] < place["RIGHT"]


@pytest.mark.parametrize(("right_key", "left_key"), [(Qt.Key.Key_1, Qt.Key.Key_2), (Qt.Key.Key_P, Qt.Key.Key_L)])
def test_answers_by_key_go_on_and_are_confirmed(
    page: SelfTestPage, heard: Heard, right_key: Qt.Key, left_key: Qt.Key
) -> None:
    page.begin()
    press(page, Qt.Key.Key_Space, Qt.Key.Key_Space, right_key)
    assert heard.said[-1].startswith("Right hip: passed. Bend the right leg")
    press(page, Qt.Key.Key_Space, left_key)
    assert heard.said[-1].startswith("Left hip: lifted. Check the answers")
    press(page, Qt.Key.Key_Return)
    assert heard.drafts == [draft(left=LIFTED, right=PASSED)]


def test_each_step_is_said_once_as_it_begins(page: SelfTestPage, heard: Heard) -> None:
    page.begin()
    press(page, Qt.Key.Key_Space, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp)
    assert [words.split()[0] for words in heard.said] == ["Lie", "Bend", "Lie"]


@pytest.mark.parametrize("key", [Qt.Key.Key_3, Qt.Key.Key_S])
def test_pain_ends_the_test_with_advice(page: SelfTestPage, heard: Heard, key: Qt.Key) -> None:
    page.begin()
    press(page, Qt.Key.Key_Space, Qt.Key.Key_Space, key)
    assert "Your answers" in shown(page)
    assert any("seek medical advice" in words for words in shown(page))
    assert heard.said[-1].startswith("Right hip: stopped. It hurt")
    press(page, Qt.Key.Key_Return)
    assert heard.drafts == [draft(right=STOPPED)]


def test_escape_leaves_at_once_while_nothing_would_be_lost(page: SelfTestPage, heard: Heard) -> None:
    page.begin()
    press(page, Qt.Key.Key_Space, Qt.Key.Key_Escape)
    assert not page.guiding
    assert heard.left == 1
    assert heard.drafts == []


def test_escape_with_an_answer_goes_to_the_review_and_there_points_to_discard(page: SelfTestPage, heard: Heard) -> None:
    page.begin()
    press(page, Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_1, Qt.Key.Key_Escape)
    assert "Your answers" in shown(page)
    press(page, Qt.Key.Key_Escape)
    assert page.guiding
    press(page, Qt.Key.Key_Return)
    assert not page.guiding
    assert heard.drafts == []


def test_nothing_is_saved_without_an_answer(page: SelfTestPage, heard: Heard) -> None:
    page.begin()
    press(page, *[Qt.Key.Key_Space] * 5, Qt.Key.Key_Return)
    assert page.guiding
    assert heard.drafts == []
    assert not button(page, "Save").isEnabled()


def test_an_answer_pressed_again_is_taken_back(page: SelfTestPage) -> None:
    page.begin()
    press(page, Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_1, *[Qt.Key.Key_Space] * 2)
    answer = button(page, "Right hip: Passed: the leg stayed flat")
    assert answer.isChecked()
    answer.click()
    assert not answer.isChecked()
    assert not button(page, "Save").isEnabled()


def test_the_note_takes_letters_and_spaces_and_enter_saves(page: SelfTestPage, heard: Heard) -> None:
    page.begin()
    press(page, Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_1, *[Qt.Key.Key_Space] * 2)
    note = page._guide._review.form.note
    note.setFocus()
    QTest.keyClicks(note, "after a long sit, 1 pls")
    QTest.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert heard.drafts == [draft(right=PASSED, note="after a long sit, 1 pls")]


def test_a_button_that_was_clicked_does_not_keep_the_keys(page: SelfTestPage) -> None:
    page.begin()
    QTest.mouseClick(button(page, "Next"), Qt.MouseButton.LeftButton)
    press(page, Qt.Key.Key_Space)
    assert "Right hip: does the right leg stay flat?" in shown(page)


def test_stretching_before_is_said_before_the_test_and_at_saving(page: SelfTestPage, heard: Heard) -> None:
    page.set_view(SelfTestView(now=NOW, tests=TESTS, flattered=True))
    assert any("You stretched earlier today" in words for words in shown(page))
    page.begin()
    assert heard.said[0].startswith("You stretched earlier today")
    press(page, *[Qt.Key.Key_Space] * 5)
    assert any("You stretched earlier today" in words for words in shown(page))


def test_a_view_does_not_disturb_a_test_that_is_under_way(page: SelfTestPage) -> None:
    page.begin()
    press(page, Qt.Key.Key_Space)
    page.set_view(SelfTestView(now=NOW))
    page.begin()
    assert "Right hip: pull the left knee" in shown(page)


def test_deleting_asks_nothing_and_can_be_undone(page: SelfTestPage, heard: Heard) -> None:
    table = page.findChild(ResultTable)
    table.choose(id_of(2))
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert heard.changes == [id_of(2)]
    assert "The test of 19 Nov 2026 09:00 was deleted." in shown(page)
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert heard.changes == [id_of(2), "undo"]
    assert "The test of 19 Nov 2026 09:00 was deleted." not in shown(page)


def test_old_values_are_shown_for_the_chosen_test(page: SelfTestPage) -> None:
    revision = SelfTestRevision(
        id=id_of(9), test_id=id_of(1), kind=RevisionKind.EDITED, replaced_at=NOW, before=taken(1, STOPPED, None)
    )
    page.set_view(SelfTestView(now=NOW, tests=TESTS, revisions={id_of(1): (revision,)}))
    table = page.findChild(ResultTable)
    table.choose(id_of(1))
    words = "Corrected on 21 Nov 2026 09:00. Before: 20 Nov 2026 09:00, left stopped, right not tested."
    assert any(words in each for each in shown(page))
    table.choose(id_of(2))
    assert not any(words in each for each in shown(page))


def test_a_correction_keeps_the_id_and_the_moment(page: SelfTestPage, heard: Heard, qtbot: QtBot) -> None:
    page.edit(id_of(2))
    editor = page.findChild(ResultEditor)
    editor._form._hips[Side.LEFT]._outcome._buttons[PASSED].click()
    editor.accept()
    (changed,) = heard.changes
    assert changed == taken(2, PASSED, LIFTED, number=2, note="stiff")


def test_a_correction_that_corrects_nothing_is_not_told(page: SelfTestPage, heard: Heard) -> None:
    page.edit(id_of(2))
    page.findChild(ResultEditor).accept()
    assert heard.changes == []


def test_without_tests_it_says_what_will_be_here(page: SelfTestPage) -> None:
    page.set_view(SelfTestView(now=NOW))
    assert "Your results will be listed here." in shown(page)
    assert not page.findChild(ResultTable).isVisible()
