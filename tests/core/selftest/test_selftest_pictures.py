"""The self-test shows what it asks for, for the tested hip, in both positions."""

from __future__ import annotations

from itertools import product

import pytest

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.selftest.measurement import Method, Protocol
from stretchtimer.core.selftest.selftest_pictures import POSES, StepPicture, picture_words, step_pictures
from stretchtimer.core.selftest.selftest_steps import Approach, StepKind, steps

APPROACHES = [Approach(protocol, method) for protocol, method in product(Protocol, Method)]


@pytest.mark.parametrize("approach", APPROACHES)
def test_every_step_on_the_floor_or_the_bed_has_its_picture(approach: Approach) -> None:
    for step in steps(approach):
        pictures = step_pictures(step)
        expected = {StepKind.PREPARE: 0, StepKind.REVIEW: 0, StepKind.LOOK: 2}.get(step.kind, 1)
        assert len(pictures) == expected, step.kind
        for shown in pictures:
            assert set(shown.picture.key_poses) <= POSES
            on_a_bed = shown.picture.poses[0] in {"bed-both-knees", "leg-hang", "edge-test-lifted"}
            lies_flat = approach.protocol is Protocol.FLOOR or step.kind is StepKind.REST
            assert on_a_bed is not lies_flat


@pytest.mark.parametrize("protocol", Protocol)
def test_where_it_asks_both_outcomes_are_shown_and_named(protocol: Protocol) -> None:
    look = next(step for step in steps(Approach(protocol)) if step.kind is StepKind.LOOK)
    passed, lifted = step_pictures(look)
    assert passed.picture != lifted.picture
    assert passed.words
    assert lifted.words
    assert passed.words != lifted.words


def test_a_screen_reader_hears_the_outcome_and_the_sides() -> None:
    (passed, _lifted) = step_pictures(next(step for step in steps() if step.kind is StepKind.LOOK))
    words = picture_words(passed, "The {stretched} leg flat, the {other} knee hugged.", Side.RIGHT)
    assert words == "Stays flat: The right leg flat, the left knee hugged."
    plain = StepPicture(passed.picture)
    assert picture_words(plain, "Both legs long.", None) == "Both legs long."
