"""How long nobody has touched the machine, asked of whatever the desktop has for it. Nothing here polls."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Mapping
from typing import NamedTuple

from stretchtimer.core.language import mark
from stretchtimer.desktop import x11
from stretchtimer.desktop.dbus import Bus, NoAnswer, Service
from stretchtimer.desktop.wayland_idle import WaylandIdle
from stretchtimer.desktop.wayland_wire import NoWayland

MUTTER = Service("org.gnome.Mutter.IdleMonitor", "/org/gnome/Mutter/IdleMonitor/Core", "org.gnome.Mutter.IdleMonitor")
UNKNOWN = mark(
    "This desktop does not tell when you are away from the keyboard. Breaks are counted from when you last used "
    "Stretch Timer, and a break that you take on your own is not noticed."
)
ANY_INPUT = 0xFFFFFFFF
SESSION_STATE = 0


class Question(NamedTuple):
    """One way to know how long nobody has touched the machine."""

    ask: Callable[[], float]
    """Returns the seconds since the last touch; raises OSError if that cannot be told."""
    close: Callable[[], object] = lambda: None
    """Lets go of what is kept open to know it."""


class Idle:
    """Asks the first of ``questions`` that has an answer."""

    def __init__(self, questions: tuple[Question, ...]) -> None:
        self._questions = questions
        self.trouble = ""
        """What is missing, as a sentence to be translated; empty if the last question was answered."""

    def idle_s(self) -> float | None:
        """Return the seconds since the last key or movement of the mouse; None if nothing tells. May take a second."""
        for question in self._questions:
            try:
                seconds = question.ask()
            except OSError:
                continue  # the next one may know
            self.trouble = ""
            return seconds
        self.trouble = UNKNOWN
        return None

    def close(self) -> None:
        """Let go of what the questions keep open."""
        for question in self._questions:
            question.close()


def questions(
    bus: Bus | None, environment: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> tuple[Question, ...]:
    """Return what can be asked on this machine; ``bus`` is the session's."""
    if platform == "win32":
        return (Question(windows_idle_s),)
    if platform == "darwin":
        return (Question(mac_idle_s),)
    found: list[Question] = []
    if bus is not None:
        found.append(Question(lambda: mutter_idle_s(bus)))
    if environment.get("WAYLAND_DISPLAY"):
        # The X server beside a Wayland desktop sees only what goes into its own windows.
        try:
            compositor = WaylandIdle(environment)
        except NoWayland:
            return tuple(found)
        found.append(Question(compositor.idle_s, compositor.close))
    elif environment.get("DISPLAY"):
        found.append(Question(x11.idle_s))
    return tuple(found)


def mutter_idle_s(bus: Bus) -> float:
    """Ask GNOME's compositor. Raises NoAnswer."""
    if not bus.has(MUTTER.name):
        raise NoAnswer("no Mutter")
    (milliseconds,) = bus.call(MUTTER, "GetIdletime")
    return float(milliseconds) / 1000


def windows_idle_s() -> float:
    """Ask Windows: GetLastInputInfo by the clock of GetTickCount, whose 32 bits begin anew every 49 days."""

    class LastInput(ctypes.Structure):
        _fields_ = (("size", ctypes.c_uint), ("tick", ctypes.c_uint))

    libraries = ctypes.windll  # type: ignore[attr-defined, unused-ignore] # of Windows alone
    last = LastInput(size=ctypes.sizeof(LastInput))
    if not libraries.user32.GetLastInputInfo(ctypes.byref(last)):
        raise OSError("GetLastInputInfo failed")
    return float((libraries.kernel32.GetTickCount() - last.tick) % 2**32) / 1000


def mac_idle_s() -> float:
    """Ask macOS: CGEventSourceSecondsSinceLastEventType, of any input, in the person's session."""
    events = ctypes.CDLL("/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices")
    ask = events.CGEventSourceSecondsSinceLastEventType
    ask.restype, ask.argtypes = ctypes.c_double, [ctypes.c_int, ctypes.c_uint32]
    return float(ask(SESSION_STATE, ANY_INPUT))
