from __future__ import annotations

from tests.cli.shell import Shell
from tests.storage.samples import EXERCISE, ROUTINE, put


def test_the_programs_own_files_have_no_mistake(shell: Shell) -> None:
    answer = shell.run("check")
    assert (answer.code, answer.out) == (0, "No mistake in 48 files.\n")


def test_every_mistake_of_every_file_is_a_line_with_file_and_place(shell: Shell) -> None:
    broken = put(
        shell.folder,
        "exercises",
        "broken.toml",
        EXERCISE.replace("default = 30", "default = 5").replace('"kneeling"', '"flying"'),
    )
    lost = put(shell.folder, "routines", "lost.toml", ROUTINE)
    answer = shell.run("check", str(broken), str(lost))
    assert answer.code == 1
    assert answer.err == ""
    assert [line.split(": ")[:2] for line in answer.lines[:1]] == [[str(broken), "position"]]
    assert f"{lost}: items[0].exercise: expected the id of an exercise, found lunge" in answer.lines


def test_without_files_all_that_are_in_use_are_checked(shell: Shell) -> None:
    put(shell.folder, "exercises", "broken.toml", "id = 3")
    answer = shell.run("check")
    assert answer.code == 1
    assert all("broken.toml" in line for line in answer.lines)


def test_mistakes_as_json(shell: Shell) -> None:
    file = put(shell.folder, "exercises", "broken.toml", EXERCISE.replace('"kneeling"', '"flying"'))
    answer = shell.run("check", str(file), "--json")
    assert answer.code == 1
    (problem,) = answer.json["problems"]
    assert (problem["file"], problem["place"], problem["found"]) == (str(file), "position", '"flying"')


def test_a_file_that_is_not_there_is_a_mistake_of_the_command_line(shell: Shell) -> None:
    assert "there is no file nowhere.toml" in shell.refused("check", "nowhere.toml")
