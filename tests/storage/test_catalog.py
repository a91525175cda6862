from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.catalog.exercise import Exercise
from stretchtimer.core.catalog.rules import exercise_rules
from stretchtimer.storage.catalog import Catalog, check_file, load_catalog
from stretchtimer.storage.folders import assets_dir
from stretchtimer.storage.tables import LARGEST_FILE, Rejected, parse_table
from stretchtimer.storage.validation import faults
from tests.storage.samples import EXERCISE, ROUTINE, put


def places(catalog: Catalog) -> list[str]:
    return [problem.place for problem in catalog.problems]


def test_reads_the_files_of_all_folders(tmp_path: Path) -> None:
    ours, mine = tmp_path / "ours", tmp_path / "mine"
    file = put(ours, "exercises", "lunge.toml", EXERCISE)
    put(mine, "routines", "short.toml", ROUTINE)
    catalog = load_catalog([ours, mine, tmp_path / "missing"])
    assert catalog.problems == ()
    assert catalog.exercises["lunge"].dosage.sets.default == 3
    assert catalog.routines["short"].items[0].sets == 2
    assert catalog.exercise_files == {"lunge": file}


def test_every_mistake_of_a_file_is_named(tmp_path: Path) -> None:
    broken = (
        EXERCISE.replace('name = "Lunge"', 'nam = "Lunge"')
        .replace("kneeling", "floating")
        .replace('"Lean."', "3")
        .replace("min = 10", 'min = "ten"')
        .replace("credits_hip_flexor = true\n", "")
        .replace('lines = "10-20"', 'lines = "some"')
        .replace("max = 5\n", "max = 5\nlimit = 4\n")
    )
    file = put(tmp_path, "exercises", "lunge.toml", broken)
    found = {(problem.place, problem.expected, problem.found) for problem in load_catalog([tmp_path]).problems}
    assert {place for place, _, _ in found} == {
        "nam",
        "name",
        "position",
        "steps[1]",
        "dosage.hold_s.min",
        "dosage.sets.limit",
        "credits_hip_flexor",
        "source[0].lines",
    }
    assert ("nam", "perhaps name", "an unknown key") in found
    assert ("name", "text that is not empty", "nothing") in found
    assert ("dosage.hold_s.min", "a whole number from 1 to 900", '"ten"') in found
    assert f"{file}: steps[1]: expected text that is not empty, found 3" in map(str, load_catalog([tmp_path]).problems)


def test_a_bad_file_hides_no_other(tmp_path: Path) -> None:
    put(tmp_path, "exercises", "a.toml", "id = ")
    put(tmp_path, "exercises", "lunge.toml", EXERCISE)
    catalog = load_catalog([tmp_path])
    assert list(catalog.exercises) == ["lunge"]
    assert places(catalog) == ["line 1, column 6"]


def test_what_must_hold_between_values_is_checked_beside_any_other_mistake(tmp_path: Path) -> None:
    broken = (
        EXERCISE.replace("kneeling", "floating")
        .replace("unilateral", "alternating")
        .replace("min = 10", "min = 40")
        .replace("max = 5\n", "max = 5\nlimit = 4\n")
        .replace("default = 3\n", "default = 6\n")
    )
    put(tmp_path, "exercises", "lunge.toml", broken)
    assert places(load_catalog([tmp_path])) == ["position", "dosage.sets.limit", "dosage.sets", "dosage.hold_s"]
    put(tmp_path, "exercises", "lunge.toml", broken.replace("limit = 4\n", ""))
    assert places(load_catalog([tmp_path])) == ["position", "dosage.sets", "dosage.hold_s", "dosage.repetitions"]


def test_what_must_hold_between_values_is_checked_where_each_is_right(tmp_path: Path) -> None:
    put(tmp_path, "exercises", "lunge.toml", EXERCISE.replace("min = 10", "min = 40"))
    (problem,) = load_catalog([tmp_path]).problems
    assert (problem.place, problem.expected, problem.found) == ("dosage.hold_s", "min <= default <= max", "40, 30, 60")


def test_a_routine_is_held_against_its_exercises(tmp_path: Path) -> None:
    put(tmp_path, "exercises", "lunge.toml", EXERCISE)
    put(tmp_path, "routines", "r.toml", ROUTINE + 'hold_s = 90\nrepetitions = 3\n[[items]]\nexercise = "bridge"\n')
    assert places(load_catalog([tmp_path])) == ["items[0].hold_s", "items[0].repetitions", "items[1].exercise"]


def test_each_item_of_a_routine_is_checked_beside_any_other_mistake(tmp_path: Path) -> None:
    put(tmp_path, "exercises", "lunge.toml", EXERCISE)
    more = 'hold_s = "long"\n[[items]]\nexercise = "lunge"\nhold_s = 90\n[[items]]\nexercise = 3\nhold_s = 90\n'
    put(tmp_path, "routines", "r.toml", ROUTINE.replace("sets = 2", "sets = 9").replace("name =", "nam =") + more)
    assert places(load_catalog([tmp_path])) == [
        "nam",
        "name",
        "items[0].hold_s",
        "items[0].sets",
        "items[1].hold_s",
        "items[2].exercise",
    ]


