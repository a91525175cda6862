from __future__ import annotations

import pytest

from tests.cli.shell import Shell
from tests.storage.samples import EXERCISE, ROUTINE, put


@pytest.fixture(autouse=True)
def own_files(shell: Shell) -> None:
    put(shell.folder, "exercises", "lunge.toml", EXERCISE)
    put(shell.folder, "routines", "short.toml", ROUTINE)


def test_the_phases_have_the_documented_keys(shell: Shell) -> None:
    plan = shell.json("plan", "short")
    assert (plan["name"], plan["total_s"]) == ("Short", 151)
    keys = ("start_s", "length_s", "kind", "exercise", "side", "set")
    assert [tuple(phase[key] for key in keys) for phase in plan["phases"]] == [
        (0, 5, "get_ready", "lunge", None, None),
        (5, 30, "hold", "lunge", "left", 1),
        (35, 8, "switch", "lunge", "right", 1),
        (43, 30, "hold", "lunge", "right", 1),
        (73, 10, "rest", "lunge", None, 2),
        (83, 30, "hold", "lunge", "left", 2),
        (113, 8, "switch", "lunge", "right", 2),
        (121, 30, "hold", "lunge", "right", 2),
    ]
    assert all(type(phase["start_s"]) is int for phase in plan["phases"])


def test_the_side_that_begins_can_be_chosen(shell: Shell) -> None:
    plan = shell.json("plan", "lunge", "--first-side", "right")
    assert [phase["side"] for phase in plan["phases"] if phase["kind"] == "hold"] == ["right", "left"] * 3


def test_the_pacing_is_that_of_the_settings(shell: Shell) -> None:
    (shell.folder / "settings.toml").write_text("[pacing]\nget_ready_s = 20\none_side_first = true\n")
    phases = shell.json("plan", "short")["phases"]
    assert phases[0]["length_s"] == 20
    assert [phase["side"] for phase in phases if phase["kind"] == "hold"] == ["left", "left", "right", "right"]


def test_a_table_for_a_person(shell: Shell) -> None:
    lines = shell.run("plan", "short").lines
    assert lines[0] == "Short, 2:31"
    assert lines[1].split() == ["START", "LENGTH", "PHASE", "EXERCISE", "SIDE", "SET"]
    assert lines[3].split() == ["0:05", "0:30", "Hold", "Lunge", "left", "1/2"]


def test_a_plan_keeps_nothing(shell: Shell) -> None:
    before = sorted(shell.folder.rglob("*"))
    shell.run("plan", "short")
    assert sorted(shell.folder.rglob("*")) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["s1-self-test-supine"], "is the self-test"),
        (["nothing-like-it"], "nothing is called"),
        (["short", "--first-side", "both"], "invalid choice"),
        ([], "required"),
        (["two\nlines"], "nothing is called"),
    ],
)
def test_a_mistake_is_one_line(shell: Shell, arguments: list[str], said: str) -> None:
    assert said in shell.refused("plan", *arguments)
