"""How long `stretchtimer exercises` takes, as a ratio to Python's own start."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from pytest_benchmark.fixture import BenchmarkFixture

ROUNDS = 25
MOST = 3.0


def test_exercises_answers_nearly_as_fast_as_python_starts(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    # What pip does when it installs a package: Python keeps what it compiled. It does not where it is told not to.
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "PYTHONPYCACHEPREFIX": str(tmp_path / "compiled"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    script = "from stretchtimer.cli import main; raise SystemExit(main())"
    commands = {
        "pass": [sys.executable, "-c", "pass"],
        "exercises": [sys.executable, "-c", script, "--data-dir", str(tmp_path), "exercises"],
    }
    seconds: dict[str, list[float]] = {}

    def both() -> None:
        for name, command in commands.items():
            began = time.perf_counter()
            # Without a timeout: with one, Python asks in steps of several milliseconds whether the process has ended.
            subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
            seconds.setdefault(name, []).append(time.perf_counter() - began)

    both()  # the first answer compiles the modules and makes the memo
    seconds.clear()
    benchmark.pedantic(both, rounds=ROUNDS)
    medians = {name: statistics.median(taken) for name, taken in seconds.items()}
    ratio = medians["exercises"] / medians["pass"]
    benchmark.extra_info.update(ratio=ratio, medians=medians)
    print(f"\nexercises {ratio:.2f} x python -c pass; {medians}")
    assert ratio < MOST