def test_a_routine_whose_exercise_is_broken_is_reported(tmp_path: Path) -> None:
    put(tmp_path, "exercises", "lunge.toml", EXERCISE.replace("30", "0"))
    put(tmp_path, "routines", "r.toml", ROUTINE)
    catalog = load_catalog([tmp_path])
    assert places(catalog) == ["dosage.hold_s.default", "items[0].exercise"]
    assert not catalog.routines


def test_a_taken_id_is_a_problem_of_the_later_file(tmp_path: Path) -> None:
    ours, mine = tmp_path / "ours", tmp_path / "mine"
    put(ours, "exercises", "lunge.toml", EXERCISE)
    later = put(mine, "exercises", "a.toml", EXERCISE.replace('"Lunge"', '"Mine"'))
    catalog = load_catalog([ours, mine])
    assert catalog.exercises["lunge"].name == "Lunge"
    assert [(problem.file, problem.place) for problem in catalog.problems] == [(later, "id")]
    put(mine, "exercises", "a.toml", EXERCISE.replace("kneeling", "floating"))
    assert places(load_catalog([ours, mine])) == ["position", "id"]


@pytest.mark.parametrize(
    ("data", "place", "expected"),
    [
        (b'id = "a"\nname = "\xff"', "line 2", "text in UTF-8"),
        (b"a = " + b"[" * 10_000, "the file", "TOML"),
        (b"a = " + b"9" * 5_000, "the file", "TOML"),
        (b"#" * (LARGEST_FILE + 1), "the file", "at most one mebibyte"),
        (b"a = 1\na = 2", "line 2, column 6", "TOML"),
    ],
)
def test_what_is_no_toml_is_a_problem(tmp_path: Path, data: bytes, place: str, expected: str) -> None:
    put(tmp_path, "exercises", "x.toml", data)
    (problem,) = load_catalog([tmp_path]).problems
    assert (problem.place, problem.expected) == (place, expected)


def test_a_folder_a_pipe_and_a_dead_link_are_problems(tmp_path: Path) -> None:
    (tmp_path / "exercises" / "folder.toml").mkdir(parents=True)
    os.mkfifo(tmp_path / "exercises" / "pipe.toml")
    (tmp_path / "exercises" / "link.toml").symlink_to(tmp_path / "gone")
    problems = load_catalog([tmp_path]).problems
    assert [problem.expected for problem in problems] == ["a file", "a file that can be read", "a file"]


def test_a_file_in_the_place_of_a_folder_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "exercises").write_text("")
    (problem,) = load_catalog([tmp_path]).problems
    assert problem.expected == "a folder that can be read"


def test_a_number_beyond_all_limits_is_named(tmp_path: Path) -> None:
    put(tmp_path, "exercises", "x.toml", EXERCISE.replace("max = 60", "max = 0x" + "f" * 20_000))
    (problem,) = load_catalog([tmp_path]).problems
    assert (problem.place, problem.found) == ("dosage.hold_s.max", "a number beyond all limits")


def test_checking_a_file_tells_exercise_from_routine(tmp_path: Path) -> None:
    put(tmp_path, "exercises", "lunge.toml", EXERCISE)
    catalog = load_catalog([tmp_path])
    loose = tmp_path / "loose.toml"
    loose.write_text(ROUTINE)
    assert check_file(loose, catalog) == ()
    loose.write_text(ROUTINE.replace("sets = 2", "sets = 9"))
    assert [problem.place for problem in check_file(loose, catalog)] == ["items[0].sets"]
    loose.write_text(EXERCISE)
    assert [problem.place for problem in check_file(loose, catalog)] == ["id"]
    empty = put(tmp_path, "routines", "empty.toml", "")
    assert [problem.place for problem in check_file(empty, catalog)] == ["id", "name", "summary", "items"]


def test_checking_a_file_of_the_catalogue_does_not_find_its_own_id(tmp_path: Path) -> None:
    file = put(tmp_path, "exercises", "lunge.toml", EXERCISE)
    assert check_file(file, load_catalog([tmp_path])) == ()


def test_checking_a_file_that_is_not_there(tmp_path: Path) -> None:
    (problem,) = check_file(tmp_path / "none.toml", load_catalog([]))
    assert problem.expected == "a file that can be read"


def test_the_program_own_files_are_without_mistakes() -> None:
    assert [str(problem) for problem in load_catalog([Path(assets_dir())]).problems] == []


LINES = EXERCISE.strip().splitlines()
SNIPPETS = [
    "[",
    "]",
    '"',
    "= ",
    "[[source]]",
    "-1",
    "1.5",
    "{}",
    "[dosage]",
    "2026-11-21",
    "\\u0000",
    "nan",
    "",
    "true",
    "é",
]


@given(st.data())
def test_a_mutilated_file_is_an_exercise_or_has_faults(data: st.DataObject) -> None:
    """No text, however it came about, gets past the check or breaks it."""
    lines = list(LINES)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        cut = data.draw(st.integers(0, len(line)))
        lines[at] = line[:cut] + data.draw(st.sampled_from(SNIPPETS)) + line[data.draw(st.integers(cut, len(line))) :]
    try:
        table = parse_table("\n".join(lines).encode())
        found = list(faults(table, Exercise, rules=exercise_rules(())))
    except Rejected as rejected:
        found = list(rejected.faults)
        assert found
    assert all(fault.place and fault.expected and fault.found for fault in found)
    if not found:
        assert isinstance(msgspec.convert(table, Exercise), Exercise)
