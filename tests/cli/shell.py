"""A shell for tests: runs the command line in this process on a folder of its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from stretchtimer.cli import main


class Answer(NamedTuple):
    """What a command said."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Shell:
    """Runs commands with ``--data-dir`` on ``folder``, which does not exist at first."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capture = folder, capture

    def run(self, *arguments: str) -> Answer:
        code = main(["--data-dir", str(self.folder), *arguments])
        captured = self._capture.readouterr()
        return Answer(code, captured.out, captured.err)

    def json(self, *arguments: str) -> Any:
        """Return what the command prints with ``--json``, which must go well."""
        answer = self.run(*arguments, "--json")
        assert (answer.code, answer.err) == (0, "")
        return answer.json

    def refused(self, *arguments: str, code: int = 2) -> str:
        """Return the one line with which the command is refused, which must leave no trace."""
        before = sorted(self.folder.rglob("*"))
        answer = self.run(*arguments)
        assert (answer.code, answer.out) == (code, "")
        assert answer.err.startswith("stretchtimer: ")
        assert answer.err.endswith("\n")
        assert answer.err.count("\n") == 1
        assert sorted(self.folder.rglob("*")) == before
        return answer.err
