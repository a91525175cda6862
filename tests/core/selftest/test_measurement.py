from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.selftest.measurement import (
    BackFlat,
    Measurement,
    Method,
    PainSign,
    Protocol,
    State,
    check_knee,
    number_text,
    tape_angle,
)
from stretchtimer.core.selftest.measurement_words import (
    back_name,
    degrees_words,
    measurement_words,
    method_name,
    method_summary,
    pain_sign_name,
    protocol_name,
    rater_name,
    sign_convention,
    state_name,
)

FLOOR, EDGE = Protocol.FLOOR, Protocol.EDGE


def phone(*trials: float) -> Measurement:
    return Measurement(method=Method.PHONE, trials=trials)


def tape(*gaps_cm: float, resting_gap_cm: float = 2.0, thigh_cm: float = 41.7) -> Measurement:
    return Measurement(method=Method.TAPE, trials=gaps_cm, resting_gap_cm=resting_gap_cm, thigh_cm=thigh_cm)


@pytest.mark.parametrize(("height_cm", "angle_deg"), [(0.73, 1), (3.6, 5), (7.2, 10), (10.8, 15), (-3.6, -5)])
def test_a_gap_becomes_the_angle_of_the_evidence(height_cm: float, angle_deg: float) -> None:
    assert tape_angle(height_cm + 2, 2, 41.7) == pytest.approx(angle_deg, abs=0.06)


@given(st.floats(25, 60), st.floats(-45, 45), st.floats(0, 10))
def test_the_tape_finds_any_angle_again(thigh_cm: float, angle_deg: float, resting_gap_cm: float) -> None:
    gap_cm = resting_gap_cm + thigh_cm * math.sin(math.radians(angle_deg))
    assert tape_angle(gap_cm, resting_gap_cm, thigh_cm) == pytest.approx(angle_deg, abs=1e-6)


@pytest.mark.parametrize(
    ("trials", "angle_deg", "spread_deg"),
    [((12,), 12, 0), ((10, 13), 11.5, 3), ((12, 40, 11), 12, 29), ((4, 1, 2, 3), 2.5, 3), ((1, 2, 3, 4, 30), 3, 29)],
)
def test_the_median_of_the_trials_counts(trials: tuple[float, ...], angle_deg: float, spread_deg: float) -> None:
    assert (phone(*trials).angle_deg, phone(*trials).spread_deg) == (angle_deg, spread_deg)


def test_by_tape_the_spread_is_in_degrees_too() -> None:
    measured = tape(2.0, 5.6, 2.0)
    assert measured.angle_deg == 0
    assert measured.spread_deg == pytest.approx(5, abs=0.06)


@pytest.mark.parametrize("trials", [(), (1, 2, 3, 4, 5, 6)])
def test_there_are_one_to_five_trials(trials: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="1 to 5 times"):
        phone(*trials)


def test_a_measurement_has_what_its_method_needs_and_no_more() -> None:
    with pytest.raises(ValueError, match="nothing is measured"):
        Measurement(method=Method.BY_EYE, trials=(1.0,))
    with pytest.raises(ValueError, match="length of the thigh is needed too"):
        Measurement(method=Method.TAPE, trials=(1.0,), resting_gap_cm=2.0)
    with pytest.raises(ValueError, match="belong to the tape"):
        Measurement(method=Method.PHOTO, trials=(1.0,), thigh_cm=40.0)


@pytest.mark.parametrize(
    ("protocol", "angle_deg", "right"),
    [
        (FLOOR, 0, True),
        (FLOOR, -0.1, False),
        (FLOOR, 45, True),
        (FLOOR, 45.1, False),
        (EDGE, -40, True),
        (EDGE, -40.1, False),
        (EDGE, 45, True),
        (EDGE, 45.1, False),
        (EDGE, math.nan, False),
    ],
)
def test_an_angle_that_cannot_be_is_refused(protocol: Protocol, angle_deg: float, right: bool) -> None:
    if right:
        phone(5, angle_deg).check(protocol)
    else:
        with pytest.raises(ValueError, match="the angle has to be"):
            phone(5, angle_deg).check(protocol)


def test_a_flat_leg_that_seems_to_lie_lower_is_nought() -> None:
    with pytest.raises(ValueError, match=r"not −0\.8°\. If the leg lay flat, it is 0°\."):
        phone(-0.8).check(FLOOR)
    with pytest.raises(ValueError, match=r"not 45\.5°\.$"):
        phone(45.5).check(FLOOR)


@pytest.mark.parametrize(
    ("protocol", "angle_deg", "said"),
    [
        (EDGE, 45.02, "45.02"),
        (EDGE, 45.023456789, "45.02"),
        (EDGE, -40.004, "−40.004"),
        (FLOOR, -0.001, "−0.001"),
        (FLOOR, 52.123, "52.1"),
        (EDGE, 46, "46"),
        (EDGE, math.nextafter(45, 46), "45"),
    ],
)
def test_a_refusal_shows_that_the_number_lies_outside(protocol: Protocol, angle_deg: float, said: str) -> None:
    with pytest.raises(ValueError, match=rf", not {said}°\."):
        phone(5, angle_deg).check(protocol)


