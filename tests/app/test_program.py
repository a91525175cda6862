from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from stretchtimer.app.program import Program
from stretchtimer.core.records import Moment, Outcome
from stretchtimer.core.reminders.reminder_values import Obstacle, Standing
from stretchtimer.core.selftest.selftest import SelfTestDraft
from stretchtimer.core.session.session import Command, State
from stretchtimer.core.theme_choice import ThemeChoice
from stretchtimer.storage.database import StorageTrouble
from stretchtimer.storage.folders import Folders, find_folders
from stretchtimer.ui.notice_bar import NoticeBar
from stretchtimer.ui.page_column import PageName
from stretchtimer.ui.progress.progress_page import ProgressPage
from stretchtimer.ui.screening_dialog import ScreeningDialog
from stretchtimer.ui.selftest.selftest_page import SelfTestPage
from stretchtimer.ui.session.session_page import SessionPage
from stretchtimer.ui.settings.settings_page import SettingsPage
from stretchtimer.ui.stretch.exercise_detail import ExerciseDetail
from stretchtimer.ui.stretch.stretch_page import StretchPage
from stretchtimer.ui.warning_panel import ConfirmationDialog
from stretchtimer.ui.welcome_page import WelcomePage
from tests.storage.histories import pain, session
from tests.taken import taken

WELCOMED = "[safety]\nwelcomed = true\nscreened = {screened}\n[cues]\nsound = false\nvoice = false\n"


