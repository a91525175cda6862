"""The whole program as a person uses it: on a screen, by real keys, from the first page to the chart."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.virtual_screen import VirtualScreen, virtual_screen

PATIENCE_S = 60
KNEELING = Path(__file__).parent.parent / "assets" / "exercises" / "s4-kneeling-psoas.toml"

SHORT_TIMES = """
[pacing]
get_ready_s = 3
switch_s = 3
rest_s = 3
hear_set_up = false
"""
QUICK_ROUTINE = """
id = "aa-quick"
name = "Aa quick"
summary = "Two short holds."
items = [{ exercise = "quick-kneeling", sets = 1, hold_s = 2 }]
"""


def until(condition: Callable[[], Any], what: str) -> Any:
    """Return what ``condition`` gives as soon as it gives something; fail if that takes too long."""
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        if result := condition():
            return result
        time.sleep(0.02)
    pytest.fail(f"waited {PATIENCE_S} s for {what}")


class Running:
    """The running program and its history, looked at from outside."""

    def __init__(self, screen: VirtualScreen, data: Path, *arguments: str) -> None:
        self.screen, self.data = screen, data
        self.process = subprocess.Popen(
            [sys.executable, "-m", "stretchtimer", "--data-dir", str(data), *arguments],
            env=screen.environment,
            stderr=subprocess.PIPE,
            text=True,
        )
        if "--hidden" not in arguments:
            until(lambda: self._alive() and screen.shows("Stretch Timer"), "the window")
        until((data / "history.sqlite3").exists, "the history")

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Ask the history from outside; it may have no tables yet."""
        with closing(sqlite3.connect(self.data / "history.sqlite3")) as history:
            try:
                return history.execute(query).fetchall()
            except sqlite3.OperationalError:
                return []

    def close(self) -> tuple[int, str]:
        """Ask it to end; return its exit code and what it complained of."""
        self.process.terminate()
        _out, errors = self.process.communicate(timeout=PATIENCE_S)
        return self.process.returncode, errors

    def __enter__(self) -> Running:
        return self

    def __exit__(self, *_error: object) -> None:
        self.process.kill()
        self.process.communicate()

    def _alive(self) -> bool:
        assert self.process.poll() is None, self.process.communicate()[1]
        return True


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[VirtualScreen]:
    with virtual_screen(tmp_path / "runtime") as running:
        yield running


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with a short exercise and routine of the person's own."""
    folder = tmp_path / "data"
    for kind in ("exercises", "routines"):
        (folder / kind).mkdir(parents=True)
    text = KNEELING.read_text(encoding="utf-8").replace('"s4-kneeling-psoas"', '"quick-kneeling"')
    (folder / "exercises" / "quick-kneeling.toml").write_text(text.replace("min = 10", "min = 1"), encoding="utf-8")
    (folder / "routines" / "aa-quick.toml").write_text(QUICK_ROUTINE, encoding="utf-8")
    (folder / "settings.toml").write_text(SHORT_TIMES, encoding="utf-8")
    return folder


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where screenshots go: a folder that is named from outside, for whoever wants to look at them."""
    folder = Path(os.environ.get("STRETCHTIMER_PICTURES", tmp_path / "pictures"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.mark.xvfb
def test_from_the_first_page_to_the_chart_by_keys_alone(screen: VirtualScreen, data: Path, pictures: Path) -> None:
    with Running(screen, data) as program:
        screen.picture(pictures / "1-welcome.png")
        screen.press("Return")  # take the self-test first
        screen.press("space", "space", "p", "space", "l")  # lie down, pull, right passed, pull, left lifted
        screen.picture(pictures / "2-answers.png")
        screen.press("ctrl+Return")
        results = until(lambda: program.rows("SELECT side, outcome FROM self_test_results ORDER BY side"), "the test")
        assert results == [("left", "lifted"), ("right", "passed")]

        screen.press("ctrl+1", "ctrl+f", *"quick", "ctrl+Return")
        until(lambda: screen.shows("Safety first"), "the safety question")
        screen.press("Return")  # none of these
        until(lambda: screen.shows("Stretch Timer"), "the window again")
        until(lambda: program.rows("SELECT held_s FROM holds WHERE side = 'left' AND held_s >= 1"), "the first hold")
        screen.picture(pictures / "3-session.png")
        holds = until(
            lambda: program.rows(
                "SELECT side, held_s, finished FROM holds JOIN sessions ON sessions.id = session_id "
                "WHERE ended = 'completed' ORDER BY holds.started_utc"
            ),
            "the end of the session",
        )
        assert holds == [("left", 2.0, 1), ("right", 2.0, 1)]
        summary = screen.picture(pictures / "4-summary.png")
        screen.press("Return")
        until(lambda: screen.picture(pictures / "5-stretch.png") != summary, "the summary to close")
        stretch = screen.picture(pictures / "5-stretch.png")
        screen.press("ctrl+3")
        until(lambda: screen.picture(pictures / "6-progress.png") != stretch, "the chart")
        assert program.close() == (0, "")


@pytest.mark.xvfb
def test_closing_in_mid_hold_keeps_the_seconds(screen: VirtualScreen, data: Path) -> None:
    with (data / "settings.toml").open("a") as settings:
        settings.write("[safety]\nwelcomed = true\nscreened = true\n")
    with Running(screen, data, "start", "s4-kneeling-psoas") as program:
        screen.press("space")
        until(lambda: program.rows("SELECT 1 FROM holds WHERE held_s >= 1"), "a second of the hold")
        assert program.close() == (0, "")
        ((held_s, finished, ended),) = program.rows(
            "SELECT held_s, finished, ended FROM holds JOIN sessions ON sessions.id = session_id"
        )
        assert 1 <= held_s < 30
        assert (finished, ended) == (0, "stopped")


@pytest.mark.xvfb
def test_a_crash_in_mid_hold_keeps_the_seconds(screen: VirtualScreen, data: Path) -> None:
    with (data / "settings.toml").open("a") as settings:
        settings.write("[safety]\nwelcomed = true\nscreened = true\n")
    with Running(screen, data, "start", "s4-kneeling-psoas") as program:
        screen.press("space")
        until(lambda: program.rows("SELECT 1 FROM holds WHERE held_s >= 1"), "a second of the hold")
        program.process.kill()
        program.process.wait()
        ((held_s, finished, ended),) = program.rows(
            "SELECT held_s, finished, ended FROM holds JOIN sessions ON sessions.id = session_id"
        )
        assert held_s >= 1
        assert (finished, ended) == (0, "interrupted")


@pytest.mark.xvfb
def test_a_second_start_asks_the_window_that_runs(screen: VirtualScreen, data: Path) -> None:
    with (data / "settings.toml").open("a") as settings:
        settings.write("[safety]\nwelcomed = true\nscreened = true\n")
    with Running(screen, data) as program:
        second = subprocess.run(
            [sys.executable, "-m", "stretchtimer", "--data-dir", str(data), "start", "s4-kneeling-psoas"],
            env=screen.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
        assert (second.returncode, second.stderr) == (0, "")
        screen.shows("Stretch Timer")
        screen.press("space")
        until(lambda: program.rows("SELECT 1 FROM sessions WHERE routine = 's4-kneeling-psoas'"), "the session")
        assert program.close() == (0, "")
