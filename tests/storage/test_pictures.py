"""The picture agrees with the words: these are the tests that find a wrong side."""

from __future__ import annotations

import pytest

from stretchtimer.core.catalog.exercise import Kind, Laterality, Side
from stretchtimer.core.figure.figure import Figure, band_length, hip_angle, mirror
from stretchtimer.core.figure.portrayal import turned_to
from tests.storage.content import EXERCISES
from tests.storage.pictures import MOTIONS, RESTS

STANDING = RESTS["standing"].figure
HIP_FLEXOR_HOLDS = sorted(
    exercise.id
    for exercise in EXERCISES.values()
    if exercise.kind in (Kind.STATIC_HOLD, Kind.YOGA) and exercise.credits_hip_flexor
)


@pytest.mark.parametrize("id", HIP_FLEXOR_HOLDS)
@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_the_hip_that_is_called_stretched_is_the_more_extended_one(id: str, side: Side) -> None:
    figure = MOTIONS[id].still(side)
    assert hip_angle(figure, figure.stretched) < hip_angle(figure, figure.other)


@pytest.mark.parametrize("id", HIP_FLEXOR_HOLDS)
def test_the_band_of_the_stretched_hip_is_longer_than_in_standing(id: str) -> None:
    assert MOTIONS[id].picture.muscle
    assert band_length(MOTIONS[id].held) > band_length(STANDING)


def test_the_holds_that_stretch_the_hip_flexor_are_those_of_the_articles() -> None:
    assert len(HIP_FLEXOR_HOLDS) == 19
    assert {"s0-half-kneeling-lunge", "s1-05-pigeon", "s3-leg-dangle", "s4-warrior-1"} <= set(HIP_FLEXOR_HOLDS)


def test_in_the_self_test_the_pulled_knee_is_the_other_sides() -> None:
    for name in ("knee-hug", "self-test-lifted"):
        figure = RESTS[name].figure
        assert hip_angle(figure, figure.other) > 90
        assert hip_angle(figure, figure.stretched) < 45
        for limbs in (figure.stretched, figure.other):
            # Both hands hold the other leg.
            assert (limbs.arm.hand - figure.other.leg.shin).length < (limbs.arm.hand - figure.stretched.leg.shin).length
    passed, lifted = (RESTS[name].figure.stretched.leg for name in ("knee-hug", "self-test-lifted"))
    assert lifted.ankle.y - passed.ankle.y > 0.05


@pytest.mark.parametrize("id", sorted(MOTIONS))
def test_left_is_the_exact_mirror_image_of_right(id: str) -> None:
    right, left = (MOTIONS[id].still(side) for side in (Side.RIGHT, Side.LEFT))
    assert (right.mirrored, left.mirrored) == (False, True)
    assert list(left.points()) == [point.mirrored for point in right.points()]
    assert mirror(left) == right


def test_in_an_alternating_exercise_the_legs_change_in_one_picture() -> None:
    for id, exercise in EXERCISES.items():
        if exercise.laterality is Laterality.ALTERNATING:
            right, left = (MOTIONS[id].moving(0.5, exchanged=exchanged) for exchanged in (False, True))
            assert not right.mirrored
            assert not left.mirrored
            assert hip_angle(left, left.far) == pytest.approx(hip_angle(right, right.near), abs=0.5), id
            assert left.stretched is left.far


def words(figure: Figure) -> str:
    """Return in the words of the cues which knee or foot is where, as the picture has it."""
    front = "other" if (figure.other.leg.knee.x - figure.stretched.leg.knee.x) * facing(figure) > 0 else "stretched"
    return f"{front} foot in front"


def facing(figure: Figure) -> int:
    return -1 if figure.mirrored else 1


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_the_foot_that_the_cue_puts_in_front_is_in_front(side: Side) -> None:
    checked = 0
    for id, exercise in EXERCISES.items():
        if "{other} foot in front" in exercise.cue:
            assert words(turned_to(side, MOTIONS[id].held)) == "other foot in front", id
            checked += 1
    assert checked >= 8


def test_the_arm_that_the_cue_raises_is_the_one_that_is_up() -> None:
    """Two lunges differ by the arm alone: article 001 lifts that of the stretched side, 002 that of the front leg."""
    turned_away, turned_over = MOTIONS["s1-12-lunge-turn-up"].held, MOTIONS["s2-3-lunge-arm-lift"].held
    assert turned_away.stretched.arm.hand.y > turned_away.head.y > turned_away.other.arm.hand.y
    assert turned_over.other.arm.hand.y > turned_over.head.y > turned_over.stretched.arm.hand.y


def test_a_wrong_side_is_found() -> None:
    """The checks above are not true of anything: with the sides exchanged each of them fails."""
    figure = MOTIONS["s0-half-kneeling-lunge"].moving(0.5, exchanged=True)
    wrong = Figure(**{name: getattr(figure, name) for name in Figure.__struct_fields__ if name != "exchanged"})
    assert hip_angle(wrong, wrong.stretched) > hip_angle(wrong, wrong.other)
    assert words(wrong) == "stretched foot in front"
