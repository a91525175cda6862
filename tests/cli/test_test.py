from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.cli.shell import Shell
from tests.cli.test_history import keep
from tests.storage.histories import hold, session


def test_a_result_of_each_hip_is_recorded(shell: Shell) -> None:
    answer = shell.run("test", "add", "--left", "passed", "--right", "lifted", "--at", "2026-03-01T08:15+01:00")
    assert answer.code == 0
    assert answer.lines == [
        "Recorded for 2026-03-01 08:15:",
        "Left hip: Passed: the leg stayed flat",
        "Right hip: Lifted: the leg came up",
    ]
    (test,) = shell.json("history")["tests"]
    assert (test["at"], test["left"], test["right"]) == ("2026-03-01T08:15:00.000+01:00", "passed", "lifted")


def test_one_hip_is_enough_and_the_time_is_now(shell: Shell) -> None:
    before = datetime.now().astimezone()
    shell.run("test", "add", "--right", "stopped", "--note", "it hurt")
    (test,) = shell.json("history")["tests"]
    assert (test["left"], test["right"], test["note"]) == (None, "stopped", "it hurt")
    assert (
        timedelta(0) <= datetime.fromisoformat(test["at"]) - before + timedelta(milliseconds=1) < timedelta(minutes=1)
    )


@pytest.mark.parametrize(
    ("at", "flattered"), [("2026-03-01T18:00", True), ("2026-03-01T06:00", False), ("2026-03-02T06:00", False)]
)
def test_a_test_after_stretching_on_the_same_day_says_so(shell: Shell, at: str, flattered: bool) -> None:
    stretched = datetime(2026, 3, 1, 9).astimezone().isoformat()
    keep(shell.folder, (session(1, stretched, holds=(hold(2, stretched),)),))
    answer = shell.run("test", "add", "--left", "passed", "--at", at)
    assert shell.json("history")["tests"][0]["after_stretching"] is flattered
    assert ("flatters the result" in answer.err) is flattered


PHONE = ("--method", "phone", "--left")
TAPE = ("--method", "tape", "--left", "lifted")
EDGE = ("--protocol", "edge", "--method", "goniometer", "--left", "passed")


def results(shell: Shell) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = shell.json("progress")["results"]
    return rows


def test_readings_by_phone_give_their_median(shell: Shell) -> None:
    answer = shell.run("test", "add", *PHONE, "lifted", "--left-angle", "12", "13.5", "9", "--state", "rested")
    assert answer.lines[1] == "Left hip: Lifted: the leg came up. Phone on the thigh: +12°, median of 3 within 4.5°"
    (row,) = results(shell)
    assert {name: row[name] for name in ("method", "angle_deg", "spread_deg", "trials", "state", "protocol")} == {
        "method": "phone",
        "angle_deg": 12,
        "spread_deg": 4.5,
        "trials": [12, 13.5, 9],
        "state": "rested",
        "protocol": "floor",
    }


def test_a_gap_by_tape_gives_an_angle_with_the_thigh_of_the_settings(shell: Shell) -> None:
    shell.folder.mkdir()
    (shell.folder / "settings.toml").write_text("[measuring]\nthigh_cm = 41.7\n")
    shell.run("test", "add", *TAPE, "--left-gap", "9.2", "--left-resting-gap", "2", "--rater", "Ada")
    (row,) = results(shell)
    assert row["angle_deg"] == pytest.approx(10, abs=0.06)
    assert (row["trials"], row["resting_gap_cm"], row["thigh_cm"], row["rater"]) == ([9.2], 2, 41.7, "Ada")


def test_all_that_belongs_to_a_hip_at_the_edge_of_a_bed(shell: Shell) -> None:
    answer = shell.run(
        "test", "add", *EDGE, "--left-angle", "-11", "--left-knee", "62", "--left-back", "no", "--left-tightness", "6",
        "--left-pain", "3", "--left-pain-signs", "sharp", "below_knee",
    )  # fmt: skip
    assert answer.lines[1] == "Left hip: Passed: the thigh came down to the bed. Goniometer: −11°"
    (row,) = results(shell)
    names = ("knee_deg", "back", "tightness", "pain", "pain_signs", "incomparable")
    assert [row[name] for name in names] == [62, "no", 6, 3, ["sharp", "below_knee"], ["back_not_flat"]]


