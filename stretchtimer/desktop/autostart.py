"""Starting at login, in each platform's way. Every entry is the person's own, and each can be seen where it lies."""

from __future__ import annotations

import os
import plistlib
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from stretchtimer.core.language import mark

SANDBOXED = mark(
    "A sandboxed installation cannot add itself to the login. Add it in the system's settings, under the programs that "
    "start there."
)
DESKTOP_ENTRY = """[Desktop Entry]
Type=Application
Name=Stretch Timer
Exec={command}
Icon=stretchtimer
X-GNOME-Autostart-enabled=true
"""
RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
RUN_NAME = "StretchTimer"
AGENT = "stretchtimer"


class Autostart(Protocol):
    """An entry among the programs that start at login."""

    @property
    def on(self) -> bool:
        """Whether it is there, and switched on."""

    def turn(self, on: bool) -> None:
        """Add the entry, or remove it. Raises OSError."""


class XdgAutostart:
    """A desktop entry: GNOME, Plasma, Xfce and most others read it."""

    def __init__(self, config_home: Path, command: Sequence[str]) -> None:
        self._file, self._command = config_home / "autostart" / "stretchtimer.desktop", command

    @property
    def on(self) -> bool:
        """Whether it is there; a desktop's own settings may have switched it off inside."""
        try:
            lines = self._file.read_text(encoding="utf-8").splitlines()
        except OSError:
            return False
        return "Hidden=true" not in lines and "X-GNOME-Autostart-enabled=false" not in lines

    def turn(self, on: bool) -> None:
        """Write the entry, or remove it. Raises OSError."""
        if on:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            words = " ".join(map(_desktop_word, self._command))
            self._file.write_text(DESKTOP_ENTRY.format(command=words), encoding="utf-8")
        else:
            self._file.unlink(missing_ok=True)


class RunKey:
    """A value in the person's Run key of Windows; ``registry`` is the module winreg."""

    def __init__(self, registry: Any, command: Sequence[str]) -> None:
        self._registry, self._command = registry, command

    @property
    def on(self) -> bool:
        """Whether it is there."""
        try:
            with self._registry.OpenKey(self._registry.HKEY_CURRENT_USER, RUN_KEY) as key:
                self._registry.QueryValueEx(key, RUN_NAME)
        except OSError:
            return False
        return True

    def turn(self, on: bool) -> None:
        """Set the value, or delete it. Raises OSError."""
        with self._registry.CreateKey(self._registry.HKEY_CURRENT_USER, RUN_KEY) as key:
            if on:
                from subprocess import list2cmdline  # noqa: PLC0415 - quotes as Windows reads it

                self._registry.SetValueEx(key, RUN_NAME, 0, self._registry.REG_SZ, list2cmdline(self._command))
            elif self.on:
                self._registry.DeleteValue(key, RUN_NAME)


class LaunchAgent:
    """A property list of launchd: macOS."""

    def __init__(self, home: Path, command: Sequence[str]) -> None:
        self._file = home / "Library" / "LaunchAgents" / f"{AGENT}.plist"
        self._command = command

    @property
    def on(self) -> bool:
        """Whether it is there."""
        return self._file.exists()

    def turn(self, on: bool) -> None:
        """Write the list, or remove it. Raises OSError."""
        if on:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            agent = {"Label": AGENT, "ProgramArguments": list(self._command), "RunAtLoad": True}
            self._file.write_bytes(plistlib.dumps(agent))
        else:
            self._file.unlink(missing_ok=True)


def autostart(
    command: Sequence[str], *, platform: str = sys.platform, environment: Mapping[str, str] = os.environ
) -> Autostart | None:
    """Return this platform's way to start ``command`` at login; None in a sandbox, for which see `SANDBOXED`."""
    if "FLATPAK_ID" in environment or "SNAP" in environment:
        return None
    if platform == "win32":
        import winreg  # noqa: PLC0415 - of Windows alone

        return RunKey(winreg, command)
    home = Path(environment.get("HOME") or Path.home())
    if platform == "darwin":
        return LaunchAgent(home, command)
    named = environment.get("XDG_CONFIG_HOME", "")
    return XdgAutostart(Path(named) if Path(named).is_absolute() else home / ".config", command)


def own_command(data_folder: str | None, *, platform: str = sys.platform) -> list[str]:
    """Return the command that starts this program hidden, in ``data_folder`` if it is not the usual one."""
    script = Path(sys.argv[0])
    if getattr(sys, "frozen", False):
        program = [sys.executable]
    elif platform == "win32":
        program = [_without_console(Path(sys.executable)), "-m", "stretchtimer"]
    elif script.stem == "stretchtimer" and script.is_file():
        program = [str(script.resolve())]
    else:
        program = [sys.executable, "-m", "stretchtimer"]
    return [*program, *(["--data-dir", data_folder] if data_folder else []), "--hidden"]


def _without_console(python: Path) -> str:
    """Return the Python beside ``python`` that opens no console window, which the usual one does at each login."""
    windowed = python.with_name("pythonw.exe")
    return str(windowed if windowed.is_file() else python)


def _desktop_word(word: str) -> str:
    """Return ``word`` as a desktop entry quotes it (Desktop Entry Specification 1.5, "The Exec key")."""
    escaped = "".join(f"\\{sign}" if sign in '"`$\\' else sign for sign in word).replace("%", "%%")
    # The backslashes are read twice: once as those of a string value, once as those of the quotes.
    quoted = '"' + escaped.replace("\\", "\\\\") + '"'
    return word if word and all(sign.isalnum() or sign in "-_./:=" for sign in word) else quoted
