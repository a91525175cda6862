"""Other programs for the same purpose, measured beside ours where they are installed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.desktop.buses import message_bus_daemon


class Peer(NamedTuple):
    """A program as a person has it who works beside it."""

    name: str
    command: tuple[str, ...]
    package: str
    """Which brings it on Debian."""

    @property
    def installed(self) -> bool:
        return shutil.which(self.command[0]) is not None


POMODORO = ("gnome-pomodoro", "--no-default-window")
PEERS = (
    Peer("GNOME Pomodoro, counting", (*POMODORO, "--start"), "gnome-shell-pomodoro"),
    Peer("GNOME Pomodoro, waiting to be started", POMODORO, "gnome-shell-pomodoro"),
    Peer("Workrave, counting", ("workrave",), "workrave"),
)
SETTINGS = "[org/workrave/gui/main-window]\nenabled=false\n"
"""Workrave shows a window otherwise."""


@contextmanager
def running_peer(peer: Peer, environment: Mapping[str, str], folder: Path) -> Iterator[int]:
    """Start ``peer`` with its own bus and its settings in ``folder``, and give its process."""
    settings = folder / "glib-2.0" / "settings" / "keyfile"
    settings.parent.mkdir(parents=True)
    settings.write_text(SETTINGS)
    folders = {f"XDG_{kind}_HOME": str(folder) for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
    with message_bus_daemon() as address:
        process = subprocess.Popen(
            peer.command,
            env={
                **environment,
                **folders,
                "HOME": str(folder),
                "DBUS_SESSION_BUS_ADDRESS": address,
                "GDK_BACKEND": "x11",
                "GSETTINGS_BACKEND": "keyfile",
                "NO_AT_BRIDGE": "1",
            },
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield process.pid
        finally:
            process.terminate()
            process.wait(timeout=30)
