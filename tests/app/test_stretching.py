"""The way from the picker into a session."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchtimer.app.library import Library
from stretchtimer.app.preferences import Preferences
from stretchtimer.app.stretching import RECENT, Stretching
from stretchtimer.core.advice.warnings import Cause
from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.catalog.routine import RoutineItem, of_exercise
from stretchtimer.core.figure.album import Album
from stretchtimer.core.records import Moment
from stretchtimer.core.session.timeline import Timeline
from stretchtimer.storage.history import History
from stretchtimer.storage.poses import Poses
from stretchtimer.storage.settings import SettingsFile
from stretchtimer.ui.stretch.start_bar import StartBar
from stretchtimer.ui.stretch.stretch_page import StretchPage, StretchView
from stretchtimer.ui.theme import Theme
from stretchtimer.ui.warning_bar import WarningBar
from tests.reported import measured
from tests.samples import LEFT, RIGHT, ManualClock
from tests.storage.histories import empty_history, hold, pain, self_test, session
from tests.storage.samples import EXERCISE, ROUTINE, put

TEST = EXERCISE.replace('"lunge"', '"floor-test"').replace('"static_hold"', '"self_test"')
TODAY, YESTERDAY = "2026-11-21T06:00:00+00:00", "2026-11-20T20:00:00+00:00"
"""The clock of the tests stands at 7 o'clock of the 21st."""


class Stretch:
    """A `Stretching` with a history in memory, and what it shows."""

    def __init__(self, page: StretchPage, folder: Path) -> None:
        put(folder, "exercises", "lunge.toml", EXERCISE)
        put(folder, "exercises", "test.toml", TEST)
        put(folder, "routines", "short.toml", ROUTINE)
        self.history = empty_history()
        self.opened: History | None = self.history
        self.preferences = Preferences(SettingsFile(folder / "settings.toml"))
        self.library = Library([folder])
        self.stretching = Stretching(page, self.library, self.preferences, lambda: self.opened, ManualClock())
        self.ready: list[Timeline] = []
        self.stretching.ready.connect(self.ready.append)

    @property
    def view(self) -> StretchView:
        self.stretching.refresh()
        return self.stretching.page._view


@pytest.fixture
def stretch(theme: Theme, qtbot: QtBot, tmp_path: Path) -> Iterator[Stretch]:
    page = StretchPage(theme, Album(Poses()))
    qtbot.addWidget(page)
    stretch = Stretch(page, tmp_path)
    yield stretch
    stretch.library.deleteLater()


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp)
    yield theme
    theme.deleteLater()
    qapp.setStyleSheet("")


def at(stretch: Stretch, number: int, moment: str, **changes: object) -> None:
    """Keep a session with one hold."""
    stretch.history.begin_session(session(number, moment, **changes))
    stretch.history.save_hold(session(number).id, hold(100 + number, moment))


# Which side begins


def test_the_left_side_begins_the_first_session(stretch: Stretch) -> None:
    routine = stretch.stretching.find("short")
    assert routine is not None
    assert stretch.stretching.compile(routine).first_side is LEFT
    stretch.opened = None
    assert stretch.stretching.compile(routine).first_side is LEFT, "before the history is open"


def test_the_starting_side_alternates_from_session_to_session(stretch: Stretch) -> None:
    routine = stretch.stretching.find("lunge")
    assert routine is not None
    at(stretch, 1, YESTERDAY, first_side=LEFT)
    assert stretch.stretching.compile(routine).first_side is RIGHT
    at(stretch, 2, TODAY, first_side=RIGHT)
    assert stretch.stretching.compile(routine).first_side is LEFT


def test_what_the_person_starts_is_compiled_with_their_dosage_and_times(stretch: Stretch) -> None:
    at(stretch, 1, YESTERDAY, first_side=LEFT)
    routine = of_exercise(stretch.library.catalog.exercises["lunge"], RoutineItem(exercise="lunge", hold_s=20, sets=1))
    stretch.stretching.page.start_requested.emit(routine)
    (timeline,) = stretch.ready
    assert [(phase.side, phase.length_s) for phase in timeline.phases if phase.is_work] == [(RIGHT, 20), (LEFT, 20)]


# Finding by id


def test_a_routine_or_an_exercise_is_found_by_its_id(stretch: Stretch) -> None:
    assert stretch.stretching.find("short") == stretch.library.catalog.routines["short"]
    assert stretch.stretching.find("lunge") == of_exercise(stretch.library.catalog.exercises["lunge"])


@pytest.mark.parametrize("id", ["floor-test", "no-such-thing", ""])
def test_what_cannot_be_timed_or_is_not_there_is_not_found(stretch: Stretch, id: str) -> None:
    assert stretch.stretching.find(id) is None


# What the page shows


