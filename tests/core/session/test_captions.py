from __future__ import annotations

import pytest

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.catalog.routine import RoutineItem
from stretchtimer.core.session import captions
from stretchtimer.core.session.timeline import PhaseKind
from tests.core.session.phases import first_work, timeline, view_of

KNEELING = timeline("kneeling", "butterfly")
MARCH = timeline("march")


def test_every_kind_of_phase_has_a_title_of_its_own() -> None:
    phase = first_work("kneeling")
    titles = {
        captions.phase_title(type(phase)(kind=kind, start_s=0, length_s=1, exercise=phase.exercise))
        for kind in PhaseKind
    }
    assert len(titles) == len(PhaseKind)


@pytest.mark.parametrize(("index", "side"), [(0, "left"), (1, "left"), (2, "right"), (3, "right"), (4, "left")])
def test_the_side_is_that_of_the_work_under_way_or_to_come(index: int, side: str) -> None:
    assert captions.shown_side(view_of(KNEELING, index)) == side


def test_an_alternating_repetition_shows_its_own_side() -> None:
    assert captions.shown_side(view_of(MARCH, 1, repetition=2, side=Side.RIGHT)) is Side.RIGHT


def test_sets_are_numbered_where_there_are_several() -> None:
    assert captions.set_words(KNEELING.phases[0]) == "Set 1 of 3"
    assert captions.set_words(KNEELING.phases[4]) == "Set 2 of 3"
    assert captions.set_words(first_work("butterfly")) == ""


def test_repetitions_are_numbered_during_repetitions_only() -> None:
    assert captions.repetition_progress(view_of(MARCH, 1, repetition=3)) == "Repetition 3 of 4"
    assert captions.repetition_progress(view_of(KNEELING, 1)) == ""


@pytest.mark.parametrize(
    ("index", "words"),
    [
        (0, "Kneel with the right foot in front."),
        (1, "Left knee down, right foot in front"),
        (2, "Right knee down, left foot in front"),
        (4, "Left knee down, right foot in front"),
    ],
)
def test_the_sentence_on_the_screen_is_for_this_side(index: int, words: str) -> None:
    assert captions.instruction(view_of(KNEELING, index)) == words


@pytest.mark.parametrize(
    ("index", "words"),
    [
        (0, "Next: hold 30 s, left hip"),
        (1, "Next: switch sides, right hip"),
        (2, "Next: hold 30 s, right hip"),
        (3, "Next: rest, 10 s"),
        (11, "Next: Butterfly"),
        (12, "Next: hold 50 s"),
        (13, "Next: done"),
    ],
)
def test_what_comes_next_is_said(index: int, words: str) -> None:
    assert captions.next_words(view_of(KNEELING, index)) == words


def test_repetitions_that_come_next_are_counted() -> None:
    assert captions.next_words(view_of(timeline("swing"), 0)) == "Next: 5 repetitions, left hip"
    assert captions.work_words(first_work("march")) == "4 repetitions"
    one = timeline(RoutineItem(exercise="swing", repetitions=1)).phases[1]
    assert captions.work_words(one) == "1 repetition"


@pytest.mark.parametrize(("seconds", "text"), [(0, "0:00"), (59.6, "1:00"), (248, "4:08"), (3600, "60:00")])
def test_minutes_are_written_with_two_figures_for_the_seconds(seconds: float, text: str) -> None:
    assert captions.minutes(seconds) == text
