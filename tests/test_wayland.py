"""The running program in a real Wayland desktop without a tray, by its own keys."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.desktop.buses import message_bus_daemon
from tests.test_tray_hosts import SETTINGS
from tests.test_whole_program import PATIENCE_S, until
from tests.wayland_screens import Sway, Window, sway

pytestmark = pytest.mark.xvfb
LARGE, COMPACT, DIALOG = "Stretch Timer", "Stretch Timer, compact — Stretch Timer", "Still reminding — Stretch Timer"
FAULTS = ("Traceback", "Warning:")
"""What Python writes of a fault. Qt and the libraries below it also say what a bare desktop or machine lacks."""


@pytest.fixture
def screen() -> Iterator[Sway]:
    with sway() as running, message_bus_daemon() as address:
        running.environment["DBUS_SESSION_BUS_ADDRESS"] = address
        yield running


@pytest.fixture
def command(tmp_path: Path) -> list[str]:
    (tmp_path / "settings.toml").write_text(SETTINGS)
    return [sys.executable, "-m", "stretchtimer", "--data-dir", str(tmp_path)]


@contextmanager
def running(command: list[str], screen: Sway) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(command, env=screen.environment, stderr=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def only(screen: Sway) -> Window | None:
    """Return the one window, if there is one."""
    windows = screen.windows()
    return windows[0] if len(windows) == 1 else None


def await_window(screen: Sway, title: str) -> None:
    """Wait until there is the window ``title`` and has the focus."""
    until(lambda: any(window.title == title and window.focused for window in screen.windows()), title)


def test_a_session_goes_small_and_large_and_the_closed_window_is_found_again(
    screen: Sway, command: list[str], tmp_path: Path
) -> None:
    with running(command, screen) as program:
        await_window(screen, LARGE)
        until((tmp_path / "history.sqlite3").exists, "what is loaded after the first paint")
        screen.press("Return", modifier="ctrl")  # start
        screen.press("c")
        await_window(screen, COMPACT)
        assert only(screen), "the large window gives way to the small one"
        screen.press("c")
        await_window(screen, LARGE)
        screen.press("Escape")
        screen.command('[app_id="stretchtimer"]', "kill")
        await_window(screen, DIALOG)
        screen.press("Return")
        until(lambda: only(screen), "the word that there is no tray to go")

        screen.command("workspace", "elsewhere")
        until(lambda: (window := only(screen)) and not window.visible, "another place to be shown")
        assert subprocess.run(command, env=screen.environment, timeout=PATIENCE_S, check=False).returncode == 0
        until(lambda: (window := only(screen)) and window.urgent, "the desktop to point at the window")

        program.terminate()
        _out, errors = program.communicate(timeout=PATIENCE_S)
        assert program.returncode == 0
        assert [line for line in errors.splitlines() if any(fault in line for fault in FAULTS)] == []
