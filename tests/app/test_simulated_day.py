"""A day of twenty breaks, each of which the machine leaves in mid-hold, in the program as a whole but for its clock.

No timer is waited for: the clock is set to the moment for which the program set one, and what the timer would have
called is called.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from math import inf
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchtimer.app.program import Program
from stretchtimer.core.records import Ending
from stretchtimer.core.reminders.reminder_values import Choice, Standing
from stretchtimer.core.session.session import Command, SessionView, State
from stretchtimer.desktop.surroundings import Seen, Told
from stretchtimer.storage.folders import find_folders
from tests.samples import ManualClock

SETTINGS = """
[safety]
welcomed = true
screened = true
[cues]
sound = false
voice = false
[pacing]
hear_set_up = false
[reminders]
on = true
days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
begin = "00:00"
end = "00:00"
"""
MINUTE = 60
HELD_S = 11.0
"""So long a hold lasts before the machine is left. What is broken off earlier is not kept."""


class Desktop:
    """A desktop at which somebody sits, and which keeps the offers that it shows."""

    def __init__(self, told: Told) -> None:
        self.told, self.offers, self.open = told, 0, 0

    def look(self, *, due: bool) -> None:
        self.told.seen(Seen(idle_s=1.0, obstacle=None))

    def offer(self, title: str, text: str, labels: Mapping[Choice, str]) -> None:
        self.offers += 1
        self.open += 1
        assert self.open == 1, "one at a time"

    def withdraw(self) -> None:
        self.open = 0

    def examine(self) -> None: ...

    def close(self) -> None: ...


class Day:
    """The program, its desktop, and the time."""

    def __init__(self, application: QApplication, program: Program, desktops: list[Desktop]) -> None:
        self.application, self.program, self._desktops = application, program, desktops
        self.clock = ManualClock()
        program.parts.__dict__["clock"] = self.clock

    @property
    def desktop(self) -> Desktop:
        (desktop,) = self._desktops
        return desktop

    @property
    def view(self) -> SessionView:
        conductor = self.program._performer._conductor
        assert conductor
        return conductor.view()

    def tell(self, what: str) -> None:
        getattr(self.desktop.told, what)()
        QCoreApplication.processEvents()

    def sit_until_offered(self) -> None:
        reminding = self.program._desk.reminding
        for _look in range(60):
            due_s = reminding._reminder.next_look_at
            assert due_s is not None
            self.clock.go(max(0.0, due_s - self.clock.monotonic_s))
            reminding._ask()
            QCoreApplication.processEvents()
            if reminding.view.standing is Standing.OFFERED:
                return
        pytest.fail("no offer")

    def begin_break(self) -> None:
        self.desktop.told.chosen(Choice.START, "")
        QCoreApplication.processEvents()
        self.program._performer.command(Command.START)

    def go_on(self, until_s: float | None = None) -> None:
        """Let the session go on, to its end or until its current hold has lasted ``until_s``."""
        performer = self.program._performer
        while (conductor := performer._conductor) and (due_s := conductor.due_in_s) is not None:
            view, left_s = conductor.view(), inf
            if until_s is not None and view.phase.is_work and view.phase.length_s > until_s:
                left_s = until_s - view.elapsed_s
            self.clock.go(min(due_s, left_s))
            performer._due.timeout.emit()
            if left_s < due_s:
                return


@pytest.fixture
def day(qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Day]:
    desktops: list[Desktop] = []

    def surroundings(told: Told) -> Desktop:
        desktops.append(Desktop(told))
        return desktops[-1]

    monkeypatch.setattr("stretchtimer.desktop.surroundings.Surroundings", surroundings)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    folders = find_folders(str(tmp_path))
    Path(folders.settings).write_text(SETTINGS)
    before = qapp.palette(), qapp.styleSheet()
    program = Program(qapp, folders)
    day = Day(qapp, program, desktops)
    program.window.show()
    program.finish_starting("")
    yield day
    program.window.close()
    program.close()
    program.window.deleteLater()
    program.deleteLater()
    qapp.setPalette(before[0])
    qapp.setStyleSheet(before[1])


def leave(day: Day, how: str) -> None:
    """Leave the machine for 20 minutes, and come back."""
    match how:
        case "sleep":
            day.tell("left")
            day.clock.sleep(20 * MINUTE)
            day.tell("back")
        case "sleep that nobody tells of":
            day.clock.sleep(20 * MINUTE)
            day.program._performer._due.timeout.emit()
        case "lock":
            day.tell("left")
            day.clock.go(20 * MINUTE)
            day.tell("back")
        case "unplugged screen":
            day.application.screenRemoved.emit(day.application.primaryScreen())
            day.program._performer._due.timeout.emit()


def test_twenty_times_away_in_mid_hold_lose_no_hold_and_pile_up_no_offer(day: Day) -> None:
    ways = ("sleep", "sleep that nobody tells of", "lock", "unplugged screen")
    for number in range(20):
        day.sit_until_offered()
        assert day.desktop.offers == number + 1
        day.begin_break()
        timeline = day.view.timeline
        if number % 2:
            day.program._performer._page.compact_requested.emit()
        day.go_on(until_s=HELD_S)
        way = ways[number % len(ways)]
        leave(day, way)
        assert day.view.state is (State.RUNNING if way == "unplugged screen" else State.PAUSED)
        assert day.desktop.open == 0, "an offer that nobody can see"
        if day.view.state is State.PAUSED:
            day.program._performer.command(Command.RESUME)
        day.go_on()

        (last,) = day.program.parts.history.sessions(limit=1)
        assert last.ended is Ending.COMPLETED
        planned = [phase.length_s for phase in timeline.phases if phase.is_work]
        assert [hold.held_s for hold in last.holds if hold.finished] == pytest.approx(planned)
        broken = [hold for hold in last.holds if not hold.finished]
        assert [hold.held_s for hold in broken] == pytest.approx([] if way == "unplugged screen" else [HELD_S])
    assert len(day.program.parts.history.sessions()) == 20
