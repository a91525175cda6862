from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.records import Outcome, ResultRecord
from stretchtimer.core.selftest.measurement import BackFlat, Measurement, Method, PainSign, Protocol
from stretchtimer.core.selftest.selftest_entry import HipEntry, entered, method_of
from stretchtimer.core.selftest.selftest_steps import Approach

PHONE, TAPE = Approach(Protocol.FLOOR, Method.PHONE), Approach(Protocol.FLOOR, Method.TAPE)
EDGE = Approach(Protocol.EDGE, Method.GONIOMETER)


def lifted(*readings: str, **more: object) -> HipEntry:
    return HipEntry(side=Side.LEFT, outcome=Outcome.LIFTED, readings=readings, **more)  # type: ignore[arg-type]


def test_nothing_entered_gives_nothing() -> None:
    read = HipEntry(side=Side.LEFT).read(PHONE)
    assert (read.result, read.refusal, read.questions, read.summary) == (None, "", (), "")


def test_an_outcome_alone_is_a_result_by_eye_whatever_the_method() -> None:
    for approach in (Approach(), PHONE, TAPE):
        assert lifted().read(approach).result == ResultRecord(side=Side.LEFT, outcome=Outcome.LIFTED)


def test_readings_are_written_as_people_write_them() -> None:
    read = lifted("12,5", " 13.5° ", "", "+9").read(PHONE)
    assert read.summary == "Thigh +12.5°, median of 3 within 4.5°"
    assert read.result is not None
    assert read.result.measurement == Measurement(method=Method.PHONE, trials=(12.5, 13.5, 9.0))
    below = lifted("−3").read(EDGE).result
    assert below is not None
    assert below.angle_deg == -3


def test_by_tape_the_gaps_give_the_angle_as_soon_as_all_is_there() -> None:
    assert "the resting gap is needed too" in lifted("9.2").read(TAPE, "41.7").refusal
    assert "the length of the thigh is needed too" in lifted("9.2", resting_gap="2").read(TAPE).refusal
    assert lifted("9.2", resting_gap="2").read(TAPE, "41.7").summary == "Thigh +9.9°"


@pytest.mark.parametrize(
    ("entry", "approach", "refusal"),
    [
        (lifted("high"), PHONE, "“high” is no number."),
        (lifted("inf"), PHONE, "“inf” is no number."),
        (lifted("46"), PHONE, "On the floor the angle has to be 0° to 45°, not 46°."),
        (lifted("5", knee="x"), EDGE, "“x” is no number."),
        (lifted("5", knee="141"), EDGE, "The bend of the knee has to be 0° to 140°."),
        (HipEntry(side=Side.LEFT, readings=("12",)), PHONE, "Choose what the leg did, too."),
        (HipEntry(side=Side.LEFT, back=BackFlat.YES), PHONE, "Choose what the leg did, too."),
        (HipEntry(side=Side.LEFT, pain=0), PHONE, "Choose what the leg did, too."),
        (HipEntry(side=Side.LEFT, pain_signs=(PainSign.WEAKNESS,)), PHONE, "Choose what the leg did, too."),
    ],
)
def test_what_cannot_be_kept_is_refused_in_words(entry: HipEntry, approach: Approach, refusal: str) -> None:
    read = entry.read(approach)
    assert (read.result, read.refusal) == (None, refusal)


def test_a_contradiction_is_asked_about() -> None:
    entry = HipEntry(side=Side.LEFT, outcome=Outcome.PASSED, readings=("6",))
    read = entry.read(PHONE)
    assert read.result is not None
    assert len(read.questions) == 1


@pytest.mark.parametrize("pain", [None, 0, 2])
def test_a_sign_of_a_nerve_is_kept_whether_it_hurts_or_not(pain: int | None) -> None:
    result = lifted(pain=pain, pain_signs=(PainSign.WEAKNESS, PainSign.SHARP)).read().result
    assert result is not None
    assert result.pain_signs == (PainSign.SHARP, PainSign.WEAKNESS)


@given(
    st.lists(st.floats(-40, 45), min_size=1, max_size=5),
    st.none() | st.integers(0, 140),
    st.none() | st.integers(0, 10),
)
def test_a_result_that_is_entered_again_is_the_same(
    trials: list[float], knee_deg: int | None, pain: int | None
) -> None:
    result = ResultRecord(
        side=Side.RIGHT,
        outcome=Outcome.LIFTED,
        measurement=Measurement(method=Method.GONIOMETER, trials=tuple(trials)),
        knee_deg=knee_deg,
        back=BackFlat.UNSURE,
        tightness=4,
        pain=pain,
        pain_signs=(PainSign.NUMBNESS,),
    )
    assert HipEntry.of(result).read(EDGE).result == result


@given(st.floats(2, 15), st.floats(0, 3), st.floats(25, 60))
def test_so_is_one_by_tape(gap_cm: float, resting_gap_cm: float, thigh_cm: float) -> None:
    measurement = Measurement(method=Method.TAPE, trials=(gap_cm,), resting_gap_cm=resting_gap_cm, thigh_cm=thigh_cm)
    result = ResultRecord(side=Side.LEFT, outcome=Outcome.LIFTED, measurement=measurement)
    assert HipEntry.of(result).read(TAPE, entered(thigh_cm)).result == result


def test_the_method_of_results_is_the_one_that_measured() -> None:
    by_eye = ResultRecord(side=Side.LEFT, outcome=Outcome.PASSED)
    measurement = Measurement(method=Method.PHOTO, trials=(1.0,))
    assert method_of([by_eye]) is Method.BY_EYE
    photo = ResultRecord(side=Side.RIGHT, outcome=Outcome.PASSED, measurement=measurement)
    assert method_of([by_eye, photo]) is Method.PHOTO
