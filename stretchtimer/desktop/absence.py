"""Tells when the machine goes to sleep or is locked, and when it comes back, by the desktop's signals.

Where none come, nothing is lost but a moment: the reminder sees the gap in time, and that nobody touches the machine.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any

from stretchtimer.desktop.dbus import DBUS, Bus, NoAnswer, Service

LOGIND = "org.freedesktop.login1"
MANAGER = Service(LOGIND, "/org/freedesktop/login1", f"{LOGIND}.Manager")
SCREEN_SAVERS = (
    Service("", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    Service("", "/ScreenSaver", "org.freedesktop.ScreenSaver"),
    Service("", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
)


class Absence:
    """Knows whether the machine sleeps, is locked or shows its screen saver.

    ``left`` is told each time that one of these begins, ``back`` when the last of them is over; both on a bus's own
    thread.
    """

    def __init__(self, left: Callable[[], object], back: Callable[[], object]) -> None:
        self._left, self._back = left, back
        self._reasons: set[str] = set()

    def watch_machine(self, bus: Bus, environment: Mapping[str, str] = os.environ) -> None:
        """Follow logind on the machine's ``bus``. Raises NoAnswer if it does not run."""
        path = _session_path(bus, environment)
        session = Service(LOGIND, path, f"{LOGIND}.Session")
        bus.listen(MANAGER, "PrepareForSleep", lambda body: self._turn("sleep", bool(body[0])))
        bus.listen(session, "Lock", lambda _body: self._turn("lock", True))
        bus.listen(session, "Unlock", lambda _body: self._turn("lock", False))
        bus.listen(Service(LOGIND, path, f"{DBUS}.Properties"), "PropertiesChanged", self._properties)

    def watch_session(self, bus: Bus) -> None:
        """Follow the screen savers on the session's ``bus``. Raises NoAnswer."""
        for saver in SCREEN_SAVERS:
            bus.listen(saver, "ActiveChanged", lambda body: self._turn("screen saver", bool(body[0])))

    def _properties(self, body: tuple[Any, ...]) -> None:
        _interface, changed, _forgotten = body
        if "LockedHint" in changed:
            self._turn("lock", bool(changed["LockedHint"][1]))

    def _turn(self, reason: str, begins: bool) -> None:
        if begins:
            self._reasons.add(reason)
            self._left()
        elif reason in self._reasons:
            self._reasons.remove(reason)
            if not self._reasons:
                self._back()


def _session_path(bus: Bus, environment: Mapping[str, str]) -> str:
    """Return the path of the person's session: others may be locked while this one is not.

    Empty, which is any session, where that cannot be told. Raises NoAnswer if logind does not run.
    """
    if not bus.has(LOGIND):
        raise NoAnswer(f"{LOGIND} does not run")
    try:
        if named := environment.get("XDG_SESSION_ID"):
            return str(bus.call(MANAGER, "GetSession", "s", named)[0])
        return str(bus.call(MANAGER, "GetSessionByPID", "u", os.getpid())[0])
    except NoAnswer:
        return ""
