"""The large figure in the picker: at rest, on its way, at a step, and still where nothing may move."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPointF, Qt, QTimeLine
from PySide6.QtGui import QEnterEvent, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from stretchtimer.core import language
from stretchtimer.core.figure.picture import Picture
from stretchtimer.core.figure.preview import LOOK_S
from stretchtimer.ui.figure.figure_view import FigureView
from stretchtimer.ui.stretch.numbered_steps import StepRow
from stretchtimer.ui.stretch.stretch_page import StretchView
from stretchtimer.ui.theme import Theme
from tests.samples import exercise
from tests.ui.long_words import LongWords
from tests.ui.stretch.picking import Picker

Key = Qt.Key
HOLD = Picture(way_in=("tall-kneeling", "half-kneeling-upright"), poses=("half-kneeling",), steps=(1, 2, 3))
HELD = exercise("held", picture=HOLD)
MOVING = exercise("moving", picture=Picture(poses=("leg-raise-low", "leg-raise-high")))
STILL = exercise("still", picture=Picture(poses=("pigeon",)))
PLAIN = exercise("plain")
LOST = exercise("lost", picture=Picture(poses=("there-is-no-such-pose",)))
VIEW = StretchView(exercises=(HELD, MOVING, STILL, PLAIN, LOST))
UPRIGHT_MS = 3_000
"""Milliseconds after which the way in is under way."""


@pytest.fixture
def picker(theme: Theme, qtbot: QtBot) -> Picker:
    picker = Picker(theme, qtbot, VIEW, (1090, 780))
    picker.select("held")
    return picker


def steps(picker: Picker) -> list[StepRow]:
    return [row for row in picker.page.findChildren(StepRow) if row.isVisible()]


def described(picker: Picker) -> str:
    """Return what a screen reader says of the figure."""
    return picker.figure.accessibleDescription()


def seen(picker: Picker) -> QImage:
    (view,) = picker.figure.findChildren(FigureView)
    return view.grab().toImage()


def point_at(widget: QWidget) -> None:
    QApplication.sendEvent(widget, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))


def leave(widget: QWidget) -> None:
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))


def let_pass(picker: Picker, milliseconds: int) -> None:
    (time,) = picker.figure.findChildren(QTimeLine)
    time.setCurrentTime(milliseconds)


# The hold


def test_it_rests_in_the_hold_for_the_hip_that_the_steps_name(picker: Picker) -> None:
    assert not picker.figure.plays
    assert described(picker).startswith("Kneeling on the left knee, the right foot in front")
    left = seen(picker)
    picker.choice("Sides").setCurrentText("Right hip only")
    assert described(picker).startswith("Kneeling on the right knee, the left foot in front")
    assert seen(picker) != left


@pytest.mark.parametrize("id", ["plain", "lost"])
def test_without_a_picture_the_steps_stand_alone(picker: Picker, id: str) -> None:
    picker.select(id)
    assert not picker.figure.isVisible()
    assert len(steps(picker)) == 3
    for row in steps(picker):
        point_at(row)
        assert row.focusPolicy() == Qt.FocusPolicy.NoFocus
    picker.select("held")
    assert picker.figure.isVisible()


# The movement


def test_under_the_pointer_it_moves_and_then_rests_again(picker: Picker) -> None:
    rest = seen(picker)
    point_at(picker.figure)
    assert picker.figure.plays
    assert seen(picker) == rest, "it takes a moment, for a pointer that only passes"
    let_pass(picker, UPRIGHT_MS)
    assert seen(picker) != rest
    leave(picker.figure)
    assert not picker.figure.plays
    assert seen(picker) == rest


def test_a_hold_stays_once_it_is_reached(picker: Picker) -> None:
    rest = seen(picker)
    point_at(picker.figure)
    let_pass(picker, 10_000)
    assert not picker.figure.plays
    assert seen(picker) == rest


def test_a_movement_goes_on(picker: Picker) -> None:
    picker.select("moving")
    point_at(picker.figure)
    let_pass(picker, 600_000)
    assert picker.figure.plays


def test_a_press_stops_it_and_lets_it_begin_again(picker: Picker) -> None:
    point_at(picker.figure)
    let_pass(picker, UPRIGHT_MS)
    picker.figure.click()
    assert not picker.figure.plays
    picker.figure.click()
    assert picker.figure.plays


def test_a_finger_that_arrives_and_presses_at_once_does_not_stop_it(picker: Picker) -> None:
    point_at(picker.figure)
    let_pass(picker, round(LOOK_S * 500))
    picker.figure.click()
    assert picker.figure.plays


def test_another_exercise_or_another_page_lets_it_rest(picker: Picker) -> None:
    point_at(picker.figure)
    picker.select("moving")
    assert not picker.figure.plays
    point_at(picker.figure)
    assert picker.figure.plays
    picker.page.hide()
    assert not picker.figure.plays


def test_a_refreshed_page_does_not_disturb_it(picker: Picker) -> None:
    point_at(picker.figure)
    picker.page.set_view(replace(VIEW, favourites=("held",)))
    assert picker.figure.plays


def test_a_single_pose_cannot_be_played(picker: Picker) -> None:
    picker.select("still")
    point_at(picker.figure)
    assert not picker.figure.plays
    assert picker.figure.focusPolicy() == Qt.FocusPolicy.NoFocus


# The steps


def test_a_step_under_the_pointer_shows_its_pose(picker: Picker) -> None:
    rest, hold = seen(picker), described(picker)
    shown = []
    for row in steps(picker):
        point_at(row)
        shown.append(seen(picker))
        assert described(picker) == row.accessibleDescription()
        leave(row)
        assert (seen(picker), described(picker)) == (rest, hold)
    assert shown[0] != shown[1] != rest
    assert described(picker) == steps(picker)[2].accessibleDescription()


def test_the_keyboard_reaches_the_figure_and_every_step(picker: Picker) -> None:
    picker.star.setFocus()
    picker.press(Key.Key_Tab)
    assert picker.figure.hasFocus()
    assert picker.figure.plays
    for row in steps(picker):
        picker.press(Key.Key_Tab)
        assert row.hasFocus()
        assert not picker.figure.plays
        assert described(picker) == row.accessibleDescription()
    picker.press(Key.Key_Tab)
    assert picker.number("Hold").hasFocus()
    assert described(picker) == steps(picker)[2].accessibleDescription(), "the hold"


def test_space_lets_the_figure_begin_again(picker: Picker) -> None:
    picker.star.setFocus()
    picker.press(Key.Key_Tab)
    let_pass(picker, UPRIGHT_MS)
    picker.press(Key.Key_Space)
    assert not picker.figure.plays
    picker.press(Key.Key_Space)
    assert picker.figure.plays


def test_the_pointer_comes_before_the_focus(picker: Picker) -> None:
    first, second, _third = steps(picker)
    first.setFocus()
    assert described(picker) == first.accessibleDescription()
    point_at(second)
    assert described(picker) == second.accessibleDescription()
    leave(second)
    assert described(picker) == first.accessibleDescription()


def test_a_pressed_step_keeps_its_pose(picker: Picker, qtbot: QtBot) -> None:
    (first, *_others) = steps(picker)
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert described(picker) == first.accessibleDescription()
    assert first.hasFocus()


def test_the_step_that_is_looked_at_is_marked(picker: Picker) -> None:
    (first, *_others) = steps(picker)
    before = first.grab().toImage()
    first.setFocus()
    assert first.grab().toImage() != before


def test_steps_come_and_go_with_the_exercise(theme: Theme, qtbot: QtBot) -> None:
    longer = replace(HELD, id="longer", name="Longer", steps=(*HELD.steps, "Breathe.", "Stay."))
    picker = Picker(theme, qtbot, replace(VIEW, exercises=(HELD, longer)), (1090, 780))
    for id, count in (("held", 3), ("longer", 5), ("held", 3)):
        picker.select(id)
        assert len(steps(picker)) == count
    picker.select("longer")
    steps(picker)[3].setFocus()
    picker.press(Key.Key_Tab)
    assert steps(picker)[4].hasFocus()


# Reduced motion


def tries_everything(picker: Picker) -> list[bool]:
    """Do all that would let the figure move; return whether it did, each time."""
    played = []
    for try_it in (lambda: point_at(picker.figure), picker.figure.click, picker.figure.play):
        try_it()
        (time,) = picker.figure.findChildren(QTimeLine)
        played.append(picker.figure.plays or time.state() is not QTimeLine.State.NotRunning)
    return played


def test_who_wants_no_movement_gets_none_but_every_pose(theme: Theme, qtbot: QtBot) -> None:
    picker = Picker(theme, qtbot, replace(VIEW, figure_moves=False), (1090, 780))
    for id in ("held", "moving"):
        picker.select(id)
        assert tries_everything(picker) == [False, False, False]
        assert picker.figure.focusPolicy() == Qt.FocusPolicy.NoFocus
    picker.select("held")
    (first, *_others) = steps(picker)
    first.setFocus()
    assert described(picker) == first.accessibleDescription()


def test_where_the_system_shows_no_animations_nothing_moves(picker: Picker, monkeypatch: pytest.MonkeyPatch) -> None:
    class Still:
        def styleHint(self, *_arguments: Any) -> int:  # noqa: N802
            return 0

    with monkeypatch.context() as patched:
        patched.setattr(picker.figure, "style", Still)
        assert tries_everything(picker) == [False, False, False]
    assert True in tries_everything(picker)


# Room


@pytest.mark.parametrize("size", [(670, 600), (750, 600), (1770, 1080)])
@pytest.mark.parametrize("long", [False, True])
def test_figure_and_steps_have_room_in_any_letters(
    theme: Theme,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    any_letters: None,
    size: tuple[int, int],
    long: bool,
) -> None:
    if long:
        monkeypatch.setattr(language, "_translations", LongWords())
    picker = Picker(theme, qtbot, VIEW, size)
    picker.select("held")
    view = picker.detail.viewport()
    em = picker.page.fontMetrics().height()
    for widget in (picker.figure, *steps(picker)):
        left = widget.mapTo(view, widget.rect().topLeft()).x()
        assert left >= 0
        assert left + widget.width() <= view.width()
    assert picker.figure.width() >= 10 * em
    assert picker.figure.height() >= 10 * em
    for row in steps(picker):
        assert row.height() >= row.heightForWidth(row.width())