def test_the_recently_done_come_from_the_history(stretch: Stretch) -> None:
    for number in range(RECENT + 2):
        at(stretch, number, f"2026-11-2{number // 4}T0{number}:00:00+00:00", routine=f"routine-{number}")
    assert stretch.view.recent == tuple(f"routine-{number}" for number in range(RECENT + 1, 1, -1))


def test_a_favourite_is_kept_and_shown(stretch: Stretch) -> None:
    stretch.stretching.page.favourite_toggled.emit("lunge", True)
    assert stretch.preferences.settings.favourites == ("lunge",)
    assert stretch.view.favourites == ("lunge",)


def test_mistakes_are_shown_as_soon_as_the_library_knows_them(stretch: Stretch, qtbot: QtBot) -> None:
    stretch.library.watch()
    with qtbot.waitSignal(stretch.library.changed):
        put(stretch.library.own_folder, "exercises", "broken.toml", "id = 3")
    assert any("broken.toml" in problem for problem in stretch.stretching.page._view.problems)
    assert stretch.view.own_folder == str(stretch.library.own_folder)


@pytest.mark.parametrize(
    ("stretched", "tested", "offered"),
    [(None, False, True), (YESTERDAY, False, True), (TODAY, False, False), (None, True, False)],
)
def test_the_test_is_offered_until_there_is_one_but_not_after_stretching(
    stretch: Stretch, stretched: str | None, tested: bool, offered: bool
) -> None:
    if stretched:
        at(stretch, 1, stretched)
    if tested:
        stretch.history.add_test(self_test(1))
    stretch.stretching.refresh()
    assert bool(stretch.view.test_offer) is offered
    (bar,) = stretch.stretching.page.findChildren(StartBar)
    assert bar._offer.isVisibleTo(bar) is offered


def test_after_the_baseline_the_test_is_offered_once_a_week(stretch: Stretch) -> None:
    for number, day in enumerate(("2026-11-10", "2026-11-13"), start=1):
        stretch.history.add_test(self_test(number, f"{day}T06:00:00+00:00"))
    stretch.stretching.refresh()
    assert stretch.view.test_offer.startswith("Your last self-test was 8 days ago.")
    stretch.history.add_test(self_test(3, "2026-11-16T06:00:00+00:00"))
    stretch.stretching.refresh()
    assert stretch.view.test_offer == ""


def hurt(stretch: Stretch, number: int, moment: str) -> None:
    """Keep a session that ended with a sharp pain."""
    at(stretch, number, moment)
    stretch.history.record_pain(session(number).id, pain(number, moment))


def test_a_warning_stands_over_the_page_and_locks_sessions_until_it_is_confirmed(stretch: Stretch) -> None:
    assert not stretch.stretching.locked
    hurt(stretch, 1, YESTERDAY)
    assert stretch.stretching.locked
    assert [each.cause for each in stretch.view.warnings] == [Cause.SHARP_PAIN]
    (bar,) = stretch.stretching.page.findChildren(WarningBar)
    assert bar.isVisibleTo(stretch.stretching.page)
    stretch.stretching.page.warnings_confirmed.emit(stretch.view.warnings)
    assert not stretch.stretching.locked
    assert not bar.isVisibleTo(stretch.stretching.page)


def test_a_new_pain_asks_again(stretch: Stretch) -> None:
    hurt(stretch, 1, YESTERDAY)
    stretch.stretching.page.warnings_confirmed.emit(stretch.view.warnings)
    hurt(stretch, 2, "2026-11-21T07:00:01+00:00")
    assert stretch.stretching.locked


@pytest.mark.parametrize(("agreed", "sets"), [(False, {"left": 1, "right": 1}), (True, {"left": 1, "right": 2})])
def test_a_session_gives_the_tighter_hip_its_extra_set_if_the_person_agreed(
    stretch: Stretch, agreed: bool, sets: dict[str, int]
) -> None:
    for number in range(2):
        stretch.history.add_test(measured(7.0 * (number + 1), 4, 12, number=number + 1))
    stretch.preferences.decide(extra_set=agreed)
    item = RoutineItem(exercise="lunge", sets=1)
    routine = of_exercise(stretch.library.catalog.exercises["lunge"], item)
    done = [phase.side for phase in stretch.stretching.compile(routine).phases if phase.is_work]
    assert {side: done.count(Side(side)) for side in sets} == sets
    assert stretch.view.extra is (RIGHT if agreed else None)


def test_before_the_history_is_open_nothing_is_offered(stretch: Stretch) -> None:
    stretch.opened = None
    assert not stretch.view.test_offer
    assert not stretch.stretching.locked


def test_the_clock_of_these_tests_stands_where_they_say() -> None:
    clock = ManualClock()
    assert clock.moment(clock.wall_s) == Moment.of(datetime.fromisoformat("2026-11-21T07:00:00+00:00"))