def test_so_does_that_of_a_gap() -> None:
    with pytest.raises(ValueError, match=r"0 to 30 cm, not 30\.04\."):
        tape(30.04, thigh_cm=45).check(FLOOR)


@pytest.mark.parametrize(
    ("protocol", "gap_cm", "said"),
    [
        (FLOOR, 30, ""),
        (FLOOR, 30.5, "A gap has to be 0 to 30 cm, not 30.5."),
        (FLOOR, 0.5, ""),
        (FLOOR, 0, "cannot lie lower"),
        (FLOOR, -0.5, "A gap has to be 0 to 30 cm, not −0.5."),
        (EDGE, -22, ""),
        (EDGE, -30.5, "A gap has to be −30 to 30 cm"),
    ],
)
def test_a_gap_that_cannot_be_is_refused(protocol: Protocol, gap_cm: float, said: str) -> None:
    measured = tape(gap_cm, thigh_cm=45)
    if said:
        with pytest.raises(ValueError, match=said):
            measured.check(protocol)
    else:
        measured.check(protocol)


def test_an_angle_by_tape_has_the_same_limits() -> None:
    with pytest.raises(ValueError, match="0° to 45°, not 52"):
        tape(29, resting_gap_cm=0, thigh_cm=36.8).check(FLOOR)
    with pytest.raises(ValueError, match="further from the floor than the thigh is long"):
        tape(30, resting_gap_cm=0, thigh_cm=29)


@pytest.mark.parametrize(("thigh_cm", "right"), [(25, True), (24.9, False), (60, True), (60.1, False)])
def test_a_thigh_that_cannot_be_is_refused(thigh_cm: float, right: bool) -> None:
    if right:
        assert tape(3, thigh_cm=thigh_cm).angle_deg > 0
    else:
        with pytest.raises(ValueError, match="25 to 60 cm"):
            tape(3, thigh_cm=thigh_cm)


@pytest.mark.parametrize(
    ("angle_deg", "passed", "asked"),
    [
        (5, True, ()),
        (5.1, True, ("stayed flat",)),
        (5.1, False, ()),
        (30, False, ()),
        (30.1, False, ("rare",)),
        (30.1, True, ("rare", "stayed flat")),
        (-25, True, ()),
        (-25.1, True, ("rare",)),
    ],
)
def test_what_is_unusual_or_contradicts_is_asked_about(angle_deg: float, passed: bool, asked: tuple[str, ...]) -> None:
    questions = phone(angle_deg).questions(EDGE, passed=passed)
    assert len(questions) == len(asked)
    assert all(words in question for words, question in zip(asked, questions, strict=True))


@pytest.mark.parametrize(
    ("gap_cm", "passed", "asked"), [(5, True, 0), (5.5, True, 1), (5.5, False, 0), (20, False, 0), (20.5, False, 1)]
)
def test_a_gap_is_asked_about_too(gap_cm: float, passed: bool, asked: int) -> None:
    assert len(tape(gap_cm, thigh_cm=60).questions(FLOOR, passed=passed)) == asked


def test_a_knee_bends_at_the_edge_of_a_bed_within_its_range() -> None:
    for knee_deg in (0, 140):
        check_knee(EDGE, knee_deg)
    for knee_deg in (-1, 141):
        with pytest.raises(ValueError, match="0° to 140°"):
            check_knee(EDGE, knee_deg)
    with pytest.raises(ValueError, match="belongs to the test at the edge"):
        check_knee(FLOOR, 50)


@pytest.mark.parametrize(
    ("value", "text"), [(12.0, "12"), (12.34, "12.3"), (-3.0, "−3"), (-0.04, "0"), (0.0, "0"), (100.0, "100")]
)
def test_numbers_are_short(value: float, text: str) -> None:
    assert number_text(value) == text


def test_angles_have_a_sign() -> None:
    assert [degrees_words(value) for value in (12.5, -3.0, 0.0, 0.04)] == ["+12.5°", "−3°", "0°", "0°"]


def test_the_spread_is_said_where_there_is_one() -> None:
    assert measurement_words(phone(12)) == "+12°"
    assert measurement_words(phone(12, 14, 9)) == "+12°, median of 3 within 5°"


def test_everything_has_a_name_of_its_own() -> None:
    for names in (
        {protocol_name(each) for each in Protocol},
        {sign_convention(each) for each in Protocol},
    ):
        assert len(names) == len(Protocol)
    assert len({method_name(each) for each in Method}) == len({method_summary(each) for each in Method}) == len(Method)
    assert len({state_name(each) for each in (*State, None)}) == len(State) + 1
    assert len({back_name(each) for each in (*BackFlat, None)}) == len(BackFlat) + 1
    assert len({pain_sign_name(each) for each in PainSign}) == len(PainSign)
    assert (rater_name(""), rater_name("Ada")) == ("yourself", "Ada")
