"""Starts of the program while it starts, and while it hangs: never two that run."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.test_whole_program import PATIENCE_S, Running, until
from tests.virtual_screen import VirtualScreen, virtual_screen

PATIENT = f"""
from functools import partialmethod
from stretchtimer.cli import main
from stretchtimer.desktop.instance import Instance
Instance.claim_or_ask = partialmethod(Instance.claim_or_ask, patience_s={PATIENCE_S})
raise SystemExit(main())
"""
"""The program, but as patient with one that has not painted its window yet as the test is."""

pytestmark = [pytest.mark.xvfb, pytest.mark.skipif(sys.platform == "win32", reason="processes are stopped by a signal")]


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[VirtualScreen]:
    with virtual_screen(tmp_path / "runtime") as running:
        yield running


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "settings.toml").write_text("[safety]\nwelcomed = true\nscreened = true\n")
    return folder


def started(
    screen: VirtualScreen, data: Path, *arguments: str, program: tuple[str, str] = ("-m", "stretchtimer")
) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *program, "--data-dir", str(data), *arguments],
        env=screen.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def says_that_it_runs(screen: VirtualScreen, data: Path) -> bool:
    told, _errors = started(screen, data, "remind", "--status", "--json").communicate(timeout=PATIENCE_S)
    return bool(json.loads(told)["running"])


def test_of_two_starts_at_once_one_program_remains(screen: VirtualScreen, data: Path) -> None:
    first = started(screen, data)
    try:
        # The first has claimed to be the one that runs, but its window is not painted yet, so it does not listen.
        runtime = Path(screen.environment["XDG_RUNTIME_DIR"])
        until(lambda: list(runtime.glob("stretchtimer-*.lock")), "the claim")
        with started(screen, data, program=("-c", PATIENT)) as second:
            try:
                assert second.communicate(timeout=PATIENCE_S) == ("", "")
            finally:
                second.kill()
        assert second.returncode == 0
        assert first.poll() is None
        assert says_that_it_runs(screen, data)
    finally:
        first.terminate()
        first.communicate(timeout=PATIENCE_S)


def test_a_start_beside_one_that_hangs_says_so_and_takes_nothing_from_it(screen: VirtualScreen, data: Path) -> None:
    with Running(screen, data) as program:
        until(lambda: says_that_it_runs(screen, data), "the first to listen")
        program.process.send_signal(signal.SIGSTOP)
        second = started(screen, data)
        try:
            until(lambda: second.poll() is not None or screen.shows("Stretch Timer does not answer.*"), "the message")
            screen.press("Return")
            _told, errors = second.communicate(timeout=PATIENCE_S)
        finally:
            second.kill()
            program.process.send_signal(signal.SIGCONT)
        assert second.returncode == 1
        assert f"end process {program.process.pid}" in errors
        assert says_that_it_runs(screen, data)
        assert program.close() == (0, "")
