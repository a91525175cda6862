"""Real Wayland compositors without a screen of glass, for tests: Sway has keys and windows, KWin is only touched."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from stretchtimer.desktop.wayland_wire import DISPLAY_ID, SYNC, Wire, text, word
from tests.desktop.buses import end, message_bus_daemon, until

KEY_PAUSE_MS = "600"
"""The program takes no key for 0.4 s after a change, lest it was meant for what was there before."""
LETTER_A = 30
"""The key, by the kernel's number."""


class Window(NamedTuple):
    """A window as Sway sees it."""

    title: str
    focused: bool
    urgent: bool
    """It wants to be looked at."""
    visible: bool


class Sway:
    """A running Sway. Programs reach it by its ``environment``."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self._socket = folder / "sway.sock"
        self.environment = {**environment, "WAYLAND_DISPLAY": str(folder / "wayland-1"), "QT_QPA_PLATFORM": "wayland"}
        self.environment.pop("DISPLAY", None)

    @property
    def up(self) -> bool:
        return self._socket.exists() and Path(self.environment["WAYLAND_DISPLAY"]).exists()

    def touch(self) -> None:
        """Press a key that does nothing."""
        self.press("Shift_L")

    def press(self, *keys: str, modifier: str = "") -> None:
        """Press ``keys``, by their names in X11, in the window that has the focus, as slowly as a person does."""
        held, freed = (["-M", modifier], ["-m", modifier]) if modifier else ([], [])
        for key in keys:
            command = ["wtype", "-s", KEY_PAUSE_MS, *held, "-k", key, *freed]
            subprocess.run(command, env=self.environment, check=True)

    def command(self, *words: str) -> None:
        subprocess.run(["swaymsg", "-q", "-s", str(self._socket), *words], check=True)

    def windows(self) -> list[Window]:
        told = subprocess.run(
            ["swaymsg", "-s", str(self._socket), "-t", "get_tree"], capture_output=True, text=True, check=True
        )
        return list(_windows(json.loads(told.stdout)))


class KWin:
    """A running KWin."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.environment = {**environment, "XDG_RUNTIME_DIR": str(folder), "WAYLAND_DISPLAY": "wayland-7"}

    @property
    def up(self) -> bool:
        return Path(self.environment["XDG_RUNTIME_DIR"], "wayland-7").exists()

    def touch(self) -> None:
        """Press a key."""
        wire = Wire(self.environment)
        input_ = wire.bind("org_kde_kwin_fake_input", 4)
        wire.request(input_, 0, text("tests") + text("to play a person"))
        for pressed in (1, 0):
            wire.request(input_, 10, word(LETTER_A, pressed))
        # Who hangs up before being heard is not heard.
        heard = wire.new_id()
        wire.request(DISPLAY_ID, SYNC, word(heard))
        next(sender for sender, _event, _body in wire.messages if sender == heard)
        wire.close()


class _Person(NamedTuple):
    """Who a process runs as, by the system's numbers."""

    user: int
    group: int


def _nobody() -> _Person:
    import pwd  # there is none on Windows, where these tests are skipped

    entry = pwd.getpwnam("nobody")
    return _Person(entry.pw_uid, entry.pw_gid)


@contextmanager
def sway() -> Iterator[Sway]:
    """Start Sway, which refuses to be root and leaves that part to nobody."""
    for program, package in (("sway", "sway"), ("wtype", "wtype")):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed (package {package})")
    with _folder() as folder:
        settings = folder / "settings"
        settings.write_text("output HEADLESS-1 mode 1280x800\nxwayland disable\n")
        environment = os.environ | {
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "SWAYSOCK": str(folder / "sway.sock"),
            "WLR_BACKENDS": "headless",
            "WLR_LIBINPUT_NO_DEVICES": "1",
            "WLR_RENDERER": "pixman",
        }
        nobody = _nobody() if os.geteuid() == 0 else None
        if nobody:
            os.chown(folder, nobody.user, nobody.group)
        screen = Sway(folder, os.environ)
        with _running(["sway", "-c", str(settings)], environment, nobody):
            until(lambda: screen.up, "Sway")
            yield screen


@contextmanager
def kwin() -> Iterator[KWin]:
    """Start KWin of Plasma."""
    program = shutil.which("kwin_wayland")
    if program is None:
        pytest.skip("kwin_wayland is not installed (package kwin-wayland)")
    with _folder() as folder, message_bus_daemon() as address:
        # A container may forbid what the installed file is privileged to do; KWin knows itself by the file's name.
        copied = shutil.copyfile(program, folder / "kwin_wayland")
        copied.chmod(0o755)
        environment = os.environ | {
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "DBUS_SESSION_BUS_ADDRESS": address,
            "KWIN_COMPOSE": "Q",
            "KWIN_WAYLAND_NO_PERMISSION_CHECKS": "1",
        }
        environment.pop("QT_QPA_PLATFORM", None)
        screen = KWin(folder, os.environ)
        command = [str(copied), "--virtual", "--no-lockscreen", "--socket", "wayland-7"]
        with _running(command, environment):
            until(lambda: screen.up, "KWin")
            yield screen


@contextmanager
def _folder() -> Iterator[Path]:
    """Make a folder that another user could be given: those of pytest are closed to others."""
    with tempfile.TemporaryDirectory(prefix="stretchtimer-wayland-") as folder:
        yield Path(folder)


@contextmanager
def _running(command: list[str], environment: dict[str, str], person: _Person | None = None) -> Iterator[None]:
    process = subprocess.Popen(
        command,
        env=environment,
        user=person and person.user,
        group=person and person.group,
        extra_groups=[] if person else None,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        end(process)


def _windows(node: dict[str, Any]) -> Iterator[Window]:
    if node.get("app_id"):
        yield Window(node["name"], node["focused"], node["urgent"], node["visible"])
    for child in [*node["nodes"], *node["floating_nodes"]]:
        yield from _windows(child)
