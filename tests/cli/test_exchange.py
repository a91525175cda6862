from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.shell import Shell
from tests.cli.test_history import EARLIER, SESSION, keep
from tests.storage.histories import MEASURED, self_test


@pytest.fixture
def other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A second person, whose history is still empty."""
    return Shell(tmp_path / "other", capsys)


@pytest.fixture
def kept(shell: Shell) -> Shell:
    keep(shell.folder, (EARLIER, SESSION), (self_test(7, note="=1+1 é"), MEASURED))
    return shell


@pytest.mark.parametrize("form", ["json", "csv"])
def test_an_export_imported_elsewhere_gives_the_same_history(
    kept: Shell, other: Shell, tmp_path: Path, form: str
) -> None:
    place = str(tmp_path / "out")
    assert kept.run("export", *(["--csv", place] if form == "csv" else [place])).code == 0
    assert other.run("import", place).lines == [
        "Added 2 sessions.", "Added 3 holds.", "Added 1 pain.", "Added 2 self-tests.", "Added 0 corrections.",
    ]  # fmt: skip
    assert other.json("history") == kept.json("history")
    assert other.json("progress") == kept.json("progress")


@pytest.mark.parametrize("form", ["json", "csv"])
def test_importing_twice_changes_nothing(kept: Shell, tmp_path: Path, form: str) -> None:
    place, before = str(tmp_path / "out"), kept.json("history")
    kept.run("export", *(["--csv", place] if form == "csv" else [place]))
    assert kept.run("import", place).lines == ["Nothing in it was new."]
    assert kept.json("history") == before


def test_an_export_goes_to_the_output_and_an_import_comes_from_the_input(
    kept: Shell, other: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    exported = kept.run("export").out
    assert exported == kept.run("export", "-").out
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(exported.encode())))
    assert other.run("import", "-").code == 0
    assert other.json("history") == kept.json("history")


def test_an_export_of_nothing_is_an_export(shell: Shell) -> None:
    document = json.loads(shell.run("export").out)
    assert (document["sessions"], document["self_tests"]) == ([], [])
    assert not shell.folder.exists()


@pytest.mark.parametrize("form", ["json", "csv"])
def test_nothing_is_written_over_unless_forced(kept: Shell, tmp_path: Path, form: str) -> None:
    place = tmp_path / "out"
    arguments = ["--csv", str(place)] if form == "csv" else [str(place)]
    taken = place / "holds.csv" if form == "csv" else place
    taken.parent.mkdir(exist_ok=True)
    taken.write_text("mine")
    assert "is there already" in kept.refused("export", *arguments)
    assert taken.read_text() == "mine"
    assert kept.run("export", *arguments, "--force").code == 0
    assert taken.read_text() != "mine"


def test_a_place_that_cannot_be_written_is_named(kept: Shell, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "cannot be written" in kept.refused("export", str(tmp_path / "file" / "out.json"))
    assert "not allowed" in kept.refused("export", "out.json", "--csv", "out")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\x00", "malformed"),
        (b"{}", "format"),
        (b'{"format": "stretchtimer-history", "version": 3}', "later version"),
        (b'{"format": "stretchtimer-history", "version": 1, "sessions": [{}]}', "sessions[0]"),
    ],
)
def test_a_file_that_is_no_export_is_refused_and_makes_no_history(
    shell: Shell, tmp_path: Path, content: bytes, said: str
) -> None:
    file = tmp_path / "in.json"
    file.write_bytes(content)
    line = shell.refused("import", str(file))
    assert said in line
    assert str(file) in line
    assert not shell.folder.exists()


def test_a_source_that_is_not_there_or_empty_is_refused(shell: Shell, tmp_path: Path) -> None:
    assert "cannot be read" in shell.refused("import", str(tmp_path / "nowhere"))
    assert "none of" in shell.refused("import", str(tmp_path))
