"""The dosage of an exercise in the picker: within its limits, with its origin, for the sides that the person wants."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QSpinBox
from pytestqt.qtbot import QtBot

from stretchtimer.core.catalog.exercise import Amount, Dosage, Exercise, Laterality, Origin, Side
from stretchtimer.core.catalog.routine import RoutineItem
from stretchtimer.core.catalog.rules import item_faults
from stretchtimer.ui.theme import Theme
from tests.samples import MARCH, exercise
from tests.ui.stretch.picking import FIRST, KNEELING, VIEW, Picker, StretchView

Key = Qt.Key
MIXED = exercise(
    "mixed",
    dosage=Dosage(
        sets=Amount(default=3, min=1, max=5, origin=Origin.CONVENTION, note="Three is ours."),
        hold_s=Amount(default=45, min=20, max=60, origin=Origin.INHERITED, limits=Origin.STATED),
    ),
)
ODD_LIMITS = exercise(
    "odd",
    laterality=Laterality.ALTERNATING,
    dosage=Dosage(
        sets=Amount(default=1, min=1, max=5, origin=Origin.STATED),
        repetitions=Amount(default=10, min=5, max=15, origin=Origin.STATED),
        tempo_s=Amount(default=3, min=2, max=6, origin=Origin.STATED),
    ),
)


@pytest.fixture
def picker(theme: Theme, qtbot: QtBot) -> Picker:
    return Picker(theme, qtbot)


def show(picker: Picker, shown: Exercise) -> Picker:
    picker.page.set_view(StretchView(exercises=(shown,)))
    return picker


def started(picker: Picker) -> RoutineItem:
    picker.start.click()
    (item,) = picker.started[-1].items
    return item


def test_a_changed_dosage_is_what_starts_and_the_total_follows(picker: Picker) -> None:
    picker.select(KNEELING)
    picker.number("Hold").setValue(60)
    picker.number("Sets").setValue(1)
    assert "2 min 13 s" in picker.words
    assert started(picker) == RoutineItem(exercise=KNEELING, hold_s=60, sets=1)


def test_numbers_are_changed_by_the_arrow_keys(picker: Picker) -> None:
    picker.select(KNEELING)
    picker.number("Sets").setFocus()
    picker.press(Key.Key_Up, Key.Key_Up, Key.Key_Down)
    assert started(picker).sets == 4


@pytest.mark.parametrize(("name", "least", "most"), [("Hold", 20, 60), ("Sets", 1, 5)])
def test_numbers_stay_within_the_limits(picker: Picker, name: str, least: int, most: int) -> None:
    show(picker, MIXED)
    for asked, kept in ((0, least), (900, most)):
        picker.number(name).setValue(asked)
        assert picker.number(name).value() == kept
        assert not list(item_faults(started(picker), MIXED))


def test_only_the_numbers_that_an_exercise_has_are_shown(picker: Picker) -> None:
    names = ("Hold", "Repetitions", "Movement", "Sets")
    picker.select(KNEELING)
    assert [name for name in names if picker.number(name).isVisible()] == ["Hold", "Sets"]
    picker.select("march")
    assert [name for name in names if picker.number(name).isVisible()] == ["Repetitions", "Movement", "Sets"]
    picker.select("tilt")
    assert [name for name in names if picker.number(name).isVisible()] == list(names)


@pytest.mark.parametrize("id", [FIRST, "floor-test"])
def test_a_routine_and_the_self_test_have_no_dosage_to_change(picker: Picker, id: str) -> None:
    picker.select(id)
    assert not [box for box in picker.page.findChildren(QSpinBox) if box.isVisible()]


def test_a_number_says_where_it_comes_from(picker: Picker) -> None:
    show(picker, MIXED)
    assert {"our convention", "inherited"} <= set(picker.words)
    sets, hold = picker.number("Sets"), picker.number("Hold")
    assert sets.accessibleDescription() == "our convention. Limits: 1 to 5 (our convention). Three is ours."
    assert hold.accessibleDescription().startswith("inherited. Limits: 20 to 60 (stated by the article).")
    assert sets.parentWidget().toolTip() == "1 to 5 (our convention). Three is ours."


def test_reset_goes_back_and_is_there_only_while_something_differs(picker: Picker) -> None:
    picker.select(KNEELING)
    assert "Reset" not in visible_buttons(picker)
    picker.number("Hold").setValue(45)
    picker.choice("Sides").setCurrentIndex(1)
    picker.button("Reset").click()
    assert "Reset" not in visible_buttons(picker)
    assert started(picker) == RoutineItem(exercise=KNEELING, hold_s=30, sets=3)
    assert "3 min 49 s" in picker.words


def visible_buttons(picker: Picker) -> list[str]:
    return [button.text() for button in picker.page.findChildren(type(picker.start)) if button.isVisible()]


@pytest.mark.parametrize(("index", "side"), [(0, Side.BOTH), (1, Side.LEFT), (2, Side.RIGHT)])
def test_one_side_can_be_done_alone_and_the_steps_are_for_it(picker: Picker, index: int, side: Side) -> None:
    picker.select(KNEELING)
    picker.choice("Sides").setCurrentIndex(index)
    shown = side if side is not Side.BOTH else Side.LEFT
    assert f"Steps, for the {shown.value} hip" in picker.words
    assert f"Kneel on the {shown.value} knee." in picker.words
    assert started(picker).sides is side


@pytest.mark.parametrize(("id", "heading"), [("butterfly", "Steps"), ("march", "Steps, for the left hip")])
def test_where_both_sides_are_worked_none_can_be_chosen(picker: Picker, id: str, heading: str) -> None:
    picker.select(KNEELING)
    picker.choice("Sides").setCurrentIndex(1)
    picker.select(id)
    assert not picker.choice("Sides").isVisible()
    assert heading in picker.words
    assert started(picker).sides is Side.BOTH


def test_alternating_repetitions_stay_even(picker: Picker) -> None:
    picker.select("march")
    box = picker.number("Repetitions")
    box.setFocus()
    picker.press(Key.Key_Up)
    assert box.value() == 6
    box.selectAll()
    picker.press(Key.Key_7)
    assert not list(item_faults(started(picker), MARCH))
    assert started(picker).repetitions == 6


def test_alternating_repetitions_stay_even_at_odd_limits(picker: Picker) -> None:
    show(picker, ODD_LIMITS)
    box = picker.number("Repetitions")
    for steps, kept in ((-20, 6), (20, 14)):
        box.stepBy(steps)
        assert box.value() == kept
        assert not list(item_faults(started(picker), ODD_LIMITS))


def test_repetitions_of_one_side_may_be_odd(picker: Picker) -> None:
    picker.select("swing")
    picker.number("Repetitions").setValue(7)
    assert started(picker).repetitions == 7


def test_another_exercise_shows_its_own_dosage(picker: Picker) -> None:
    picker.select(KNEELING)
    picker.number("Hold").setValue(45)
    picker.select("butterfly")
    assert picker.number("Hold").value() == 50
    assert started(picker) == RoutineItem(exercise="butterfly", hold_s=50, sets=1)


@pytest.mark.parametrize(("focused", "changed"), [(False, 0), (True, 1)])
def test_the_wheel_changes_a_number_only_once_it_has_the_focus(picker: Picker, focused: bool, changed: int) -> None:
    picker.select(KNEELING)
    box = picker.number("Sets")
    if focused:
        box.setFocus()
    centre = QPointF(box.rect().center())
    wheel = QWheelEvent(
        centre,
        box.mapToGlobal(centre),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, wheel)
    assert box.value() == 3 + changed


def test_the_numbers_of_the_samples_are_their_own(picker: Picker) -> None:
    for sample in VIEW.exercises:
        if sample.timed:
            picker.select(sample.id)
            assert not list(item_faults(started(picker), sample))
            assert started(picker).sets == sample.dosage.sets.default
