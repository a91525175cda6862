"""The wheel is complete: installed into an empty environment, it starts there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import time
import venv
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

import stretchtimer

ROOT = Path(__file__).parent.parent
PATIENCE_S = 60


def run(*command: object, environment: dict[str, str] | None = None) -> str:
    """Run ``command`` outside the checkout and return what it printed."""
    told = subprocess.run(
        [str(word) for word in command], env=environment, cwd="/", check=False, capture_output=True, text=True
    )
    assert told.returncode == 0, told.stdout + told.stderr
    return told.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, install it, and return the folder of the programs of its environment."""
    place = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", place, ROOT)
    (wheel,) = place.glob("*.whl")
    environment = place / "environment"
    venv.create(environment, with_pip=True)
    programs = environment / ("Scripts" if os.name == "nt" else "bin")
    run(programs / "python", "-m", "pip", "install", "--no-deps", "--no-index", wheel)
    # The libraries that the program needs are those of the tests: a folder of links to all of them but the program.
    libraries = place / "libraries"
    libraries.mkdir()
    for entry in Path(sysconfig.get_path("purelib")).iterdir():
        if "stretchtimer" not in entry.name.lower() and entry.suffix != ".pth":
            (libraries / entry.name).symlink_to(entry)
    site = run(programs / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    (Path(site) / "libraries.pth").write_text(str(libraries))
    return programs


@pytest.fixture
def surroundings(tmp_path: Path) -> Iterator[dict[str, str]]:
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    yield {
        **{name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        "HOME": str(tmp_path),
        "XDG_RUNTIME_DIR": str(runtime),
        "QT_QPA_PLATFORM": "offscreen",
    }


def test_the_program_in_the_wheel_is_the_one_that_runs(installed: Path, surroundings: dict[str, str]) -> None:
    place = "import stretchtimer; print(stretchtimer.__file__)"
    assert str(installed.parent) in run(installed / "python", "-c", place, environment=surroundings)


def test_the_wheel_says_its_version(installed: Path, surroundings: dict[str, str]) -> None:
    said = run(installed / "stretchtimer", "--version", environment=surroundings)
    assert said == f"Stretch Timer {stretchtimer.__version__}\n"


def test_the_wheel_brings_its_exercises(installed: Path, surroundings: dict[str, str]) -> None:
    assert len(json.loads(run(installed / "stretchtimer", "exercises", "--json", environment=surroundings))) == 40


def test_a_desktop_finds_the_program_and_its_icon(installed: Path) -> None:
    shared = installed.parent / "share"
    entry = (shared / "applications" / "stretchtimer.desktop").read_text(encoding="utf-8")
    assert "\nExec=stretchtimer\n" in entry
    assert "\nIcon=stretchtimer\n" in entry
    assert {icon.stem for icon in shared.glob("icons/hicolor/*/apps/*")} == {"stretchtimer"}


def test_the_window_of_the_wheel_opens_and_closes_when_asked(
    installed: Path, surroundings: dict[str, str], tmp_path: Path
) -> None:
    data = tmp_path / "data"
    window = subprocess.Popen(
        [installed / "stretchtimer", "--data-dir", str(data)],
        env=surroundings,
        cwd="/",
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + PATIENCE_S
    # The history is opened right after the first paint.
    while not (data / "history.sqlite3").exists() and window.poll() is None and time.monotonic() < deadline:
        with suppress(subprocess.TimeoutExpired):
            window.wait(timeout=0.05)
    assert window.poll() is None, window.communicate()[1]
    window.terminate()
    _out, errors = window.communicate(timeout=PATIENCE_S)
    assert (window.returncode, errors) == (0, "")
