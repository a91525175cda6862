"""A desktop of real parts around the running program, for tests of its reminder. Any part may be missing."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from enum import StrEnum
from pathlib import Path

import msgspec

from stretchtimer.core.reminders.reminder_values import Obstacle
from stretchtimer.core.requests import Answer, Report, Request, Snooze, Status
from stretchtimer.desktop.absence import LOGIND, MANAGER
from stretchtimer.desktop.asking import ask
from stretchtimer.desktop.dbus import Bus
from tests.desktop.buses import Dunst, MadeUp, dunst, message_bus_daemon
from tests.test_tray_hosts import SETTINGS, WATCHER, HostedItem
from tests.test_whole_program import Running, until
from tests.virtual_screen import VirtualScreen, virtual_screen

SESSION = "/org/freedesktop/login1/session/_31"
SCREEN_SAVER = "org.freedesktop.ScreenSaver"
NOWHERE = "unix:path=/nowhere"
SOON_S = 0.5
"""How long after the program started a break is due."""


class Part(StrEnum):
    """What a desktop may lack."""

    SESSION_BUS = "session bus"
    NOTIFICATIONS = "notifications"
    TRAY = "tray"
    LOGIND = "logind"


class Desktop:
    """The parts, and the person's data."""

    def __init__(self, folder: Path, screen: VirtualScreen, session: str) -> None:
        self.folder, self.screen = folder, screen
        self.data = folder / "data"
        self.data.mkdir()
        (self.data / "settings.toml").write_text(SETTINGS)
        self._session = session
        self.service: Dunst | None = None
        self.logind: MadeUp | None = None
        self.saver: MadeUp | None = None
        self._tray: MadeUp | None = None

    def add(self, parts: ExitStack, missing: Part | None, machine: str) -> None:
        """Start all but the ``missing`` one."""
        self.saver = MadeUp(self._session, SCREEN_SAVER, {"Inhibit": ("u", (7,)), "UnInhibit": ("", ())})
        if missing is not Part.NOTIFICATIONS:
            display = self.screen.environment["DISPLAY"]
            self.service = parts.enter_context(dunst(self._session, display, self.folder))
        if missing is not Part.TRAY:
            host = {"RegisterStatusNotifierItem": ("", ()), "Get": ("v", (("b", True),))}
            self._tray = MadeUp(self._session, WATCHER, host)
        if missing is not Part.LOGIND:
            self.logind = MadeUp(machine, LOGIND, {"GetSessionByPID": ("o", (SESSION,))})

    # What the machine does

    def sleep(self, *, begins: bool) -> None:
        assert self.logind is not None
        self.logind.emit(MANAGER.path, MANAGER.interface, "PrepareForSleep", "b", begins)

    def lock(self, *, begins: bool) -> None:
        assert self.logind is not None
        self.logind.emit(SESSION, f"{LOGIND}.Session", "Lock" if begins else "Unlock")

    # What the person sees and does

    @property
    def displayed(self) -> int:
        """How many notifications stand on the screen."""
        assert self.service is not None
        return self.service.displayed

    @contextmanager
    def tray_item(self) -> Iterator[HostedItem]:
        assert self._tray is not None
        bus = Bus(self._session)
        yield HostedItem(bus, self._tray)
        bus.close()

    def inhibitions(self) -> list[str]:
        """Return how the program asked for a screen that stays awake, and for one that may sleep."""
        assert self.saver is not None
        return [member for member, _body in self.saver.asked if member in ("Inhibit", "UnInhibit")]

    def inhibits(self) -> bool:
        """Whether who asked for a screen that stays awake is still on the bus."""
        assert self.saver is not None
        bus = Bus(self._session)
        there = bus.has(self.saver.callers[-1])
        bus.close()
        return there

    def place(self, window: str) -> tuple[int, int, int]:
        """Return the left and upper edge of ``window`` on the screen, and its width."""
        told = subprocess.run(
            ["xdotool", "getwindowgeometry", "--shell", window],
            env=self.screen.environment,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        values = dict(line.split("=") for line in told.split())
        return int(values["X"]), int(values["Y"]), int(values["WIDTH"])

    def click(self, x: int, y: int, button: int = 1) -> None:
        command = ["xdotool", "mousemove", str(x), str(y), "click", str(button)]
        subprocess.run(command, env=self.screen.environment, check=True)

    def press(self, *keys: str) -> None:
        """Press ``keys`` as quickly as the program takes those that are no Space and no Enter."""
        self.screen.shows("Stretch Timer")
        subprocess.run(["xdotool", "key", "--delay", "60", *keys], env=self.screen.environment, check=True)

    # How the reminder stands

    def report(self, request: Request | None = None) -> Report | None:
        """Return what the program answers; None if it does not."""
        answer = ask(self.data, msgspec.json.encode(request or Status()).decode())
        return None if answer is None else msgspec.json.decode(answer, type=Answer).report

    def await_standing(self, standing: str) -> Report:
        def reached() -> Report | None:
            report = self.report()
            return report if report and report.standing == standing else None

        report: Report = until(reached, f"the reminder to be {standing}")
        return report

    def await_waiting(self, obstacle: Obstacle) -> Report:
        report = until(
            lambda: (now := self.report()) and now.waits_for is obstacle and now, f"the {obstacle} to be seen"
        )
        assert isinstance(report, Report) and report.standing == "waiting"
        return report

    def look_again(self) -> None:
        """Have the break that waits or is offered be due anew in a moment, as `remind --snooze` would in minutes."""
        self.report(Snooze(minutes=0.01))

    @contextmanager
    def program(self, *options: str, due: bool = False) -> Iterator[Running]:
        """Run the program. A break may be ``due`` a moment after it started, however long it took."""
        pipe = self.data / "reminder.json"
        if due:
            os.mkfifo(pipe)
        with Running(self.screen, self.data, *options) as running:
            if due:
                _end_snooze(pipe)
            until(self.report, "the program to answer")
            yield running


def _end_snooze(pipe: Path) -> None:
    """Write, when the program reads what it kept, that a snooze ends in a moment."""

    def opened() -> int | None:
        with suppress(OSError):  # as long as nobody reads it
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        return None

    with os.fdopen(until(opened, "the program to read what it kept"), "wb") as kept:
        kept.write(msgspec.json.encode({"snoozed_until_s": time.time() + SOON_S}))


@contextmanager
def whole_desktop(folder: Path, missing: Part | None = None, size: str = "1240x780") -> Iterator[Desktop]:
    """Start a screen of ``size``, a bus for the session and one for the machine, and what lives on them."""
    with ExitStack() as parts:
        # The tests ask the program by the same socket as the shell does, which lies there.
        screen = parts.enter_context(virtual_screen(Path(os.environ["XDG_RUNTIME_DIR"]), size))
        session, machine = (parts.enter_context(message_bus_daemon()) for _bus in range(2))
        screen.environment |= {
            "DBUS_SESSION_BUS_ADDRESS": NOWHERE if missing is Part.SESSION_BUS else session,
            "DBUS_SYSTEM_BUS_ADDRESS": NOWHERE if missing is Part.LOGIND else machine,
        }
        desktop = Desktop(folder, screen, session)
        desktop.add(parts, missing, machine)
        yield desktop
