"""Time to the first painted window, and memory then, as ratios to an empty QMainWindow started the same way."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.virtual_screen import VirtualScreen

ROUNDS = 10
MOST = 1.5

# Both tell when their window was exposed, which is when Qt has painted it, and their memory after their start is over.
EMPTY = """
import json, sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Expose:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, done)
        return False
def done():
    import stretchtimer_probe as probe
    probe.told()
    QTimer.singleShot(300, lambda: (probe.ended(), application.quit()))
window.resize(1240, 780)
window.show()
watch = Watch()
window.windowHandle().installEventFilter(watch)
application.exec()
"""
OURS = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import stretchtimer.app.run as run
from stretchtimer.cli import main
finish = run._finish_starting
def finish_starting(*arguments):
    import stretchtimer_probe as probe
    probe.told()
    finish(*arguments)
    QTimer.singleShot(300, lambda: (probe.ended(), QApplication.quit()))
run._finish_starting = finish_starting
main(["--data-dir", {data!r}])
"""
PROBE = """
import json, sys, time
from pathlib import Path
figures = []
def pss():
    rollup = Path("/proc/self/smaps_rollup").read_text()
    return next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
def told():
    figures.extend([time.monotonic(), pss()])
def ended():
    print(json.dumps([*figures, pss(), "pyqtgraph" in sys.modules]))
"""


@pytest.mark.xvfb
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is read from /proc")
def test_the_window_is_painted_nearly_as_soon_as_an_empty_one(
    benchmark: BenchmarkFixture, tmp_path: Path, screen: VirtualScreen
) -> None:
    (tmp_path / "stretchtimer_probe.py").write_text(PROBE)
    data = tmp_path / "data"
    data.mkdir()
    (data / "settings.toml").write_text("[safety]\nwelcomed = true\n")
    environment = screen.environment | {"PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    scripts = {"empty": EMPTY, "ours": OURS.format(data=str(data))}
    figures: dict[str, list[tuple[float, ...]]] = {name: [] for name in scripts}

    def run(name: str) -> tuple[float, ...]:
        began = time.monotonic()
        told = subprocess.run(
            [sys.executable, "-c", scripts[name]],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        painted, pss_then, pss_later, has_chart = json.loads(told.stdout.splitlines()[-1])
        assert not has_chart
        return painted - began, pss_then, pss_later

    def both() -> None:
        for name in scripts:
            figures[name].append(run(name))

    both()  # the first start reads everything from the disk
    figures = {name: [] for name in scripts}
    benchmark.pedantic(both, rounds=ROUNDS)
    medians = {
        name: [statistics.median(column) for column in zip(*rows, strict=True)] for name, rows in figures.items()
    }
    time_ratio, memory_ratio, later_ratio = (
        ours / empty for ours, empty in zip(medians["ours"], medians["empty"], strict=True)
    )
    benchmark.extra_info.update(time_ratio=time_ratio, memory_ratio=memory_ratio, medians=medians)
    print(
        f"\nan empty window's time {time_ratio:.2f} x, its memory {memory_ratio:.2f} x at the first paint, "
        f"{later_ratio:.2f} x once the first page and the history are loaded; {medians}"
    )
    assert time_ratio <= MOST
    assert memory_ratio <= MOST
