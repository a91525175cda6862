"""Opening the window from the shell. Imports next to nothing: the window is painted before anything else is loaded."""

from __future__ import annotations

import os
import sys

from stretchtimer.cli.refusal import Refused
from stretchtimer.core.language import _
from stretchtimer.storage.folders import Folders


def open_window(folders: Folders, start: str | None = None, *, hidden: bool = False) -> int:
    """Open the window, with the routine or exercise of the id ``start`` ready. Raises Refused without a display.

    ``hidden``, the window stays closed, and the program reminds from the tray.
    """
    if not _has_display():
        raise Refused(
            _("there is no display; in a terminal: stretchtimer start {name} --terminal").format(
                name=start or _("NAME")
            )
        )
    return _run_window(folders, start, hidden)


def _run_window(folders: Folders, start: str | None, hidden: bool) -> int:
    from stretchtimer.app.lean_imports import read_no_sources  # noqa: PLC0415 - imports Qt

    read_no_sources()
    from stretchtimer.app.run import run_window  # noqa: PLC0415 - imports the rest, without its sources

    return run_window(folders, start, hidden=hidden)


def _has_display() -> bool:
    """Whether Qt would find a display, or was told to do without; elsewhere than on Linux there always is one."""
    return sys.platform != "linux" or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")))