def test_a_doubtful_reading_is_kept_for_whoever_is_sure(shell: Shell) -> None:
    assert shell.run("test", "add", *PHONE, "passed", "--left-angle", "31", "--sure").code == 0
    assert results(shell)[0]["angle_deg"] == 31


def test_the_hours_since_stretching_come_from_the_history(shell: Shell) -> None:
    stretched = datetime(2026, 3, 1, 9).astimezone().isoformat()
    keep(shell.folder, (session(1, stretched, holds=(hold(2, stretched),)),))
    shell.run("test", "add", "--left", "passed", "--at", "2026-03-02T10:30")
    assert results(shell)[0]["hours_since_stretch"] == 25.5


@pytest.mark.parametrize("period", [(), ("--from", "2026-03-02")])
def test_a_second_test_within_48_hours_is_not_used_for_the_trend(shell: Shell, period: tuple[str, ...]) -> None:
    for day in ("2026-03-01", "2026-03-02", "2026-03-03"):
        shell.run("test", "add", "--left", "passed", "--at", day)
    rows = shell.json("progress", *period)["results"]
    assert {row["at"][:10]: row["incomparable"] for row in rows}["2026-03-02"] == ["too_soon"]
    assert rows[-1]["incomparable"] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "--left or --right"),
        (["--left", "fine"], "invalid choice: 'fine'"),
        (["--left", "passed", "--at", "tomorrow"], "is no time"),
        (["--left", "passed", "--note", "x" * 501], "A note has at most 500 characters, not 501."),
        (["--left", "passed", "--rater", "x" * 501], "The name of who measured has at most 500 characters, not 501."),
        (["--left", "passed", "--at", "2999-01-01"], "still to come"),
        (["--left", "passed", "--left"], "expected one argument"),
        (["--left-angle", "12"], "--left-angle needs the outcome too: --left"),
        (["--left", "lifted", "--right-pain", "3"], "--right-pain needs the outcome too: --right"),
        (["--left", "lifted", "--left-angle", "12"], "--left-angle needs --method phone, goniometer or photo"),
        (["--left", "lifted", "--left-gap", "12", "--method", "phone"], "a gap needs --method tape"),
        (["--left", "lifted", "--method", "phone"], "--method phone needs a reading, such as --left-angle"),
        (["--left", "lifted", "--left-knee", "60"], "belongs to the test at the edge of a bed"),
        (["--left", "lifted", "--left-tightness", "11"], "invalid choice: 11"),
        (["--left", "lifted", "--left-pain", "-1"], "invalid choice: -1"),
        (["--left", "lifted", "--left-pain-signs", "dull"], "invalid choice: 'dull'"),
        ([*TAPE, "--left-gap", "9"], "the resting gap is needed too"),
        ([*TAPE, "--left-gap", "9", "--left-resting-gap", "2", "--thigh", "24.9"], "25 to 60 cm long"),
        ([*TAPE, "--left-gap", "30.5", "--left-resting-gap", "2", "--thigh", "60"], "A gap has to be 0 to 30 cm"),
        ([*TAPE, "--left-gap", "20.5", "--left-resting-gap", "2", "--thigh", "60"], "more than 20 cm is rare"),
        ([*PHONE, "lifted", "--left-angle", "-0.1"], "On the floor the angle has to be 0° to 45°, not −0.1°."),
        ([*PHONE, "lifted", "--left-angle", "12", "45.1"], "not 45.1°"),
        ([*PHONE, "lifted", "--left-angle", *"123456"], "1 to 5 times"),
        ([*PHONE, "lifted", "--left-angle", "30.1"], "left hip: An angle outside of −25° to +30° is rare."),
        ([*PHONE, "passed", "--left-angle", "5.1"], "Are both right? --sure keeps it"),
        ([*EDGE, "--left-angle", "-40.1"], "At the edge of the bed the angle has to be −40° to +45°"),
        ([*EDGE, "--left-angle", "-12", "--left-knee", "141"], "0° to 140°"),
    ],
)
def test_a_mistake_is_one_line_and_records_nothing(shell: Shell, arguments: list[str], said: str) -> None:
    assert said in shell.refused("test", "add", *arguments)
