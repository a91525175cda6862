"""The reminder in the program with a real bus, dunst, X server and made-up logind, each of which may be missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from stretchtimer.core.reminders.reminder_values import Obstacle, Standing
from stretchtimer.desktop.absence import LOGIND, MANAGER
from stretchtimer.desktop.idle import UNKNOWN
from stretchtimer.desktop.notifications import NO_SERVICE
from stretchtimer.desktop.surroundings import NO_SIGNALS
from tests.app.stage import MINUTE, TIMELINE, Stage
from tests.desktop.buses import Dunst, MadeUp, dunst, message_bus_daemon, until
from tests.virtual_screen import virtual_screen


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
