"""What the X server tells: how long nobody touched the machine, and whether the window in use fills a screen.

Each question opens a connection of its own (a millisecond), since it comes every few minutes at most, and from a thread
that is not the window's. libX11 and libXext come with what Qt needs anyway.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import POINTER, byref, c_char_p, c_int, c_long, c_uint, c_ulong, c_void_p
from typing import Any

IDLE_COUNTER = b"IDLETIME"
"""The milliseconds since the last input of any device, which the server counts for the XSync extension."""
ANY_TYPE = 0
MOST_ITEMS = 1024


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
    """Return whether the window in use covers a whole screen, as window managers know it (EWMH). Raises NoX."""
    with _display() as (x, display):

        def atom(name: str) -> int:
            return int(x.XInternAtom(display, name.encode(), 0))

        active = _property(x, display, x.XDefaultRootWindow(display), atom("_NET_ACTIVE_WINDOW"))
        window = active[0] if active and active[0] else _focus(x, display)
        return atom("_NET_WM_STATE_FULLSCREEN") in _property(x, display, window, atom("_NET_WM_STATE"))


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
