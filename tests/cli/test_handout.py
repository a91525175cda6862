"""`stretchtimer handout`: what it writes, and when it refuses."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from stretchtimer.storage.catalog import load_catalog
from stretchtimer.storage.folders import assets_dir
from tests.cli.shell import Shell
from tests.reported import text_of

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("name", ["three-lunges", "thirteen-stretches"])
def test_a_routine_is_one_page_with_all_its_exercises(shell: Shell, tmp_path: Path, name: str, paper: str) -> None:
    file = tmp_path / "wall.pdf"
    answer = shell.run("handout", name, "--output", str(file), "--paper", paper)
    assert (answer.code, answer.out, answer.err) == (0, f"Written: {file}\n", "")
    (text,) = (page.replace(" ", "") for page in text_of(file.read_bytes()))  # a name may break after its hyphen
    catalog = load_catalog([Path(assets_dir())])
    for item in catalog.routines[name].items:
        assert catalog.exercises[item.exercise].name.replace(" ", "") in text
    assert (b"/MediaBox [0 0 612" in file.read_bytes()) is (paper == "letter")


def test_an_exercise_alone_has_its_handout_too(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "pigeon.PDF"
    assert shell.run("handout", "pigeon", "--output", str(file)).code == 0
    assert "1 exercise" in text_of(file.read_bytes())[0]


def test_what_waits_for_clearance_is_marked(shell: Shell, tmp_path: Path) -> None:
    shell.folder.mkdir()
    settings = '[safety]\nscreened = true\nconditions = ["hip_replacement"]\n'
    (shell.folder / "settings.toml").write_text(settings, encoding="utf-8")
    assert shell.run("handout", "kneeling-three-times-thirty", "--output", str(tmp_path / "a.pdf")).code == 0
    assert "Ask first" in text_of((tmp_path / "a.pdf").read_bytes())[0]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("desk-break",), "--output"),
        (("--output", "a.pdf"), "NAME"),
        (("desk-brake", "--output", "a.pdf"), "perhaps desk-break"),
        (("s1-self-test-supine", "--output", "a.pdf"), "self-test"),
        (("desk-break", "--output", "a.png"), "only .pdf"),
        (("desk-break", "--output", "a.pdf", "--paper", "a5"), "a5"),
    ],
)
def test_a_mistake_is_refused_in_a_line(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, options: tuple[str, ...], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert words in shell.refused("handout", *options)
    assert not list(tmp_path.glob("a*"))


def test_a_file_that_is_there_is_left_unless_forced(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_text("mine", encoding="utf-8")
    assert "is there already" in shell.refused("handout", "desk-break", "--output", str(file))
    assert file.read_text(encoding="utf-8") == "mine"
    assert shell.run("handout", "desk-break", "--output", str(file), "--force").code == 0


def test_a_place_that_cannot_be_written_is_refused(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "cannot be written" in shell.refused("handout", "desk-break", "--output", str(tmp_path / "file" / "a.pdf"))


def test_it_needs_no_display(shell: Shell, tmp_path: Path) -> None:
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    without = {name: value for name, value in os.environ.items() if name not in named}
    file = tmp_path / "a.pdf"
    program = [sys.executable, "-m", "stretchtimer", "--data-dir", str(shell.folder)]
    command = [*program, "handout", "desk-break", "--output", str(file)]
    done = subprocess.run(command, env=without, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert file.read_bytes().startswith(b"%PDF")
