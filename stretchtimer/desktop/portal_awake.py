"""Keeps the screen awake from within Flatpak, whose sandbox lets a program ask the desktop's portal alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from msgspec import Struct

from stretchtimer.core.language import _
from stretchtimer.desktop.dbus import Bus, NoAnswer, Service, session_bus

NAME = "org.freedesktop.portal.Desktop"
INHIBIT = Service(NAME, "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Inhibit")
IDLE = 8
"""What is inhibited: that nobody seems to be there, and so the dark screen (by the portal's specification)."""


class Asked(Struct, frozen=True):
    """What came of a request to stay awake."""

    active: bool


@contextmanager
def portal_presenting(connect: Callable[[], Bus] = session_bus) -> Iterator[Asked]:
    """Ask for a screen that stays on, and give whether that was granted. The portal forgets a program that dies."""
    try:
        bus = connect()
    except NoAnswer:
        yield Asked(False)
        return
    try:
        request = _request(bus)
        yield Asked(request is not None)
        if request is not None:
            with suppress(NoAnswer):  # it is taken back with the connection then
                bus.call(request, "Close")
    finally:
        bus.close()


def _request(bus: Bus) -> Service | None:
    """Ask, and return what stands for the request; None if it was refused."""
    try:
        (handle,) = bus.call(INHIBIT, "Inhibit", "sua{sv}", "", IDLE, {"reason": ("s", _("A session is under way."))})
    except NoAnswer:
        return None
    return Service(NAME, handle, "org.freedesktop.portal.Request")
