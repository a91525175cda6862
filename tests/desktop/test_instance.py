from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from stretchtimer.desktop import asking
from stretchtimer.desktop.asking import ask
from stretchtimer.desktop.instance import Instance

pytestmark = pytest.mark.usefixtures("runtime")


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return an empty runtime folder with a path that is short enough for a socket."""
    with tempfile.TemporaryDirectory(prefix="st-") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield Path(folder)


class First:
    """The process that runs; it answers each request with the request itself, in other letters."""

    def __init__(self, data_folder: Path) -> None:
        self.heard: list[str] = []
        self.instance = Instance(data_folder)
        assert self.instance.claim()
        self.instance.listen(self._answer)

    def _answer(self, request: str) -> str:
        self.heard.append(request)
        return request.upper()


def asked(qtbot: QtBot, data_folder: Path, *requests: str) -> list[str | None]:
    """Ask as other processes do, while this one goes on."""
    with ThreadPoolExecutor() as others:
        answers = [others.submit(ask, data_folder, request) for request in requests]
        qtbot.waitUntil(lambda: all(answer.done() for answer in answers), timeout=5000)
    return [answer.result() for answer in answers]


@pytest.fixture
def first(qapp: QCoreApplication, tmp_path: Path) -> Iterator[First]:
    first = First(tmp_path)
    yield first
    first.instance.release()


def test_a_second_start_cannot_claim_while_the_first_runs(first: First, tmp_path: Path) -> None:
    assert not Instance(tmp_path).claim()
    first.instance.release()
    second = Instance(tmp_path)
    assert second.claim()
    second.release()


@pytest.mark.parametrize("request_text", ["kneeling-three-times-thirty", "", "Übung – links"])
def test_the_first_hears_what_it_is_asked_and_answers(
    first: First, tmp_path: Path, qtbot: QtBot, request_text: str
) -> None:
    assert asked(qtbot, tmp_path, request_text) == [request_text.upper()]
    assert first.heard == [request_text]


def test_several_are_all_answered(first: First, tmp_path: Path, qtbot: QtBot) -> None:
    assert asked(qtbot, tmp_path, "one", "two", "three") == ["ONE", "TWO", "THREE"]
    assert sorted(first.heard) == ["one", "three", "two"]


def test_without_a_first_there_is_no_answer(tmp_path: Path) -> None:
    assert ask(tmp_path, "kneeling") is None


def test_a_first_that_hangs_is_given_up(first: First, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "ANSWER_S", 0.05)
    assert ask(tmp_path, "nobody turns to it, since this thread is the one that waits") is None


def test_each_data_folder_has_its_own_running_one(first: First, tmp_path: Path) -> None:
    other = Instance(tmp_path / "other")
    assert other.claim()
    other.release()


def test_the_lock_and_the_socket_of_a_killed_process_are_taken_over(
    runtime: Path, qapp: QCoreApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    script = f"""
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from stretchtimer.desktop.instance import Instance
application = QCoreApplication([])
instance = Instance(Path({str(tmp_path)!r}))
claimed = instance.claim()
instance.listen(str)
print(claimed, flush=True)
application.exec()
"""
    root = Path(__file__).parents[2]
    environment = os.environ | {"PYTHONPATH": str(root)}
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, env=environment, text=True) as other:
        try:
            assert other.stdout is not None
            assert other.stdout.readline() == "True\n"
            assert not Instance(tmp_path).claim()
        finally:
            other.kill()
    assert len(list(runtime.iterdir())) == 2, "the killed process left its lock and its socket behind"
    heir = Instance(tmp_path)
    assert heir.ask("nobody is there") is None
    assert heir.claim()
    heir.listen(lambda request: f"heir of {request}")
    assert asked(qtbot, tmp_path, "kneeling") == ["heir of kneeling"]
    heir.release()
