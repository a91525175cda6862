"""The reminder in the program, with a made-up desktop."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from stretchtimer.app.reminding import Reminding
from stretchtimer.core.reminders.reminder_values import Choice, Kept, Obstacle, Standing
from stretchtimer.core.session.timeline import Timeline
from stretchtimer.desktop.idle import UNKNOWN
from tests.app.stage import MINUTE, TIMELINE, Stage
from tests.core.reminders.simulated_day import ALWAYS


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    stage = Stage(tmp_path)
    yield stage
    stage.reminding.close()


def test_a_break_is_offered_with_its_routine_and_what_is_in_the_way_is_asked_then_alone(stage: Stage) -> None:
    stage.work_for(45)
    assert stage.desktop.asked.index(True) == len(stage.desktop.asked) - 1
    ((_title, text),) = stage.desktop.shown
    assert text == "Sample, about 1 minute."
    assert stage.standing is Standing.OFFERED


def test_turned_off_the_desktop_is_left_alone_until_it_is_turned_on(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(tmp_path, on=False)
    assert (stage.desktops, stage.reminding._next.isActive()) == ([], False)
    stage.preferences.change(replace(stage.preferences.settings, reminders=ALWAYS))
    assert stage.reminding._next.isActive()
    stage.work_for(45)
    desktop = stage.desktop
    assert len(desktop.shown) == 1
    stage.preferences.change(replace(stage.preferences.settings, reminders=replace(ALWAYS, on=False)))
    assert (desktop.withdrawn, desktop.closed, stage.reminding._next.isActive()) == (1, True, False)


def test_between_two_looks_one_timer_waits_and_nothing_else(stage: Stage) -> None:
    stage.tell(stage.reminding._ask)
    timer = stage.reminding._next
    assert timer.isSingleShot()
    assert timer.timerType() is Qt.TimerType.VeryCoarseTimer
    assert timer.remainingTime() == pytest.approx(299_000, abs=2000)


@pytest.mark.parametrize(
    ("choice", "standing", "accepted"),
    [
        (Choice.START, Standing.SITTING, [TIMELINE]),
        (Choice.LATER, Standing.SNOOZED, []),
        (Choice.SKIP, Standing.SITTING, []),
    ],
)
def test_each_choice_is_followed(stage: Stage, choice: Choice, standing: Standing, accepted: list[Timeline]) -> None:
    stage.work_for(45)
    stage.tell(stage.desktop.told.chosen, choice, "")
    assert (stage.standing, stage.accepted) == (standing, accepted)
    assert stage.desktop.withdrawn == 1
    stage.work_for(9)
    assert len(stage.desktop.shown) == 1
    stage.work_for(2)
    assert len(stage.desktop.shown) == (2 if choice is Choice.LATER else 1)


def test_waylands_token_is_there_when_the_window_comes_forward(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "old")
    stage.work_for(45)
    stage.tell(stage.desktop.told.chosen, Choice.START, "new")
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "new"


def test_an_offer_waits_for_a_session_and_the_session_is_the_break(stage: Stage) -> None:
    stage.work.at = Obstacle.SESSION
    stage.work_for(50)
    assert (stage.standing, stage.reminding.view.waits_for) == (Standing.WAITING, Obstacle.SESSION)
    assert True not in stage.desktop.asked
    stage.work.at = None
    stage.reminding.rested()
    stage.work_for(44)
    assert stage.desktop.shown == []


def test_a_call_is_waited_for(stage: Stage) -> None:
    stage.tell(stage.reminding._ask)
    stage.desktop.obstacle = Obstacle.MICROPHONE
    stage.work_for(60)
    assert (stage.desktop.shown, stage.standing) == ([], Standing.WAITING)
    stage.desktop.obstacle = None
    stage.work_for(1)
    ((_title, text),) = stage.desktop.shown
    assert "due at 07:45" in text


def test_sleep_and_lock_are_one_fresh_start(stage: Stage) -> None:
    stage.work_for(40)
    stage.tell(stage.desktop.told.left)
    assert stage.standing is Standing.AWAY
    stage.clock.sleep(3600)
    stage.tell(stage.desktop.told.back)
    stage.work_for(44)
    assert stage.desktop.shown == []
    stage.work_for(1)
    assert len(stage.desktop.shown) == 1


def test_a_session_hears_of_a_lock_though_reminders_are_off(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(tmp_path, on=False)
    stage.reminding.attend()
    with qtbot.waitSignal(stage.reminding.left):
        stage.tell(stage.desktop.told.left)
    assert stage.standing is Standing.OFF
    stage.reminding.close()


@pytest.mark.parametrize(
    ("act", "standing"),
    [
        (lambda reminding: reminding.pause_for(60), Standing.PAUSED),
        (lambda reminding: reminding.pause_until_tomorrow(), Standing.PAUSED),
        (lambda reminding: reminding.snooze(50), Standing.SNOOZED),
    ],
)
def test_a_pause_and_a_snooze_are_kept_over_a_restart(
    stage: Stage, tmp_path: Path, act: Callable[[Reminding], None], standing: Standing
) -> None:
    act(stage.reminding)
    assert stage.standing is standing
    again = Stage(tmp_path)
    assert again.standing is standing
    again.reminding.resume()
    again.reminding.skip()
    assert again.file.load() == Kept(skipped=1)
    again.reminding.close()


def test_until_tomorrow_is_until_five_in_the_morning(stage: Stage) -> None:
    stage.reminding.pause_until_tomorrow()
    assert stage.reminding.view.paused_until_s == stage.clock.wall_s + 22 * 3600  # it is seven o'clock


def test_a_disk_that_cannot_be_written_costs_only_the_restart(stage: Stage, tmp_path: Path) -> None:
    told: list[str] = []
    stage.preferences.troubled.connect(told.append)
    (tmp_path / "reminder.json").mkdir()
    stage.reminding.pause_for(60)
    assert stage.standing is Standing.PAUSED
    assert told[0].startswith("The pause could not be saved: ")


def test_a_break_for_which_no_routine_fits_waits_for_one(stage: Stage) -> None:
    stage.work.timeline = None
    stage.work_for(60)
    view = stage.reminding.view
    assert (view.standing, view.waits_for, view.skipped) == (Standing.WAITING, Obstacle.NO_ROUTINE, 0)
    assert stage.desktop.shown == []
    stage.work.timeline = TIMELINE
    stage.work_for(1)
    assert len(stage.desktop.shown) == 1


def test_a_break_that_is_asked_for_and_fits_nothing_is_refused_in_words(stage: Stage) -> None:
    told: list[str] = []
    stage.preferences.troubled.connect(told.append)
    stage.work.timeline = None
    stage.work_for(30)
    assert not stage.reminding.start_break()
    assert stage.accepted == []
    assert told[0].startswith("No routine fits a break")
    assert stage.messages == [("No break now", told[0])]
    assert stage.reminding.view.due_in_s == 15 * MINUTE, "nobody has had a break"


def test_a_self_test_is_waited_for(stage: Stage) -> None:
    stage.work.at = Obstacle.SELF_TEST
    stage.work_for(46)
    assert (stage.standing, stage.reminding.view.waits_for) == (Standing.WAITING, Obstacle.SELF_TEST)
    stage.work.at = None
    stage.work_for(1)
    ((_title, text),) = stage.desktop.shown
    assert "waited for the end of your self-test" in text


def test_a_session_begun_by_hand_takes_the_offer_back_and_is_no_skip(stage: Stage) -> None:
    stage.work_for(46)
    stage.reminding.begun()
    stage.work.at = Obstacle.SESSION
    assert stage.desktop.withdrawn == 1
    stage.work_for(12)
    assert (stage.standing, stage.reminding.view.skipped) == (Standing.SITTING, 0)


def test_a_session_in_a_terminal_is_a_break(stage: Stage) -> None:
    stage.work_for(40)
    stage.work.last_s = stage.clock.wall_s
    stage.work_for(44)
    assert stage.desktop.shown == []
    stage.work_for(1)
    assert len(stage.desktop.shown) == 1


@pytest.mark.parametrize("asked", [False, True])
def test_a_break_that_comes_due_while_the_desktop_is_asked_has_it_asked_again(stage: Stage, asked: bool) -> None:
    """The answer to a question from before says nothing of a call, and a second question may be on its way."""
    stage.work_for(44)
    desktop = stage.desktop
    desktop.obstacle, desktop.patient = Obstacle.MICROPHONE, True
    stage.clock.go(MINUTE - 1)
    stage.tell(stage.reminding._ask)
    stage.clock.go(1)
    if asked:
        stage.tell(stage.reminding._ask)
    stage.tell(desktop.answer)
    assert (desktop.shown, stage.standing) == ([], Standing.SITTING)
    stage.tell(desktop.answer)
    assert desktop.asked[-1]
    assert (desktop.shown, stage.standing) == ([], Standing.WAITING)


@pytest.mark.parametrize(("wait_s", "set_ms"), [(0.0, 0), (0.2, 2000), (1.0, 2000), (1.3, 3000)])
def test_the_timer_which_may_go_off_a_second_early_never_does_so_before_the_look(
    stage: Stage, wait_s: float, set_ms: int
) -> None:
    stage.tell(stage.reminding._ask)
    look_s = stage.reminding._reminder.next_look_at
    stage.clock.go(look_s - stage.clock.monotonic_s - wait_s)
    stage.reminding._follow([])
    assert stage.reminding._next.interval() == set_ms


def test_a_lock_whose_end_nobody_tells_ends_as_the_program_is_used(stage: Stage) -> None:
    stage.tell(stage.reminding._ask)
    stage.desktop.idle_s = None
    stage.work_for(1)
    stage.tell(stage.desktop.told.left)
    stage.work_for(600)
    assert stage.standing is Standing.AWAY
    stage.reminding._used(Qt.ApplicationState.ApplicationInactive)
    assert stage.standing is Standing.AWAY
    stage.reminding._used(Qt.ApplicationState.ApplicationActive)
    stage.work_for(46)
    assert len(stage.desktop.shown) == 1


@pytest.mark.parametrize("idle_s", [None, 1.0])
def test_using_the_program_takes_no_offer_back(stage: Stage, idle_s: float | None) -> None:
    stage.tell(stage.reminding._ask)
    stage.desktop.idle_s = idle_s
    stage.work_for(45)
    stage.reminding._used(Qt.ApplicationState.ApplicationActive)
    assert (stage.standing, stage.desktop.withdrawn) == (Standing.OFFERED, 0)


def test_where_idle_is_known_using_the_program_says_nothing(stage: Stage) -> None:
    stage.work_for(40)
    stage.reminding._used(Qt.ApplicationState.ApplicationActive)
    assert stage.reminding.view.due_in_s == 5 * MINUTE


def test_where_idle_is_unknown_using_the_program_counts(stage: Stage) -> None:
    stage.tell(stage.reminding._ask)
    stage.desktop.idle_s = None
    stage.work_for(40)
    stage.reminding._used(Qt.ApplicationState.ApplicationActive)
    stage.work_for(44)
    assert stage.desktop.shown == []
    stage.desktop.idle_s = 1.0
    stage.work_for(1)
    assert len(stage.desktop.shown) == 1


def test_what_this_desktop_cannot_do_is_told_in_sentences(stage: Stage) -> None:
    stage.tell(stage.reminding.examine)
    assert stage.troubles == [(UNKNOWN,)]
