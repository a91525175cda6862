"""How long nobody touched the machine: asked of a real X server, and of a made-up Mutter."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from stretchtimer.desktop import x11
from stretchtimer.desktop.dbus import Bus, NoAnswer
from stretchtimer.desktop.idle import MUTTER, UNKNOWN, Idle, mutter_idle_s, questions
from stretchtimer.desktop.wayland_wire import NoWayland
from tests.desktop.buses import MadeUp, until
from tests.virtual_screen import VirtualScreen

FULL_SCREEN_WINDOW = """
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication(["film"])
window = QWidget()
window.setWindowTitle("film")
window.{show}()
application.exec()
"""


@pytest.fixture
def x_server(screen: VirtualScreen, monkeypatch: pytest.MonkeyPatch) -> VirtualScreen:
    monkeypatch.setenv("DISPLAY", screen.environment["DISPLAY"])
    return screen


@pytest.mark.xvfb
def test_a_moved_mouse_ends_idle_time(x_server: VirtualScreen) -> None:
    until(lambda: x11.idle_s() > 0.5, "half a second")
    subprocess.run(["xdotool", "mousemove_relative", "5", "5"], env=x_server.environment, check=True)
    assert x11.idle_s() < 0.5
    assert Idle((x11.idle_s,)).idle_s() is not None


@pytest.fixture
def film(x_server: VirtualScreen, request: pytest.FixtureRequest) -> Iterator[str]:
    show = request.param
    process = subprocess.Popen([sys.executable, "-c", FULL_SCREEN_WINDOW.format(show=show)], env=x_server.environment)
    until(lambda: x_server.shows("film"), "the film")
    yield show
    process.kill()
    process.wait()


@pytest.mark.xvfb
@pytest.mark.parametrize("film", ["showFullScreen", "show"], indirect=True)
def test_a_film_fills_the_screen_and_a_window_does_not(film: str) -> None:
    assert x11.full_screen() is (film == "showFullScreen")


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

    assert Idle((silent, lambda: 3.0, lambda: 4.0)).idle_s() == 3.0
    nobody = Idle((silent,))
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
