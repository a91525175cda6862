"""`stretchtimer remind`: what it asks the running program, and how it puts the answer."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from stretchtimer.cli.commands import remind
from stretchtimer.core.reminders.reminder_values import Standing
from stretchtimer.core.requests import Answer, BeginBreak, Pause, Report, Request, Resume, Snooze, Status
from tests.cli.shell import Shell

DUE = datetime(2026, 3, 2, 9, 45, tzinfo=UTC)
REPORT = Report(
    standing=Standing.SITTING,
    words="The next break is due at 09:45.",
    due_in_s=600.0,
    due_at=DUE,
    due_since=None,
    paused_until=None,
    waits_for=None,
    skipped=0,
)


class Program:
    """The running program, or none."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.runs, self.done, self.reason = True, True, ""
        self.asked: list[Any] = []
        monkeypatch.setattr(remind, "ask", self._answer)

    def _answer(self, _folder: object, line: str) -> str | None:
        self.asked.append(msgspec.json.decode(line, type=Request))
        answer = Answer(done=self.done, report=REPORT, reason=self.reason)
        return msgspec.json.encode(answer).decode() if self.runs else None


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch) -> Program:
    return Program(monkeypatch)


@pytest.mark.parametrize(
    ("options", "request_made"),
    [
        ((), Status()),
        (("--status",), Status()),
        (("--now",), BeginBreak()),
        (("--snooze", "10"), Snooze(minutes=10.0)),
        (("--pause", "90"), Pause(minutes=90.0)),
        (("--pause", "today"), Pause(minutes=None)),
        (("--resume",), Resume()),
    ],
)
def test_each_option_asks_for_its_own_and_prints_how_it_stands(
    shell: Shell, program: Program, options: tuple[str, ...], request_made: Request
) -> None:
    ran = shell.run("remind", *options)
    assert (ran.code, ran.out) == (0, "The next break is due at 09:45.\n")
    assert program.asked == [request_made]


def test_json_is_for_status_bars(shell: Shell, program: Program) -> None:
    ran = shell.run("remind", "--status", "--json")
    told = json.loads(ran.out)
    assert ran.code == 0
    assert told["running"] is True
    assert (told["standing"], told["due_in_s"]) == ("sitting", 600)
    assert datetime.fromisoformat(told["due_at"]) == DUE


def test_what_cannot_be_done_is_refused_with_the_state(shell: Shell, program: Program) -> None:
    program.done = False
    assert "cannot be done now: The next break" in shell.refused("remind", "--resume", code=1)
    assert shell.run("remind", "--resume", "--json").code == 1


def test_what_cannot_be_done_for_a_reason_is_refused_with_it(shell: Shell, program: Program) -> None:
    program.done, program.reason = False, "No routine fits."
    assert "cannot be done now: No routine fits." in shell.refused("remind", "--now", code=1)


def test_without_a_running_program_that_is_said(shell: Shell, program: Program) -> None:
    program.runs = False
    assert "does not run" in shell.refused("remind", "--snooze", "10", code=1)
    ran = shell.run("remind", "--status", "--json")
    assert (ran.code, json.loads(ran.out)) == (1, {"running": False})


@pytest.mark.parametrize(
    "options", [("--snooze", "soon"), ("--snooze", "0"), ("--snooze", "1_0"), ("--pause", "never"), ("--pause", "1e9")]
)
def test_what_is_no_time_is_refused(shell: Shell, program: Program, options: tuple[str, ...]) -> None:
    assert "no number of minutes" in shell.refused("remind", *options)
    assert program.asked == []


def test_two_wishes_at_once_are_refused(shell: Shell, program: Program) -> None:
    shell.refused("remind", "--resume", "--status")
    assert program.asked == []


def test_it_answers_without_qt(shell: Shell) -> None:
    """A status bar asks each minute, and Qt costs ten times the rest."""
    script = (
        "import sys; from stretchtimer.cli import main; code = main(sys.argv[1:]); sys.exit('PySide6' in sys.modules)"
    )
    arguments = ["--data-dir", str(shell.folder), "remind", "--status", "--json"]
    done = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, timeout=30, check=False)
    assert done.returncode == 0, done.stderr
