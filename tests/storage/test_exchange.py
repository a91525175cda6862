from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.records import (
    Ending,
    HoldRecord,
    Moment,
    Outcome,
    PainKind,
    PainRecord,
    ResultRecord,
    SelfTestRecord,
    SessionRecord,
)
from stretchtimer.core.selftest.measurement import BackFlat, Measurement, Method, PainSign, Protocol, State
from stretchtimer.storage.exchange import BadExchange, export_json, import_json
from stretchtimer.storage.history import Added, History
from tests.storage.histories import MEASURED, empty_history, hold, moment, pain, self_test, session, uuid

LATER = moment("2026-11-22T10:00:00+01:00")


def filled() -> History:
    history = empty_history()
    history.merge(
        [session(1, holds=(hold(2), hold(3)), pains=(pain(4), pain(5, side=None))), session(6)],
        [self_test(7, note='ünd "so"\n'), self_test(8), self_test(9)],
    )
    history.end_session(uuid(1), Ending.COMPLETED, LATER)
    history.edit_test(self_test(7, note="new"), revision_id=uuid(10), at=LATER)
    history.delete_test(uuid(8), revision_id=uuid(11), at=LATER)
    history.delete_test(uuid(9), revision_id=uuid(12), at=LATER)
    history.undelete_test(uuid(9))
    return history


@pytest.fixture
def history() -> Iterator[History]:
    history = empty_history()
    yield history
    history.close()


def test_an_export_imported_into_an_empty_history_is_exported_the_same(history: History) -> None:
    document = export_json(filled())
    assert import_json(history, document) == Added(sessions=2, holds=2, pains=2, self_tests=2, revisions=3)
    assert export_json(history) == document


def test_importing_twice_changes_nothing(history: History) -> None:
    document = export_json(filled())
    import_json(history, document)
    assert import_json(history, document) == Added()
    assert export_json(history) == document


def test_the_document_reads_as_documented() -> None:
    document = json.loads(export_json(filled()))
    assert list(document) == ["format", "version", "sessions", "self_tests", "revisions"]
    first = document["sessions"][0]
    assert first["started_at"] == "2026-11-21T09:00:00.000+01:00"
    assert first["holds"][0] == {
        "id": uuid(2),
        "exercise": "lunge",
        "side": "left",
        "set": 1,
        "planned_s": 30.0,
        "held_s": 30.0,
        "finished": True,
        "credits_hip_flexor": True,
        "left_s": 30.0,
        "right_s": 0.0,
        "started_at": "2026-11-21T09:00:10.000+01:00",
    }


OLDER = b"""{"format": "stretchtimer-history", "version": 1, "sessions": [], "self_tests": [{
    "id": "00000000-0000-0000-0000-000000000007", "at": "2026-11-21T08:00:00.000+01:00", "after_stretching": true,
    "results": [{"side": "left", "outcome": "passed"}, {"side": "right", "outcome": "lifted"}], "note": "cold"
}], "revisions": [{
    "id": "00000000-0000-0000-0000-000000000008", "test_id": "00000000-0000-0000-0000-000000000007", "kind": "edited",
    "replaced_at": "2026-11-21T08:05:00.000+01:00", "before": {
        "id": "00000000-0000-0000-0000-000000000007", "at": "2026-11-21T08:00:00.000+01:00",
        "results": [{"side": "left", "outcome": "stopped"}], "note": "", "after_stretching": false
    }
}]}"""


def test_an_export_of_version_1_is_tests_by_eye_on_the_floor(history: History) -> None:
    assert import_json(history, OLDER) == Added(self_tests=1, revisions=1)
    expected = self_test(7, "2026-11-21T08:00:00+01:00", note="cold")
    assert history.tests() == (msgspec.structs.replace(expected, after_stretching=True),)
    assert history.revisions()[0].before.results == (ResultRecord(side=Side.LEFT, outcome=Outcome.STOPPED),)


