from __future__ import annotations

import pytest

from tests.cli.shell import Shell
from tests.storage.samples import EXERCISE, ROUTINE, put


def test_exercises_have_the_documented_keys(shell: Shell) -> None:
    put(shell.folder, "exercises", "lunge.toml", EXERCISE)
    found = {row["id"]: row for row in shell.json("exercises")}
    assert len(found) == 41
    assert found["lunge"] == {
        "id": "lunge",
        "name": "Lunge",
        "kind": "static_hold",
        "position": "kneeling",
        "laterality": "unilateral",
        "hold_s": {"default": 30, "min": 10, "max": 60},
        "repetitions": None,
        "sets": 3,
        "credits_hip_flexor": True,
        "beside_desk": False,
        "source": [{"file": "one.md", "lines": "10-20"}],
    }
    assert found["s3-leg-swings"]["hold_s"] is None


def test_routines_have_the_documented_keys(shell: Shell) -> None:
    put(shell.folder, "exercises", "lunge.toml", EXERCISE)
    put(shell.folder, "routines", "short.toml", ROUTINE)
    found = {row["id"]: row for row in shell.json("routines")}
    assert found["short"] == {
        "id": "short",
        "name": "Short",
        "summary": "One exercise.",
        "total_s": 5 + 4 * 30 + 2 * 8 + 10,
        "items": [{"exercise": "lunge", "sets": 2, "hold_s": 30, "repetitions": None, "sides": "both"}],
    }


@pytest.mark.parametrize(("command", "row"), [("exercises", "lunge"), ("routines", "short")])
def test_a_table_has_a_heading_and_a_line_for_each(shell: Shell, command: str, row: str) -> None:
    put(shell.folder, "exercises", "lunge.toml", EXERCISE)
    put(shell.folder, "routines", "short.toml", ROUTINE)
    lines = shell.run(command).lines
    assert lines[0].startswith("ID")
    assert len(lines) == 1 + len(shell.json(command))
    assert any(line.startswith(f"{row} ") for line in lines)


def test_mistakes_in_files_are_counted_beside_the_list(shell: Shell) -> None:
    put(shell.folder, "exercises", "broken.toml", "id = 3")
    answer = shell.run("exercises", "--json")
    assert answer.code == 0
    assert len(answer.json) == 40
    assert "mistakes in your files; stretchtimer check names them" in answer.err


@pytest.mark.parametrize("arguments", [["exercises", "--bogus"], ["routines", "more"], ["exercises", "--json", "x"]])
def test_a_listing_takes_nothing_else(shell: Shell, arguments: list[str]) -> None:
    assert "unrecognized arguments" in shell.refused(*arguments)
