from __future__ import annotations

import os
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from stretchtimer.cli import window_opening as window
from stretchtimer.core.records import Ending, Moment
from tests.cli.shell import Shell
from tests.cli.test_history import keep
from tests.storage.histories import pain, session
from tests.storage.samples import EXERCISE, put

BRIEF = EXERCISE.replace("default = 30\nmin = 10", "default = 1\nmin = 1").replace(
    "default = 3\nmin = 1", "default = 1\nmin = 1"
)
ONE_SIDE = 'id = "one"\nname = "One"\nsummary = ""\n[[items]]\nexercise = "lunge"\nsides = "right"\n'
HERE = ("--terminal", "--no-sound", "--no-voice")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The windows that were asked for, with what they should begin with."""
    asked: list[Any] = []
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(window, "_run_window", lambda folders, *what: asked.append((folders.data, *what)) or 0)
    return asked


def test_the_window_opens_with_the_session_that_the_name_means(shell: Shell, opened: list[Any]) -> None:
    assert shell.run("start", "Three").code == 0
    assert opened == [(str(shell.folder), "three-lunges", False)]


def test_without_a_command_the_window_opens(shell: Shell, opened: list[Any]) -> None:
    assert shell.run().code == 0
    assert opened == [(str(shell.folder), None, False)]


def test_it_can_stay_closed_but_not_for_a_command(shell: Shell, opened: list[Any]) -> None:
    assert shell.run("--hidden").code == 0
    assert opened == [(str(shell.folder), None, True)]
    assert "belongs to the window alone" in shell.refused("--hidden", "where")


def test_a_name_that_means_nothing_opens_no_window(shell: Shell, opened: list[Any]) -> None:
    assert "nothing is called" in shell.refused("start", "nothing-like-it")
    assert "is the self-test" in shell.refused("start", "s1-self-test-supine", "--terminal")
    assert "belong to --terminal" in shell.refused("start", "desk-break", "--no-sound")
    assert opened == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display")
def test_without_a_display_the_terminal_is_named(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    assert "stretchtimer start NAME --terminal" in shell.refused()
    assert "stretchtimer start desk-break --terminal" in shell.refused("start", "desk-break")


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}


def test_in_a_pipe_a_session_starts_at_once_and_reaches_the_history(shell: Shell) -> None:
    put(shell.folder, "exercises", "lunge.toml", BRIEF)
    put(shell.folder, "routines", "one.toml", ONE_SIDE)
    (shell.folder / "settings.toml").write_text("[pacing]\nget_ready_s = 3\n")
    done = subprocess.run(
        [sys.executable, "-m", "stretchtimer", "--data-dir", str(shell.folder), "start", "one", *HERE],
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-3:] == [
        "0:00  Get ready  3 s  Lunge  right hip  Kneel.",
        "0:03  Hold  1 s  right hip  Right knee down",
        "Left hip 0:00, right hip 0:01.",
    ]
    (session,) = shell.json("history")["sessions"]
    assert (session["routine"], session["ended"], session["first_side"]) == ("one", "completed", "left")
    assert [(hold["side"], hold["held_s"], hold["finished"]) for hold in session["holds"]] == [("right", 1, True)]
    assert shell.json("plan", "lunge")["first_side"] == "right"


class Person:
    """Somebody at a terminal on which a command runs."""

    def __init__(self, *arguments: str) -> None:
        self._end, program = os.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "stretchtimer", *arguments],
            env=environment(),
            stdin=program,
            stdout=program,
            stderr=program,
            start_new_session=True,
        )
        os.close(program)
        self.seen = ""

    def press(self, keys: bytes) -> None:
        os.write(self._end, keys)

    def wait_for(self, text: str) -> None:
        """Read the screen until ``text`` is on it."""
        deadline = time.monotonic() + 30
        while text not in self.seen:
            assert time.monotonic() < deadline, self.seen
            self.seen += os.read(self._end, 4096).decode()

    def leave(self) -> int:
        code = self.process.wait(timeout=30)
        os.close(self._end)
        return code


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Unix")
def test_a_session_at_a_terminal_by_its_keys(shell: Shell) -> None:
    put(shell.folder, "exercises", "lunge.toml", EXERCISE)
    person = Person("--data-dir", str(shell.folder), "start", "lunge", *HERE)
    for answer in (b"n", b"y", b"n"):
        person.wait_for("y or n?")
        person.seen = ""
        person.press(answer)
    person.wait_for("Press Space to begin.")
    person.press(b" ")
    person.wait_for("Get ready")
    person.press(b"\x1b[C")
    person.wait_for("0:05  Hold  30 s  left hip")
    person.wait_for("  29  Hold")
    person.press(b"h")
    person.wait_for("How does it hurt?")
    person.press(b"m")
    person.wait_for("Press Space to go on.")
    person.press(b"\x1b")
    person.wait_for("Left hip 0:01, right hip 0:00.")
    assert person.leave() == 0
    (session,) = shell.json("history")["sessions"]
    assert (session["ended"], [pain["kind"] for pain in session["pains"]]) == ("stopped", ["mild"])
    assert "hip_or_back_injury" in (shell.folder / "settings.toml").read_text()


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Unix")
def test_a_process_that_is_asked_to_end_keeps_what_was_held(shell: Shell) -> None:
    put(shell.folder, "exercises", "lunge.toml", EXERCISE)
    shell.folder.joinpath("settings.toml").write_text("[safety]\nscreened = true\n")
    person = Person("--data-dir", str(shell.folder), "start", "lunge", *HERE)
    person.wait_for("Press Space to begin.")
    person.press(b" ")
    person.wait_for("Get ready")
    person.press(b"\x1b[6~")
    person.wait_for("  29  Hold")
    person.process.terminate()
    person.wait_for("Left hip 0:0")
    assert person.leave() == 0
    (session,) = shell.json("history")["sessions"]
    assert session["ended"] == "stopped"
    assert 1 <= session["holds"][0]["held_s"] < 30


def hurt_yesterday(shell: Shell) -> None:
    """Keep a session that ended with a sharp pain."""
    at = Moment.of(datetime.now(UTC) - timedelta(days=1))
    sharp = replace(pain(2), at=at)
    keep(shell.folder, (session(1, started_at=at, ended=Ending.HURT, ended_at=at, pains=(sharp,)),))


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Unix")
def test_after_a_sharp_pain_a_session_waits_for_the_word(shell: Shell) -> None:
    put(shell.folder, "exercises", "lunge.toml", EXERCISE)
    shell.folder.joinpath("settings.toml").write_text("[safety]\nscreened = true\n")
    hurt_yesterday(shell)
    for keys, seen in ((b"\x1b", "Stop stretching"), (b"yes", "Press Space to begin."), (b"", "Press Space to begin.")):
        person = Person("--data-dir", str(shell.folder), "start", "lunge", *HERE)
        person.wait_for("Type the word" if keys else seen)
        person.press(keys)
        person.wait_for(seen)
        person.process.terminate()
        person.leave()


def test_after_a_sharp_pain_nothing_starts_in_a_pipe(shell: Shell) -> None:
    put(shell.folder, "exercises", "lunge.toml", EXERCISE)
    hurt_yesterday(shell)
    done = shell.run("start", "lunge", *HERE)
    assert "Stop stretching, and seek medical advice" in done.out
    assert "before this is confirmed" in done.err
    assert done.code == 1