Page = TypeVar("Page")


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return find_folders(str(tmp_path))


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, folders: Folders, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """The program of a person who has read the first page but not answered the safety question."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    settings = Path(folders.settings)
    if not settings.exists():
        settings.write_text(WELCOMED.format(screened="false"))
    before = qapp.palette(), qapp.styleSheet()
    program = Program(qapp, folders)
    program.window.show()
    program.finish_starting("")
    yield program
    program.window.close()
    program.close()
    program.window.deleteLater()
    program.deleteLater()
    qapp.setPalette(before[0])
    qapp.setStyleSheet(before[1])


def page(program: Program, name: PageName, kind: type[Page]) -> Page:
    program.window.show_page(name)
    found = program.window.page(name)
    assert isinstance(found, kind)
    return found


def test_the_first_start_shows_the_first_page_and_offers_the_test(
    qapp: QApplication, qtbot: QtBot, folders: Folders, request: pytest.FixtureRequest
) -> None:
    Path(folders.settings).write_text("[cues]\nvoice = false\n")
    program: Program = request.getfixturevalue("program")
    (welcome,) = program.window.findChildren(WelcomePage)
    assert program.window.taken_over
    welcome.test_chosen.emit()
    assert not program.window.taken_over
    assert not program.parts.preferences.settings.reminders.on, "nobody asked for them"
    tests = program.window.page(PageName.SELF_TEST)
    assert isinstance(tests, SelfTestPage)
    assert tests.guiding
    assert "welcomed = true" in Path(folders.settings).read_text()


def test_who_asks_for_reminders_on_the_first_page_gets_them(
    qapp: QApplication, qtbot: QtBot, folders: Folders, request: pytest.FixtureRequest
) -> None:
    Path(folders.settings).write_text("[cues]\nvoice = false\n")
    program: Program = request.getfixturevalue("program")
    (welcome,) = program.window.findChildren(WelcomePage)
    welcome.findChildren(QCheckBox)[0].click()
    welcome.stretches_chosen.emit()
    assert program.parts.preferences.settings.reminders.on


def test_a_saved_test_is_in_the_chart(program: Program) -> None:
    tests = page(program, PageName.SELF_TEST, SelfTestPage)
    tests.saved.emit(SelfTestDraft(results=taken(0, Outcome.LIFTED, Outcome.PASSED).results, note="tired"))
    progress = page(program, PageName.PROGRESS, ProgressPage)
    words = " ".join(label.text() for label in progress.findChildren(QLabel))
    assert words.index("Lifted") < words.index("Passed"), "the left hip's card comes first"


def test_a_test_that_cannot_be_kept_is_said_in_the_window(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    program.window.show_page(PageName.SELF_TEST)
    program._report(StorageTrouble, StorageTrouble("The disk is full."), None)
    (notice,) = program.window.findChildren(NoticeBar)
    assert notice.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
def test_a_routine_is_saved_as_a_page_for_the_wall(program: Program, tmp_path: Path) -> None:
    stretch = page(program, PageName.STRETCH, StretchPage)
    stretch.select("desk-break")
    stretch.findChild(ExerciseDetail).handout_requested.emit()
    (question,) = program.window.findChildren(QFileDialog)
    question.fileSelected.emit(str(tmp_path / "wall.pdf"))
    question.close()
    assert (tmp_path / "wall.pdf").read_bytes().startswith(b"%PDF")
    (notice,) = program.window.findChildren(NoticeBar)
    assert notice.isVisible()


def test_no_session_begins_before_the_safety_question_is_answered(program: Program) -> None:
    stretch = page(program, PageName.STRETCH, StretchPage)
    stretch.select("s4-kneeling-psoas")
    stretch.findChild(QPushButton, "start").click()
    (question,) = program.window.findChildren(ScreeningDialog)
    question.reject()
    assert not program.window.taken_over
    stretch.findChild(QPushButton, "start").click()
    question = program.window.findChildren(ScreeningDialog)[-1]
    question.accept()
    assert program.window.taken_over
    assert isinstance(program.window.findChild(SessionPage), SessionPage)


def test_a_theme_is_kept_for_the_first_paint_of_the_next_start(program: Program, folders: Folders) -> None:
    settings = page(program, PageName.SETTINGS, SettingsPage)
    settings.changed.emit(replace(program.parts.preferences.settings, theme=ThemeChoice.DARK))
    program._window_file.sync()
    assert "theme=dark" in (Path(folders.config) / "window.ini").read_text()
    assert 'theme = "dark"' in Path(folders.settings).read_text()


def test_what_is_started_from_the_shell_waits_for_the_person(program: Program, folders: Folders) -> None:
    program.parts.preferences.answer_safety(screened=True)
    program.ask("kneeling-three-times-thirty")
    assert program.window.taken_over
    assert not program._performer._conductor.view().elapsed_s


def test_a_session_under_way_is_not_replaced_by_another(program: Program) -> None:
    program.parts.preferences.answer_safety(screened=True)
    program.ask("kneeling-three-times-thirty")
    program._performer.command(Command.START)
    program.ask("desk-break")
    assert program._performer._conductor.view().timeline.routine == "kneeling-three-times-thirty"
    assert program._performer.under_way


def test_an_accepted_break_is_ready_to_start_in_front(program: Program) -> None:
    program.parts.preferences.answer_safety(screened=True)
    program._have_break(program._stretching.compile(program._stretching.find("desk-break")))
    assert program.window.taken_over
    view = program._performer._conductor.view()
    assert (view.timeline.routine, view.state, view.elapsed_s) == ("desk-break", State.READY, 0)


def test_a_break_accepted_in_mid_session_leaves_the_session(program: Program) -> None:
    program.parts.preferences.answer_safety(screened=True)
    program.ask("kneeling-three-times-thirty")
    program._performer.command(Command.START)
    program._have_break(program._stretching.compile(program._stretching.find("desk-break")))
    assert program._performer._conductor.view().timeline.routine == "kneeling-three-times-thirty"


def test_reminders_wait_for_a_session_once_it_was_begun(program: Program) -> None:
    program.parts.preferences.answer_safety(screened=True)
    work = program._desk.reminding._work
    program.ask("desk-break")
    assert work.in_the_way() is None
    program._performer.command(Command.START)
    assert work.in_the_way() is Obstacle.SESSION


def test_an_offer_is_taken_back_as_a_session_begins(program: Program, qtbot: QtBot) -> None:
    program.parts.preferences.answer_safety(screened=True)
    program.parts.preferences.turn_on_reminders()
    reminding = program._desk.reminding
    reminding.snooze(90)
    program.ask("desk-break")
    assert reminding.view.standing is Standing.SNOOZED
    program._performer.command(Command.START)
    assert reminding.view.standing is Standing.SITTING
    reminding.snooze(90)
    program._performer.command(Command.PAUSE)
    program._performer.command(Command.RESUME)
    assert reminding.view.standing is Standing.SNOOZED, "it began once"


def test_reminders_wait_for_a_self_test_until_another_page_or_window_is_used(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    work = program._desk.reminding._work
    program.window.show_page(PageName.SELF_TEST)
    assert work.in_the_way() is None
    program._begin_test()
    assert work.in_the_way() is Obstacle.SELF_TEST
    program.window.show_page(PageName.PROGRESS)
    assert work.in_the_way() is None
    program.window.show_page(PageName.SELF_TEST)
    assert work.in_the_way() is Obstacle.SELF_TEST
    monkeypatch.setattr(QApplication, "activeWindow", lambda: None)
    assert work.in_the_way() is None


def test_no_session_begins_before_a_sharp_pain_was_confirmed(program: Program) -> None:
    program.parts.preferences.answer_safety(screened=True)
    now = Moment.of(datetime.now(UTC))
    program.parts.history.begin_session(session(1, started_at=now))
    program.parts.history.record_pain(session(1).id, replace(pain(2), at=now))
    stretch = page(program, PageName.STRETCH, StretchPage)
    stretch.select("s4-kneeling-psoas")
    stretch.findChild(QPushButton, "start").click()
    (question,) = program.window.findChildren(ConfirmationDialog)
    question.reject()
    assert not program.window.taken_over
    stretch.findChild(QPushButton, "start").click()
    question = program.window.findChildren(ConfirmationDialog)[-1]
    question.accept()
    assert not program.window.taken_over, "the person starts, not the confirmation"
    stretch.findChild(QPushButton, "start").click()
    assert program._performer.under_way
