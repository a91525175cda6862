"""The icon in the tray and its menu. That they reach a real tray is tested in tests/test_tray_hosts.py."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QAction, QImage, QKeySequence
from PySide6.QtWidgets import QMenu, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from stretchtimer.core.reminders.reminder_values import ReminderView, Standing
from stretchtimer.ui.tray import Tray, tray_available
from stretchtimer.ui.tray_icon import SIZES, STEPS, TrayMark, TrayShape, tray_icon, tray_mark


def view(standing: Standing, fraction_left: float = 1.0) -> ReminderView:
    nothing: dict[str, Any] = {"due_in_s": None, "paused_until_s": None, "due_since_s": None, "waits_for": None}
    return ReminderView(standing=standing, fraction_left=fraction_left, skipped=0, idle_known=True, **nothing)


def picture(mark: TrayMark, size: int) -> QImage:
    return tray_icon(mark).pixmap(size, size).toImage().convertToFormat(QImage.Format.Format_RGBA8888)


def difference(first: QImage, second: QImage) -> float:
    """Return in which part of the pixels two pictures look different."""
    size = first.width()
    places = [(x, y) for x in range(size) for y in range(size)]
    differ = sum(abs(first.pixelColor(*at).lightness() - second.pixelColor(*at).lightness()) > 64 for at in places)
    return differ / len(places)


MARKS = [TrayMark(TrayShape.PIE, pieces) for pieces in range(1, STEPS + 1)]
MARKS += [TrayMark(shape) for shape in TrayShape if shape is not TrayShape.PIE]


@pytest.mark.parametrize("size", SIZES)
def test_the_states_are_told_apart_by_their_shape(size: int, qtbot: QtBot) -> None:
    for first, second in combinations([picture(mark, size) for mark in MARKS], 2):
        assert difference(first, second) > 0.02


@pytest.mark.parametrize(
    ("standing", "fraction_left", "mark"),
    [
        (Standing.SITTING, 1.0, TrayMark(TrayShape.PIE, STEPS)),
        (Standing.SITTING, 0.5, TrayMark(TrayShape.PIE, STEPS // 2)),
        (Standing.SITTING, 0.01, TrayMark(TrayShape.PIE, 1)),
        (Standing.SNOOZED, 0.2, TrayMark(TrayShape.PIE, 2)),
        (Standing.WAITING, 0.0, TrayMark(TrayShape.ARROW)),
        (Standing.OFFERED, 0.0, TrayMark(TrayShape.ARROW)),
        (Standing.PAUSED, 1.0, TrayMark(TrayShape.BARS)),
        (Standing.AWAY, 1.0, TrayMark(TrayShape.MOON)),
        (Standing.OUTSIDE_HOURS, 1.0, TrayMark(TrayShape.MOON)),
    ],
)
def test_each_standing_has_its_shape(standing: Standing, fraction_left: float, mark: TrayMark) -> None:
    assert tray_mark(view(standing, fraction_left)) == mark


@pytest.fixture
def tray(qtbot: QtBot) -> Tray:
    tray = Tray()
    tray.set_view(view(Standing.SITTING), "The next break is due at 09:45.")
    return tray


def rows(tray: Tray) -> dict[str, QAction]:
    menu: QMenu = tray.findChild(QSystemTrayIcon).contextMenu()
    return {row.text().replace("&", ""): row for row in menu.actions() if row.isVisible() and not row.isSeparator()}


def test_the_menu_says_how_it_stands_and_offers_what_can_be_asked(tray: Tray) -> None:
    assert list(rows(tray)) == [
        "The next break is due at 09:45.",
        "Start a break",
        "Pause for an hour",
        "Pause until tomorrow",
        "Open Stretch Timer",
        "Quit",
    ]
    assert not rows(tray)["The next break is due at 09:45."].isEnabled()
    assert tray.findChild(QSystemTrayIcon).toolTip() == "The next break is due at 09:45."


@pytest.mark.parametrize(
    "shown", [view(Standing.SITTING), view(Standing.PAUSED), replace(view(Standing.OFFERED), due_since_s=1e9)]
)
def test_each_row_has_a_letter_of_its_own(tray: Tray, shown: ReminderView) -> None:
    tray.set_view(shown, "It stands somehow.")
    asked = [row for row in rows(tray).values() if row.isEnabled()]
    letters = {QKeySequence.mnemonic(row.text()).toString() for row in asked}
    assert "" not in letters
    assert len(letters) == len(asked)


def test_a_pause_can_be_ended(tray: Tray, qtbot: QtBot) -> None:
    tray.set_view(view(Standing.PAUSED), "Paused until 10:00.")
    assert "Pause for an hour" not in rows(tray)
    with qtbot.waitSignal(tray.resume_requested):
        rows(tray)["Remind me again"].trigger()


def test_a_break_that_is_due_can_be_answered(tray: Tray) -> None:
    tray.set_view(replace(view(Standing.OFFERED), due_since_s=1e9), "A break has been due since 09:45.")
    assert list(rows(tray))[1:4] == ["Start a break", "In 10 minutes", "Skip"]


@pytest.mark.parametrize(
    ("row", "signal"),
    [
        ("Start a break", "break_requested"),
        ("In 10 minutes", "later_requested"),
        ("Skip", "skip_requested"),
        ("Pause for an hour", "hour_requested"),
        ("Pause until tomorrow", "tomorrow_requested"),
        ("Open Stretch Timer", "open_requested"),
        ("Quit", "quit_requested"),
    ],
)
def test_each_row_asks_for_its_own(tray: Tray, qtbot: QtBot, row: str, signal: str) -> None:
    tray.set_view(replace(view(Standing.OFFERED), due_since_s=1e9), "A break has been due since 09:45.")
    with qtbot.waitSignal(getattr(tray, signal)):
        rows(tray)[row].trigger()


def test_a_click_on_the_icon_opens_the_window_and_one_on_the_message_begins_the_break(tray: Tray, qtbot: QtBot) -> None:
    icon = tray.findChild(QSystemTrayIcon)
    with qtbot.waitSignal(tray.open_requested):
        icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    with qtbot.assertNotEmitted(tray.open_requested):
        icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)
    with qtbot.waitSignal(tray.break_requested):
        icon.messageClicked.emit()


def test_the_picture_is_not_painted_anew_while_it_stays_the_same(tray: Tray) -> None:
    icon = tray.findChild(QSystemTrayIcon)
    before = icon.icon().cacheKey()
    tray.set_view(view(Standing.SITTING, 0.99), "The next break is due at 09:46.")
    assert icon.icon().cacheKey() == before
    tray.set_view(view(Standing.PAUSED), "Paused until 10:00.")
    assert icon.icon().cacheKey() != before


def test_where_there_is_no_tray_it_says_so(qtbot: QtBot) -> None:
    assert not tray_available()
