"""The tray follows the reminder, and its menu reaches it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from stretchtimer.app import in_tray
from stretchtimer.app.in_tray import InTray
from stretchtimer.core.reminders.reminder_values import Standing
from stretchtimer.ui.page_column import PageName
from stretchtimer.ui.tray import Tray
from stretchtimer.ui.window import Window
from tests.app.stage import Stage


class Corner:
    """The corner of a desktop where the tray is."""

    def __init__(self, folder: Path, *, on: bool = True) -> None:
        self.stage = Stage(folder, on=on)
        memory = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.window = Window(dict.fromkeys(PageName, QWidget), memory)
        self.in_tray = InTray(self.stage.reminding, self.window, self.stage.clock, self.window)

    @property
    def tray(self) -> Tray | None:
        return self.in_tray._tray

    @property
    def words(self) -> str:
        assert self.tray is not None
        tip: str = self.tray.findChild(QSystemTrayIcon).toolTip()
        return tip

    def turn(self, *, on: bool) -> None:
        settings = self.stage.preferences.settings
        self.stage.preferences.change(replace(settings, reminders=replace(settings.reminders, on=on)))


@pytest.fixture
def corner(qtbot: QtBot, tmp_path: Path) -> Iterator[Corner]:
    corner = Corner(tmp_path)
    yield corner
    corner.in_tray.close()
    corner.stage.reminding.close()
    corner.window.deleteLater()


def test_the_icon_is_there_while_reminders_are_on(corner: Corner) -> None:
    assert corner.tray is not None
    corner.turn(on=False)
    assert corner.tray is None
    corner.turn(on=True)
    assert corner.tray is not None


def test_it_says_how_the_reminder_stands(corner: Corner) -> None:
    assert corner.words.startswith("The next break is due at")
    assert corner.tray is not None
    corner.tray.hour_requested.emit()
    assert corner.stage.standing is Standing.PAUSED
    assert corner.words.startswith("Paused until")
    corner.tray.resume_requested.emit()
    assert corner.stage.standing is Standing.SITTING
    corner.tray.tomorrow_requested.emit()
    assert corner.words == "Paused until tomorrow."


def test_a_break_can_be_begun_from_it(corner: Corner) -> None:
    assert corner.tray is not None
    corner.tray.break_requested.emit()
    assert len(corner.stage.accepted) == 1


def test_an_offer_can_be_answered_from_it(corner: Corner) -> None:
    corner.stage.work_for(45)
    assert corner.tray is not None
    corner.tray.later_requested.emit()
    assert corner.stage.standing is Standing.SNOOZED
    corner.stage.work_for(10)
    assert corner.stage.standing is Standing.OFFERED
    corner.tray.skip_requested.emit()
    assert (corner.stage.standing, corner.stage.reminding.view.skipped) == (Standing.SITTING, 1)


def test_it_opens_the_window_and_ends_the_program(corner: Corner, qtbot: QtBot) -> None:
    assert corner.tray is not None
    corner.tray.open_requested.emit()
    assert corner.window.isVisible()
    with qtbot.waitSignal(corner.in_tray.quit_requested):
        corner.tray.quit_requested.emit()


def test_an_offer_that_no_service_shows_is_shown_there(corner: Corner, monkeypatch: pytest.MonkeyPatch) -> None:
    assert corner.tray is not None
    said: list[tuple[str, str]] = []
    monkeypatch.setattr(in_tray, "tray_available", lambda: True)
    monkeypatch.setattr(corner.tray, "say", lambda title, text: said.append((title, text)))
    corner.stage.reminding.message.emit("Time to stand up", "Desk break, about 2 minutes.")
    assert said == [("Time to stand up", "Desk break, about 2 minutes.")]
