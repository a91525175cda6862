"""Closing the window while reminders are on: asked once, remembered, and never lost without a tray."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from stretchtimer.app.leaving import Leaving
from stretchtimer.app.preferences import Preferences
from stretchtimer.core.preferences import OnClose
from stretchtimer.storage.settings import SettingsFile
from stretchtimer.ui.page_column import PageName
from stretchtimer.ui.stay_dialog import StayDialog
from stretchtimer.ui.window import Window


class Stage:
    """A window on a desktop with or without a tray, in the program of a person who has reminders on or off."""

    def __init__(self, folder: Path) -> None:
        self.has_tray = True
        self.ended = 0
        self.memory = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.preferences = Preferences(SettingsFile(folder / "settings.toml"))
        self.remind()
        self.window = Window(dict.fromkeys(PageName, QWidget), self.memory)
        self.window.show()
        self.leaving = Leaving(self.window, self.preferences, self.memory, lambda: self.has_tray, self.window)
        self.leaving.ended.connect(self._end)

    def _end(self) -> None:
        self.ended += 1

    def remind(self, on: bool = True, on_close: OnClose = OnClose.ASK) -> None:
        settings = self.preferences.settings
        self.preferences.change(replace(settings, reminders=replace(settings.reminders, on=on), on_close=on_close))

    def dialogs(self) -> list[StayDialog]:
        return [dialog for dialog in self.window.findChildren(StayDialog) if dialog.isVisible()]

    def close(self) -> None:
        self.window.close()

    def answer(self, text: str) -> None:
        (dialog,) = self.dialogs()
        next(button for button in dialog.findChildren(QPushButton) if button.text() == text).click()

    @property
    def minimised(self) -> bool:
        return bool(self.window.windowState() & Qt.WindowState.WindowMinimized)


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    stage = Stage(tmp_path)
    yield stage
    QGuiApplication.setQuitOnLastWindowClosed(True)
    stage.window.may_close = lambda: True
    stage.window.close()
    stage.window.deleteLater()


def test_without_reminders_closing_ends_the_program(stage: Stage) -> None:
    stage.remind(on=False)
    stage.close()
    assert (stage.ended, stage.window.isVisible()) == (1, False)


def test_it_is_asked_once_and_the_answer_is_kept(stage: Stage) -> None:
    stage.close()
    assert stage.window.isVisible()
    stage.answer("Keep reminding")
    assert (stage.ended, stage.window.isVisible()) == (0, False)
    stage.window.come_forward()
    stage.close()
    assert not stage.dialogs()
    assert (stage.ended, stage.window.isVisible()) == (0, False)
    assert stage.preferences.settings.on_close is OnClose.REMIND


def test_quitting_can_be_the_answer(stage: Stage) -> None:
    stage.close()
    stage.answer("Quit")
    assert (stage.ended, stage.window.isVisible()) == (1, False)
    assert stage.preferences.settings.on_close is OnClose.QUIT


def test_a_question_that_is_put_aside_leaves_the_window_open(stage: Stage) -> None:
    stage.close()
    (dialog,) = stage.dialogs()
    dialog.reject()
    assert (stage.ended, stage.window.isVisible()) == (0, True)
    assert stage.preferences.settings.on_close is OnClose.ASK


def test_without_a_tray_the_window_is_minimised_and_the_question_says_so(stage: Stage) -> None:
    stage.has_tray = False
    stage.close()
    (dialog,) = stage.dialogs()
    assert any("minimised" in label.text() for label in dialog.findChildren(QLabel))
    stage.answer("Keep reminding")
    assert (stage.ended, stage.minimised, stage.window.isVisible()) == (0, True, True)
    stage.window.come_forward()
    stage.close()
    assert not stage.dialogs()
    assert stage.minimised


def test_a_tray_that_is_gone_later_is_told_of_once(stage: Stage) -> None:
    stage.remind(on_close=OnClose.REMIND)
    stage.has_tray = False
    for _time in range(2):
        stage.window.come_forward()
        stage.close()
        if stage.dialogs():
            assert not stage.memory.value("tray/absence_said", False, type=bool)
            stage.answer("Minimise")
        assert stage.minimised
    assert stage.memory.value("tray/absence_said", False, type=bool)


def test_quit_is_quit(stage: Stage) -> None:
    stage.remind(on_close=OnClose.REMIND)
    stage.window.quit_requested.emit()
    assert (stage.ended, stage.window.isVisible()) == (1, False)


def test_quit_is_quit_after_the_window_was_closed(stage: Stage) -> None:
    stage.remind(on_close=OnClose.REMIND)
    stage.close()
    assert (stage.ended, stage.window.isVisible()) == (0, False)
    closings: list[bool] = []
    stage.window.closing.connect(lambda: closings.append(True))
    stage.leaving.quit()
    assert (stage.ended, closings) == (1, [True])


def test_the_end_of_the_desktop_waits_for_no_answer(stage: Stage) -> None:
    stage.leaving.give_way()
    stage.close()
    assert not stage.dialogs()
    assert stage.ended == 1
