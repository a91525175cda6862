from __future__ import annotations

import gettext
import os
import subprocess
import sys
from pathlib import Path

import pytest

from stretchtimer import __version__
from stretchtimer.cli import dispatch, main
from stretchtimer.cli.dispatch import COMMANDS
from tests.cli.shell import Shell


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"Stretch Timer {__version__}\n"


def test_the_help_names_every_command_and_gives_examples(shell: Shell) -> None:
    answer = shell.run("--help")
    assert answer.code == 0
    assert all(f"\n  {name} " in answer.out for name in COMMANDS)
    assert "examples:\n" in answer.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_help_that_fits_a_terminal(
    shell: Shell, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    answer = shell.run(command, "--help")
    assert answer.code == 0
    assert answer.out.startswith(f"usage: stretchtimer {command} ")
    assert max(map(len, answer.lines)) <= 80


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["exercise"], "there is no command exercise; perhaps exercises?"),
        (["quantum"], "there is no command quantum; see stretchtimer --help"),
        (["--bogus"], "unrecognized arguments: --bogus"),
        (["where", "--jso"], "unrecognized arguments: --jso"),
        (["where", "--data-dir", "x"], "unrecognized arguments"),
        (["test"], "required"),
        (["test", "remove"], "invalid choice"),
        (["import"], "required"),
    ],
)
def test_a_mistake_is_one_line_that_names_it(shell: Shell, arguments: list[str], said: str) -> None:
    assert said in shell.refused(*arguments)


@pytest.mark.parametrize("command", ["exercises", "where"])
def test_a_data_folder_that_is_a_file_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    file = tmp_path / "file"
    file.touch()
    assert main(["--data-dir", str(file), command]) == 2
    assert "is not a folder" in capsys.readouterr().err
    assert main(["--data-dir", "", command]) == 2


def test_where_names_the_folders_in_use(shell: Shell) -> None:
    places = shell.json("where")
    assert places["data"] == str(shell.folder)
    assert places["history"] == str(shell.folder / "history.sqlite3")
    assert Path(places["assets"], "exercises").is_dir()
    assert set(places) == {"data", "config", "cache", "assets", "history", "settings"}
    assert str(shell.folder) in shell.run("where").out
    assert not shell.folder.exists()


def test_the_language_is_that_of_the_settings(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def load(language: str, _folder: Path) -> gettext.NullTranslations:
        asked.append(language)
        return gettext.NullTranslations()

    monkeypatch.setattr(dispatch, "load_translations", load)
    shell.folder.mkdir()
    (shell.folder / "settings.toml").write_text('language = "pl"\n')
    shell.run("where")
    assert asked == ["pl"]


def test_without_a_console_nothing_is_printed_and_nothing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As at a login of Windows."""
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    assert main(["--data-dir", str(tmp_path), "where"]) == 0
    assert main(["--data-dir", str(tmp_path), "quantum"]) == 2


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "stretchtimer", *arguments],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)} | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )


def test_a_locale_that_cannot_spell_a_name_costs_its_signs_only(tmp_path: Path) -> None:
    data = tmp_path / "data"
    done = process("--data-dir", str(data), "plan", "été", PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"Traceback" not in done.stderr


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "stretchtimer", "--data-dir", str(tmp_path), "exercises"],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=writing,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize(
    "arguments",
    [
        ["exercises"],
        ["plan", "desk-break", "--json"],
        ["progress"],
        ["start", "desk-break", "--terminal", "--help"],
        ["test", "add", "--left", "passed"],
    ],
)
def test_qt_is_not_imported(tmp_path: Path, arguments: list[str]) -> None:
    script = (
        "import sys; from stretchtimer.cli import main; code = main(sys.argv[1:]); "
        "print(code, [name for name in sys.modules if name.startswith(('PySide6', 'shiboken6', 'numpy'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "--data-dir", str(tmp_path), *arguments],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "0 []"
