"""The person's own files: seen without a restart, and a broken one hides no other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchtimer.app.library import Library
from tests.storage.samples import EXERCISE, ROUTINE, put

OTHER = EXERCISE.replace('"lunge"', '"other"')


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "own"


@pytest.fixture
def library(qapp: QApplication, tmp_path: Path, own: Path) -> Iterator[Library]:
    """A library whose own folder is not there before it is watched."""
    put(tmp_path / "program", "exercises", "lunge.toml", EXERCISE)
    library = Library([tmp_path / "program", own])
    library.watch()
    yield library
    library.deleteLater()


def test_the_programs_own_exercises_are_there_at_once(library: Library, own: Path) -> None:
    assert list(library.catalog.exercises) == ["lunge"]
    assert library.own_folder == own


def test_watching_makes_the_folders_to_put_files_into(library: Library, own: Path) -> None:
    assert sorted(path.name for path in own.iterdir()) == ["exercises", "routines"]


def test_a_new_file_is_seen(library: Library, own: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(library.changed):
        put(own, "exercises", "other.toml", OTHER)
        put(own, "routines", "short.toml", ROUTINE)
    assert "other" in library.catalog.exercises
    assert list(library.catalog.routines) == ["short"]


def test_a_file_that_is_written_again_in_place_is_seen_each_time(library: Library, own: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(library.changed):
        put(own, "exercises", "other.toml", OTHER)
    for name in ("Once", "Twice"):
        with qtbot.waitSignal(library.changed):
            put(own, "exercises", "other.toml", OTHER.replace('"Lunge"', f'"{name}"'))
        assert library.catalog.exercises["other"].name == name


def test_a_file_that_another_one_replaces_is_seen_each_time(library: Library, own: Path, qtbot: QtBot) -> None:
    """As editors save: a new file takes the place of the old one, which is then no longer followed."""
    with qtbot.waitSignal(library.changed):
        file = put(own, "exercises", "other.toml", OTHER)
    for name in ("Once", "Twice"):
        with qtbot.waitSignal(library.changed):
            fresh = file.with_suffix(".part")
            fresh.write_text(OTHER.replace('"Lunge"', f'"{name}"'), encoding="utf-8")
            fresh.replace(file)
        assert library.catalog.exercises["other"].name == name


def test_a_deleted_file_is_gone(library: Library, own: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(library.changed):
        file = put(own, "exercises", "other.toml", OTHER)
    with qtbot.waitSignal(library.changed):
        file.unlink()
    assert list(library.catalog.exercises) == ["lunge"]


def test_several_writes_are_read_once(library: Library, own: Path, qtbot: QtBot) -> None:
    told: list[int] = []
    library.changed.connect(lambda: told.append(len(library.catalog.exercises)))
    with qtbot.waitSignal(library.changed):
        for number in range(5):
            put(own, "exercises", f"{number}.toml", EXERCISE.replace('"lunge"', f'"own-{number}"'))
    assert told == [6]


def test_a_broken_file_is_listed_with_all_its_mistakes_and_hides_no_other(
    library: Library, own: Path, qtbot: QtBot
) -> None:
    broken = OTHER.replace('"kneeling"', '"flying"').replace("default = 30", "default = 5")
    with qtbot.waitSignal(library.changed):
        put(own, "exercises", "broken.toml", broken)
        put(own, "exercises", "good.toml", OTHER.replace('"other"', '"good"'))
        put(own, "routines", "nonsense.toml", "not TOML at all")
    assert sorted(library.catalog.exercises) == ["good", "lunge"]
    said = [str(problem) for problem in library.catalog.problems]
    assert any("broken.toml" in line and "position" in line and "flying" in line for line in said)
    assert any("nonsense.toml" in line for line in said)
    with qtbot.waitSignal(library.changed):
        put(own, "exercises", "broken.toml", OTHER)
        (own / "routines" / "nonsense.toml").unlink()
    assert library.catalog.problems == ()


def test_where_no_folder_can_be_made_the_program_goes_on_with_its_own(qapp: QApplication, tmp_path: Path) -> None:
    put(tmp_path / "program", "exercises", "lunge.toml", EXERCISE)
    occupied = tmp_path / "own"
    occupied.write_text("a file stands where the folder should be")
    library = Library([tmp_path / "program", occupied])
    library.watch()
    assert list(library.catalog.exercises) == ["lunge"]


def test_on_a_read_only_disk_the_program_goes_on_with_what_is_there(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise OSError(30, "Read-only file system")

    put(tmp_path / "own", "exercises", "lunge.toml", EXERCISE)
    monkeypatch.setattr(Path, "mkdir", refuse)
    library = Library([tmp_path / "own"])
    library.watch()
    assert list(library.catalog.exercises) == ["lunge"]
