"""What reaches the program while nobody looks at its window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from stretchtimer.app.desk import Desk
from stretchtimer.app.preferences import Preferences
from stretchtimer.storage.settings import SettingsFile
from stretchtimer.ui.page_column import PageName
from stretchtimer.ui.window import Window
from tests.app.stage import FakeDesktop, FakeWork
from tests.core.reminders.simulated_day import ALWAYS
from tests.samples import ManualClock


class Place:
    """A desk with reminders on, or off, and what it ended."""

    def __init__(self, folder: Path, *, on: bool) -> None:
        preferences = Preferences(SettingsFile(folder / "settings.toml"))
        preferences.change(replace(preferences.settings, reminders=replace(ALWAYS, on=on)))
        memory = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.window = Window(dict.fromkeys(PageName, QWidget), memory)
        self.desk = Desk(
            self.window, preferences, ManualClock(), FakeWork(), memory, folder / "reminder.json", self.window
        )
        self.desk.reminding._make_surroundings = FakeDesktop
        self.ended: list[bool] = []
        self.desk.ended.connect(lambda: self.ended.append(True))

    @property
    def icons(self) -> int:
        return sum(icon.isVisible() for icon in self.desk.findChildren(QSystemTrayIcon))


@pytest.fixture
def place(qtbot: QtBot, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Place]:
    place = Place(tmp_path, on=getattr(request, "param", True))
    yield place
    place.window.deleteLater()


@pytest.mark.parametrize(("place", "ended"), [(True, []), (False, [True])], indirect=["place"])
def test_hidden_the_program_ends_if_it_has_nothing_to_remind_of(place: Place, ended: list[bool]) -> None:
    place.desk.stay_hidden()
    assert place.ended == ended
    place.desk.close()


def test_closed_it_leaves_the_tray_and_the_desktop(place: Place) -> None:
    place.desk.reminding.attend()
    desktop = place.desk.reminding._surroundings
    assert isinstance(desktop, FakeDesktop)
    assert place.icons == 1
    place.desk.close()
    assert (place.icons, desktop.closed) == (0, True)
