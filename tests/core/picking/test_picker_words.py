from __future__ import annotations

import pytest

from stretchtimer.core.catalog.exercise import Exercise, Kind, Laterality, Position, Side, Source
from stretchtimer.core.catalog.routine import RoutineItem, prescribe
from stretchtimer.core.picking.picker import entries
from stretchtimer.core.picking.picker_words import (
    credit_words,
    dosage_words,
    entry_facts,
    exercise_facts,
    part_facts,
    source_words,
)
from stretchtimer.core.progress.dose import Seconds
from stretchtimer.core.session.timeline import Pacing
from tests.samples import BUTTERFLY, EXERCISES, KNEELING, LEFT, MARCH, SWING, TILT, exercise, routine


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        (KNEELING, "30 s, 3 sets, each side"),
        (BUTTERFLY, "50 s"),
        (MARCH, "4 times, 2 sets, sides in turn"),
        (SWING, "5 times, each side"),
        (TILT, "3 × 10 s"),
    ],
)
def test_a_dosage_says_how_much_for_which_sides(chosen: Exercise, words: str) -> None:
    assert dosage_words(prescribe(RoutineItem(exercise=chosen.id), chosen)) == words


def test_a_dosage_of_one_side_names_it() -> None:
    item = RoutineItem(exercise="kneeling", sets=1, hold_s=20, sides=Side.RIGHT)
    assert dosage_words(prescribe(item, KNEELING)) == "20 s, right only"
    assert part_facts(prescribe(item, KNEELING)) == "20 s, right only · kneeling"


def test_an_entry_says_what_it_asks_and_how_long_it_takes() -> None:
    test = exercise("test", kind=Kind.SELF_TEST)
    found = entries([KNEELING, test], [routine("kneeling", "march")], EXERCISES, Pacing())
    assert {entry.id: entry_facts(entry) for entry in found} == {
        "sample": "2 exercises · 4:38",
        "kneeling": "30 s, 3 sets, each side · 3:49",
        "test": "Each hip on its own · about 2 minutes",
    }


def test_an_exercise_says_what_it_is_and_what_it_needs() -> None:
    assert exercise_facts(exercise(props=("mat", "cushion"))) == "Held stretch · kneeling · mat · cushion"
    assert exercise_facts(BUTTERFLY).endswith("does not count towards the hip-flexor minutes")
    test = exercise(kind=Kind.SELF_TEST, position=Position.SUPINE, credits_hip_flexor=False)
    assert exercise_facts(test) == "Self-test · lying on the back"


@pytest.mark.parametrize(
    ("credited", "words"),
    [
        (Seconds(0, 0), "It is not counted towards the weekly minutes of the hip flexors."),
        (Seconds(90, 90), "Adds 1:30 to the weekly minutes of each hip."),
        (Seconds(90, 0), "Adds 1:30 to the weekly minutes of the left hip, 0:00 to those of the right hip."),
    ],
)
def test_what_counts_is_said_for_each_hip(credited: Seconds, words: str) -> None:
    assert credit_words(credited) == words


def test_a_source_is_named_once_with_all_its_lines() -> None:
    sources = (
        Source(file="003_db17.txt", lines="19"),
        Source(file="004_af59.txt", lines="26-29"),
        Source(file="003_db17.txt", lines="17"),
        Source(file="my physiotherapist", lines="1"),
    )
    expected = "Source: article 003, lines 19, 17; article 004, lines 26-29; my physiotherapist, lines 1"
    assert source_words(sources) == expected
    assert source_words(()) == "Not from an article"


def test_alternating_sides_are_said_although_none_can_be_chosen() -> None:
    item = RoutineItem(exercise="march", sides=LEFT)
    assert dosage_words(prescribe(item, MARCH)).endswith("sides in turn")
    assert MARCH.laterality is Laterality.ALTERNATING
