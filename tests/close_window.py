"""Closes a window of X11 as the button on its frame does. Usage: close_window.py WINDOW_ID"""

from __future__ import annotations

import ctypes
import sys


class ClientMessage(ctypes.Structure):
    """XClientMessageEvent, with room for the rest of an XEvent."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("rest", ctypes.c_long * 24),
    )


def close(window: int) -> None:
    library = ctypes.CDLL("libX11.so.6")
    library.XOpenDisplay.restype = ctypes.c_void_p
    library.XInternAtom.restype = ctypes.c_ulong
    display = ctypes.c_void_p(library.XOpenDisplay(None))
    atoms = [library.XInternAtom(display, name, False) for name in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW")]
    client_message = 33
    event = ClientMessage(type=client_message, window=window, message_type=atoms[0], format=32)
    event.data[0] = atoms[1]
    library.XSendEvent(display, ctypes.c_ulong(window), False, 0, ctypes.byref(event))
    library.XCloseDisplay(display)


if __name__ == "__main__":
    close(int(sys.argv[1]))
