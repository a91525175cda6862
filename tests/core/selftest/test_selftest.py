from __future__ import annotations

import pytest

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.records import Moment, Outcome, ResultRecord, SelfTestRecord
from stretchtimer.core.selftest.measurement import Method, Protocol, State
from stretchtimer.core.selftest.selftest import (
    SelfTest,
    SelfTestDraft,
    flattered,
    hours_since,
    last_stretch_words,
    outcome_word,
)
from stretchtimer.core.selftest.selftest_steps import Approach, StepKind, steps

UUID = "00000000-0000-0000-0000-000000000001"


def step(kind: StepKind, tested: Side) -> tuple[str, str]:
    """Return the title and the text of the step ``kind`` for the hip ``tested``."""
    found = next(step for step in steps() if step.kind is kind and step.tested is tested)
    return found.title, found.text


def test_the_right_hip_is_tested_first_as_the_article_has_it() -> None:
    assert [(step.kind, step.tested) for step in steps()] == [
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


@pytest.mark.parametrize("index", range(len(steps())))
def test_no_step_is_without_words_or_has_a_side_left_open(index: int) -> None:
    shown = SelfTest(index).step
    assert shown.title
    assert shown.text
    assert "{" not in shown.title + shown.text


def test_it_goes_forward_to_the_last_step_and_back_to_the_first() -> None:
    test = SelfTest()
    assert test.back() == test
    walked = [test]
    for _turn in range(len(steps()) + 2):
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
    for protocol in Protocol:
        assert len({outcome_word(outcome, protocol) for outcome in Outcome}) == len(Outcome)
    assert outcome_word(Outcome.PASSED, Protocol.EDGE) == "Passed: the thigh came down to the bed"


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
        # Another day, but only hours later.
        ("2026-11-20T23:50:00+01:00", "2026-11-21T00:05:00+01:00", True),
        ("2026-11-20T23:50:00+01:00", "2026-11-21T05:49:59+01:00", True),
        ("2026-11-20T23:50:00+01:00", "2026-11-21T05:50:00+01:00", False),
        # The person flew on between the two.
        ("2026-11-21T07:00:00+01:00", "2026-11-21T09:00:00+00:00", True),
    ],
)
def test_stretching_flatters_a_test_later_that_day_or_hours_later(stretched: str, tested: str, expected: bool) -> None:
    assert flattered(Moment.parse(stretched), Moment.parse(tested)) is expected


def test_whoever_never_stretched_is_not_flattered() -> None:
    assert not flattered(None, Moment.parse("2026-11-21T08:00:00+01:00"))


def test_the_hours_since_stretching_are_filled_in() -> None:
    at = Moment.parse("2026-11-21T08:00:00+01:00")
    assert hours_since(None, at) is None
    assert hours_since(Moment.parse("2026-11-20T05:27:00+00:00"), at) == 25.6
    assert hours_since(Moment.parse("2026-11-21T09:00:00+01:00"), at) is None


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (1.8, "Last stretched 1.8 hours before."),
        (47.9, "Last stretched 47.9 hours before."),
        (48.0, "Last stretched 2 days before."),
        (311.4, "Last stretched 13 days before."),
    ],
)
def test_long_ago_is_said_in_days(hours: float, words: str) -> None:
    assert last_stretch_words(hours) == words


def test_only_at_the_edge_the_tape_goes_below_the_bed() -> None:
    texts = {
        protocol: " ".join(
            step.text for step in steps(Approach(protocol, Method.TAPE)) if step.kind is StepKind.MEASURE
        )
        for protocol in Protocol
    }
    assert "minus" in texts[Protocol.EDGE] and "minus" not in texts[Protocol.FLOOR]


def test_a_draft_becomes_a_record() -> None:
    at, stretched = Moment.parse("2026-11-21T08:00:00+01:00"), Moment.parse("2026-11-21T06:00:00+01:00")
    results = (ResultRecord(side=Side.LEFT, outcome=Outcome.PASSED),)
    draft = SelfTestDraft(results=results, protocol=Protocol.EDGE, rater="Ada", state=State.WARM, note="stiff")
    assert draft.record(UUID, at, stretched) == SelfTestRecord(
        id=UUID, at=at, results=results, note="stiff", after_stretching=True, hours_since_stretch=2.0,
        protocol=Protocol.EDGE, rater="Ada", state=State.WARM,
    )  # fmt: skip
    assert not draft.record(UUID, at, None).after_stretching


@pytest.mark.parametrize(("field", "named"), [("note", "A note"), ("rater", "The name of who measured")])
def test_a_text_that_is_too_long_is_refused(field: str, named: str) -> None:
    at, results = Moment.parse("2026-11-21T08:00:00+01:00"), (ResultRecord(side=Side.LEFT, outcome=Outcome.PASSED),)
    longest = SelfTestDraft(results=results, **{field: "x" * 500}).record(UUID, at, None)
    assert getattr(longest, field) == "x" * 500
    with pytest.raises(ValueError, match=rf"{named} has at most 500 characters, not 501\."):
        SelfTestDraft(results=results, **{field: "x" * 501}).record(UUID, at, None)
    kept = SelfTestRecord(id=UUID, at=at, results=results, **{field: "x" * 501})
    assert len(getattr(kept, field)) == 501, "what an older version kept is read"


def test_every_approach_has_steps_with_words_of_their_own() -> None:
    for protocol in Protocol:
        for method in Method:
            shown = steps(Approach(protocol, method))
            assert len({step.text for step in shown}) == len(shown)
            assert all(step.title and step.text and "{" not in step.title + step.text for step in shown)


def test_measuring_is_prepared_and_comes_before_the_knee_is_let_go() -> None:
    kinds = [step.kind for step in steps(Approach(Protocol.FLOOR, Method.PHONE))]
    assert kinds[:5] == [StepKind.PREPARE, StepKind.LIE_DOWN, StepKind.PULL, StepKind.MEASURE, StepKind.LOOK]
    by_tape = [step.kind for step in steps(Approach(Protocol.FLOOR, Method.TAPE))]
    assert by_tape[:4] == [StepKind.PREPARE, StepKind.LIE_DOWN, StepKind.REST, StepKind.PULL]
    at_the_edge = [step.kind for step in steps(Approach(Protocol.EDGE, Method.TAPE))]
    assert at_the_edge[:3] == [StepKind.PREPARE, StepKind.REST, StepKind.LIE_DOWN]


def test_a_test_goes_through_the_steps_of_its_approach() -> None:
    test = SelfTest(approach=Approach(Protocol.EDGE, Method.PHOTO))
    assert test.step.title == "Get the camera ready"
    assert test.to_review().back().step.title == "Left hip: does the left thigh come down?"
