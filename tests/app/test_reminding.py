"""The reminder in the program: with a made-up desktop, and with a real bus, dunst, X server and made-up logind."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot

from stretchtimer.app.preferences import Preferences
from stretchtimer.app.reminding import Reminding
from stretchtimer.core.reminders.reminder_values import Choice, Kept, Obstacle, Standing
from stretchtimer.core.session.timeline import Timeline, compile_routine
from stretchtimer.desktop.absence import LOGIND, MANAGER
from stretchtimer.desktop.idle import UNKNOWN
from stretchtimer.desktop.notifications import NO_SERVICE
from stretchtimer.desktop.surroundings import NO_SIGNALS, Seen, Told
from stretchtimer.storage.reminder_file import ReminderFile
from stretchtimer.storage.settings import SettingsFile
from tests.core.reminders.simulated_day import ALWAYS
from tests.desktop.buses import Dunst, MadeUp, dunst, message_bus_daemon, until
from tests.samples import EXERCISES, ManualClock, routine
from tests.virtual_screen import virtual_screen

TIMELINE = compile_routine(routine("swing"), EXERCISES)
MINUTE = 60


class FakeDesktop:
    """Answers at once, on the same thread."""

    def __init__(self, told: Told) -> None:
        self.told = told
        self.idle_s: float | None = 1.0
        self.obstacle: Obstacle | None = None
        self.asked: list[bool] = []
        self.shown: list[tuple[str, str]] = []
        self.withdrawn = 0
        self.closed = False

    def look(self, *, due: bool) -> None:
        self.asked.append(due)
        self.told.seen(Seen(self.idle_s, self.obstacle if due else None))

    def offer(self, title: str, text: str, labels: Mapping[Choice, str]) -> None:
        assert list(labels) == list(Choice)
        self.shown.append((title, text))

    def withdraw(self) -> None:
        self.withdrawn += 1

    def examine(self) -> None:
        self.told.troubles((UNKNOWN,))

    def close(self) -> None:
        self.closed = True


class FakeWork:
    def __init__(self) -> None:
        self.session = False
        self.timeline: Timeline | None = TIMELINE
        self.looks = 0

    def in_session(self) -> bool:
        return self.session

    def last_session_s(self) -> float:
        self.looks += 1
        return 0.0

    def next_break(self) -> Timeline | None:
        return self.timeline


class Stage:
    """A running reminder, whose clock goes as the test says."""

    def __init__(self, folder: Path, *, on: bool = True, real: bool = False) -> None:
        self.clock, self.work = ManualClock(), FakeWork()
        self.file = ReminderFile(folder / "reminder.json")
        self.preferences = Preferences(SettingsFile(folder / "settings.toml"))
        self.preferences.change(replace(self.preferences.settings, reminders=replace(ALWAYS, on=on)))
        self.desktops: list[FakeDesktop] = []
        self.accepted: list[Timeline] = []
        self.messages: list[tuple[str, str]] = []
        self.troubles: list[tuple[str, ...]] = []
        self.reminding = Reminding(
            self.preferences, self.clock, self.file, self.work, None if real else self._desktop, self.preferences
        )
        self.reminding.break_accepted.connect(self.accepted.append)
        self.reminding.message.connect(lambda title, text: self.messages.append((title, text)))
        self.reminding.troubles_found.connect(self.troubles.append)

    def _desktop(self, told: Told) -> FakeDesktop:
        self.desktops.append(FakeDesktop(told))
        return self.desktops[-1]

    @property
    def desktop(self) -> FakeDesktop:
        return self.desktops[-1]

    @property
    def standing(self) -> Standing:
        return self.reminding.view.standing

    def work_for(self, minutes: int) -> None:
        """Let time pass with a look every minute, as often as could be asked for."""
        for _each in range(minutes):
            self.tell(self.reminding._ask)
            self.clock.go(MINUTE)
        self.tell(self.reminding._ask)

    def tell(self, call: Callable[..., object], *told: object) -> None:
        """Have the desktop say something, and the program hear it."""
        call(*told)
        QCoreApplication.processEvents()


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
    stage.work.session = True
    stage.work_for(50)
    assert (stage.standing, stage.reminding.view.waits_for) == (Standing.WAITING, Obstacle.SESSION)
    assert True not in stage.desktop.asked
    stage.work.session = False
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


def test_without_a_routine_nothing_is_shown_and_the_looks_go_on(stage: Stage) -> None:
    stage.work.timeline = None
    stage.work_for(45)
    assert stage.desktop.shown == []
    assert stage.reminding._next.isActive()
    stage.reminding.start_break()
    assert stage.accepted == []


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


# With real parts


class RealDesktop:
    """A session bus with dunst, a machine's bus with logind, and an X server; each may be missing."""

    def __init__(self, service: Dunst | None, logind: MadeUp | None) -> None:
        self.service, self.logind = service, logind


