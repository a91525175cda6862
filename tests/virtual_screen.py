"""A virtual X screen with real keys, for tests of the whole program. `make test` asks for what it needs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

KEY_PAUSE_S = "0.6"
"""The program takes no key for 0.4 s after a change, lest it was meant for what was there before."""

# Grabs the whole screen from outside the program, with what the tests have anyway.
GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
application.primaryScreen().grabWindow(0).save(sys.argv[1])
"""


class VirtualScreen:
    """One running X server."""

    def __init__(self, display: str, runtime: Path) -> None:
        self.environment = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "XDG_RUNTIME_DIR": str(runtime),
        }

    def press(self, *keys: str) -> None:
        """Press ``keys``, by xdotool's names, in the window that has the focus, as slowly as a person does."""
        for key in keys:
            subprocess.run(["xdotool", "sleep", KEY_PAUSE_S, "key", key], env=self.environment, check=True)

    def shows(self, title: str) -> bool:
        """Whether a window of that title is visible; it gets the focus, since there is no window manager to give it."""
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", f"^{title}$"],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        ).stdout.split()
        if found:
            subprocess.run(["xdotool", "windowfocus", "--sync", found[-1]], env=self.environment, check=True)
        return bool(found)

    def picture(self, file: Path) -> bytes:
        """Save a picture of the screen as ``file`` and return what is in it."""
        subprocess.run([sys.executable, "-c", GRAB, str(file)], env=self.environment, check=True)
        return file.read_bytes()


@contextmanager
def virtual_screen(runtime: Path, size: str = "1240x780") -> Iterator[VirtualScreen]:
    """Start an X server with a screen of ``size``, and end it."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        # Without -noreset it starts anew when its last client (xdotool) leaves, and turns away who comes just then.
        ["Xvfb", "-noreset", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            display = f":{int(told.readline())}"
        runtime.mkdir(mode=0o700, exist_ok=True)
        yield VirtualScreen(display, runtime)
    finally:
        server.terminate()
        server.wait()