def test_what_was_measured_reads_as_documented() -> None:
    history = empty_history()
    history.add_test(MEASURED)
    document = json.loads(export_json(history))
    history.close()
    (test,) = document["self_tests"]
    assert test["results"][1]["measurement"] == {
        "method": "tape",
        "trials": [7.0, 6.5, 8.0],
        "resting_gap_cm": 2.0,
        "thigh_cm": 41.5,
    }
    assert {name: test[name] for name in ("hours_since_stretch", "protocol", "rater", "state")} == {
        "hours_since_stretch": 26.5,
        "protocol": "edge",
        "rater": "Ada",
        "state": "rested",
    }


def test_a_measurement_that_cannot_be_is_named_with_its_place(history: History) -> None:
    there = empty_history()
    there.add_test(MEASURED)
    document = export_json(there).decode()
    there.close()
    for old, new, said in (
        ("41.5", "61.5", "The thigh has to be 25 to 60 cm long. - at `$.self_tests[0].results[1].measurement`"),
        ("-11.5", "-41.5", "has to be −40° to +45°, not −41.5°. - at `$.self_tests[0]`"),
        ('"tightness": 6', '"tightness": 11', "$.self_tests[0].results[0].tightness"),
        ("26.5", "-1", "$.self_tests[0].hours_since_stretch"),
    ):
        assert old in document
        with pytest.raises(BadExchange) as raised:
            import_json(history, document.replace(old, new, 1).encode())
        assert said in str(raised.value)
    assert history.tests() == ()


def test_the_histories_of_two_machines_are_merged(history: History) -> None:
    history.merge([session(20, "2026-11-25T09:00:00+01:00")], [])
    import_json(history, export_json(filled()))
    assert [each.id for each in history.sessions()] == [uuid(1), uuid(6), uuid(20)]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("2026-11-21T09:00:10.000+01:00", "yesterday", "$.sessions[0].holds[0].started_at"),
        ("2026-11-21T09:00:10.000+01:00", "2026-11-21T09:00:10", "$.sessions[0].holds[0].started_at"),
        ('"2026-11-21T09:00:10.000+01:00"', "17", "$.sessions[0].holds[0].started_at"),
        ('"held_s": 30.0', '"held_s": -1', "$.sessions[0].holds[0].held_s"),
        ('"exercise": "lunge"', '"exercise": "Lunge!"', "$.sessions[0].holds[0].exercise"),
        ('"ended": "completed"', '"ended": "won"', "$.sessions[0].ended"),
        ('"side": "left",\n          "outcome"', '"side": "both",\n          "outcome"', "$.self_tests[0].results[0]"),
        ('"side": "left",\n          "outcome"', '"side": "right",\n          "outcome"', "$.self_tests[0]"),
        (uuid(6), "6", "$.sessions[1].id"),
        ('"version": 2', '"version": 3', "version"),
        ("stretchtimer-history", "another", "format"),
        ('"format"', '"mat"', "format"),
        ('"sessions": [', '"sessions": [[', "JSON is malformed"),
    ],
)
def test_a_mistake_is_named_on_one_line_and_nothing_is_written(
    history: History, old: str, new: str, place: str
) -> None:
    document = export_json(filled()).decode()
    assert old in document
    with pytest.raises(BadExchange) as raised:
        import_json(history, document.replace(old, new, 1).encode())
    assert place in str(raised.value)
    assert "\n" not in str(raised.value)
    assert history.sessions() == ()
    assert history.tests() == ()


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"null", b"[]", b"[" * 100_000, b'{"format": "\xff"}', b"{}"])
def test_what_is_no_export_is_refused(history: History, data: bytes) -> None:
    with pytest.raises(BadExchange):
        import_json(history, data)