@pytest.fixture
def real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[RealDesktop]:
    lacks = getattr(request, "param", "")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    with (
        message_bus_daemon() as session,
        message_bus_daemon() as machine,
        virtual_screen(tmp_path / "runtime") as screen,
    ):
        display = screen.environment["DISPLAY"]
        addresses = {"DBUS_SESSION_BUS_ADDRESS": session, "DBUS_SYSTEM_BUS_ADDRESS": machine, "DISPLAY": display}
        for name, value in addresses.items():
            monkeypatch.setenv(name, "unix:path=/nowhere" if name == lacks and "BUS" in name else value)
        if lacks == "DISPLAY":
            monkeypatch.delenv("DISPLAY")
        logind = MadeUp(machine, LOGIND) if lacks != "logind" else None
        if lacks == "dunst":
            yield RealDesktop(None, logind)
        else:
            with dunst(session, display, tmp_path) as service:
                yield RealDesktop(service, logind)
        if logind is not None:
            logind.close()


@pytest.fixture
def running(real: RealDesktop, qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    stage = Stage(tmp_path, real=True)
    look(stage, qtbot)
    yield stage
    stage.reminding.close()


def look(stage: Stage, qtbot: QtBot) -> None:
    looks = stage.work.looks
    stage.reminding._ask()
    qtbot.waitUntil(lambda: stage.work.looks > looks, timeout=10_000)


def sit(stage: Stage, qtbot: QtBot, minutes: int) -> None:
    """Work for so long, with the looks that come in it."""
    for _each in range(minutes // 5):
        stage.clock.go(5 * MINUTE)
        look(stage, qtbot)


@pytest.mark.xvfb
def test_start_pressed_in_dunst_has_the_break_ready(running: Stage, real: RealDesktop, qtbot: QtBot) -> None:
    sit(running, qtbot, 40)
    assert real.service.displayed == 0
    sit(running, qtbot, 5)
    until(lambda: real.service.displayed == 1, "the offer")
    with qtbot.waitSignal(running.reminding.break_accepted, timeout=10_000):
        real.service.press("Start")
    until(lambda: real.service.displayed == 0, "the offer to go")
    assert running.accepted == [TIMELINE]


@pytest.mark.xvfb
def test_in_ten_minutes_pressed_in_dunst_is_ten_minutes(running: Stage, real: RealDesktop, qtbot: QtBot) -> None:
    sit(running, qtbot, 45)
    until(lambda: real.service.displayed == 1, "the offer")
    real.service.press("In 10 minutes")
    qtbot.waitUntil(lambda: running.standing is Standing.SNOOZED, timeout=10_000)
    until(lambda: real.service.displayed == 0, "the offer to go")
    sit(running, qtbot, 10)
    until(lambda: real.service.displayed == 1, "the offer to come back")


@pytest.mark.xvfb
def test_twenty_sleeps_told_by_logind_leave_no_pile(running: Stage, real: RealDesktop, qtbot: QtBot) -> None:
    for _each in range(20):
        sit(running, qtbot, 40)
        real.logind.emit(MANAGER.path, MANAGER.interface, "PrepareForSleep", "b", True)
        qtbot.waitUntil(lambda: running.standing is Standing.AWAY, timeout=10_000)
        running.clock.sleep(1800)
        real.logind.emit(MANAGER.path, MANAGER.interface, "PrepareForSleep", "b", False)
        qtbot.waitUntil(lambda: running.standing is Standing.SITTING, timeout=10_000)
        look(running, qtbot)
    assert real.service.control("count", "history") == "0"
    assert real.service.displayed == 0
    sit(running, qtbot, 45)
    until(lambda: real.service.displayed == 1, "the one offer")
    assert real.service.control("count", "waiting") == "0"


@pytest.mark.xvfb
def test_whoever_asked_dunst_for_quiet_gets_no_offer(running: Stage, real: RealDesktop, qtbot: QtBot) -> None:
    real.service.control("set-paused", "true")
    sit(running, qtbot, 45)
    assert (running.standing, running.reminding.view.waits_for) == (Standing.WAITING, Obstacle.DO_NOT_DISTURB)
    real.service.control("set-paused", "false")
    running.clock.go(MINUTE)
    look(running, qtbot)
    until(lambda: real.service.displayed == 1, "the offer")


@pytest.mark.xvfb
@pytest.mark.parametrize(
    ("real", "trouble"),
    [
        ("dunst", NO_SERVICE),
        ("DBUS_SESSION_BUS_ADDRESS", NO_SERVICE),
        ("logind", NO_SIGNALS),
        ("DBUS_SYSTEM_BUS_ADDRESS", NO_SIGNALS),
        ("DISPLAY", UNKNOWN),
    ],
    indirect=["real"],
)
def test_each_missing_part_costs_one_thing_and_is_named(
    running: Stage, real: RealDesktop, qtbot: QtBot, trouble: str
) -> None:
    with qtbot.waitSignal(running.reminding.troubles_found, timeout=10_000):
        running.reminding.examine()
    named = {NO_SERVICE, NO_SIGNALS, UNKNOWN} & set(running.troubles[0])
    assert named == {trouble}
    sit(running, qtbot, 45)
    if trouble == NO_SERVICE:
        qtbot.waitUntil(lambda: len(running.messages) == 1, timeout=10_000)
        assert "Sample" in running.messages[0][1]
    else:
        until(lambda: real.service.displayed == 1, "the offer")
        assert running.messages == []
