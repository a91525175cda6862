"""The picker: choosing, starting, favourites, clearance, the offer of the test, mistakes in files."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from stretchtimer.core.catalog import safety
from stretchtimer.core.catalog.routine import RoutineItem
from stretchtimer.core.session.timeline import Pacing, compile_routine
from stretchtimer.ui.stretch.catalogue_model import Role
from stretchtimer.ui.stretch.problems_dialog import ProblemsDialog
from stretchtimer.ui.stretch.stretch_page import StretchView
from stretchtimer.ui.theme import Theme
from tests.samples import EXERCISES, exercise, routine
from tests.ui.stretch.picking import FIRST, KNEELING, STANDING, VIEW, Picker, ctrl, real_view

Open = Callable[..., Picker]
Key = Qt.Key


@pytest.fixture
def open_picker(theme: Theme, qtbot: QtBot) -> Open:
    return lambda view=VIEW: Picker(theme, qtbot, view)


@pytest.fixture
def picker(open_picker: Open) -> Picker:
    return open_picker()


# Choosing and starting


def test_the_first_entry_is_chosen_and_the_keyboard_is_in_the_list(picker: Picker) -> None:
    assert picker.chosen == FIRST
    assert picker.list.hasFocus()


def test_the_routine_that_is_chosen_is_started_by_enter(picker: Picker) -> None:
    picker.press(Key.Key_Return)
    assert picker.started == [VIEW.routines[0]]


def test_arrows_pass_over_the_headings(picker: Picker) -> None:
    picker.press(Key.Key_Down)
    assert picker.rows[:4] == ["Routines", "Sample", "Stretches", "Butterfly"]
    assert picker.chosen == "butterfly"
    picker.press(Key.Key_Up)
    assert picker.chosen == FIRST


def test_home_and_end_go_to_the_first_and_last_entry(picker: Picker) -> None:
    picker.press(Key.Key_End)
    assert picker.chosen == "floor-test"
    picker.press(Key.Key_Home)
    assert picker.chosen == FIRST
    assert picker.list.verticalScrollBar().value() == 0


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, ctrl(Key.Key_Return)])
def test_a_key_starts_the_exercise_with_its_own_dosage(picker: Picker, key: object) -> None:
    picker.select(KNEELING)
    picker.press(key)
    (started,) = picker.started
    assert started.items == (RoutineItem(exercise=KNEELING, hold_s=30, sets=3),)
    assert (started.id, started.name) == (KNEELING, "Kneeling")


def test_start_is_pressed_or_an_entry_clicked_twice(picker: Picker, qtbot: QtBot) -> None:
    qtbot.mouseClick(picker.start, Qt.MouseButton.LeftButton)
    place = picker.list.visualRect(picker.list.model().index(3, 0)).center()
    qtbot.mouseClick(picker.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert picker.chosen == "butterfly"
    qtbot.mouseDClick(picker.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [routine.id for routine in picker.started] == [FIRST, "butterfly"]


def test_a_heading_cannot_be_chosen(picker: Picker, qtbot: QtBot) -> None:
    place = picker.list.visualRect(picker.list.model().index(2, 0)).center()
    qtbot.mouseClick(picker.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert picker.chosen == FIRST


def test_the_self_test_begins_the_test(picker: Picker, qtbot: QtBot) -> None:
    picker.select("floor-test")
    assert picker.start.text() == "Begin the test"
    with qtbot.waitSignal(picker.page.self_test_requested):
        picker.press(Key.Key_Return)
    assert not picker.started


def test_the_total_time_is_that_of_the_session(picker: Picker) -> None:
    picker.select(KNEELING)
    assert "3 min 49 s" in picker.words
    picker.page.set_view(replace(VIEW, pacing=Pacing(get_ready_s=6)))
    assert "3 min 50 s" in picker.words


def test_nothing_can_be_started_where_there_is_nothing(open_picker: Open) -> None:
    picker = open_picker(StretchView(own_folder="nowhere"))
    picker.start.click()
    picker.press(ctrl(Key.Key_D))
    assert picker.rows == []
    assert not picker.started


# A new view


def test_what_is_chosen_stays_chosen_with_its_dosage(picker: Picker) -> None:
    picker.select(KNEELING)
    picker.number("Hold").setValue(45)
    added = exercise("added")
    picker.page.set_view(replace(VIEW, exercises=(*VIEW.exercises, added)))
    assert "Added" in picker.rows
    assert picker.chosen == KNEELING
    picker.press(Key.Key_Return)
    assert picker.started[0].items == (RoutineItem(exercise=KNEELING, hold_s=45, sets=3),)


def test_an_exercise_that_its_file_changed_shows_its_new_dosage(picker: Picker) -> None:
    picker.select(KNEELING)
    picker.number("Hold").setValue(45)
    changed = {**EXERCISES, KNEELING: exercise(hold_s=40)}
    picker.page.set_view(replace(VIEW, exercises=tuple(changed.values())))
    assert picker.number("Hold").value() == 40


def test_when_the_chosen_one_is_gone_the_first_is_chosen(picker: Picker) -> None:
    picker.select("butterfly")
    left = tuple(item for item in VIEW.exercises if item.id != "butterfly")
    picker.page.set_view(replace(VIEW, exercises=left))
    assert picker.chosen == FIRST
    assert "Sample" in picker.words


# Favourites


def test_the_star_and_its_key_toggle_the_favourite(picker: Picker, qtbot: QtBot) -> None:
    picker.select(KNEELING)
    with qtbot.waitSignal(picker.page.favourite_toggled) as made:
        picker.press(ctrl(Key.Key_D))
    assert made.args == [KNEELING, True]
    picker.page.set_view(replace(VIEW, favourites=(KNEELING,)))
    assert picker.star.isChecked()
    with qtbot.waitSignal(picker.page.favourite_toggled) as dropped:
        qtbot.mouseClick(picker.star, Qt.MouseButton.LeftButton)
    assert dropped.args == [KNEELING, False]


def test_a_new_favourite_stands_on_top_and_the_person_stays_where_they_are(picker: Picker) -> None:
    picker.select(KNEELING)
    picker.page.set_view(replace(VIEW, favourites=(KNEELING,)))
    assert picker.rows[:2] == ["Favourites", "Kneeling"]
    assert picker.chosen == KNEELING
    assert picker.list.currentIndex().data(Role.SECTION) == "Stretches"


def test_a_favourite_is_told_in_words_and_by_a_star(open_picker: Open) -> None:
    picker = open_picker(replace(VIEW, favourites=(KNEELING,), recent=("march",)))
    assert picker.rows[:4] == ["Favourites", "Kneeling", "Recently done", "March"]
    index = picker.list.model().index(1, 0)
    assert index.data(Role.FAVOURITE)
    for role in (Qt.ItemDataRole.AccessibleDescriptionRole, Qt.ItemDataRole.ToolTipRole):
        assert "Favourite" in index.data(role)
        assert "30 s, 3 sets, each side · 3:49" in index.data(role)


# Clearance


def test_what_waits_for_clearance_is_marked_and_can_be_started(open_picker: Open) -> None:
    picker = open_picker(replace(VIEW, waits_for_clearance=True))
    marked = [
        index.data()
        for row in range(picker.list.model().rowCount())
        if (index := picker.list.model().index(row, 0)).data(Role.MARKED)
    ]
    assert {"Sample", "Kneeling"} <= set(marked)
    assert STANDING.name not in marked
    assert safety.clearance_mark() in picker.list.currentIndex().data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert safety.clearance_mark() in picker.words
    picker.press(Key.Key_Return)
    assert picker.started


def test_confirming_the_clearance_is_told(open_picker: Open, qtbot: QtBot) -> None:
    picker = open_picker(replace(VIEW, waits_for_clearance=True))
    with qtbot.waitSignal(picker.page.clearance_confirmed):
        picker.button("I was cleared").click()
    picker.page.set_view(VIEW)
    assert safety.clearance_mark() not in picker.words


def test_what_needs_no_clearance_is_not_marked(open_picker: Open) -> None:
    picker = open_picker(replace(VIEW, waits_for_clearance=True))
    picker.select(STANDING.id)
    assert safety.clearance_mark() not in picker.words


# The parts of a routine


def test_a_routine_shows_its_exercises_with_their_dosage_and_time(picker: Picker) -> None:
    card = picker.card("March")
    assert card.accessibleDescription() == "4 times, sides in turn · kneeling"
    assert {"1", "2", "0:27", "4 times, sides in turn · kneeling"} <= set(picker.words)
    assert "Adds 1:30 to the weekly minutes of each hip." not in picker.words, "the march counts, too"
    assert "Adds 1:36 to the weekly minutes of each hip." in picker.words


@pytest.mark.parametrize("by_key", [True, False])
def test_a_card_leads_to_its_exercise(picker: Picker, qtbot: QtBot, by_key: bool) -> None:
    card = picker.card("March")
    if by_key:
        card.setFocus()
        picker.press(Key.Key_Space)
    else:
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert picker.chosen == "march"
    assert picker.list.hasFocus()


def test_tab_goes_from_the_list_by_star_and_cards_to_start(open_picker: Open) -> None:
    picker = open_picker(replace(VIEW, test_offer="Test before you stretch."))
    cards = [picker.card("Kneeling"), picker.card("March")]
    buttons = [picker.button(words) for words in ("Save as PDF…", "Take the self-test")]
    for station in [picker.detail, picker.star, *cards, *buttons, picker.start]:
        picker.press(Key.Key_Tab)
        assert station.hasFocus()


def test_the_arrow_keys_scroll_what_is_chosen(open_picker: Open) -> None:
    picker = open_picker(real_view())
    picker.select("thirteen-stretches")
    picker.detail.setFocus()
    picker.press(Key.Key_Down)
    assert picker.detail.verticalScrollBar().value() > 0


@pytest.mark.parametrize("by_key", [True, False])
def test_a_routine_can_be_had_on_paper(picker: Picker, qtbot: QtBot, by_key: bool) -> None:
    with qtbot.waitSignal(picker.page.handout_requested, timeout=0) as asked:
        picker.press(ctrl(Qt.Key.Key_P)) if by_key else picker.button("Save as PDF…").click()
    assert asked.args == [VIEW.routines[0]]
    picker.select(KNEELING)
    with qtbot.assertNotEmitted(picker.page.handout_requested):
        picker.press(ctrl(Qt.Key.Key_P))


def test_only_parts_that_wait_are_marked(open_picker: Open) -> None:
    mixed = routine("kneeling", STANDING.id)
    picker = open_picker(replace(VIEW, routines=(mixed,), waits_for_clearance=True))
    assert safety.clearance_mark() in picker.card("Kneeling").accessibleDescription()
    assert safety.clearance_mark() not in picker.card("Standing lunge").accessibleDescription()


# The offer of the test


def test_the_test_is_offered_before_the_session(open_picker: Open, qtbot: QtBot) -> None:
    picker = open_picker(replace(VIEW, test_offer="Test before you stretch."))
    with qtbot.waitSignal(picker.page.self_test_requested):
        picker.button("Take the self-test").click()
    picker.page.set_view(VIEW)
    assert "Test before you stretch: stretching flatters the result." not in picker.words


# Mistakes in files


def test_mistakes_are_counted_and_all_of_them_listed(open_picker: Open) -> None:
    problems = ("one.toml: id: expected this, found that", "one.toml: name: expected a text", "two.toml: no TOML")
    picker = open_picker(replace(VIEW, problems=problems, own_folder="/their/folder"))
    picker.button("3 mistakes in your files…").click()
    (dialog,) = picker.page.findChildren(ProblemsDialog)
    (lines,) = dialog.findChildren(QPlainTextEdit)
    assert [line for line in lines.toPlainText().split("\n") if line] == list(problems)
    assert lines.isReadOnly()
    assert any("/their/folder" in label.text() for label in dialog.findChildren(QLabel))
    QTest.keyClick(dialog, Key.Key_Escape)
    assert not dialog.isVisible()


def test_without_mistakes_nothing_is_said(picker: Picker) -> None:
    assert not [
        button for button in picker.page.findChildren(QPushButton) if button.isVisible() and "mistake" in button.text()
    ]


def test_the_shown_time_is_that_of_the_performed_timeline(picker: Picker) -> None:
    for entry in VIEW.exercises[:-1]:
        picker.select(entry.id)
        picker.press(Key.Key_Return)
        seconds = round(compile_routine(picker.started[-1], {item.id: item for item in VIEW.exercises}).total_s)
        shown = f"{seconds // 60} min {seconds % 60} s" if seconds >= 60 else f"{seconds} s"
        assert shown in picker.words
