from __future__ import annotations

import pytest

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.records import Moment, Outcome, ResultRecord, SelfTestRecord
from stretchtimer.core.selftest.comparability import Reason, incomparable, incomparable_words, reason_words
from stretchtimer.core.selftest.measurement import BackFlat, Measurement, Method, Protocol, State

LEFT, RIGHT = Side.LEFT, Side.RIGHT


def taken(at: str, *results: ResultRecord, id: str = "one", **changes: object) -> SelfTestRecord:
    return SelfTestRecord(id=id, at=Moment.parse(at), results=results, **changes)  # type: ignore[arg-type]


def lifted(side: Side = LEFT, **changes: object) -> ResultRecord:
    return ResultRecord(side=side, outcome=Outcome.LIFTED, **changes)  # type: ignore[arg-type]


def by_phone(side: Side = LEFT) -> ResultRecord:
    return lifted(side, measurement=Measurement(method=Method.PHONE, trials=(10.0,)))


NOON = "2026-11-21T12:00:00+01:00"


@pytest.mark.parametrize("back", [None, BackFlat.YES, BackFlat.UNSURE])
def test_a_plain_result_is_compared(back: BackFlat | None) -> None:
    assert incomparable([taken(NOON, lifted(back=back), state=State.WARM)]) == {}


def test_each_hip_has_its_own_reasons() -> None:
    stopped = ResultRecord(side=RIGHT, outcome=Outcome.STOPPED, back=BackFlat.NO)
    assert incomparable([taken(NOON, lifted(), stopped)]) == {("one", RIGHT): (Reason.STOPPED, Reason.BACK_NOT_FLAT)}


def test_stretching_before_speaks_against_both_hips_and_is_said_once() -> None:
    both = (lifted(LEFT), lifted(RIGHT))
    known = taken(NOON, *both, after_stretching=True)
    assert set(incomparable([known]).values()) == {(Reason.STRETCHED_THAT_DAY,)}
    said = taken(NOON, *both, after_stretching=True, state=State.AFTER_STRETCHING)
    assert incomparable([said]) == dict.fromkeys(((said.id, LEFT), (said.id, RIGHT)), (Reason.AFTER_STRETCHING,))


@pytest.mark.parametrize(
    ("second", "too_soon"),
    [("2026-11-23T11:59:59+01:00", True), ("2026-11-23T12:00:00+01:00", False), ("2026-11-23T12:30:00+02:00", True)],
)
def test_a_test_within_48_hours_comes_too_soon(second: str, too_soon: bool) -> None:
    tests = [taken(second, lifted(), id="two"), taken(NOON, lifted(), id="one")]
    assert incomparable(tests) == ({("two", LEFT): (Reason.TOO_SOON,)} if too_soon else {})


def test_of_daily_tests_every_second_one_counts() -> None:
    tests = [taken(f"2026-11-{day}T12:00:00Z", lifted(), id=str(day)) for day in range(10, 20)]
    assert [id for id, _side in incomparable(tests)] == ["11", "13", "15", "17", "19"]


def test_a_result_that_does_not_count_lets_the_next_one_count() -> None:
    wrong = taken(NOON, lifted(back=BackFlat.NO), id="wrong")
    again = taken("2026-11-21T13:00:00+01:00", lifted(), id="again")
    assert set(incomparable([wrong, again])) == {("wrong", LEFT)}


def test_another_method_protocol_or_hip_does_not_come_too_soon() -> None:
    tests = [
        taken(NOON, lifted(), id="by eye"),
        taken(NOON, by_phone(), id="by phone"),
        taken(NOON, lifted(RIGHT), id="right"),
        taken(NOON, lifted(), id="edge", protocol=Protocol.EDGE),
    ]
    assert incomparable(tests) == {}


def test_the_reasons_are_one_sentence() -> None:
    assert incomparable_words(()) == ""
    assert (
        incomparable_words((Reason.BACK_NOT_FLAT, Reason.TOO_SOON)) == "Not used for the trend: the low back did not "
        "lie flat; it was less than 48 hours after the one before."
    )
    assert len({reason_words(reason) for reason in Reason}) == len(Reason)
