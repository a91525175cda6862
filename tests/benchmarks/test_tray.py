"""What the program costs while it reminds from the tray and nobody touches anything: wakings, processor, memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.desktop.buses import MadeUp, message_bus_daemon, until
from tests.test_tray_hosts import SETTINGS, WATCHER
from tests.virtual_screen import VirtualScreen

SETTLED_S = 18
"""The last look for a tray comes 15 seconds after the start: `stretchtimer.app.desk`."""
IDLE_S = 60
MOST_WAKINGS = 0.5
"""Voluntary context switches a second, of all threads."""
MOST_CPU = 0.0005
MOST_MEMORY = 1.5
"""Times what an empty window of Qt has."""

EMPTY = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1240, 780)
window.show()
application.exec()
"""


class Cost(NamedTuple):
    """What a process has used since it began, and the memory that it has, shared or not, in KiB."""

    wakings: int
    cpu_s: float
    memory: int


def cost(process: int) -> Cost:
    folder = Path("/proc", str(process))
    switches = [
        int(line.split()[1])
        for thread in (folder / "task").iterdir()
        for line in (thread / "status").read_text().splitlines()
        if line.startswith("voluntary_ctxt_switches")
    ]
    times = (folder / "stat").read_text().rpartition(")")[2].split()
    rollup = (folder / "smaps_rollup").read_text().splitlines()
    resident = next(int(line.split()[1]) for line in rollup if line.startswith("Rss:"))
    return Cost(sum(switches), (int(times[11]) + int(times[12])) / os.sysconf("SC_CLK_TCK"), resident)


@contextmanager
def running(environment: dict[str, str], *arguments: str) -> Iterator[int]:
    process = subprocess.Popen([sys.executable, *arguments], env=environment)
    try:
        time.sleep(SETTLED_S)
        yield process.pid
    finally:
        process.terminate()
        process.wait()


@pytest.mark.xvfb
@pytest.mark.skipif(sys.platform != "linux", reason="what a process costs is read from /proc")
def test_idle_in_the_tray_it_sleeps(benchmark: BenchmarkFixture, tmp_path: Path, screen: VirtualScreen) -> None:
    (tmp_path / "settings.toml").write_text(SETTINGS)
    with message_bus_daemon() as address:
        watcher = MadeUp(address, WATCHER, {"RegisterStatusNotifierItem": ("", ()), "Get": ("v", (("b", True),))})
        environment = screen.environment | {"DBUS_SESSION_BUS_ADDRESS": address}
        environment["PYTHONPATH"] = os.pathsep.join(sys.path)
        with running(environment, "-c", EMPTY) as process:
            empty = cost(process)
        ours: list[Cost] = []
        with running(environment, "-m", "stretchtimer", "--data-dir", str(tmp_path), "--hidden") as process:
            until(lambda: any(member == "RegisterStatusNotifierItem" for member, _body in watcher.asked), "the tray")
            ours.append(cost(process))
            benchmark.pedantic(lambda: time.sleep(IDLE_S), rounds=1)
            ours.append(cost(process))
    wakings = (ours[1].wakings - ours[0].wakings) / IDLE_S
    cpu = (ours[1].cpu_s - ours[0].cpu_s) / IDLE_S
    memory = ours[1].memory / empty.memory
    benchmark.extra_info.update(wakings=wakings, cpu=cpu, memory_ratio=memory)
    print(f"\n{wakings:.2f} wakings a second, {100 * cpu:.3f} % of a core, {memory:.2f} x an empty window's memory")
    print(f"ours {ours[1].memory} KiB, empty {empty.memory} KiB")
    assert wakings < MOST_WAKINGS
    assert cpu < MOST_CPU
    assert memory <= MOST_MEMORY
