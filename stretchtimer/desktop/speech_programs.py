"""Speech by a program that is started for each text: the fallbacks of Linux, and the voice of macOS."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Mapping
from typing import NamedTuple

from stretchtimer.desktop.speech_engine import Manner
from stretchtimer.desktop.speech_ssip import service_rate, service_volume

PROOF_S = 3.0
STOP_S = 1.0

ESPEAK_WORDS_A_MINUTE = 175
"""The rate of espeak-ng if it is not told one; the usual rate of macOS is the same."""


class Program(NamedTuple):
    """How to run a program that speaks. No shell ever sees these words."""

    name: str
    proof: tuple[str, ...]
    """Arguments with which it succeeds quickly if it can speak."""
    arguments: Callable[[str, Manner], list[str]]
    """Arguments with which it says a text and ends when that is said."""
    silence: tuple[str, ...] = ()
    """Arguments that silence what goes on speaking after its end."""


def _spd_say(text: str, manner: Manner) -> list[str]:
    rate, volume = str(service_rate(manner)), str(service_volume(manner))
    return ["--wait", "-l", manner.language, "-r", rate, "-i", volume, "--", text]


def _espeak(text: str, manner: Manner) -> list[str]:
    language, rate, volume = manner.language.lower(), str(_words_a_minute(manner)), str(round(manner.volume * 100))
    return ["-v", language, "-s", rate, "-a", volume, "--", text]


def _say(text: str, manner: Manner) -> list[str]:
    # The voice is the one that the person has chosen in the system settings.
    return ["-r", str(_words_a_minute(manner)), "--", f"[[volm {manner.volume:.2f}]] {text}"]


def _words_a_minute(manner: Manner) -> int:
    return round(ESPEAK_WORDS_A_MINUTE * (1 + manner.rate / 100))


SPD_SAY = Program("spd-say", ("--list-output-modules",), _spd_say, ("--cancel",))
ESPEAK = Program("espeak-ng", ("--version",), _espeak)
SAY = Program("say", ("-v", "?"), _say)


class ProgramEngine:
    """Runs the program for one text at a time."""

    def __init__(self, program: Program, path: str, environment: Mapping[str, str]) -> None:
        self.name = program.name
        self._program = program
        self._path = path
        self._environment = dict(environment)
        self._child: subprocess.Popen[bytes] | None = None

    @property
    def speaking(self) -> bool:
        """Whether the program still runs."""
        return self._child is not None and self._child.poll() is None

    def speak(self, text: str, manner: Manner) -> None:
        """Start the program. Raises OSError if it cannot be started, or failed at the text before."""
        if self._child is not None and self._child.poll():
            raise OSError(f"{self.name} failed with exit code {self._child.returncode}")
        self._child = subprocess.Popen(
            [self._path, *self._program.arguments(text, manner)],
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def stop(self) -> None:
        """End the program."""
        child, self._child = self._child, None
        if child is None or child.poll() is not None:
            return
        child.kill()
        child.wait()
        if self._program.silence:
            self._run(self._program.silence, STOP_S)

    def close(self) -> None:
        """Let go of the program."""
        self.stop()

    def prove(self) -> None:
        """Raise OSError unless the program can speak, as far as it can tell."""
        self._run(self._program.proof, PROOF_S)

    def _run(self, arguments: tuple[str, ...], limit_s: float) -> None:
        try:
            subprocess.run(
                [self._path, *arguments],
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=limit_s,
                check=True,
            )
        except subprocess.SubprocessError as error:
            raise OSError(str(error)) from error


def open_program(program: Program, environment: Mapping[str, str]) -> ProgramEngine:
    """Return ``program`` as an engine. Raises OSError if it is not installed or cannot speak."""
    path = shutil.which(program.name, path=environment.get("PATH"))
    if path is None:
        raise FileNotFoundError(f"{program.name} is not installed")
    engine = ProgramEngine(program, path, environment)
    engine.prove()
    return engine
