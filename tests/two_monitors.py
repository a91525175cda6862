"""Makes two monitors of one X screen, side by side, as a person does with `xrandr --setmonitor`."""

from __future__ import annotations

import ctypes
from ctypes import POINTER, c_int, c_ulong, c_void_p
from typing import Any

import pytest


class _Monitor(ctypes.Structure):
    """XRRMonitorInfo."""

    _fields_ = (
        *(("name", c_ulong), ("primary", c_int), ("automatic", c_int), ("outputs_number", c_int)),
        *(("x", c_int), ("y", c_int), ("width", c_int), ("height", c_int), ("width_mm", c_int), ("height_mm", c_int)),
        ("outputs", POINTER(c_ulong)),
    )


class _Resources(ctypes.Structure):
    """The beginning of XRRScreenResources."""

    _fields_ = (
        *(("timestamp", c_ulong), ("configured", c_ulong), ("crtcs_number", c_int), ("crtcs", POINTER(c_ulong))),
        *(("outputs_number", c_int), ("outputs", POINTER(c_ulong))),
    )


def split(display_name: str, width: int, height: int) -> None:
    """Have a monitor of ``width`` and ``height`` to the left, and another one to the right of it."""
    x, randr = _library("libX11.so.6"), _library("libXrandr.so.2")
    x.XOpenDisplay.restype, x.XDefaultRootWindow.restype, x.XInternAtom.restype = c_void_p, c_ulong, c_ulong
    randr.XRRGetScreenResources.restype = POINTER(_Resources)
    randr.XRRAllocateMonitor.restype = POINTER(_Monitor)
    display = c_void_p(x.XOpenDisplay(display_name.encode()))
    root = c_ulong(x.XDefaultRootWindow(display))
    (output,) = randr.XRRGetScreenResources(display, root).contents.outputs[:1]
    for name, left in (("left", 0), ("right", width)):
        # Only one of them can have the one output; the other is as good without.
        monitor = randr.XRRAllocateMonitor(display, int(left == 0)).contents
        monitor.name, monitor.primary = x.XInternAtom(display, name.encode(), 0), int(left == 0)
        monitor.x, monitor.y, monitor.width, monitor.height = left, 0, width, height
        monitor.width_mm, monitor.height_mm = width // 4, height // 4
        if left == 0:
            monitor.outputs[0] = output
        randr.XRRSetMonitor(display, root, ctypes.byref(monitor))
    x.XCloseDisplay(display)


def _library(name: str) -> Any:
    try:
        return ctypes.CDLL(name)
    except OSError:
        pytest.skip(f"{name} is missing")
