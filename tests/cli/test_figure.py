"""`stretchtimer figure`: what it draws, and when it refuses."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from tests.cli.shell import Shell

pytestmark = pytest.mark.usefixtures("qapp")

OWN = """
id = "my-own"
name = "My own stretch"
kind = "static_hold"
position = "standing"
laterality = "unilateral"
stretches = "front of the {stretched} hip"
set_up = "Stand."
cue = "Stand"
steps = ["Stand."]
credits_hip_flexor = true
beside_desk = true
source = [{ file = "my own notes", lines = "1" }]
[dosage]
sets = { default = 2, min = 1, max = 4, origin = "convention" }
hold_s = { default = 45, min = 15, max = 90, origin = "convention" }
"""


@pytest.fixture
def owner(shell: Shell) -> Shell:
    """Return a shell of somebody who has an exercise without a picture."""
    (shell.folder / "exercises").mkdir(parents=True)
    (shell.folder / "exercises" / "my-own.toml").write_text(OWN, encoding="utf-8")
    return shell


def draw(shell: Shell, file: Path, *options: str) -> bytes:
    answer = shell.run("figure", *options, "--output", str(file))
    assert (answer.code, answer.out, answer.err) == (0, f"Written: {file}\n", "")
    return file.read_bytes()


def test_both_sides_differ_and_have_the_size_asked_for(shell: Shell, tmp_path: Path) -> None:
    left, right = (
        QImage.fromData(draw(shell, tmp_path / f"{side}.png", "pigeon", "--side", side, "--size", "90"))
        for side in ("left", "right")
    )
    assert (left.width(), left.height()) == (90, 90)
    assert left != right


def test_it_draws_the_left_hip_unless_told_otherwise(shell: Shell, tmp_path: Path) -> None:
    usual = draw(shell, tmp_path / "usual.svg", "pigeon")
    assert usual == draw(shell, tmp_path / "left.svg", "pigeon", "--side", "left")
    assert b"left hip</title>" in usual


def test_poses_are_named_by_number_or_as_start_and_end(shell: Shell, tmp_path: Path) -> None:
    poses = {
        pose: draw(shell, tmp_path / f"{pose}.svg", "s3-leg-swings", "--pose", pose)
        for pose in ("1", "2", "3", "start", "end")
    }
    assert poses["start"] == poses["2"]
    assert poses["end"] == poses["3"]
    assert len({*poses.values(), draw(shell, tmp_path / "whole.svg", "s3-leg-swings")}) == 4


def test_the_sheet_has_all_exercises_and_the_own_ones(owner: Shell, tmp_path: Path) -> None:
    text = " ".join(ElementTree.fromstring(draw(owner, tmp_path / "all.svg", "--all")).itertext())
    for words in ("Pigeon", "Warrior one", "My own stretch", "no picture"):
        assert words in text
    dark = QImage.fromData(draw(owner, tmp_path / "all.png", "--all", "--theme", "dark", "--size", "20"))
    assert dark.pixelColor(0, 0).lightness() < 40


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("pigeon",), "--output"),
        (("--output", "a.png"), "NAME or --all"),
        (("pigeon", "--all", "--output", "a.png"), "NAME or --all"),
        (("--all", "--pose", "end", "--output", "a.png"), "--pose"),
        (("--all", "--size", "4000", "--output", "a.png"), "at most 800"),
        (("butterfli", "--output", "a.png"), "perhaps s1-03-butterfly-supine"),
        (("leg", "--output", "a.png"), "perhaps"),
        (("desk-break", "--output", "a.png"), "handout desk-break"),
        (("my-own", "--output", "a.png"), "no picture"),
        (("pigeon", "--output", "a.jpg"), ".png and .svg"),
        (("pigeon", "--output", "a"), ".png and .svg"),
        (("pigeon", "--size", "8", "--output", "a.png"), "16 to 4000"),
        (("pigeon", "--pose", "0", "--output", "a.png"), "--pose"),
        (("pigeon", "--pose", "middle", "--output", "a.png"), "start, end"),
        (("pigeon", "--pose", "7", "--output", "a.png"), "only 2 key poses"),
        (("pigeon", "--side", "both", "--output", "a.png"), "both"),
    ],
)
def test_a_mistake_is_refused_in_a_line(
    owner: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, options: tuple[str, ...], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert words in owner.refused("figure", *options)
    assert not list(tmp_path.glob("a*"))


def test_a_file_that_is_there_is_left_unless_forced(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "pigeon.png"
    file.write_text("mine", encoding="utf-8")
    assert "is there already" in shell.refused("figure", "pigeon", "--output", str(file))
    assert file.read_text(encoding="utf-8") == "mine"
    assert draw(shell, file, "pigeon", "--force").startswith(b"\x89PNG")


def test_a_place_that_cannot_be_written_is_refused(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "cannot be written" in shell.refused("figure", "pigeon", "--output", str(tmp_path / "file" / "a.png"))


def test_it_needs_no_display(shell: Shell, tmp_path: Path) -> None:
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    without = {name: value for name, value in os.environ.items() if name not in named}
    file = tmp_path / "all.png"
    program = [sys.executable, "-m", "stretchtimer", "--data-dir", str(shell.folder)]
    command = [*program, "figure", "--all", "--size", "24", "--output", str(file)]
    done = subprocess.run(command, env=without, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert file.read_bytes().startswith(b"\x89PNG")
