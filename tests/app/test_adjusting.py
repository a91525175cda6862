"""The Settings page in the program: what it says of the desktop, and what it changes outside of the settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from stretchtimer.app.adjusting import Adjusting
from stretchtimer.desktop.autostart import XdgAutostart
from stretchtimer.storage.folders import find_folders
from stretchtimer.ui.settings.settings_page import SettingsPage
from tests.app.stage import Stage


class QuietHearing:
    """Sound and voice that answer at once, from this thread."""

    def __init__(self) -> None:
        self.sound = self.voice = self
        self.engine = "a test"

    def check(self, done: Callable[[str], Any]) -> None:
        done("")

    def list_devices(self, done: Callable[[tuple[str, ...]], Any]) -> None:
        done(("Headset",))


class Desk:
    """The page of a person at a desk."""

    def __init__(self, folder: Path, *, sandboxed: bool = False) -> None:
        self.stage = Stage(folder, on=False)
        self.page = SettingsPage()
        self.autostart = XdgAutostart(folder, ["stretchtimer", "--hidden"])
        self.adjusting = Adjusting(
            self.page,
            self.stage.preferences,
            QuietHearing(),  # type: ignore[arg-type]
            self.stage.reminding,
            None if sandboxed else self.autostart,
            self.stage.clock,
            find_folders(str(folder)),
            self.page,
        )

    def turn_on(self) -> None:
        settings = self.stage.preferences.settings
        self.stage.preferences.change(replace(settings, reminders=replace(settings.reminders, on=True)))

    @property
    def login(self) -> QCheckBox:
        return next(box for box in self.page.findChildren(QCheckBox) if box.text().startswith("Start at login"))

    @property
    def words(self) -> str:
        return "\n".join(label.text() for label in self.page.findChildren(QLabel) if not label.isHidden())

    def close(self) -> None:
        self.adjusting.close()
        self.stage.reminding.close()
        self.page.deleteLater()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.close()


def test_what_answers_late_is_shown_when_it_does(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    assert "Looking…" in desk.words
    qtbot.waitUntil(lambda: "Sound is ready." in desk.words, timeout=10_000)
    assert "The voice is ready: a test." in desk.words
    desk.close()


def test_the_desktop_is_asked_what_it_lacks_once_reminders_are_on(desk: Desk) -> None:
    assert "is due" not in desk.words
    desk.turn_on()
    assert "The next break is due at" in desk.words
    desk.stage.reminding.troubles_found.emit(("Nothing tells of calls.",))
    assert "Nothing tells of calls." in desk.words


def test_starting_at_login_is_arranged_and_undone(desk: Desk) -> None:
    desk.turn_on()
    desk.login.click()
    assert desk.autostart.on
    assert desk.login.isChecked()
    desk.login.click()
    assert not desk.autostart.on


def test_a_login_that_cannot_be_arranged_is_said(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "autostart").touch()
    desk.turn_on()
    desk.login.click()
    assert "That could not be changed: " in desk.words
    assert not desk.login.isChecked()


def test_in_a_sandbox_the_system_has_to_do_it(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(tmp_path, sandboxed=True)
    assert not desk.login.isEnabled()
    assert "sandboxed installation" in desk.words
    desk.close()
