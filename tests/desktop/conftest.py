from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from stretchtimer.desktop.dbus import Bus
from tests.desktop.buses import message_bus_daemon
from tests.virtual_screen import VirtualScreen, virtual_screen


@pytest.fixture
def bus_address() -> Iterator[str]:
    with message_bus_daemon() as address:
        yield address


@pytest.fixture
def bus(bus_address: str) -> Iterator[Bus]:
    bus = Bus(bus_address)
    yield bus
    bus.close()


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[VirtualScreen]:
    with virtual_screen(tmp_path / "runtime") as running:
        yield running
