from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.records import Moment, Outcome, ResultRecord, SelfTestRecord
from stretchtimer.core.selftest.measurement import Measurement, Method, Protocol

NEWFOUNDLAND = timezone(timedelta(hours=-3, minutes=-30))
UUID = "00000000-0000-0000-0000-000000000001"


def result(side: Side) -> ResultRecord:
    return ResultRecord(side=side, outcome=Outcome.PASSED)


def test_a_moment_keeps_the_instant_and_the_local_time() -> None:
    moment = Moment.of(datetime(2026, 11, 21, 22, 15, 1, 234_567, tzinfo=NEWFOUNDLAND))
    assert moment.utc == datetime(2026, 11, 22, 1, 45, 1, 234_000, tzinfo=UTC)
    assert moment.offset_min == -210
    assert moment.local.day == 21
    assert moment.day == date(2026, 11, 21)
    assert moment.iso() == "2026-11-21T22:15:01.234-03:30"


def test_a_moment_takes_an_instant_of_any_zone() -> None:
    assert Moment(datetime(2026, 11, 21, 22, 15, tzinfo=NEWFOUNDLAND), 0).iso() == "2026-11-22T01:45:00.000+00:00"


def test_the_same_instant_elsewhere_is_another_moment() -> None:
    here, there = Moment.parse("2026-11-21T10:00:00+01:00"), Moment.parse("2026-11-21T09:00:00Z")
    assert here.utc == there.utc
    assert here != there
    assert {here, there, Moment.parse("2026-11-21T10:00:00.000+01:00")} == {here, there}


def test_moments_are_in_order_of_time_whatever_the_local_time() -> None:
    earlier, later = Moment.parse("2026-11-21T10:00:00+02:00"), Moment.parse("2026-11-21T09:00:00+00:00")
    assert earlier < later
    assert max(later, earlier) == later


def test_a_moment_is_frozen() -> None:
    moment = Moment.parse("2026-11-21T10:00:00Z")
    with pytest.raises(AttributeError):
        moment.offset_min = 60


@pytest.mark.parametrize(
    "text", ["", "today", "2026-11-21", "2026-11-21T10:00:00", "2026-13-21T10:00:00Z", "0001-01-01T00:00:00+01:00"]
)
def test_any_other_text_is_no_moment(text: str) -> None:
    with pytest.raises(ValueError):
        Moment.parse(text)


@given(
    st.datetimes(datetime(1, 1, 3), datetime(9999, 12, 29), timezones=st.just(UTC)),
    st.integers(-1439, 1439),
)
def test_the_text_of_a_moment_says_all_of_it(utc: datetime, offset_min: int) -> None:
    moment = Moment(utc, offset_min)
    assert Moment.parse(moment.iso()) == moment


def test_results_come_left_first_whichever_hip_was_tested_first() -> None:
    at = Moment.parse("2026-11-21T10:00:00Z")
    test = SelfTestRecord(id=UUID, at=at, results=(result(Side.RIGHT), result(Side.LEFT)))
    assert [each.side for each in test.results] == [Side.LEFT, Side.RIGHT]
    with pytest.raises(ValueError, match="same hip"):
        SelfTestRecord(id=UUID, at=at, results=(result(Side.LEFT), result(Side.LEFT)))


def test_a_result_belongs_to_one_hip() -> None:
    with pytest.raises(ValueError, match="one hip"):
        result(Side.BOTH)


def test_a_result_by_eye_has_no_angle_and_a_measured_one_has() -> None:
    by_eye = result(Side.LEFT)
    assert (by_eye.method, by_eye.angle_deg) == (Method.BY_EYE, None)
    measurement = Measurement(method=Method.TAPE, trials=(2.0,), resting_gap_cm=2.0, thigh_cm=40.0)
    measured = ResultRecord(side=Side.LEFT, outcome=Outcome.PASSED, measurement=measurement)
    assert (measured.method, measured.angle_deg) == (Method.TAPE, 0.0)


@pytest.mark.parametrize(("protocol", "right"), [(Protocol.EDGE, True), (Protocol.FLOOR, False)])
def test_what_cannot_be_in_the_protocol_is_no_test(protocol: Protocol, right: bool) -> None:
    at = Moment.parse("2026-11-21T10:00:00Z")
    below = Measurement(method=Method.PHOTO, trials=(-11.0,))
    for changes in ({"measurement": below}, {"knee_deg": 50}):
        results = (ResultRecord(side=Side.LEFT, outcome=Outcome.PASSED, **changes),)
        if right:
            assert SelfTestRecord(id=UUID, at=at, results=results, protocol=protocol).hip(Side.LEFT) == results[0]
        else:
            with pytest.raises(ValueError, match=r"floor|edge"):
                SelfTestRecord(id=UUID, at=at, results=results, protocol=protocol)
