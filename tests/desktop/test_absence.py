from __future__ import annotations

import os
from collections.abc import Iterator
from queue import SimpleQueue

import pytest

from stretchtimer.desktop.absence import LOGIND, MANAGER, SCREEN_SAVERS, Absence
from stretchtimer.desktop.dbus import DBUS, Bus, NoAnswer
from tests.desktop.buses import DEADLINE_S, MadeUp

MINE, ANOTHERS = "/org/freedesktop/login1/session/_31", "/org/freedesktop/login1/session/_32"
SESSION = f"{LOGIND}.Session"
News = SimpleQueue[str]


@pytest.fixture
def logind(bus_address: str) -> Iterator[MadeUp]:
    """A logind that knows the session by its process."""
    service = MadeUp(bus_address, LOGIND, {"GetSessionByPID": ("o", (MINE,))})
    yield service
    service.close()


@pytest.fixture
def news() -> News:
    return SimpleQueue()


@pytest.fixture
def absence(news: News) -> Absence:
    return Absence(lambda: news.put("left"), lambda: news.put("back"))


def heard(news: News, number: int) -> list[str]:
    return [news.get(timeout=DEADLINE_S) for _each in range(number)]


def test_sleep_and_waking_are_told(logind: MadeUp, bus: Bus, absence: Absence, news: News) -> None:
    absence.watch_machine(bus, {})
    for _night in range(2):
        logind.emit(MANAGER.path, MANAGER.interface, "PrepareForSleep", "b", True)
        logind.emit(MANAGER.path, MANAGER.interface, "PrepareForSleep", "b", False)
    assert heard(news, 4) == ["left", "back"] * 2
    assert logind.asked == [("GetSessionByPID", (os.getpid(),))]


def test_a_lock_is_told_and_anothers_is_not(logind: MadeUp, bus: Bus, absence: Absence, news: News) -> None:
    logind.answers["GetSession"] = ("o", (MINE,))
    absence.watch_machine(bus, {"XDG_SESSION_ID": "1"})
    assert logind.asked == [("GetSession", ("1",))]
    logind.emit(ANOTHERS, SESSION, "Lock")
    logind.emit(ANOTHERS, f"{DBUS}.Properties", "PropertiesChanged", *hint(True))
    logind.emit(MINE, SESSION, "Lock")
    logind.emit(MINE, SESSION, "Unlock")
    logind.emit(MINE, f"{DBUS}.Properties", "PropertiesChanged", "sa{sv}as", SESSION, {"Active": ("b", True)}, [])
    logind.emit(MINE, f"{DBUS}.Properties", "PropertiesChanged", *hint(True))
    logind.emit(MINE, f"{DBUS}.Properties", "PropertiesChanged", *hint(False))
    assert heard(news, 4) == ["left", "back"] * 2
    assert news.empty()


def hint(locked: bool) -> tuple[object, ...]:
    return "sa{sv}as", SESSION, {"LockedHint": ("b", locked)}, []


def test_an_unlocking_that_is_told_twice_is_one(logind: MadeUp, bus: Bus, absence: Absence, news: News) -> None:
    absence.watch_machine(bus, {})
    for _time in range(2):
        logind.emit(MINE, SESSION, "Lock")
        logind.emit(MINE, SESSION, "Unlock")
        logind.emit(MINE, f"{DBUS}.Properties", "PropertiesChanged", *hint(False))
    assert heard(news, 4) == ["left", "back"] * 2
    assert bus.has(LOGIND)  # by its answer, all that came before it has been heard
    assert news.empty()


def test_a_machine_that_wakes_up_locked_is_not_back_yet(logind: MadeUp, bus: Bus, absence: Absence, news: News) -> None:
    absence.watch_machine(bus, {})
    logind.emit(MANAGER.path, MANAGER.interface, "PrepareForSleep", "b", True)
    logind.emit(MINE, SESSION, "Lock")
    logind.emit(MANAGER.path, MANAGER.interface, "PrepareForSleep", "b", False)
    logind.emit(MINE, SESSION, "Unlock")
    assert heard(news, 3) == ["left", "left", "back"]
    assert news.empty()


@pytest.mark.parametrize("saver", SCREEN_SAVERS, ids=lambda saver: saver.path)
def test_a_screen_saver_is_told(bus_address: str, bus: Bus, absence: Absence, news: News, saver) -> None:
    service = MadeUp(bus_address, saver.interface)
    absence.watch_session(bus)
    service.emit(saver.path, saver.interface, "ActiveChanged", "b", True)
    service.emit(saver.path, saver.interface, "ActiveChanged", "b", False)
    assert heard(news, 2) == ["left", "back"]
    service.close()


def test_a_logind_that_knows_no_session_still_tells_of_sleep_and_locks(
    logind: MadeUp, bus: Bus, absence: Absence, news: News
) -> None:
    logind.answers.clear()
    absence.watch_machine(bus, {"XDG_SESSION_ID": "c9"})
    logind.emit(MINE, SESSION, "Lock")
    assert heard(news, 1) == ["left"]


def test_without_logind_there_is_no_answer(bus: Bus, absence: Absence) -> None:
    with pytest.raises(NoAnswer):
        absence.watch_machine(bus, {})
