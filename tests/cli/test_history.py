from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.records import Ending, SelfTestRecord, SessionRecord
from stretchtimer.storage.database import open_database
from stretchtimer.storage.history import History
from tests.cli.shell import Shell
from tests.storage.histories import hold, moment, pain, self_test, session, uuid

SESSION = session(
    1,
    ended=Ending.HURT,
    ended_at=moment("2026-11-21T09:01:05+01:00"),
    holds=(
        hold(2),
        hold(3, "2026-11-21T09:00:48+01:00", side=Side.RIGHT, held_s=12.25, finished=False, left_s=0.0, right_s=12.25),
    ),
    pains=(pain(4),),
)
EARLIER = session(5, "2026-11-02T23:30:00-05:00", holds=(hold(6, "2026-11-02T23:30:05-05:00", left_s=90.0),))


def keep(folder: Path, sessions: tuple[SessionRecord, ...] = (), tests: tuple[SelfTestRecord, ...] = ()) -> None:
    history = History(open_database(folder / "history.sqlite3", datetime(2026, 11, 21, tzinfo=UTC)).connection)
    history.merge(sessions, tests)
    history.close()


def test_sessions_and_tests_have_the_documented_keys(shell: Shell) -> None:
    keep(shell.folder, (SESSION,), (self_test(7, note="cold"),))
    assert shell.json("history") == {
        "sessions": [
            {
                "id": uuid(1),
                "started_at": "2026-11-21T09:00:00.000+01:00",
                "ended_at": "2026-11-21T09:01:05.000+01:00",
                "routine": "short",
                "routine_name": "Short",
                "first_side": "left",
                "ended": "hurt",
                "holds": [
                    {
                        "id": uuid(2),
                        "started_at": "2026-11-21T09:00:10.000+01:00",
                        "exercise": "lunge",
                        "side": "left",
                        "set": 1,
                        "planned_s": 30,
                        "held_s": 30,
                        "finished": True,
                        "credits_hip_flexor": True,
                        "left_s": 30,
                        "right_s": 0,
                    },
                    {
                        "id": uuid(3),
                        "started_at": "2026-11-21T09:00:48.000+01:00",
                        "exercise": "lunge",
                        "side": "right",
                        "set": 1,
                        "planned_s": 30,
                        "held_s": 12.25,
                        "finished": False,
                        "credits_hip_flexor": True,
                        "left_s": 0,
                        "right_s": 12.25,
                    },
                ],
                "pains": [
                    {"at": "2026-11-21T09:01:00.000+01:00", "kind": "sharp", "exercise": "lunge", "side": "left"}
                ],
            }
        ],
        "tests": [
            {
                "id": uuid(7),
                "at": "2026-11-21T08:00:00.000+01:00",
                "left": "passed",
                "right": "lifted",
                "note": "cold",
                "after_stretching": False,
            }
        ],
    }


def test_for_a_person(shell: Shell) -> None:
    keep(shell.folder, (SESSION,), (self_test(7, note="cold\nfloor"),))
    assert shell.run("history").lines == [
        "2026-11-21 09:00  Short: ended because it hurt. Left hip 0:30, right hip 0:12.",
        "    lunge, left, set 1: 30 of 30 s",
        "    lunge, right, set 1: 12.2 of 30 s",
        "2026-11-21 08:00  Self-test",
        "    Left hip: Passed: the leg stayed flat",
        "    Right hip: Lifted: the leg came up",
        "    cold floor",
    ]


@pytest.mark.parametrize(
    ("days", "ids"),
    [
        (["--from", "2026-11-03"], [uuid(1)]),
        (["--to", "2026-11-02"], [uuid(5)]),
        (["--from", "2026-11-02", "--to", "2026-11-21"], [uuid(5), uuid(1)]),
        (["--from", "2026-11-22"], []),
    ],
)
def test_a_period_goes_by_the_days_of_the_person(shell: Shell, days: list[str], ids: list[str]) -> None:
    keep(shell.folder, (EARLIER, SESSION))
    assert [row["id"] for row in shell.json("history", *days)["sessions"]] == ids


def test_the_weeks_are_without_gaps_and_in_minutes(shell: Shell) -> None:
    keep(shell.folder, (EARLIER, SESSION), (self_test(7),))
    progress = shell.json("progress")
    assert progress["weeks"][:3] == [
        {"week": "2026-W45", "left_min": 1.5, "right_min": 0},
        {"week": "2026-W46", "left_min": 0, "right_min": 0},
        {"week": "2026-W47", "left_min": 0.5, "right_min": 0.204},
    ]
    assert [(row["at"], row["side"], row["outcome"]) for row in progress["results"]] == [
        ("2026-11-21T08:00:00.000+01:00", "left", "passed"),
        ("2026-11-21T08:00:00.000+01:00", "right", "lifted"),
    ]


def test_what_does_not_count_for_the_hip_flexors_is_left_out(shell: Shell) -> None:
    keep(shell.folder, (session(1, holds=(hold(2, credits_hip_flexor=False),)),))
    assert shell.json("progress")["weeks"] == []


def test_progress_of_a_period(shell: Shell) -> None:
    keep(shell.folder, (EARLIER, SESSION), (self_test(7),))
    progress = shell.json("progress", "--from", "2026-11-01", "--to", "2026-11-10")
    assert [week["week"] for week in progress["weeks"]] == ["2026-W45", "2026-W46"]
    assert progress["results"] == []


def test_progress_for_a_person_names_its_sources(shell: Shell) -> None:
    keep(shell.folder, (SESSION,), (self_test(7),))
    answer = shell.run("progress")
    assert answer.lines[1].split() == ["2026-W47", "0.5", "min", "0.2", "min"]
    assert "Thomas and others 2018" in answer.out
    assert "2026-11-21 08:00  Left hip: Passed: the leg stayed flat" in answer.lines


@pytest.mark.parametrize("command", ["history", "progress"])
def test_nothing_yet_is_said_and_makes_no_file(shell: Shell, command: str) -> None:
    assert shell.run(command).out == "Nothing yet.\n"
    assert not shell.folder.exists()


def test_a_history_of_a_later_version_is_refused(shell: Shell) -> None:
    keep(shell.folder)
    connection = open_database(shell.folder / "history.sqlite3", datetime(2026, 11, 21, tzinfo=UTC)).connection
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    for command in (["history"], ["test", "add", "--left", "passed"], ["export"]):
        answer = shell.run(*command)
        assert (answer.code, answer.out) == (1, "")
        assert "later version" in answer.err
        assert answer.err.count("\n") == 1


def test_a_damaged_history_is_set_aside_and_named(shell: Shell) -> None:
    shell.folder.mkdir()
    (shell.folder / "history.sqlite3").write_bytes(b"no database " * 100)
    answer = shell.run("history")
    assert answer.code == 0
    assert "has been set aside as" in answer.err
    assert list(shell.folder.glob("history-damaged-*"))
