from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from stretchtimer.desktop import instance
from stretchtimer.desktop.asking import ask, in_time
from stretchtimer.desktop.instance import Instance, Unanswered

pytestmark = pytest.mark.usefixtures("runtime")
PATIENCE_MS = 10_000


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
        qtbot.waitUntil(lambda: all(answer.done() for answer in answers), timeout=PATIENCE_MS)
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


def test_a_first_that_hangs_is_given_up(first: First, tmp_path: Path) -> None:
    assert ask(tmp_path, "nobody turns to it, since this thread is the one that waits", patience_s=0.05) is None


@pytest.fixture
def later(qapp: QCoreApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Later]:
    with ThreadPoolExecutor() as threads:
        yield Later(tmp_path, qtbot, threads)


class Later:
    """A later start, on another thread instead of in another process."""

    def __init__(self, data_folder: Path, qtbot: QtBot, threads: ThreadPoolExecutor) -> None:
        self._data_folder, self._qtbot, self._threads = data_folder, qtbot, threads
        self._instance = Instance(data_folder)

    def begin(self, request: str, patience_s: float = PATIENCE_MS / 1000) -> None:
        self._claimed = self._threads.submit(self._instance.claim_or_ask, request, patience_s)

    def end(self) -> bool:
        """Return whether it became the one that runs."""
        self._qtbot.waitUntil(self._claimed.done, timeout=PATIENCE_MS)
        self._instance.release()
        return self._claimed.result()


def test_a_later_start_asks_the_first(first: First, later: Later) -> None:
    later.begin("kneeling")
    assert later.end() is False
    assert first.heard == ["kneeling"]


def test_a_later_start_waits_until_the_first_listens(
    tmp_path: Path, later: Later, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first claims at once, but listens only when its window is painted."""
    answers: list[str | None] = []

    def ask_and_tell(*asked: Any) -> str | None:
        answers.append(ask(*asked))
        return answers[-1]

    monkeypatch.setattr(instance, "ask", ask_and_tell)
    first = Instance(tmp_path)
    assert first.claim()
    later.begin("kneeling")
    qtbot.waitUntil(lambda: None in answers, timeout=PATIENCE_MS)
    first.listen(str.upper)
    assert later.end() is False
    assert answers[-1] == "KNEELING"
    first.release()


def test_a_later_start_takes_the_place_of_a_first_that_ends_before_it_listens(tmp_path: Path, later: Later) -> None:
    first = Instance(tmp_path)
    assert first.claim()
    later.begin("kneeling")
    first.release()
    assert later.end() is True


def test_a_first_that_never_listens_is_not_waited_for_for_ever(tmp_path: Path, later: Later) -> None:
    first = Instance(tmp_path)
    assert first.claim()
    later.begin("kneeling", patience_s=0.1)
    with pytest.raises(Unanswered):
        later.end()
    assert first.claimant == os.getpid()
    first.release()


def test_who_claims_to_run_may_be_gone_before_anybody_asks(tmp_path: Path) -> None:
    assert Instance(tmp_path).claimant is None


def test_a_first_that_hangs_is_asked_only_once(first: First, tmp_path: Path, qtbot: QtBot) -> None:
    """It comes forward once, not for each time that it was asked, if it goes on after all.

    The patience has to last for connecting and sending; nobody answers, so that the test always waits for it.
    """
    with pytest.raises(Unanswered):
        Instance(tmp_path).claim_or_ask("while nobody turns to it", patience_s=2)
    assert asked(qtbot, tmp_path, "afterwards") == ["AFTERWARDS"]
    assert first.heard == ["while nobody turns to it", "afterwards"]


def test_without_the_claim_nobody_listens_in_the_place_of_another(first: First, tmp_path: Path, qtbot: QtBot) -> None:
    second = Instance(tmp_path)
    assert not second.claim()
    second.listen(lambda _request: "the second")
    assert asked(qtbot, tmp_path, "who is there?") == ["WHO IS THERE?"]
    second.release()
    assert asked(qtbot, tmp_path, "and now?") == ["AND NOW?"]


def test_what_hangs_without_a_limit_of_its_own_is_left_behind() -> None:
    ends = threading.Event()
    with pytest.raises(TimeoutError):
        in_time(lambda: b"late" if ends.wait() else b"", 0.01)
    ends.set()
    assert in_time(lambda: b"early", 10) == b"early"

    def refused() -> bytes:
        raise FileNotFoundError("no pipe")

    with pytest.raises(FileNotFoundError):
        in_time(refused, 10)


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
    assert ask(tmp_path, "nobody is there") is None
    assert heir.claim()
    heir.listen(lambda request: f"heir of {request}")
    assert asked(qtbot, tmp_path, "kneeling") == ["heir of kneeling"]
    heir.release()
