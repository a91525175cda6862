"""The program's own exercises: none is lost, each can be said in time, and no number goes unexplained."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from stretchtimer.core.catalog.exercise import Amount, Exercise, Kind, Origin
from tests.storage.content import CATALOG, EXERCISES, ROUTINES

IDS = [
    "s0-half-kneeling-lunge",
    "s1-self-test-supine",
    "s1-01-lunge-bend-forward",
    "s1-02-supine-knee-hug",
    "s1-03-butterfly-supine",
    "s1-04-deep-lunge",
    "s1-05-pigeon",
    "s1-06-figure-four",
    "s1-07-kneeling-quad-pull",
    "s1-08-prone-quad",
    "s1-09-knee-stand-leanback",
    "s1-10-butterfly-seated",
    "s1-11-leg-swing",
    "s1-12-lunge-turn-up",
    "s1-13-side-lying-quad",
    "s1-warmup-run-in-place",
    "s1-warmup-jumping-jacks",
    "s1-warmup-big-walk",
    "s2-1-scissor-lunge",
    "s2-2-lunge-hands-floor",
    "s2-3-lunge-arm-lift",
    "s3-kneeling-ppt",
    "s3-leg-dangle",
    "s3-walking-lunge",
    "s3-leg-swings",
    "s3-ball-release",
    "s3-glute-bridge",
    "s3-bird-dog",
    "s4-kneeling-psoas",
    "s4-dangling-leg",
    "s4-standing-pelvic-tilt",
    "s4-bridge-pelvic-tilt",
    "s4-knee-to-chest-alt",
    "s4-single-leg-raise",
    "s4-psoas-march",
    "s4-low-lunge-yoga",
    "s4-warrior-1",
    "s4-roll-up",
    "s4-leg-circles",
    "s4-warmup-light",
]

each_exercise = pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda exercise: exercise.id)


def amounts(exercise: Exercise) -> list[Amount]:
    dosage = exercise.dosage
    return [a for a in (dosage.sets, dosage.hold_s, dosage.repetitions, dosage.tempo_s) if a is not None]


def words(text: str) -> int:
    return len(text.split())


def test_every_file_is_in_order() -> None:
    assert CATALOG.problems == ()


def test_all_forty_items_of_the_articles_are_there() -> None:
    assert len(IDS) == 40
    assert sorted(EXERCISES) == sorted(IDS)
    assert all(CATALOG.exercise_files[id].stem == id for id in IDS)


def test_the_kinds_are_those_of_the_articles() -> None:
    assert Counter(exercise.kind for exercise in EXERCISES.values()) == {
        Kind.STATIC_HOLD: 18,
        Kind.STATIC_PULSE: 2,
        Kind.DYNAMIC_REPS: 4,
        Kind.ISOMETRIC_REPS: 1,
        Kind.STRENGTHENING_REPS: 5,
        Kind.RELEASE: 1,
        Kind.YOGA: 2,
        Kind.PILATES: 2,
        Kind.WARM_UP: 4,
        Kind.SELF_TEST: 1,
    }


def test_names_are_distinct() -> None:
    names = [exercise.name.casefold() for exercise in EXERCISES.values()]
    names += [routine.name.casefold() for routine in ROUTINES.values()]
    assert len(set(names)) == len(names)


@each_exercise
def test_what_is_said_fits_the_time_to_say_it(exercise: Exercise) -> None:
    assert words(exercise.set_up) <= 20
    assert exercise.set_up.count(".") == 1
    assert exercise.set_up.endswith(".")
    assert words(exercise.cue) <= 10
    assert not exercise.cue.endswith("."), "the voice and the window add the full stop"
    assert 2 <= len(exercise.steps) <= 6
    assert all(step.endswith(".") for step in (*exercise.steps, *exercise.cautions))


@each_exercise
def test_every_number_that_is_not_the_articles_own_is_explained(exercise: Exercise) -> None:
    for amount in amounts(exercise):
        assert amount.origin is Origin.STATED or amount.note
        assert amount.limits is not Origin.INHERITED


@each_exercise
def test_breathing_is_in_the_steps(exercise: Exercise) -> None:
    assert any("breath" in step.lower() for step in exercise.steps)


def test_only_held_hip_flexor_stretches_count_towards_the_dose() -> None:
    held = {id for id, exercise in EXERCISES.items() if exercise.kind in (Kind.STATIC_HOLD, Kind.YOGA)}
    assert {id for id, e in EXERCISES.items() if e.credits_hip_flexor} == held - {"s1-06-figure-four"}


def test_what_is_done_beside_a_desk_needs_no_floor() -> None:
    assert {id for id, exercise in EXERCISES.items() if exercise.beside_desk} == {
        "s1-04-deep-lunge",
        "s1-11-leg-swing",
        "s1-warmup-run-in-place",
        "s1-warmup-jumping-jacks",
        "s2-1-scissor-lunge",
        "s3-leg-swings",
        "s4-standing-pelvic-tilt",
        "s4-warrior-1",
        "s4-warmup-light",
    }


def test_a_leg_hangs_in_the_two_hangs_only() -> None:
    assert {id for id, exercise in EXERCISES.items() if exercise.dangling} == {"s3-leg-dangle", "s4-dangling-leg"}


@pytest.mark.parametrize(
    ("id", "amount", "values"),
    [
        ("s0-half-kneeling-lunge", "hold_s", (30, 60)),
        ("s1-01-lunge-bend-forward", "hold_s", (15, 30)),
        ("s1-03-butterfly-supine", "hold_s", (50,)),
        ("s1-10-butterfly-seated", "hold_s", (50,)),
        ("s1-11-leg-swing", "repetitions", (15,)),
        ("s2-2-lunge-hands-floor", "hold_s", (20,)),
        ("s3-kneeling-ppt", "hold_s", (20, 30)),
        ("s3-kneeling-ppt", "sets", (2, 3)),
        ("s4-kneeling-psoas", "hold_s", (30,)),
        ("s4-kneeling-psoas", "sets", (3,)),
        ("s4-dangling-leg", "hold_s", (30, 60)),
        ("s4-standing-pelvic-tilt", "hold_s", (10, 20)),
        ("s4-standing-pelvic-tilt", "repetitions", (4, 6)),
        ("s4-bridge-pelvic-tilt", "hold_s", (5, 10)),
        ("s4-knee-to-chest-alt", "repetitions", (20,)),
        ("s4-single-leg-raise", "hold_s", (5,)),
        ("s4-single-leg-raise", "repetitions", (20,)),
        ("s4-psoas-march", "repetitions", (20,)),
        ("s4-warmup-light", "hold_s", (300, 600)),
    ],
)
def test_the_articles_own_numbers_can_be_chosen_and_the_default_is_among_them(
    id: str, amount: str, values: tuple[int, ...]
) -> None:
    given: Amount = getattr(EXERCISES[id].dosage, amount)
    assert given.origin is Origin.STATED
    assert all(given.allows(value) for value in values)
    assert min(values) <= given.default <= max(values)


@each_exercise
def test_the_source_is_the_article_in_the_id(exercise: Exercise) -> None:
    article = int(exercise.id[1])
    assert exercise.source[0].file.startswith(f"{article:03}_")
    for source in exercise.source:
        assert re.fullmatch(r"00[0-4]_[0-9a-f]{16}\.txt", source.file)
        for first, last in re.findall(r"(\d+)-(\d+)", source.lines):
            assert int(first) < int(last)
