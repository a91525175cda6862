import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from stretchtimer.desktop import speech_programs
from stretchtimer.desktop.speech_engine import Manner
from stretchtimer.desktop.speech_programs import ESPEAK, SAY, SPD_SAY, Program, open_program

DEADLINE_S = 10


class Programs:
    """Installs programs that are shell scripts, and reads back how they were called."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {"PATH": str(folder)}

    def install(self, name: str, script: str = "") -> None:
        program = self.folder / name
        program.write_text(f'#!/bin/sh\nfor word in "$@"; do echo "$word"; done >> {self.folder}/said\n{script}\n')
        program.chmod(0o755)

    def said(self) -> list[str]:
        return (self.folder / "said").read_text().splitlines()


@pytest.fixture
def programs(tmp_path: Path) -> Programs:
    return Programs(tmp_path)


def eventually(holds: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + DEADLINE_S
    while not holds() and time.monotonic() < deadline:
        time.sleep(0.005)
    return holds()


@pytest.mark.parametrize(
    ("program", "words"),
    [
        (SPD_SAY, ["--wait", "-l", "pt-BR", "-r", "12", "-i", "0", "--", "- three"]),
        (ESPEAK, ["-v", "pt-br", "-s", "210", "-a", "50", "--", "- three"]),
        (SAY, ["-r", "210", "--", "[[volm 0.50]] - three"]),
    ],
)
def test_a_text_is_one_argument_after_the_options(programs: Programs, program: Program, words: list[str]) -> None:
    programs.install(program.name)
    engine = open_program(program, programs.environment)
    engine.speak("- three", Manner(rate=20, volume=0.5, language="pt-BR"))
    assert eventually(lambda: not engine.speaking)
    assert programs.said() == [*program.proof, *words]


def test_a_program_speaks_as_long_as_it_runs(programs: Programs) -> None:
    os.mkfifo(programs.folder / "end")
    programs.install("espeak-ng", f'[ "$1" = --version ] || read line < {programs.folder}/end')
    engine = open_program(ESPEAK, programs.environment)
    assert not engine.speaking
    engine.speak("one", Manner())
    assert engine.speaking
    (programs.folder / "end").write_text("now\n")
    assert eventually(lambda: not engine.speaking)


def test_stopping_ends_the_program_and_what_it_left_speaking(programs: Programs) -> None:
    os.mkfifo(programs.folder / "never")
    programs.install("spd-say", f'[ "$1" != --wait ] || read line < {programs.folder}/never')
    engine = open_program(SPD_SAY, programs.environment)
    engine.speak("one", Manner())
    engine.stop()
    assert not engine.speaking
    assert programs.said()[-1] == "--cancel"


def test_stopping_what_does_not_speak_runs_nothing(programs: Programs) -> None:
    programs.install("spd-say")
    engine = open_program(SPD_SAY, programs.environment)
    engine.stop()
    assert programs.said() == ["--list-output-modules"]


def test_a_program_that_failed_is_an_error_at_the_next_text(programs: Programs) -> None:
    programs.install("espeak-ng", '[ "$1" = --version ]')
    engine = open_program(ESPEAK, programs.environment)
    engine.speak("one", Manner())
    assert eventually(lambda: not engine.speaking)
    with pytest.raises(OSError, match="exit code 1"):
        engine.speak("two", Manner())


def test_a_program_that_is_not_installed_is_an_error(programs: Programs) -> None:
    with pytest.raises(FileNotFoundError):
        open_program(ESPEAK, programs.environment)


def test_a_program_that_cannot_speak_is_an_error(programs: Programs) -> None:
    programs.install("spd-say", "exit 1")
    with pytest.raises(OSError, match="exit status 1"):
        open_program(SPD_SAY, programs.environment)


def test_a_program_that_hangs_is_an_error(programs: Programs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speech_programs, "PROOF_S", 0.05)
    programs.install("spd-say", "while :; do :; done")
    with pytest.raises(OSError, match="timed out"):
        open_program(SPD_SAY, programs.environment)
