"""`stretchtimer report`: what it writes, and when it refuses."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.shell import Shell
from tests.cli.test_history import EARLIER, SESSION, keep
from tests.reported import text_of
from tests.storage.histories import self_test

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def kept(shell: Shell) -> Shell:
    keep(shell.folder, (EARLIER, SESSION), (self_test(7, note="cold"),))
    return shell


def test_it_writes_a_pdf_of_the_history(kept: Shell, tmp_path: Path) -> None:
    file = tmp_path / "hips.pdf"
    answer = kept.run("report", "--output", str(file))
    assert (answer.code, answer.out, answer.err) == (0, f"Written: {file}\n", "")
    (page,) = text_of(file.read_bytes())
    assert "cold" in page and "Pain" in page and "2 Nov 2026 to" in page


def test_it_keeps_to_the_time_and_the_paper(kept: Shell, tmp_path: Path) -> None:
    file = tmp_path / "hips.pdf"
    days = ("--from", "2026-11-01", "--to", "2026-11-10")
    assert kept.run("report", "--output", str(file), *days, "--paper", "letter").code == 0
    (page,) = text_of(file.read_bytes())
    assert "1 Nov 2026 to 10 Nov 2026" in page and "cold" not in page
    assert b"/MediaBox [0 0 612" in file.read_bytes()


def test_a_file_that_is_there_is_left_unless_forced(kept: Shell, tmp_path: Path) -> None:
    file = tmp_path / "hips.pdf"
    file.write_text("mine", encoding="utf-8")
    assert "is there already" in kept.refused("report", "--output", str(file))
    assert file.read_text(encoding="utf-8") == "mine"
    assert kept.run("report", "--output", str(file), "--force").code == 0
    assert file.read_bytes().startswith(b"%PDF")


def test_a_place_that_cannot_be_written_is_refused(kept: Shell, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "cannot be written" in kept.refused("report", "--output", str(tmp_path / "file" / "hips.pdf"))


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ((), "--output"),
        (("--output", "a.pdf", "--paper", "a5"), "a5"),
        (("--output", "a.pdf", "--from", "2026-11-10", "--to", "2026-11-01"), "before --from"),
        (("--output", "a.pdf", "--from", "yesterday"), "yesterday"),
        (("--output", "a.pdf", "--to", "2020-01-01"), "nothing to report"),
    ],
)
def test_a_mistake_is_refused_in_a_line(
    kept: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, options: tuple[str, ...], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert words in kept.refused("report", *options)
    assert not (tmp_path / "a.pdf").exists()


def test_without_a_history_there_is_nothing_to_report(shell: Shell, tmp_path: Path) -> None:
    assert "nothing to report" in shell.refused("report", "--output", str(tmp_path / "a.pdf"))


def test_it_needs_no_display(kept: Shell, tmp_path: Path) -> None:
    without = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    file = tmp_path / "hips.pdf"
    command = [sys.executable, "-m", "stretchtimer", "--data-dir", str(kept.folder), "report", "--output", str(file)]
    done = subprocess.run(command, env=without, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert file.read_bytes().startswith(b"%PDF")
