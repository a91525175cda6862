from __future__ import annotations

from tests.cli.shell import Shell
from tests.storage.samples import EXERCISE, ROUTINE, put


def test_an_exercise_with_its_sides_filled_in(shell: Shell) -> None:
    lines = shell.run("show", "s1-05-pigeon").lines
    assert "Stretches or works: Front of the left hip" in lines
    assert "  1. From hands and knees, lay the right shin across the floor in front of you." in lines
    assert any(line.startswith("  - The right hip and knee") for line in lines)
    assert "You need: mat, cushion" in lines
    assert "Source: 001_08d582b365a773c2.txt, lines 125-132" in lines
    assert "{" not in "".join(lines)


def test_the_other_side_can_be_asked_for(shell: Shell) -> None:
    assert "Stretches or works: Front of the right hip" in shell.run("show", "s1-05-pigeon", "--side", "right").lines


def test_each_number_says_where_it_comes_from(shell: Shell) -> None:
    put(shell.folder, "exercises", "lunge.toml", EXERCISE)
    lines = shell.run("show", "lunge").lines
    assert "  Hold: 30 s (10-60 s), inherited [limits: our convention]" in lines
    assert "  Sets: 3 (1-5), stated by the article [limits: our convention]" in lines


def test_a_convention_is_told_with_its_reason(shell: Shell) -> None:
    lines = shell.run("show", "s1-self-test-supine").lines
    assert "  Sets: 1 (1-3), our convention: The article asks for one look at each hip." in lines


def test_a_routine_with_what_it_prescribes(shell: Shell) -> None:
    put(shell.folder, "exercises", "lunge.toml", EXERCISE)
    put(shell.folder, "routines", "short.toml", ROUTINE)
    assert shell.run("show", "short").lines == [
        "Short (short)", "One exercise.", "Length: 2:31", "", "  1. Lunge (lunge): 2 x 30 s",
    ]  # fmt: skip


def test_json_has_the_row_of_the_list_and_more(shell: Shell) -> None:
    put(shell.folder, "exercises", "lunge.toml", EXERCISE)
    shown = shell.json("show", "lunge")
    listed = next(row for row in shell.json("exercises") if row["id"] == "lunge")
    assert {key: shown[key] for key in listed} == listed
    assert shown["cue"] == "Left knee down"
    assert shown["dosage"]["hold_s"]["origin"] == "inherited"


def test_json_of_a_routine_has_the_row_of_the_list(shell: Shell) -> None:
    shown = shell.json("show", "three-lunges")
    listed = next(row for row in shell.json("routines") if row["id"] == "three-lunges")
    assert {key: shown[key] for key in listed} == listed
    assert shown["source"][0]["lines"] == "42-57"
