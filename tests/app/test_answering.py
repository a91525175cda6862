"""What the running program answers to later starts and to the shell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from stretchtimer.app.answering import Answering
from stretchtimer.core.reminders.reminder_values import Standing
from stretchtimer.core.requests import Answer, BeginBreak, Pause, Request, Resume, Snooze, Start, Status
from tests.app.stage import Stage


class Shell:
    """Somebody at a shell, beside a running program."""

    def __init__(self, folder: Path) -> None:
        self.stage = Stage(folder)
        self.started: list[str] = []
        self._answering = Answering(self.stage.reminding, self.stage.clock, self.started.append)

    def ask(self, request: Request) -> Answer:
        return msgspec.json.decode(self._answering(msgspec.json.encode(request).decode()), type=Answer)

    def say(self, line: str) -> Answer:
        return msgspec.json.decode(self._answering(line), type=Answer)

    def turn_off(self) -> None:
        settings = self.stage.preferences.settings
        self.stage.preferences.change(replace(settings, reminders=replace(settings.reminders, on=False)))


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path) -> Iterator[Shell]:
    shell = Shell(tmp_path)
    yield shell
    shell.stage.reminding.close()


def test_a_later_start_hands_over_what_it_was_asked(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    assert shell.ask(Start(name="desk-break", token="by-the-person")).done
    assert shell.started == ["desk-break"]
    import os

    assert os.environ["XDG_ACTIVATION_TOKEN"] == "by-the-person"


def test_the_state_is_told_in_words_and_values(shell: Shell) -> None:
    report = shell.ask(Status()).report
    assert report.standing is Standing.SITTING
    assert report.words.startswith("The next break is due at ")
    assert report.due_in_s == 45 * 60
    assert report.due_at is not None
    assert report.due_at.timestamp() == shell.stage.clock.wall_s + 45 * 60
    assert (report.due_since, report.paused_until, report.waits_for) == (None, None, None)


def test_a_pause_begins_and_ends(shell: Shell) -> None:
    answer = shell.ask(Pause(minutes=30.0))
    assert answer.done
    assert answer.report.paused_until is not None
    assert answer.report.paused_until.timestamp() == shell.stage.clock.wall_s + 30 * 60
    assert shell.ask(Resume()).report.standing is Standing.SITTING
    assert shell.ask(Pause(minutes=None)).report.words == "Paused until tomorrow."


def test_a_break_that_is_offered_is_snoozed(shell: Shell) -> None:
    shell.stage.work_for(45)
    assert shell.ask(Status()).report.standing is Standing.OFFERED
    answer = shell.ask(Snooze(minutes=10.0))
    assert (answer.done, answer.report.standing, answer.report.due_in_s) == (True, Standing.SNOOZED, 600)


def test_a_break_can_be_begun(shell: Shell) -> None:
    assert shell.ask(BeginBreak()).done
    assert len(shell.stage.accepted) == 1


def test_a_break_for_which_no_routine_fits_is_refused_with_the_reason(shell: Shell) -> None:
    shell.stage.work.timeline = None
    answer = shell.ask(BeginBreak())
    assert not answer.done
    assert answer.reason.startswith("No routine fits a break")
    assert shell.ask(Pause(minutes=30.0)).reason == ""


def test_a_pause_that_ends_after_hours_is_answered_so(shell: Shell) -> None:
    settings = shell.stage.preferences.settings
    hours = replace(settings.reminders, begin="01:00", end="02:00")
    shell.stage.preferences.change(replace(settings, reminders=hours))
    shell.ask(Pause(minutes=30.0))
    answer = shell.ask(Resume())
    assert (answer.done, answer.report.standing, answer.report.due_in_s) == (True, Standing.OUTSIDE_HOURS, None)


@pytest.mark.parametrize("request_made", [Snooze(minutes=10.0), Pause(minutes=10.0), Pause(minutes=None), Resume()])
def test_while_reminders_are_off_there_is_nothing_to_change(shell: Shell, request_made: Request) -> None:
    shell.turn_off()
    answer = shell.ask(request_made)
    assert (answer.done, answer.report.words) == (False, "Reminders are off.")
    assert shell.ask(Status()).done


@pytest.mark.parametrize(
    "line",
    [
        "",
        "{}",
        '{"type":"Explode"}',
        '{"type":"Snooze","minutes":"ten"}',
        '{"type":"Snooze","minutes":1e300}',
        '{"type":"Snooze","minutes":0}',
        '{"type":"Pause","minutes":1e300}',
        '{"type":"Pause","minutes":-5}',
    ],
)
def test_what_is_no_request_changes_nothing(shell: Shell, line: str) -> None:
    assert not shell.say(line).done
    assert shell.stage.standing is Standing.SITTING
