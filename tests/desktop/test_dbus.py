from __future__ import annotations

import threading
from pathlib import Path
from queue import SimpleQueue

import pytest

from stretchtimer.desktop import dbus
from stretchtimer.desktop.dbus import Bus, NoAnswer, Service, session_address, system_address
from tests.desktop.buses import DEADLINE_S, MadeUp, message_bus_daemon, until

TEA = Service("org.example.Tea", "/org/example/Tea", "org.example.Tea")


def test_a_method_answers(bus: Bus, bus_address: str) -> None:
    service = MadeUp(bus_address, TEA.name, {"Brew": ("su", ("green", 3)), "Get": ("v", (("b", True),))})
    assert bus.call(TEA, "Brew", "u", 4) == ("green", 3)
    assert bus.property(TEA, "Hot") is True
    assert service.asked == [("Brew", (4,)), ("Get", (TEA.interface, "Hot"))]
    assert bus.has(TEA.name)
    service.close()


def test_what_is_missing_or_refuses_is_no_answer(bus: Bus, bus_address: str) -> None:
    assert not bus.has(TEA.name)
    with pytest.raises(NoAnswer):
        bus.call(TEA, "Brew")
    service = MadeUp(bus_address, TEA.name)
    with pytest.raises(NoAnswer, match="Brew"):
        bus.call(TEA, "Brew")
    service.close()


def test_a_service_that_hangs_is_not_waited_for(bus: Bus, bus_address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dbus, "ANSWER_S", 0.05)
    hangs = MadeUp(bus_address, TEA.name)
    hangs.answers = {}
    hangs.close()  # it keeps its name until the connection is closed
    with pytest.raises(NoAnswer):
        bus.call(TEA, "Brew")


def test_signals_of_the_service_are_heard_and_of_others_not(bus: Bus, bus_address: str) -> None:
    heard: SimpleQueue[tuple[object, ...]] = SimpleQueue()
    bus.listen(TEA, "Ready", heard.put)
    other = MadeUp(bus_address, "org.example.Coffee")
    other.emit(TEA.path, TEA.interface, "Ready", "s", "coffee")
    service = MadeUp(bus_address, TEA.name)
    service.emit(TEA.path, TEA.interface, "Cold", "s", "tea")
    service.emit(TEA.path, TEA.interface, "Ready", "s", "tea")
    assert heard.get(timeout=DEADLINE_S) == ("tea",)
    assert heard.empty()
    other.close()
    service.close()


def test_a_listener_that_fails_is_reported_and_the_next_signal_is_heard(
    bus: Bus, bus_address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: SimpleQueue[threading.ExceptHookArgs] = SimpleQueue()
    heard: SimpleQueue[tuple[object, ...]] = SimpleQueue()
    monkeypatch.setattr(threading, "excepthook", reported.put)
    bus.listen(TEA, "Ready", lambda body: {}[body[0]])
    bus.listen(TEA, "Ready", heard.put)
    service = MadeUp(bus_address, TEA.name)
    for tea in ("green", "black"):
        service.emit(TEA.path, TEA.interface, "Ready", "s", tea)
        assert heard.get(timeout=DEADLINE_S) == (tea,)
        fault = reported.get(timeout=DEADLINE_S)
        assert (fault.exc_type, fault.thread and fault.thread.name) == (KeyError, "dbus")
    assert bus.has(TEA.name)
    service.close()


def test_of_a_signal_one_may_ask_for_those_with_a_first_value_alone(bus: Bus, bus_address: str) -> None:
    heard: SimpleQueue[tuple[object, ...]] = SimpleQueue()
    bus.listen(TEA, "Ready", heard.put, first="green")
    service = MadeUp(bus_address, TEA.name)
    for tea in ("black", "green"):
        service.emit(TEA.path, TEA.interface, "Ready", "s", tea)
    assert heard.get(timeout=DEADLINE_S) == ("green",)
    service.close()


def test_a_bus_that_goes_away_is_no_answer() -> None:
    with message_bus_daemon() as address:
        bus = Bus(address)
        threads = threading.active_count()
    until(lambda: threading.active_count() < threads, "the thread to end")
    with pytest.raises(NoAnswer):
        bus.has(TEA.name)
    bus.close()


@pytest.mark.parametrize("address", ["unix:path=/nowhere/bus", "tcp:host=localhost,port=1", "nonsense"])
def test_no_bus_is_no_answer(address: str) -> None:
    with pytest.raises(NoAnswer):
        Bus(address)


def test_the_sessions_bus_is_found_where_the_environment_or_the_runtime_folder_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/somewhere")
    assert session_address() == "unix:path=/somewhere"
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    with pytest.raises(NoAnswer):
        session_address()
    (tmp_path / "bus").touch()
    assert session_address() == f"unix:path={tmp_path / 'bus'}"
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/machine")
    assert system_address() == "unix:path=/machine"
