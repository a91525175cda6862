from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.cli.shell import Shell
from tests.cli.test_history import keep
from tests.storage.histories import hold, session


def test_a_result_of_each_hip_is_recorded(shell: Shell) -> None:
    answer = shell.run("test", "add", "--left", "passed", "--right", "lifted", "--at", "2026-03-01T08:15+01:00")
    assert answer.code == 0
    assert answer.lines == [
        "Recorded for 2026-03-01 08:15:",
        "Left hip: Passed: the leg stayed flat",
        "Right hip: Lifted: the leg came up",
    ]
    (test,) = shell.json("history")["tests"]
    assert (test["at"], test["left"], test["right"]) == ("2026-03-01T08:15:00.000+01:00", "passed", "lifted")


def test_one_hip_is_enough_and_the_time_is_now(shell: Shell) -> None:
    before = datetime.now().astimezone()
    shell.run("test", "add", "--right", "stopped", "--note", "it hurt")
    (test,) = shell.json("history")["tests"]
    assert (test["left"], test["right"], test["note"]) == (None, "stopped", "it hurt")
    assert (
        timedelta(0) <= datetime.fromisoformat(test["at"]) - before + timedelta(milliseconds=1) < timedelta(minutes=1)
    )


@pytest.mark.parametrize(
    ("at", "flattered"), [("2026-03-01T18:00", True), ("2026-03-01T06:00", False), ("2026-03-02T06:00", False)]
)
def test_a_test_after_stretching_on_the_same_day_says_so(shell: Shell, at: str, flattered: bool) -> None:
    stretched = datetime(2026, 3, 1, 9).astimezone().isoformat()
    keep(shell.folder, (session(1, stretched, holds=(hold(2, stretched),)),))
    answer = shell.run("test", "add", "--left", "passed", "--at", at)
    assert shell.json("history")["tests"][0]["after_stretching"] is flattered
    assert ("flatters the result" in answer.err) is flattered


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "--left or --right"),
        (["--left", "fine"], "invalid choice: 'fine'"),
        (["--left", "passed", "--at", "tomorrow"], "is no time"),
        (["--left", "passed", "--at", "2999-01-01"], "still to come"),
        (["--left", "passed", "--left"], "expected one argument"),
    ],
)
def test_a_mistake_is_one_line_and_records_nothing(shell: Shell, arguments: list[str], said: str) -> None:
    assert said in shell.refused("test", "add", *arguments)