IDS = st.uuids().map(str)
NAMES = st.sampled_from(["lunge", "pigeon", "s1-02-supine-knee-hug"])
SECONDS = st.floats(0, 86_400)
MOMENTS = st.builds(
    lambda seconds, offset_min: Moment(datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds), offset_min),
    st.floats(0, 4e9),
    st.integers(-1439, 1439),
)
SIDES = st.sampled_from(Side)
TEXT = st.text(st.sampled_from("aé'\"=+-@,;\r\n\t\0 😀"), max_size=8)
HOLDS = st.builds(
    HoldRecord, id=IDS, exercise=NAMES, side=SIDES, set=st.integers(1, 900), planned_s=SECONDS, held_s=SECONDS,
    left_s=SECONDS, right_s=SECONDS, started_at=MOMENTS, finished=st.booleans(), credits_hip_flexor=st.booleans(),
)  # fmt: skip
PAINS = st.builds(
    PainRecord, id=IDS, at=MOMENTS, kind=st.sampled_from(PainKind), exercise=NAMES, side=st.none() | SIDES
)
SESSIONS = st.builds(
    SessionRecord, id=IDS, started_at=MOMENTS, routine=NAMES, routine_name=TEXT.map(lambda text: f"{text}."),
    first_side=SIDES, ended=st.sampled_from(Ending), ended_at=st.none() | MOMENTS,
    holds=st.lists(HOLDS, max_size=3).map(tuple), pains=st.lists(PAINS, max_size=2).map(tuple),
)  # fmt: skip
ANGLES = st.lists(st.floats(0, 45), min_size=1, max_size=5).map(tuple)
GAPS = st.lists(st.floats(2, 17), min_size=1, max_size=5).map(tuple)
MEASUREMENTS = st.one_of(
    st.none(),
    st.builds(
        Measurement, method=st.sampled_from([Method.PHONE, Method.GONIOMETER, Method.PHOTO]), trials=ANGLES,
        resting_gap_cm=st.none(), thigh_cm=st.none(),
    ),
    st.builds(
        Measurement, method=st.just(Method.TAPE), trials=GAPS, resting_gap_cm=st.floats(0, 3),
        thigh_cm=st.floats(25, 60),
    ),
)  # fmt: skip
SCORES = st.none() | st.integers(0, 10)
RESULTS = st.lists(
    st.builds(
        ResultRecord, side=st.sampled_from([Side.LEFT, Side.RIGHT]), outcome=st.sampled_from(Outcome),
        measurement=MEASUREMENTS, back=st.none() | st.sampled_from(BackFlat), tightness=SCORES, pain=SCORES,
        pain_signs=st.lists(st.sampled_from(PainSign), unique=True).map(tuple), knee_deg=st.none(),
    ),
    min_size=1, max_size=2, unique_by=lambda result: result.side,
).map(tuple)  # fmt: skip
TESTS = st.builds(
    SelfTestRecord, id=IDS, at=MOMENTS, results=RESULTS, note=TEXT, after_stretching=st.booleans(),
    hours_since_stretch=st.none() | st.floats(0, 1e6), protocol=st.just(Protocol.FLOOR), rater=TEXT,
    state=st.none() | st.sampled_from(State),
)  # fmt: skip


@given(st.lists(SESSIONS, max_size=3), st.lists(TESTS, max_size=3))
def test_any_history_survives_the_journey(sessions: list[SessionRecord], tests: list[SelfTestRecord]) -> None:
    there, back = empty_history(), empty_history()
    there.merge(sessions, tests)
    assert {test.id: test for test in there.tests()} == {test.id: test for test in tests}
    assert import_json(back, export_json(there)).sessions == len(sessions)
    assert back.sessions() == there.sessions()
    assert back.tests() == there.tests()
    there.close()
    back.close()


DOCUMENT = export_json(filled())


@given(st.data())
def test_a_mutilated_document_is_refused_or_valid(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(DOCUMENT)))
    cut = data.draw(st.integers(0, 3))
    snippet = data.draw(st.sampled_from([b"", b'"', b"{", b"null", b"-", b"9e999", b"\xff", b"\\ud800", b"both"]))
    history = empty_history()
    try:
        import_json(history, DOCUMENT[:at] + snippet + DOCUMENT[at + cut :])
    except BadExchange:
        assert history.sessions() == ()
    else:
        assert msgspec.json.decode(export_json(history))
    history.close()
