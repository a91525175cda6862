"""A session moves between the large window and the compact view."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchtimer.app.program import Program
from stretchtimer.core.session.session import Command, State
from stretchtimer.storage.folders import find_folders
from stretchtimer.ui.session.compact_view import CompactView
from stretchtimer.ui.session.hurt_panel import HurtPanel
from stretchtimer.ui.session.session_page import SessionPage
from stretchtimer.ui.session.summary_panel import SummaryPanel


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """A program with a session under way."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    folders = find_folders(str(tmp_path))
    Path(folders.settings).write_text(
        "[safety]\nwelcomed = true\nscreened = true\n[cues]\nsound = false\nvoice = false\n"
    )
    before = qapp.palette(), qapp.styleSheet()
    program = Program(qapp, folders)
    program.window.show()
    program.finish_starting("desk-break")
    program._performer.command(Command.START)
    yield program
    program.window.close()
    program.close()
    program.window.deleteLater()
    program.deleteLater()
    qapp.setPalette(before[0])
    qapp.setStyleSheet(before[1])


def compact(program: Program) -> CompactView:
    return program._performer._compacting.view


def page(program: Program) -> SessionPage:
    found: SessionPage = program.window.findChild(SessionPage)
    return found


def state(program: Program) -> State:
    return program._performer._conductor.view().state


def test_a_key_moves_it_there_and_back_and_it_goes_on(program: Program, qtbot: QtBot) -> None:
    geometry = program.window.geometry()
    qtbot.keyClick(page(program), Qt.Key.Key_C)
    assert compact(program).isVisible()
    assert not program.window.isVisible()
    assert program._performer._frame.isActive(), "the ring moves there too"
    assert state(program) is State.RUNNING
    qtbot.keyClick(compact(program), Qt.Key.Key_C)
    assert not compact(program).isVisible()
    assert program.window.isVisible()
    assert program.window.geometry() == geometry
    assert state(program) is State.RUNNING


def test_buttons_work_in_it(program: Program) -> None:
    page(program).compact_requested.emit()
    compact(program).command_given.emit(Command.PAUSE)
    assert state(program) is State.PAUSED


def test_how_it_hurts_is_asked_in_the_large_window(program: Program, qtbot: QtBot) -> None:
    page(program).compact_requested.emit()
    qtbot.keyClick(compact(program), Qt.Key.Key_H)
    assert not compact(program).isVisible()
    assert program.window.findChild(HurtPanel).isVisible()
    assert state(program) is State.PAUSED


def test_the_end_is_summed_up_in_the_large_window(program: Program) -> None:
    page(program).compact_requested.emit()
    compact(program).command_given.emit(Command.STOP)
    assert not compact(program).isVisible()
    assert program.window.findChild(SummaryPanel).isVisible()


def test_the_program_can_end_while_it_is_shown(program: Program) -> None:
    page(program).compact_requested.emit()
    program.window.close()
    assert not program.window.isVisible()
    assert not compact(program).isVisible()
    assert not program._performer.under_way
