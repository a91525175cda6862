"""What the program costs while it reminds from the tray and nobody touches anything: wakings, processor, memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.idle_cost import Used, between, table, used
from tests.benchmarks.peers import PEERS, running_peer
from tests.desktop.buses import MadeUp, message_bus_daemon, until
from tests.test_tray_hosts import SETTINGS, WATCHER, close_window, windows
from tests.virtual_screen import VirtualScreen

SETTLED_S = 18
"""The last look for a tray comes 15 seconds after the start: `stretchtimer.app.desk`."""
IDLE_S = 60
MOST_WAKINGS = 0.5
"""Voluntary context switches a second, of all threads."""
MOST_CPU = 0.0005
MOST_MEMORY = 1.5
"""Times what an empty window of Qt has, resident, as long as the window was not opened since the start."""
MOST_MEMORY_OPENED = 1.75
"""Afterwards: what Qt and Python loaded for the window's pages, they do not give back."""
BY_CHANCE = 6 / IDLE_S
"""So few wakings are a look at the desktop, which comes every five minutes, and may fall into the measured minute."""
CLOCK_TICK = 0.01 / IDLE_S
"""The least processor time that the system tells: one program may have one of these more by chance."""

EMPTY = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1240, 780)
window.show()
application.exec()
"""
EMPTY_WINDOW, OURS, OURS_CLOSED = (
    "an empty window of Qt",
    "Stretch Timer, started hidden",
    "Stretch Timer, window closed",
)


@contextmanager
def running(environment: dict[str, str], *arguments: str) -> Iterator[int]:
    process = subprocess.Popen([sys.executable, *arguments], env=environment)
    try:
        yield process.pid
    finally:
        process.terminate()
        process.wait(timeout=30)


@contextmanager
def reminding(environment: dict[str, str], data: Path, *options: str) -> Iterator[int]:
    data.mkdir()
    (data / "settings.toml").write_text(SETTINGS)
    with running(environment, "-m", "stretchtimer", "--data-dir", str(data), *options) as process:
        yield process


@contextmanager
def everything(screen: VirtualScreen, folder: Path) -> Iterator[dict[str, int]]:
    """Start ours, hidden and with a window that was closed, an empty window and the peers, and give their processes."""
    with ExitStack() as stack:
        address = stack.enter_context(message_bus_daemon())
        watcher = MadeUp(address, WATCHER, {"RegisterStatusNotifierItem": ("", ()), "Get": ("v", (("b", True),))})
        environment = screen.environment | {"DBUS_SESSION_BUS_ADDRESS": address}
        environment["PYTHONPATH"] = os.pathsep.join(sys.path)
        processes = {
            EMPTY_WINDOW: stack.enter_context(running(environment, "-c", EMPTY)),
            OURS: stack.enter_context(reminding(environment, folder / "hidden", "--hidden")),
            OURS_CLOSED: stack.enter_context(reminding(environment, folder / "closed")),
        }
        until(lambda: windows(screen), "the window")
        until(lambda: sum("RegisterStatusNotifierItem" in member for member, _body in watcher.asked) == 2, "the icons")
        close_window(screen)
        until(lambda: not windows(screen), "the window to go")
        for peer in PEERS:
            if peer.installed:
                processes[peer.name] = stack.enter_context(running_peer(peer, screen.environment, folder / peer.name))
            else:
                print(f"\n{peer.name}: not there to be measured (package {peer.package})")
        time.sleep(SETTLED_S)
        yield processes


@pytest.mark.xvfb
@pytest.mark.skipif(sys.platform != "linux", reason="what a process costs is read from /proc")
def test_idle_in_the_tray_it_sleeps(benchmark: BenchmarkFixture, tmp_path: Path, screen: VirtualScreen) -> None:
    with everything(screen, tmp_path) as processes:

        def look() -> dict[str, Used]:
            return {name: used(process) for name, process in processes.items()}

        first = look()
        benchmark.pedantic(lambda: time.sleep(IDLE_S), rounds=1)
        last = look()
    costs = {name: between(first[name], last[name], IDLE_S) for name in processes}
    empty = costs[EMPTY_WINDOW]
    ratios = {name: costs[name].resident / empty.resident for name in (OURS, OURS_CLOSED)}
    shares = {name: costs[name].proportional / empty.proportional for name in (OURS, OURS_CLOSED)}
    benchmark.extra_info.update(costs={name: cost._asdict() for name, cost in costs.items()}, ratios=ratios)
    print(f"\n{table(costs)}")
    for name in (OURS, OURS_CLOSED):
        print(f"{name}: {ratios[name]:.2f} x an empty window's memory (RSS), {shares[name]:.2f} x by shares (PSS)")
    for name in (OURS, OURS_CLOSED):
        assert costs[name].wakings < MOST_WAKINGS
        assert costs[name].cpu < MOST_CPU
        for peer in PEERS:
            if cost := costs.get(peer.name):
                assert costs[name].wakings <= cost.wakings + BY_CHANCE
                assert costs[name].cpu <= cost.cpu + CLOCK_TICK
    assert ratios[OURS] <= MOST_MEMORY
    assert ratios[OURS_CLOSED] <= MOST_MEMORY_OPENED
