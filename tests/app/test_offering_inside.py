"""Where no notification service takes an offer, the window has it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from stretchtimer.app.offering_inside import OfferingInside
from stretchtimer.core.reminders.reminder_values import Standing
from stretchtimer.ui.offer_bar import OfferBar
from stretchtimer.ui.page_column import PageName
from stretchtimer.ui.window import Window
from tests.app.stage import Stage


class Room:
    """A window in which the reminder finds no notification service."""

    def __init__(self, folder: Path) -> None:
        self.stage = Stage(folder)
        memory = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.window = Window(dict.fromkeys(PageName, QWidget), memory)
        self.inside = OfferingInside(self.stage.reminding, self.window, self.window)

    def be_offered(self) -> None:
        self.stage.work_for(45)
        self.stage.tell(self.stage.desktop.told.unshown, *self.stage.desktop.shown[-1])

    @property
    def offered(self) -> bool:
        bar = self.window.findChild(OfferBar)
        return bar is not None and not bar.isHidden()

    def press(self, label: str) -> None:
        next(each for each in self.window.findChildren(QPushButton) if each.text() == label).click()


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    room = Room(tmp_path)
    yield room
    room.stage.reminding.close()
    room.window.deleteLater()


@pytest.mark.parametrize(
    ("label", "standing", "accepted"),
    [("Start", Standing.SITTING, 1), ("In 10 minutes", Standing.SNOOZED, 0), ("Skip", Standing.SITTING, 0)],
)
def test_it_is_answered_there_and_goes(room: Room, label: str, standing: Standing, accepted: int) -> None:
    room.be_offered()
    assert room.offered
    room.press(label)
    assert not room.offered
    assert (room.stage.standing, len(room.stage.accepted)) == (standing, accepted)


def test_an_offer_that_holds_no_longer_goes_and_the_next_one_comes(room: Room) -> None:
    room.be_offered()
    room.stage.tell(room.stage.desktop.told.left)
    assert not room.offered
    room.stage.tell(room.stage.desktop.told.back)
    room.be_offered()
    assert room.offered
    assert len(room.window.findChildren(OfferBar)) == 1


def test_an_offer_that_was_answered_elsewhere_meanwhile_does_not_come(room: Room) -> None:
    room.stage.work_for(45)
    room.stage.reminding.skip()
    room.stage.tell(room.stage.desktop.told.unshown, *room.stage.desktop.shown[-1])
    assert not room.offered
