"""What the whole program waits for while it reminds without a window."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractEventDispatcher, QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchtimer.app.program import Program
from stretchtimer.core.reminders.presence import BREAK_S
from stretchtimer.storage.folders import find_folders
from tests.test_tray_hosts import SETTINGS


@pytest.fixture
def hidden(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    (tmp_path / "settings.toml").write_text(SETTINGS)
    before = qapp.palette(), qapp.styleSheet()
    program = Program(qapp, find_folders(str(tmp_path)))
    program.finish_starting("", hidden=True)
    yield program
    program.close()
    program.window.deleteLater()
    program.deleteLater()
    qapp.setPalette(before[0])
    qapp.setStyleSheet(before[1])


def test_hidden_it_waits_for_one_timer_that_does_not_repeat(hidden: Program, qtbot: QtBot) -> None:
    """Not only the timers that the program sets: also those that Qt's widgets set for themselves."""
    dispatcher = QAbstractEventDispatcher.instance()

    def running() -> list[QObject]:
        below = [hidden, hidden.window, *hidden.findChildren(QObject), *hidden.window.findChildren(QObject)]
        return [each for each in below if dispatcher.registeredTimers(each)]

    def for_the_break(timer: QObject) -> bool:
        return isinstance(timer, QTimer) and timer.remainingTime() > 0.9 * 1000 * BREAK_S

    # There is none while it asks the desktop.
    qtbot.waitUntil(lambda: any(map(for_the_break, running())), timeout=10_000)
    (timer,) = running()
    assert isinstance(timer, QTimer) and timer.isSingleShot()
