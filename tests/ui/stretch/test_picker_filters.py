"""The search field and the filters of the picker."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from stretchtimer.core.catalog.exercise import Kind
from stretchtimer.core.catalog.exercise_words import kind_words
from stretchtimer.ui.theme import Theme
from tests.ui.stretch.picking import FIRST, VIEW, Picker, ctrl

Key = Qt.Key
EVERYTHING = 2 + 1 + len(VIEW.routines) + len(VIEW.exercises) + 1
"""The routines, the stretches, the movements and the test: four headings, and all entries."""


@pytest.fixture
def picker(theme: Theme, qtbot: QtBot) -> Picker:
    return Picker(theme, qtbot)


def test_without_filters_everything_is_there(picker: Picker) -> None:
    assert len(picker.rows) == EVERYTHING


def test_ctrl_f_searches_and_enter_returns_to_what_was_found(picker: Picker) -> None:
    picker.press(ctrl(Key.Key_F))
    assert picker.search.hasFocus()
    picker.press(Key.Key_B, Key.Key_U, Key.Key_T)
    assert picker.rows == ["Stretches", "Butterfly"]
    picker.press(Key.Key_Return)
    assert picker.list.hasFocus()
    assert not picker.started
    picker.press(Key.Key_Return)
    assert picker.started[0].id == "butterfly"


def test_down_goes_from_the_search_to_the_list(picker: Picker) -> None:
    picker.press(ctrl(Key.Key_F), Key.Key_Down)
    assert picker.list.hasFocus()
    assert picker.chosen == FIRST


def test_escape_clears_the_search_and_returns_to_the_list(picker: Picker) -> None:
    picker.press(ctrl(Key.Key_F), Key.Key_Z, Key.Key_Escape)
    assert picker.search.text() == ""
    assert picker.list.hasFocus()
    assert len(picker.rows) == EVERYTHING


def test_a_second_search_replaces_the_first(picker: Picker) -> None:
    picker.press(ctrl(Key.Key_F), Key.Key_B, Key.Key_Return, ctrl(Key.Key_F), Key.Key_T)
    assert picker.search.text() == "t"


def test_a_search_keeps_what_is_chosen_if_it_fits(picker: Picker) -> None:
    picker.select("march")
    picker.search.setText("mar")
    assert picker.chosen == "march"
    picker.search.setText("butter")
    assert picker.chosen == "butterfly"


def test_nothing_found_is_said_and_one_press_finds_everything_again(picker: Picker) -> None:
    picker.select("march")
    picker.search.setText("no such thing")
    assert "Nothing fits this search." in picker.words
    assert not picker.list.isVisible()
    picker.button("Clear the filters").click()
    assert "Nothing fits this search." not in picker.words
    assert len(picker.rows) == EVERYTHING
    assert picker.chosen == "march", "what was shown all the time stays chosen"


@pytest.mark.parametrize(
    ("chip", "found"),
    [
        ("Beside the desk", ["Stretches", "Standing lunge"]),
        ("Standing", ["Stretches", "Standing lunge"]),
        ("Lying", ["Self-test", "Floor test"]),
        ("Sitting", []),
    ],
)
def test_a_chip_leaves_what_fits_the_place(picker: Picker, qtbot: QtBot, chip: str, found: list[str]) -> None:
    qtbot.mouseClick(picker.button(chip), Qt.MouseButton.LeftButton)
    assert picker.rows == found
    qtbot.mouseClick(picker.button("All"), Qt.MouseButton.LeftButton)
    assert len(picker.rows) == EVERYTHING


def test_every_kind_can_be_chosen(picker: Picker) -> None:
    kinds = picker.choice("Kind")
    assert [kinds.itemText(row) for row in range(1, kinds.count())] == [kind_words(kind) for kind in Kind]
    kinds.setCurrentIndex(kinds.findData(Kind.SELF_TEST.value))
    assert picker.rows == ["Self-test", "Floor test"]


def test_minutes_leave_what_is_short_enough(picker: Picker) -> None:
    minutes = picker.choice("Minutes that you have")
    minutes.setCurrentIndex(minutes.findText("At most 2 minutes"))
    assert "Butterfly" in picker.rows
    assert not {"Kneeling", "Sample"} & set(picker.rows)


def test_to_choose_an_entry_from_outside_drops_what_was_searched(picker: Picker, qtbot: QtBot) -> None:
    picker.search.setText("butterfly")
    qtbot.mouseClick(picker.button("Kneeling"), Qt.MouseButton.LeftButton)
    picker.select("march")
    assert picker.chosen == "march"
    assert picker.search.text() == ""
    assert picker.button("All").isChecked()


def test_a_new_view_keeps_the_search(picker: Picker) -> None:
    picker.search.setText("butterfly")
    picker.page.set_view(replace(VIEW, favourites=("march",)))
    assert picker.rows == ["Stretches", "Butterfly"]
