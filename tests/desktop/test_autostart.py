"""Starting at login: in made-up homes, and in a made-up registry."""

from __future__ import annotations

import plistlib
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from stretchtimer.desktop.autostart import (
    RUN_KEY,
    RUN_NAME,
    Autostart,
    LaunchAgent,
    RunKey,
    XdgAutostart,
    autostart,
    own_command,
)

COMMAND = ["/opt/Stretch Timer/stretchtimer", "--data-dir", '/srv/Ünal/100% "mine" $HOME', "--hidden"]


class Registry:
    """What winreg gives, with one key."""

    HKEY_CURRENT_USER, REG_SZ = "person", "text"

    def __init__(self) -> None:
        self.values: dict[str, str] = {}

    @contextmanager
    def OpenKey(self, root: str, path: str) -> Iterator[str]:  # noqa: N802
        assert (root, path) == ("person", RUN_KEY)
        yield path

    CreateKey = OpenKey

    def QueryValueEx(self, _key: str, name: str) -> tuple[str, str]:  # noqa: N802
        if name not in self.values:
            raise FileNotFoundError(name)
        return self.values[name], "text"

    def SetValueEx(self, _key: str, name: str, _zero: int, kind: str, value: str) -> None:  # noqa: N802
        assert kind == "text"
        self.values[name] = value

    def DeleteValue(self, _key: str, name: str) -> None:  # noqa: N802
        del self.values[name]


WAYS = {
    "xdg": lambda home: XdgAutostart(home / ".config", COMMAND),
    "windows": lambda _home: RunKey(Registry(), COMMAND),
    "mac": lambda home: LaunchAgent(home, COMMAND),
}


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest, tmp_path: Path) -> Autostart:
    made: Autostart = WAYS[request.param](tmp_path)
    return made


def test_it_is_off_until_it_is_turned_on_and_off_again_afterwards(way: Autostart) -> None:
    way.turn(False)
    assert not way.on
    for _time in range(2):
        way.turn(True)
        assert way.on
    way.turn(False)
    assert not way.on


def exec_words(line: str) -> list[str]:
    """Return the words of an Exec line as a desktop reads them: string escapes first, then quotes, then per cent."""
    unescaped = line.replace("\\\\", "\\").replace("\\$", "$")  # which shlex, unlike a desktop, leaves quoted
    return [word.replace("%%", "%") for word in shlex.split(unescaped)]


def test_the_desktop_entry_starts_the_command_as_it_is(tmp_path: Path) -> None:
    XdgAutostart(tmp_path, COMMAND).turn(True)
    lines = (tmp_path / "autostart" / "stretchtimer.desktop").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "[Desktop Entry]"
    (command,) = (line.removeprefix("Exec=") for line in lines if line.startswith("Exec="))
    assert exec_words(command) == COMMAND


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_an_entry_that_the_desktop_switched_off_is_off(tmp_path: Path, line: str) -> None:
    way = XdgAutostart(tmp_path, COMMAND)
    way.turn(True)
    entry = tmp_path / "autostart" / "stretchtimer.desktop"
    entry.write_text(f"[Desktop Entry]\n{line}\n")
    assert not way.on
    way.turn(True)
    assert way.on


def test_the_run_key_holds_the_command_as_windows_reads_it() -> None:
    registry = Registry()
    RunKey(registry, COMMAND).turn(True)
    assert registry.values[RUN_NAME] == subprocess.list2cmdline(COMMAND)


def test_the_launch_agent_starts_the_command_at_login(tmp_path: Path) -> None:
    LaunchAgent(tmp_path, COMMAND).turn(True)
    (file,) = (tmp_path / "Library" / "LaunchAgents").iterdir()
    agent = plistlib.loads(file.read_bytes())
    assert (agent["ProgramArguments"], agent["RunAtLoad"]) == (COMMAND, True)


def test_a_home_that_cannot_be_written_raises(tmp_path: Path) -> None:
    blocked = tmp_path / "config"
    blocked.touch()
    way = XdgAutostart(blocked, COMMAND)
    assert not way.on
    with pytest.raises(OSError):
        way.turn(True)


@pytest.mark.parametrize(
    ("platform", "environment", "kind"),
    [
        ("linux", {"HOME": "/a"}, XdgAutostart),
        ("freebsd14", {"HOME": "/a"}, XdgAutostart),
        ("darwin", {"HOME": "/a"}, LaunchAgent),
        ("linux", {"HOME": "/a", "FLATPAK_ID": "a.b"}, type(None)),
        ("linux", {"HOME": "/a", "SNAP": "/snap/a"}, type(None)),
    ],
)
def test_each_platform_has_its_way_and_a_sandbox_none(platform: str, environment: Any, kind: type) -> None:
    assert isinstance(autostart(COMMAND, platform=platform, environment=environment), kind)


def test_the_config_folder_is_that_of_the_environment(tmp_path: Path) -> None:
    way = autostart(COMMAND, platform="linux", environment={"HOME": "/nowhere", "XDG_CONFIG_HOME": str(tmp_path)})
    assert way is not None
    way.turn(True)
    assert (tmp_path / "autostart" / "stretchtimer.desktop").exists()


def test_its_own_command_is_the_script_or_the_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "stretchtimer"
    script.touch()
    monkeypatch.setattr(sys, "argv", [str(script)])
    assert own_command(None) == [str(script), "--hidden"]
    monkeypatch.setattr(sys, "argv", ["/somewhere/__main__.py"])
    assert own_command("/data") == [sys.executable, "-m", "stretchtimer", "--data-dir", "/data", "--hidden"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_command(None) == [sys.executable, "--hidden"]


def test_on_windows_no_console_opens_at_login(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python.exe"))
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "stretchtimer.exe")])
    (tmp_path / "stretchtimer.exe").touch()
    assert own_command(None, platform="win32")[0] == str(tmp_path / "python.exe")
    (tmp_path / "pythonw.exe").touch()
    command = own_command(None, platform="win32")
    assert command == [str(tmp_path / "pythonw.exe"), "-m", "stretchtimer", "--hidden"]
