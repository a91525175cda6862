"""What the X server tells: how long nobody touched the machine, and whether a window fills a screen.

Each question opens a connection of its own (a millisecond), since it comes every few minutes at most, and from a thread
that is not the window's. libX11 and libXext come with what Qt needs anyway.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import POINTER, byref, c_char_p, c_int, c_long, c_uint, c_ulong, c_void_p
from typing import Any, NamedTuple

IDLE_COUNTER = b"IDLETIME"
"""The milliseconds since the last input of any device, which the server counts for the XSync extension."""
ANY_TYPE = 0
MOST_ITEMS = 1024
EVERY_DESKTOP = 0xFFFFFFFF
"""What a window that is on all desktops says of its own (EWMH, _NET_WM_DESKTOP)."""


class NoX(OSError):
    """There is no X server, or it cannot tell."""


class _Counter(ctypes.Structure):
    _fields_ = (("name", c_char_p), ("id", c_ulong), ("resolution", c_int * 2))


class _Value(ctypes.Structure):
    _fields_ = (("high", c_int), ("low", c_uint))


_ignore = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p)(lambda _display, _error: 0)
"""Goes on after an error: a window may close while it is asked about, and Xlib would end the program for it."""


def idle_s() -> float:
    """Return the seconds since the last key or movement of the mouse. Raises NoX."""
    sync = _library("libXext.so.6")
    sync.XSyncListSystemCounters.restype = POINTER(_Counter)
    sync.XSyncListSystemCounters.argtypes = [c_void_p, POINTER(c_int)]
    sync.XSyncFreeSystemCounterList.argtypes = [POINTER(_Counter)]
    sync.XSyncQueryCounter.argtypes = [c_void_p, c_ulong, POINTER(_Value)]
    sync.XSyncQueryExtension.argtypes = sync.XSyncInitialize.argtypes = [c_void_p, POINTER(c_int), POINTER(c_int)]
    with _display() as (_x, display):
        first, second, number, value = c_int(), c_int(), c_int(), _Value()
        for begin in (sync.XSyncQueryExtension, sync.XSyncInitialize):
            if not begin(display, byref(first), byref(second)):
                raise NoX("no XSync extension")
        counters = sync.XSyncListSystemCounters(display, byref(number))
        try:
            found = [each.id for each in counters[: number.value] if each.name == IDLE_COUNTER]
        finally:
            sync.XSyncFreeSystemCounterList(counters)
        if not found or not sync.XSyncQueryCounter(display, found[0], byref(value)):
            raise NoX("no counter of idle time")
        milliseconds: int = (value.high << 32) + value.low
        return milliseconds / 1000


def full_screen() -> bool:
    """Return whether a window covers a whole screen, be it in use or not, as window managers know it (EWMH).

    One that lies for the most part below another window is not seen, and does not count. Raises NoX.
    """
    with _display() as (x, display):
        seen = _Windows(x, display).seen()
        return any(
            window.full_screen and not any(above.hides(window) for above in seen[place + 1 :])
            for place, window in enumerate(seen)
        )


class _Window(NamedTuple):
    """A window that is neither minimised nor on another desktop."""

    full_screen: bool
    left: int
    top: int
    width: int
    height: int

    def hides(self, other: _Window) -> bool:
        """Whether this window, above ``other``, covers at least half of it."""
        width = min(self.left + self.width, other.left + other.width) - max(self.left, other.left)
        height = min(self.top + self.height, other.top + other.height) - max(self.top, other.top)
        return 2 * max(0, width) * max(0, height) >= other.width * other.height


class _Windows:
    """Asks for the windows of a window manager or, where none runs, for the one that has the keyboard."""

    def __init__(self, x: Any, display: int) -> None:
        self._x, self._display = x, display
        self._root = x.XDefaultRootWindow(display)

    def seen(self) -> list[_Window]:
        """Return those that can be seen, the lowest first."""
        listed = self._property(self._root, "_NET_CLIENT_LIST_STACKING") or [_focus(self._x, self._display)]
        desktop = self._property(self._root, "_NET_CURRENT_DESKTOP")
        found = []
        for window in listed:
            states = self._property(window, "_NET_WM_STATE")
            placed = self._property(window, "_NET_WM_DESKTOP")
            elsewhere = bool(desktop and placed) and placed[0] not in (desktop[0], EVERY_DESKTOP)
            if self._atom("_NET_WM_STATE_HIDDEN") not in states and not elsewhere:
                found.append(_Window(self._atom("_NET_WM_STATE_FULLSCREEN") in states, *self._place(window)))
        return found

    def _place(self, window: int) -> tuple[int, int, int, int]:
        """Return where ``window`` is on the whole of all screens, and how wide and high; nothing of one that closed."""
        root, child, left, top = c_ulong(), c_ulong(), c_int(), c_int()
        width, height, border, depth = c_uint(), c_uint(), c_uint(), c_uint()
        size = byref(width), byref(height), byref(border), byref(depth)
        if not self._x.XGetGeometry(self._display, window, byref(root), byref(left), byref(top), *size):
            return 0, 0, 0, 0
        where = byref(left), byref(top), byref(child)
        self._x.XTranslateCoordinates(self._display, window, self._root, 0, 0, *where)
        return left.value, top.value, width.value, height.value

    def _property(self, window: int, name: str) -> list[int]:
        return _property(self._x, self._display, window, self._atom(name))

    def _atom(self, name: str) -> int:
        return int(self._x.XInternAtom(self._display, name.encode(), 0))


def _focus(x: Any, display: int) -> int:
    """Return the window that has the keyboard, where no window manager names the one in use."""
    window, how = c_ulong(), c_int()
    x.XGetInputFocus(display, byref(window), byref(how))
    return window.value


def _property(x: Any, display: int, window: int, name: int) -> list[int]:
    """Return the numbers that a property of ``window`` holds; none if it has no such property."""
    kind, size, count, left = c_ulong(), c_int(), c_ulong(), c_ulong()
    values = POINTER(c_ulong)()
    asked = (display, window, name, 0, MOST_ITEMS, 0, ANY_TYPE)
    x.XGetWindowProperty(*asked, byref(kind), byref(size), byref(count), byref(left), byref(values))
    try:
        return list(values[: count.value]) if values and size.value == 32 else []
    finally:
        if values:
            x.XFree(values)


@contextmanager
def _display() -> Iterator[tuple[Any, int]]:
    x = _library("libX11.so.6")
    x.XOpenDisplay.restype = c_void_p
    x.XOpenDisplay.argtypes = [c_char_p]
    x.XCloseDisplay.argtypes = [c_void_p]
    x.XDefaultRootWindow.restype = c_ulong
    x.XDefaultRootWindow.argtypes = [c_void_p]
    x.XInternAtom.restype = c_ulong
    x.XInternAtom.argtypes = [c_void_p, c_char_p, c_int]
    x.XGetInputFocus.argtypes = [c_void_p, POINTER(c_ulong), POINTER(c_int)]
    x.XFree.argtypes = [c_void_p]
    x.XGetGeometry.argtypes = [
        *(c_void_p, c_ulong, POINTER(c_ulong), POINTER(c_int), POINTER(c_int)),
        *(POINTER(c_uint), POINTER(c_uint), POINTER(c_uint), POINTER(c_uint)),
    ]
    x.XTranslateCoordinates.argtypes = [
        *(c_void_p, c_ulong, c_ulong, c_int, c_int, POINTER(c_int), POINTER(c_int), POINTER(c_ulong)),
    ]
    x.XGetWindowProperty.argtypes = [
        *(c_void_p, c_ulong, c_ulong, c_long, c_long, c_int, c_ulong),
        *(POINTER(c_ulong), POINTER(c_int), POINTER(c_ulong), POINTER(c_ulong), POINTER(POINTER(c_ulong))),
    ]
    x.XSetErrorHandler.restype = c_void_p
    x.XSetErrorHandler(_ignore)
    display = x.XOpenDisplay(None)
    if not display:
        raise NoX("no X server answers")
    try:
        yield x, display
    finally:
        x.XCloseDisplay(display)


def _library(name: str) -> ctypes.CDLL:
    try:
        return ctypes.CDLL(name)
    except OSError as error:
        raise NoX(f"{name} is missing") from error
