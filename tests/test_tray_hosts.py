"""The running program in real trays: one of the desktop's message bus, one of X11, and none."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from stretchtimer.desktop.dbus import Bus, NoAnswer, Service
from tests.desktop.buses import MadeUp, message_bus_daemon
from tests.test_whole_program import Running, until
from tests.virtual_screen import VirtualScreen, virtual_screen

pytestmark = [
    pytest.mark.xvfb,
    pytest.mark.skipif(sys.platform != "linux", reason="the trays are those of Linux"),
]
WATCHER = "org.kde.StatusNotifierWatcher"
SETTINGS = """
on_close = "remind"
[safety]
welcomed = true
screened = true
[cues]
sound = false
voice = false
[reminders]
on = true
days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
begin = "00:00"
end = "00:00"
"""


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[VirtualScreen]:
    with virtual_screen(tmp_path / "runtime") as running:
        yield running


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "settings.toml").write_text(SETTINGS)
    return folder


@contextmanager
def trayer(screen: VirtualScreen) -> Iterator[None]:
    """Start a tray in the upper left corner."""
    if shutil.which("trayer") is None:
        pytest.skip("trayer is not installed (package trayer)")
    place = ["--edge", "top", "--align", "left", "--widthtype", "pixel", "--width", "64", "--height", "32"]
    tray = subprocess.Popen(["trayer", *place], env=screen.environment, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        tray.terminate()
        tray.wait()


def windows(screen: VirtualScreen) -> list[str]:
    """Return the numbers of the program's visible large windows. Unlike `VirtualScreen.shows`, it touches none."""
    search = ["xdotool", "search", "--onlyvisible", "--name", "^Stretch Timer$"]
    done = subprocess.run(search, env=screen.environment, capture_output=True, text=True, check=False)
    return done.stdout.split()


def close_window(screen: VirtualScreen) -> None:
    """Close the window as the button on its frame does."""
    closer = Path(__file__).with_name("close_window.py")
    subprocess.run([sys.executable, str(closer), windows(screen)[-1]], env=screen.environment, check=True)


def remind(screen: VirtualScreen, data: Path, *options: str) -> str:
    """Return what the command of the shell answers."""
    command = [sys.executable, "-m", "stretchtimer", "--data-dir", str(data), "remind", *options]
    return subprocess.run(
        command, env=screen.environment, stdout=subprocess.PIPE, text=True, timeout=30, check=True
    ).stdout


class HostedItem:
    """The icon as a tray on the message bus sees it, and the person's hand on its menu."""

    def __init__(self, bus: Bus, watcher: MadeUp) -> None:
        self._bus = bus
        names = until(lambda: [body for member, body in watcher.asked if "RegisterStatusNotifierItem" in member], "it")
        ((self._name,), *_more) = names
        self._menu = Service(self._name, "/MenuBar", "com.canonical.dbusmenu")

    @property
    def words(self) -> str:
        item = Service(self._name, "/StatusNotifierItem", "org.kde.StatusNotifierItem")
        _icon, _pixels, title, _text = self._bus.property(item, "ToolTip")
        return str(title)

    def rows(self) -> dict[str, int]:
        """Return what the menu offers, with the numbers under which it knows its rows."""
        _revision, (_root, _values, rows) = self._bus.call(self._menu, "GetLayout", "iias", 0, -1, [])
        found = {}
        for _signature, (number, values, _rows) in rows:
            label, visible = values.get("label", ("s", "")), values.get("visible", ("b", True))
            if label[1] and visible[1]:
                found[label[1].replace("_", "")] = number
        return found

    def choose(self, label: str) -> None:
        self._bus.call(self._menu, "Event", "isvu", self.rows()[label], "clicked", ("s", ""), 0)


def test_a_tray_of_the_message_bus_shows_it_and_reaches_it(screen: VirtualScreen, data: Path) -> None:
    with message_bus_daemon() as address:
        screen.environment["DBUS_SESSION_BUS_ADDRESS"] = address
        watcher = MadeUp(address, WATCHER, {"RegisterStatusNotifierItem": ("", ()), "Get": ("v", (("b", True),))})
        bus = Bus(address)
        with Running(screen, data) as program:
            item = HostedItem(bus, watcher)
            until(lambda: item.words.startswith("The next break is due at"), "the state")
            item.choose("Pause for an hour")
            until(lambda: item.words.startswith("Paused until"), "the pause")
            item.choose("Remind me again")
            until(lambda: "Pause for an hour" in item.rows(), "the end of the pause")
            assert remind(screen, data, "--pause", "today") == "Paused until tomorrow.\n"
            until(lambda: item.words == "Paused until tomorrow.", "the pause from the shell")
            close_window(screen)
            until(lambda: not windows(screen), "the window to go")
            item.choose("Open Stretch Timer")
            until(lambda: windows(screen), "the window to come")
            item.choose("Quit")
            assert program.process.wait(timeout=30) == 0
            assert program.process.stderr is not None
            assert program.process.stderr.read() == ""
        with pytest.raises(NoAnswer):
            item.rows()
        bus.close()


def test_a_tray_of_x11_shows_it_and_opens_the_window_again(screen: VirtualScreen, data: Path, tmp_path: Path) -> None:
    screen.environment["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nowhere"
    with trayer(screen), Running(screen, data) as program:
        close_window(screen)
        until(lambda: not windows(screen), "the window to go")
        assert program.process.poll() is None
        click = ["xdotool", "mousemove", "12", "16", "click", "1"]
        subprocess.run(click, env=screen.environment, check=True)
        until(lambda: windows(screen), "the window to come")
        assert program.close() == (0, "")


def test_without_a_tray_the_program_goes_on_and_a_second_start_finds_it(screen: VirtualScreen, data: Path) -> None:
    screen.environment["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nowhere"
    with Running(screen, data) as program:
        close_window(screen)
        until(lambda: screen.shows("Still reminding"), "the word that there is no tray")
        screen.press("Return")
        until(lambda: not screen.shows("Still reminding"), "the word to go")
        assert program.process.poll() is None
        again = [sys.executable, "-m", "stretchtimer", "--data-dir", str(data)]
        assert subprocess.run(again, env=screen.environment, timeout=30, check=False).returncode == 0
        until(lambda: screen.shows("Stretch Timer"), "the window")
        assert program.close() == (0, "")
