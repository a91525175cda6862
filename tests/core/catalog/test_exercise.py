from __future__ import annotations

import pytest

from stretchtimer.core.catalog.exercise import Kind, Position, Side, fill_sides
from tests.samples import KNEELING, amount, exercise


@pytest.mark.parametrize(("side", "other"), [("left", "right"), ("right", "left"), ("both", "both")])
def test_each_side_has_its_other(side: str, other: str) -> None:
    assert Side(side).other == other


@pytest.mark.parametrize(
    ("side", "expected"),
    [
        (Side.LEFT, "Left knee down; keep the left hip above it and move the right foot forward"),
        (Side.RIGHT, "Right knee down; keep the right hip above it and move the left foot forward"),
        (Side.BOTH, "One knee down; keep one hip above it and move the other foot forward"),
    ],
)
def test_the_sides_are_filled_in_wherever_they_stand(side: Side, expected: str) -> None:
    text = "{stretched} knee down; keep the {stretched} hip above it and move the {other} foot forward"
    assert fill_sides(text, side) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("", ""), ("breathe", "Breathe"), ("90° at the knee", "90° at the knee")]
)
def test_a_text_without_sides_only_begins_with_a_capital(text: str, expected: str) -> None:
    assert fill_sides(text, Side.LEFT) == expected


def test_other_braces_stay() -> None:
    assert fill_sides("{stretched} {n} {", Side.LEFT) == "Left {n} {"


def test_an_exercise_says_its_own_texts_by_side() -> None:
    assert KNEELING.say(KNEELING.stretches, Side.RIGHT) == "Front of the right hip"


@pytest.mark.parametrize("position", Position)
def test_kneeling_prone_and_dangling_items_wait_for_clearance(position: Position) -> None:
    assert exercise(position=position).needs_clearance == (position in ("kneeling", "prone"))
    assert exercise(position=position, dangling=True).needs_clearance


def test_everything_but_the_self_test_can_be_timed() -> None:
    assert [kind for kind in Kind if not exercise(kind=kind).timed] == [Kind.SELF_TEST]


@pytest.mark.parametrize(("value", "allowed"), [(9, False), (10, True), (60, True), (61, False)])
def test_an_amount_allows_what_lies_within_its_limits(value: int, allowed: bool) -> None:
    assert amount(30, 10, 60).allows(value) is allowed
