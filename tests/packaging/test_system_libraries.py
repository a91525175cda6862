"""What the script that looks for system libraries says and does, on made-up systems."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

SCRIPT = Path(__file__).parents[2] / "packaging" / "system-libraries.sh"
ALL = [
    "libGL.so.1",
    "libEGL.so.1",
    "libxkbcommon.so.0",
    "libglib-2.0.so.0",
    "libfontconfig.so.1",
    "libfreetype.so.6",
    "libdbus-1.so.3",
    "libxkbcommon-x11.so.0",
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-keysyms.so.1",
    "libxcb-shape.so.0",
]
NEEDED = ("Xvfb", "xdotool", "dbus-daemon", "dunst")

System = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def system(tmp_path: Path) -> System:
    """Return what runs the script where only these libraries, programs and user are."""
    programs = tmp_path / "programs"
    programs.mkdir()

    def program(name: str, body: str = "") -> None:
        (programs / name).write_text(f"#!/bin/sh\n{body}\n")
        (programs / name).chmod(0o755)

    for name in ("bash", "sh", "env"):
        (programs / name).symlink_to(str(shutil.which(name)))

    def run(
        purpose: str,
        *,
        libraries: list[str],
        has: tuple[str, ...] = (),
        made: Mapping[str, str] = MappingProxyType({}),
        user: int = 1000,
        ci: bool = False,
    ) -> subprocess.CompletedProcess[str]:
        program("uname", "echo Linux")
        program("id", f"echo {user}")
        program("ldconfig", "\n".join(f"echo '\t{name} (libc6,x86-64) => /lib/{name}'" for name in libraries))
        for name in has:
            program(name, f"echo {name} $*")
        for name, body in made.items():
            program(name, body)
        return subprocess.run(
            [str(programs / "bash"), SCRIPT, purpose],
            env={"PATH": str(programs), **({"CI": "true"} if ci else {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_a_complete_system_is_told_nothing(system: System) -> None:
    told = system("run", libraries=ALL, has=("apt-get",))
    assert (told.returncode, told.stdout, told.stderr) == (0, "", "")


def test_one_who_may_not_install_reads_the_exact_line_and_goes_on(system: System) -> None:
    told = system("run", libraries=ALL[1:], has=("apt-get",))
    assert (told.returncode, told.stdout) == (0, "")
    assert told.stderr.splitlines() == [
        "Missing on this system: libGL.so.1",
        "To install them: sudo apt-get install -y --no-install-recommends libgl1",
    ]


def test_a_test_run_that_would_lack_a_tool_does_not_begin(system: System) -> None:
    told = system("test", libraries=ALL, has=("apt-get", "Xvfb", "dbus-daemon", "dunst", "sway", "wtype"))
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.splitlines() == [
        "Missing on this system: xdotool",
        "Without these some tests are skipped: openbox",
        "To install them: sudo apt-get install -y --no-install-recommends xdotool openbox",
    ]


@pytest.mark.parametrize("has", [(), ("apt-get",)])
def test_a_test_run_goes_on_without_the_tools_whose_tests_are_skipped(system: System, has: tuple[str, ...]) -> None:
    told = system("test", libraries=ALL, has=(*NEEDED, *has))
    assert (told.returncode, told.stdout) == (0, "")
    assert "openbox sway wtype" in told.stderr


@pytest.mark.parametrize(("ends_in", "goes_on"), [("wtype", True), ("xdotool", False)])
def test_what_cannot_be_installed_ends_a_test_run_only_if_it_is_needed(
    system: System, ends_in: str, goes_on: bool
) -> None:
    apt = f'echo "$@"; case "$*" in *{ends_in}) exit 100;; esac'
    told = system("test", libraries=ALL, has=("Xvfb", "dbus-daemon", "dunst", "openbox"), made={"apt-get": apt}, user=0)
    assert (told.returncode == 0) is goes_on
    assert ("Not to be had here: wtype" in told.stderr) is goes_on
    assert ("install -y --no-install-recommends sway\n" in told.stdout) is goes_on


def test_root_without_a_terminal_installs_at_once(system: System) -> None:
    told = system("test", libraries=ALL[:-1], has=("apt-get", "Xvfb", "dbus-daemon"), user=0)
    assert told.returncode == 0
    assert told.stdout.splitlines() == [
        "apt-get update -qq",
        "apt-get install -y --no-install-recommends libxcb-shape0 xdotool dunst",
        "apt-get install -y --no-install-recommends openbox",
        "apt-get install -y --no-install-recommends sway",
        "apt-get install -y --no-install-recommends wtype",
    ]


@pytest.mark.parametrize("ci", [False, True])
def test_sudo_without_a_terminal_is_used_by_ci_alone(system: System, ci: bool) -> None:
    told = system("run", libraries=ALL[:-1], has=("apt-get", "sudo"), ci=ci)
    assert told.returncode == 0
    assert ("sudo env DEBIAN_FRONTEND=noninteractive apt-get install" in told.stdout) is ci


def test_another_system_is_told_the_names_of_the_files(system: System) -> None:
    told = system("run", libraries=ALL[:-1])
    assert told.returncode == 0
    assert "libxcb-shape.so.0" in told.stderr
    assert "apt-get" not in told.stderr


def test_a_system_whose_libraries_cannot_be_listed_is_taken_to_have_them(system: System) -> None:
    assert system("run", libraries=[]).stderr == ""


def test_python_without_its_environments_is_named_by_its_package(system: System) -> None:
    told = system("venv", libraries=ALL, has=("apt-get",))  # no python3 in sight
    assert told.returncode == 1
    assert "python3-venv" in told.stderr
