from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from stretchtimer.desktop.instance import Instance

pytestmark = pytest.mark.usefixtures("runtime")


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return an empty runtime folder with a path that is short enough for a socket."""
    with tempfile.TemporaryDirectory(prefix="st-") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield Path(folder)


@pytest.fixture
def first(qapp: QCoreApplication, tmp_path: Path) -> Iterator[Instance]:
    instance = Instance(tmp_path)
    assert instance.claim()
    instance.listen()
    yield instance
    instance.release()


def test_a_second_start_cannot_claim_while_the_first_runs(first: Instance, tmp_path: Path) -> None:
    assert not Instance(tmp_path).claim()
    first.release()
    second = Instance(tmp_path)
    assert second.claim()
    second.release()


@pytest.mark.parametrize("request_text", ["kneeling-three-times-thirty", "", "Übung – links"])
def test_the_first_gets_what_the_second_was_asked_for(
    first: Instance, tmp_path: Path, qtbot: QtBot, request_text: str
) -> None:
    with qtbot.waitSignal(first.asked, timeout=2000) as asked:
        assert Instance(tmp_path).hand_over(request_text)
    assert asked.args == [request_text]


def test_several_starts_are_all_heard(first: Instance, tmp_path: Path, qtbot: QtBot) -> None:
    heard: list[str] = []
    first.asked.connect(heard.append)
    for request_text in ("one", "two", "three"):
        assert Instance(tmp_path).hand_over(request_text)
    qtbot.waitUntil(lambda: len(heard) == 3, timeout=2000)
    assert sorted(heard) == ["one", "three", "two"]


def test_without_a_first_nothing_is_handed_over(qapp: QCoreApplication, tmp_path: Path) -> None:
    assert not Instance(tmp_path).hand_over("kneeling")


def test_each_data_folder_has_its_own_running_one(first: Instance, tmp_path: Path) -> None:
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
instance.listen()
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
    assert not heir.hand_over("nobody is there")
    assert heir.claim()
    heir.listen()
    with qtbot.waitSignal(heir.asked, timeout=2000):
        assert Instance(tmp_path).hand_over("kneeling")
    heir.release()
