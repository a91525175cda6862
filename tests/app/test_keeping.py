from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from stretchtimer.app import keeping
from stretchtimer.app.keeping import open_history
from stretchtimer.core.records import Outcome, ResultRecord, SelfTestRecord
from stretchtimer.storage.database import Opened, StorageTrouble
from tests.samples import LEFT, ManualClock

TEST = "0b2f5d9e-6a57-4f0e-9a56-0a2f1a3f4c11"


def _record(clock: ManualClock) -> SelfTestRecord:
    results = (ResultRecord(side=LEFT, outcome=Outcome.PASSED),)
    return SelfTestRecord(id=TEST, at=clock.moment(clock.wall_s), results=results)


def test_a_sound_history_is_opened_without_a_word(tmp_path: Path) -> None:
    history, notice = open_history(tmp_path / "history.sqlite3", ManualClock())
    with closing(history):
        assert notice == ""


def test_a_damaged_history_is_named(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    path.write_bytes(b"no database at all" * 100)
    history, notice = open_history(path, ManualClock())
    with closing(history):
        assert "set aside" in notice
    assert len(list(tmp_path.glob("history-damaged-*"))) == 1


def test_on_a_read_only_disk_the_history_is_shown_and_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, clock = tmp_path / "history.sqlite3", ManualClock()
    kept = open_history(path, clock).history
    kept.add_test(_record(clock))
    kept.close()
    before = path.read_bytes()

    def refuse(_path: Path, _now: object) -> Opened:
        raise StorageTrouble("The disk is read-only.")

    monkeypatch.setattr(keeping, "open_database", refuse)
    history, notice = open_history(path, clock)
    with closing(history):
        assert [test.id for test in history.tests()] == [TEST]
        assert notice == "The disk is read-only. Nothing that you do now will be kept."
        history.delete_test(TEST, revision_id="6c0c2f4e-3c5c-4f39-8a63-0d1f6f6b7a10", at=clock.moment(clock.wall_s))
    assert path.read_bytes() == before


def test_a_history_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    with sqlite3.connect(path) as later:
        later.execute("PRAGMA user_version = 999")
    later.close()
    history, notice = open_history(path, ManualClock())
    with closing(history):
        assert "later version" in notice
        assert history.tests() == ()
