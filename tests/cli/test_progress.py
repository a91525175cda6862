"""What ``stretchtimer progress`` says of each hip, and advises."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.records import Moment, Outcome, ResultRecord, SelfTestRecord
from stretchtimer.core.selftest.measurement import Measurement, Method
from tests.cli.shell import Shell
from tests.cli.test_history import keep
from tests.storage.histories import session, uuid


def measured(number: int, weeks_ago: float, left: float, right: float) -> SelfTestRecord:
    results = tuple(
        ResultRecord(side=side, outcome=Outcome.LIFTED, measurement=Measurement(method=Method.PHONE, trials=(angle,)))
        for side, angle in ((Side.LEFT, left), (Side.RIGHT, right))
    )
    return SelfTestRecord(
        id=uuid(number), at=Moment(datetime.now(UTC) - timedelta(weeks=weeks_ago), 60), results=results
    )


def keep_tests(folder: Path) -> None:
    tests = [measured(n, 6 - n, 15 if n < 4 else 6, 12) for n in range(1, 7)]
    keep(folder, (session(90, datetime.now(UTC).isoformat()),), tuple(tests))


def test_the_labels_the_plan_and_the_difference_are_in_the_json(shell: Shell) -> None:
    keep_tests(shell.folder)
    progress = shell.json("progress")
    left, right = progress["hips"]
    assert (left["side"], left["label"], left["better_deg"], left["band_deg"]) == ("left", "improved", 9, 5)
    assert (right["label"], right["results"], right["days"]) == ("no_clear_change", 6, 35)
    assert progress["asymmetry"] == {"tighter": "right", "difference_deg": 6, "band_deg": 5}
    assert progress["plan"]["level"] == "moderate"
    assert progress["plan"]["extra_set"] == "right"
    assert all(line["why"] for line in progress["plan"]["lines"])
    assert progress["warnings"] == []


def test_a_period_does_not_shorten_what_the_labels_rest_on(shell: Shell) -> None:
    keep_tests(shell.folder)
    progress = shell.json("progress", "--from", datetime.now(UTC).date().isoformat())
    assert len(progress["results"]) == 2
    assert progress["hips"][0]["results"] == 6


def test_a_person_reads_the_labels_and_the_plan_with_their_reasons(shell: Shell) -> None:
    keep_tests(shell.folder)
    out = shell.run("progress").out
    assert "Left hip: Improved. +15° → +6°: 9° better, outside the error of 5°." in out
    assert "One more set for the right hip." in out
    assert "“Evening, three times a week” 3 to 5 times a week." in out
    assert "Thomas and others 2018" in out


def test_a_choice_in_the_settings_overrules_the_plan(shell: Shell) -> None:
    keep_tests(shell.folder)
    (shell.folder / "settings.toml").write_text('[advising.plan]\nlevel = "severe"\nroutine = "bed-edge"\n')
    plan = shell.json("progress")["plan"]
    assert (plan["level"], plan["suggested"]) == ("severe", "moderate")
    assert [each["routine"] for each in plan["routines"]] == ["bed-edge"]
