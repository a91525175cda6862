from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.records import SelfTestRecord, SessionRecord
from stretchtimer.storage.exchange import BadExchange
from stretchtimer.storage.history import Added, History
from stretchtimer.storage.spreadsheet import export_csv, import_csv
from tests.storage.histories import MEASURED, empty_history, hold, pain, self_test, session, uuid
from tests.storage.test_exchange import SESSIONS, TESTS


@pytest.fixture
def history() -> Iterator[History]:
    history = empty_history()
    yield history
    history.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An export of two sessions and a self-test."""
    history = empty_history()
    history.merge([session(1, holds=(hold(2), hold(3)), pains=(pain(4),)), session(5)], [self_test(6, note="=1+1")])
    export_csv(history, tmp_path / "out")
    history.close()
    return tmp_path / "out"


def lines(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_files_are_for_a_spreadsheet(folder: Path) -> None:
    assert {file.name: len(lines(file)) for file in folder.iterdir()} == {
        "sessions.csv": 2,
        "holds.csv": 2,
        "pains.csv": 1,
        "tests.csv": 1,
        "results.csv": 2,
    }
    first = lines(folder / "holds.csv")[0]
    assert (first["session_id"], first["held_s"], first["finished"]) == (uuid(1), "30.0", "true")
    assert (lines(folder / "tests.csv")[0]["left"], lines(folder / "tests.csv")[0]["right"]) == ("passed", "lifted")


def test_a_note_is_never_a_formula(folder: Path, history: History) -> None:
    assert lines(folder / "tests.csv")[0]["note"] == "'=1+1"
    import_csv(history, folder)
    assert history.tests()[0].note == "=1+1"


def test_importing_twice_changes_nothing(folder: Path, history: History) -> None:
    assert import_csv(history, folder) == Added(sessions=2, holds=2, pains=1, self_tests=1)
    before = history.sessions()
    assert import_csv(history, folder) == Added()
    assert history.sessions() == before


def test_what_a_spreadsheet_makes_of_a_file_can_be_imported(folder: Path, history: History) -> None:
    """Upper-case booleans, numbers without a fraction, columns of one's own, no mark of the encoding."""
    text = (folder / "holds.csv").read_text("utf-8-sig").replace("true", "TRUE").replace("30.0", "30")
    head, *rest = text.splitlines()
    (folder / "holds.csv").write_text("\n".join([head + ",mine", *(line + ",x,y" for line in rest)]), "utf-8")
    import_csv(history, folder)
    assert history.sessions()[0].holds == (hold(2), hold(3))


def test_a_missing_file_is_an_empty_one(folder: Path, history: History) -> None:
    (folder / "pains.csv").unlink()
    (folder / "tests.csv").unlink()
    (folder / "results.csv").unlink()
    assert import_csv(history, folder) == Added(sessions=2, holds=2)


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("holds.csv", ",30.0,30.0,true", ",30.0,much,true", "holds.csv, line 2: Expected `float`"),
        ("holds.csv", uuid(1), uuid(99), "holds.csv, line 2: session_id"),
        ("holds.csv", "session_id", "session", "holds.csv, line 2: session_id"),
        ("holds.csv", "planned_s", "planned", "holds.csv, line 2: Object missing required field `planned_s`"),
        ("sessions.csv", "+01:00", "", "sessions.csv, line 2: a time without its UTC offset"),
        ("pains.csv", "sharp", "dull", "pains.csv, line 2: Invalid enum value 'dull'"),
        ("tests.csv", "passed,lifted", ",", "tests.csv, line 2: Expected a result, left or right"),
        ("tests.csv", "'=1+1", "x" * 200_000, "tests.csv, line 2: field larger than field limit"),
    ],
)
def test_a_mistake_is_named_on_one_line_and_nothing_is_written(
    folder: Path, history: History, name: str, old: str, new: str, message: str
) -> None:
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(BadExchange) as raised:
        import_csv(history, folder)
    assert str(raised.value).startswith(message)
    assert "\n" not in str(raised.value)
    assert history.sessions() == ()
    assert history.tests() == ()


def test_another_encoding_is_refused(folder: Path, history: History) -> None:
    (folder / "tests.csv").write_bytes("id,note\n1,ü".encode("latin-1"))
    with pytest.raises(BadExchange, match=r"tests\.csv: not text in UTF-8"):
        import_csv(history, folder)


def test_a_folder_without_the_files_is_refused(tmp_path: Path, history: History) -> None:
    with pytest.raises(BadExchange, match=r"none of sessions\.csv"):
        import_csv(history, tmp_path)


@pytest.fixture
def measured(tmp_path: Path) -> Path:
    """An export of a test with something in every field."""
    there = empty_history()
    there.add_test(MEASURED)
    export_csv(there, tmp_path / "measured")
    there.close()
    return tmp_path / "measured"


def test_what_was_measured_stands_on_a_line_for_each_hip(measured: Path, history: History) -> None:
    left, right = lines(measured / "results.csv")
    assert left == {
        "test_id": MEASURED.id,
        "side": "left",
        "at": "2026-11-22T08:00:00.000+01:00",
        "outcome": "passed",
        "angle_deg": "-11.5",
        "method": "photo",
        "trials": "'-11.5",
        "resting_gap_cm": "",
        "thigh_cm": "",
        "back": "yes",
        "knee_deg": "62",
        "tightness": "6",
        "pain": "",
        "pain_signs": "",
    }
    assert (right["angle_deg"], right["trials"], right["pain_signs"]) == ("6.9", "7.0 6.5 8.0", "sharp below_knee")
    import_csv(history, measured)
    assert history.tests() == (MEASURED,)


def test_an_export_without_results_is_tests_by_eye(folder: Path, history: History) -> None:
    """So were the files of version 1."""
    (folder / "results.csv").unlink()
    import_csv(history, folder)
    assert history.tests() == (self_test(6, note="=1+1"),)


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("results.csv", "7.0 6.5 8.0", "7.0 high", "results.csv, line 3: could not convert string to float: 'high'"),
        ("results.csv", "7.0 6.5 8.0", "", "results.csv, line 3: A hip is measured 1 to 5 times."),
        ("results.csv", "sharp", "dull", "results.csv, line 3: 'dull' is not a valid PainSign"),
        ("results.csv", ",right,", ",both,", "results.csv, line 3: this hip of the test is not in tests.csv"),
        ("tests.csv", ",edge,", ",floor,", "tests.csv, line 2: On the floor the angle has to be 0° to 45°"),
        ("tests.csv", ",rested", ",happy", "tests.csv, line 2: Invalid enum value 'happy'"),
    ],
)
def test_a_mistake_in_a_result_is_named_with_its_line(
    measured: Path, history: History, name: str, old: str, new: str, message: str
) -> None:
    text = (measured / name).read_text("utf-8")
    assert old in text
    (measured / name).write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(BadExchange) as raised:
        import_csv(history, measured)
    assert str(raised.value).startswith(message)
    assert history.tests() == ()


@given(st.lists(SESSIONS, max_size=2), st.lists(TESTS, max_size=3))
def test_any_history_survives_the_journey(
    tmp_path_factory: pytest.TempPathFactory, sessions: list[SessionRecord], tests: list[SelfTestRecord]
) -> None:
    folder = tmp_path_factory.mktemp("csv")
    there, back = empty_history(), empty_history()
    there.merge(sessions, tests)
    export_csv(there, folder)
    import_csv(back, folder)
    assert back.sessions() == there.sessions()
    assert back.tests() == there.tests()
    there.close()
    back.close()
