from __future__ import annotations

import pytest

from stretchtimer.core.exercise import Side
from stretchtimer.core.records import Moment, Outcome
from stretchtimer.core.selftest import SelfTest, StepKind, flattered, offered, outcome_word, protocol


def step(kind: StepKind, tested: Side) -> tuple[str, str]:
    """Return the title and the text of the step ``kind`` for the hip ``tested``."""
    found = next(step for step in protocol() if step.kind is kind and step.tested is tested)
    return found.title, found.text


def test_the_right_hip_is_tested_first_as_the_article_has_it() -> None:
    assert [(step.kind, step.tested) for step in protocol()] == [
        (StepKind.LIE_DOWN, None),
        (StepKind.PULL, Side.RIGHT),
        (StepKind.LOOK, Side.RIGHT),
        (StepKind.PULL, Side.LEFT),
        (StepKind.LOOK, Side.LEFT),
        (StepKind.REVIEW, None),
    ]


@pytest.mark.parametrize(("tested", "pulled"), [("right", "left"), ("left", "right")])
def test_the_leg_that_stays_down_is_the_tested_one(tested: str, pulled: str) -> None:
    title, text = step(StepKind.PULL, Side(tested))
    assert title == f"{tested.capitalize()} hip: pull the {pulled} knee"
    assert f"Bend the {pulled} leg and pull the {pulled} knee towards your chest" in text
    assert f"Leave the {tested} leg lying" in text
    assert text.endswith(f"This tests the {tested} hip.")
    title, text = step(StepKind.LOOK, Side(tested))
    assert title == f"{tested.capitalize()} hip: does the {tested} leg stay flat?"
    assert f"Does the {tested} leg stay flat on the floor?" in text


def test_the_knee_is_pulled_only_until_the_low_back_is_flat() -> None:
    _title, text = step(StepKind.PULL, Side.RIGHT)
    assert "just until your low back lies flat on the floor, and no further" in text


@pytest.mark.parametrize("index", range(len(protocol())))
def test_no_step_is_without_words_or_has_a_side_left_open(index: int) -> None:
    shown = SelfTest(index).step
    assert shown.title
    assert shown.text
    assert "{" not in shown.title + shown.text


def test_it_goes_forward_to_the_last_step_and_back_to_the_first() -> None:
    test = SelfTest()
    assert test.back() == test
    walked = [test]
    for _turn in range(len(protocol()) + 2):
        walked.append(walked[-1].forward())
    assert [test.index for test in walked] == [0, 1, 2, 3, 4, 5, 5, 5, 5]
    assert walked[5].back().index == 4


def test_answers_belong_to_their_hip_and_outlive_every_move() -> None:
    test = SelfTest().forward().answered(Side.RIGHT, Outcome.LIFTED).forward().answered(Side.LEFT, Outcome.PASSED)
    assert (test.left, test.right, test.index) == (Outcome.PASSED, Outcome.LIFTED, 2)
    moved = test.back().back().forward()
    assert (moved.outcome(Side.LEFT), moved.outcome(Side.RIGHT)) == (Outcome.PASSED, Outcome.LIFTED)


def test_an_answer_can_be_changed() -> None:
    test = SelfTest().answered(Side.LEFT, Outcome.PASSED).answered(Side.LEFT, Outcome.STOPPED)
    assert (test.left, test.right) == (Outcome.STOPPED, None)


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_one_answer_is_enough_to_keep(side: Side) -> None:
    assert not SelfTest().complete
    assert SelfTest().answered(side, Outcome.STOPPED).complete


def test_every_outcome_has_words_of_its_own() -> None:
    assert len({outcome_word(outcome) for outcome in Outcome}) == len(Outcome)


@pytest.mark.parametrize(
    ("stretched", "tested", "expected"),
    [
        ("2026-11-21T08:00:00+01:00", "2026-11-21T20:00:00+01:00", True),
        ("2026-11-21T08:00:00+01:00", "2026-11-21T08:00:00+01:00", True),
        ("2026-11-20T20:00:00+01:00", "2026-11-21T08:00:00+01:00", False),
        # Stretched later on that day than the test: the test came first.
        ("2026-11-21T20:00:00+01:00", "2026-11-21T08:00:00+01:00", False),
        # One day for the person although UTC has two, and the other way round.
        ("2026-11-21T00:30:00+02:00", "2026-11-21T06:00:00+02:00", True),
        ("2026-11-20T23:30:00-05:00", "2026-11-21T06:00:00-05:00", False),
        # The person flew on between the two.
        ("2026-11-21T07:00:00+01:00", "2026-11-21T09:00:00+00:00", True),
    ],
)
def test_stretching_flatters_a_test_later_on_the_same_day(stretched: str, tested: str, expected: bool) -> None:
    assert flattered(Moment.parse(stretched), Moment.parse(tested)) is expected


def test_whoever_never_stretched_is_not_flattered() -> None:
    assert not flattered(None, Moment.parse("2026-11-21T08:00:00+01:00"))


@pytest.mark.parametrize(
    ("taken", "last_stretch", "expected"),
    [
        (False, None, True),
        (False, "2026-11-20T23:59:00+01:00", True),
        (False, "2026-11-21T07:00:00+01:00", False),
        (True, None, False),
    ],
)
def test_it_is_offered_before_the_first_test_unless_stretching_flatters_it_today(
    taken: bool, last_stretch: str | None, expected: bool
) -> None:
    now = Moment.parse("2026-11-21T09:00:00+01:00")
    assert offered(taken, Moment.parse(last_stretch) if last_stretch else None, now) is expected
