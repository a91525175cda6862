"""What the desktop around the program tells, where a question of it goes wrong in a way that nobody foresaw."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from stretchtimer.core.reminders.reminder_values import Choice, Obstacle
from stretchtimer.desktop import attention, idle
from stretchtimer.desktop.notifications import NOTIFICATIONS
from stretchtimer.desktop.surroundings import Seen, Surroundings, Told
from tests.desktop.buses import DEADLINE_S, MadeUp, until


class Stage:
    """Surroundings without a desktop; each of the two questions answers, or raises, what it is given."""

    def __init__(self) -> None:
        self.idle: float | Exception = 3.0
        self.microphone: bool | Exception = False
        self.seen: SimpleQueue[Seen] = SimpleQueue()
        self.unshown: SimpleQueue[str] = SimpleQueue()
        self.chosen: SimpleQueue[Choice] = SimpleQueue()
        self.reported: SimpleQueue[threading.ExceptHookArgs] = SimpleQueue()

    def look(self) -> Seen:
        self.surroundings.look(due=True)
        return self.seen.get(timeout=DEADLINE_S)

    def begin(self) -> None:
        def nothing(*_told: object) -> None: ...

        def unshown(title: str, _text: str) -> None:
            self.unshown.put(title)

        def chosen(choice: Choice, _token: str) -> None:
            self.chosen.put(choice)

        told = Told(seen=self.seen.put, left=nothing, back=nothing, chosen=chosen, unshown=unshown, troubles=nothing)
        self.surroundings = Surroundings(told)

    def idle_s(self) -> float:
        if isinstance(self.idle, Exception):
            raise self.idle
        return self.idle

    def hears(self) -> bool:
        if isinstance(self.microphone, Exception):
            raise self.microphone
        return self.microphone


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Stage]:
    stage = Stage()
    for name in ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"):
        monkeypatch.setenv(name, f"unix:path={tmp_path / 'nobody'}")
    monkeypatch.setattr(idle, "questions", lambda _bus: (idle.Question(stage.idle_s),))
    monkeypatch.setattr(attention, "questions", lambda _bus: {Obstacle.MICROPHONE: (stage.hears,)})
    monkeypatch.setattr(threading, "excepthook", stage.reported.put)
    stage.begin()
    yield stage
    stage.surroundings.close()


def test_a_look_sees_how_long_nobody_touched_the_machine_and_what_is_in_the_way(stage: Stage) -> None:
    stage.microphone = True
    assert stage.look() == Seen(3.0, Obstacle.MICROPHONE)
    assert stage.reported.empty()


@pytest.mark.parametrize(
    ("idle_s", "microphone", "seen"),
    [(3.0, ValueError("odd"), Seen(3.0, None)), (TypeError("odder"), False, Seen(None, None))],
)
def test_an_unforeseen_fault_is_reported_and_neither_this_look_nor_the_next_is_lost(
    stage: Stage, idle_s: float | Exception, microphone: bool | Exception, seen: Seen
) -> None:
    stage.idle, stage.microphone = idle_s, microphone
    assert stage.look() == seen
    fault = stage.reported.get(timeout=DEADLINE_S)
    assert fault.exc_value in (idle_s, microphone)
    assert fault.thread is not None and fault.thread.name == "surroundings"
    stage.idle, stage.microphone = 4.0, False
    assert stage.look() == Seen(4.0, None)
    assert stage.reported.empty()


def test_a_desktop_that_cannot_be_turned_to_is_reported_and_still_answers(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(idle, "questions", lambda _bus: 1 / 0)
    stage.begin()
    assert stage.look() == Seen(None, None)
    assert stage.reported.get(timeout=DEADLINE_S).exc_type is ZeroDivisionError


def test_an_offer_that_is_shown_late_can_be_chosen_and_is_withdrawn_at_the_end(
    stage: Stage, bus_address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = {"GetCapabilities": ("as", ([],)), "Notify": ("u", (7,)), "CloseNotification": ("", ())}
    service = MadeUp(bus_address, NOTIFICATIONS.name, answers, slow="Notify")
    stage.surroundings.close(DEADLINE_S)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus_address)
    stage.begin()
    stage.surroundings.offer("Time for a break", "", {Choice.START: "Start"})
    assert stage.unshown.get(timeout=DEADLINE_S) == "Time for a break"
    service.answer_late()
    service.emit(NOTIFICATIONS.path, NOTIFICATIONS.interface, "ActionInvoked", "us", 7, "start")
    assert stage.chosen.get(timeout=DEADLINE_S) is Choice.START
    stage.surroundings.close(DEADLINE_S)
    until(lambda: service.asked[-1] == ("CloseNotification", (7,)), "the offer to be taken back")
    service.close()
