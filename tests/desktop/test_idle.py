"""How long nobody touched the machine: asked of a real X server, and of a made-up Mutter."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from stretchtimer.desktop import x11
from stretchtimer.desktop.dbus import Bus, NoAnswer
from stretchtimer.desktop.idle import MUTTER, UNKNOWN, Idle, Question, mutter_idle_s, questions
from stretchtimer.desktop.wayland_wire import NoWayland
from tests.desktop.buses import MadeUp, end, until
from tests.virtual_screen import VirtualScreen

WINDOW = """
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication(["{title}"])
window = QWidget()
window.setWindowTitle("{title}")
window.resize(300, 200)
window.{show}()
application.exec()
"""


@pytest.fixture
def x_server(screen: VirtualScreen, monkeypatch: pytest.MonkeyPatch) -> VirtualScreen:
    monkeypatch.setenv("DISPLAY", screen.environment["DISPLAY"])
    return screen


@pytest.mark.xvfb
def test_a_moved_mouse_ends_idle_time(x_server: VirtualScreen) -> None:
    def moved() -> bool:
        subprocess.run(["xdotool", "mousemove_relative", "5", "5"], env=x_server.environment, check=True)
        return x11.idle_s() < 2

    until(lambda: x11.idle_s() > 2, "two seconds")
    until(moved, "the mouse")
    assert Idle((Question(x11.idle_s),)).idle_s() is not None


@contextmanager
def window(screen: VirtualScreen, title: str, show: str) -> Iterator[None]:
    """Have a window of another program."""
    process = subprocess.Popen([sys.executable, "-c", WINDOW.format(title=title, show=show)], env=screen.environment)
    try:
        until(lambda: screen.shows(title), title)
        yield
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def film(x_server: VirtualScreen, request: pytest.FixtureRequest) -> Iterator[str]:
    with window(x_server, "film", request.param):
        yield request.param


@pytest.mark.xvfb
@pytest.mark.parametrize("film", ["showFullScreen", "show"], indirect=True)
def test_a_film_fills_the_screen_and_a_window_does_not(film: str) -> None:
    assert x11.full_screen() is (film == "showFullScreen")


@pytest.fixture
def window_manager(x_server: VirtualScreen) -> Iterator[VirtualScreen]:
    if shutil.which("openbox") is None:
        pytest.skip("openbox is not installed (package openbox)")
    manager = subprocess.Popen(["openbox", "--sm-disable"], env=x_server.environment, stderr=subprocess.DEVNULL)
    try:
        until(lambda: xdotool(x_server, "get_num_desktops"), "the window manager")
        yield x_server
    finally:
        end(manager)


def xdotool(screen: VirtualScreen, *command: str) -> str:
    """Return what xdotool answers; empty if it fails."""
    asked = ["xdotool", *command]
    return subprocess.run(asked, env=screen.environment, capture_output=True, text=True, check=False).stdout.strip()


@pytest.mark.xvfb
def test_a_film_counts_as_long_as_it_is_seen_also_beside_a_window_in_use(window_manager: VirtualScreen) -> None:
    assert x11.full_screen() is False
    with window(window_manager, "film", "showFullScreen"):
        until(x11.full_screen, "the film to fill the screen")
        film = xdotool(window_manager, "getactivewindow")
        with window(window_manager, "notes", "show"):
            until(lambda: xdotool(window_manager, "getactivewindow") != film, "the notes to be in use")
            assert x11.full_screen() is True
            xdotool(window_manager, "set_desktop", "1")
            until(lambda: x11.full_screen() is False, "the other desktop")
            xdotool(window_manager, "set_desktop", "0")
            until(x11.full_screen, "the desktop of the film")
            xdotool(window_manager, "windowminimize", film)
            until(lambda: x11.full_screen() is False, "the film to be minimised")


@pytest.mark.xvfb
def test_a_film_that_lies_below_the_work_does_not_count(window_manager: VirtualScreen) -> None:
    with window(window_manager, "film", "showFullScreen"):
        until(x11.full_screen, "the film to fill the screen")
        with window(window_manager, "work", "showMaximized"):
            until(lambda: x11.full_screen() is False, "the work to cover it")


@pytest.mark.xvfb
def test_a_window_that_has_closed_meanwhile_ends_nobody(x_server: VirtualScreen) -> None:
    """Xlib ends a program that asks about a window that is gone, unless it is told not to."""
    with x11._display() as (x, display):
        assert x11._property(x, display, 0x1234567, 1) == []
    assert x11.full_screen() is False


def test_without_an_x_server_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4242")
    with pytest.raises(x11.NoX):
        x11.idle_s()
    with pytest.raises(x11.NoX):
        x11.full_screen()
    monkeypatch.setattr(x11, "_display", None)
    with pytest.raises(x11.NoX, match="missing"):
        x11._library("libNowhere.so.9")


def test_gnomes_compositor_is_asked_by_d_bus(bus: Bus, bus_address: str) -> None:
    with pytest.raises(NoAnswer):
        mutter_idle_s(bus)
    mutter = MadeUp(bus_address, MUTTER.name, {"GetIdletime": ("t", (12_500,))})
    assert mutter_idle_s(bus) == 12.5
    mutter.close()


def test_the_first_that_knows_is_believed() -> None:
    def silent() -> float:
        raise NoAnswer("nothing")

    assert Idle((Question(silent), Question(lambda: 3.0), Question(lambda: 4.0))).idle_s() == 3.0
    nobody = Idle((Question(silent),))
    assert (nobody.idle_s(), nobody.trouble) == (None, UNKNOWN)


@pytest.mark.parametrize(
    ("platform", "environment", "known"),
    [("linux", {}, 0), ("linux", {"DISPLAY": ":0"}, 1), ("win32", {}, 1), ("darwin", {}, 1)],
)
def test_each_platform_has_its_question(platform: str, environment: dict[str, str], known: int) -> None:
    assert len(questions(None, environment, platform)) == known


def test_on_wayland_the_x_server_is_not_believed(tmp_path: Path) -> None:
    environment = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert questions(None, environment, "linux") == ()
    assert issubclass(NoWayland, OSError)
