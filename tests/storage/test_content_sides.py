"""The side is always the stretched or tested hip, in every text of the program's own exercises."""

from __future__ import annotations

import re

import pytest

from stretchtimer.core.catalog.exercise import Exercise, Laterality, Side
from tests.storage.content import EXERCISES, texts

# What the texts say for the LEFT hip: the cue, words of the set-up and words of a step, read off the articles and
# evidence A2. The left hip is stretched when the left leg is behind, kneels, hangs or stays down.
LEFT_HIP = {
    "s0-half-kneeling-lunge": (
        "Left knee down, right foot in front",
        "stand the right foot in front",
        "until the front of the left hip begins to pull",
    ),
    "s1-self-test-supine": (
        "Hug the right knee, left leg stays down",
        "left leg straight, right knee bent",
        "that is the answer for the left hip",
    ),
    "s1-01-lunge-bend-forward": (
        "Right foot in front, left leg straight behind",
        "Step the right foot far forward",
        "big-toe side of the right foot",
    ),
    "s1-02-supine-knee-hug": (
        "Hug the right knee, left leg stays down",
        "take the right knee in both hands",
        "Leave the left leg long on the mat",
    ),
    "s1-04-deep-lunge": (
        "Right foot in front, left leg far back",
        "right foot in front and left foot far behind",
        "until the front of the left hip pulls",
    ),
    "s1-05-pigeon": (
        "Right leg folded in front, left leg straight behind",
        "right leg folded across in front",
        "Slide the left leg straight back",
    ),
    "s1-06-figure-four": (
        "Left ankle on the right thigh",
        "lay the left ankle over the right thigh",
        "Clasp both hands behind the right thigh",
    ),
    "s1-07-kneeling-quad-pull": (
        "Left knee down, left foot pulled up",
        "right foot in front, and reach back for the left foot",
        "with the left hand, take the left foot",
    ),
    "s1-08-prone-quad": (
        "Left hand holds the left foot",
        "head on the right arm, and reach back for the left foot",
        "Keep the left thigh on the mat",
    ),
    "s1-09-knee-stand-leanback": (
        "Left knee down, right heel beside it",
        "the right foot so that its heel is beside the left knee",
        "until the front of the left thigh pulls",
    ),
    "s1-11-leg-swing": (
        "Right leg stands, left leg swings",
        "Stand tall on the right leg",
        "Let the left leg swing behind you",
    ),
    "s1-12-lunge-turn-up": (
        "Right foot in front, left arm up",
        "right foot in front, left knee off the floor",
        "Turn the chest to the left side and reach the left arm",
    ),
    "s1-13-side-lying-quad": (
        "Lie on the right side, hold the left foot",
        "Lie on your right side, head on the right arm",
        "Take the left foot in the left hand",
    ),
    "s2-1-scissor-lunge": (
        "Right foot in front, left leg straight behind",
        "right foot in front, left leg straight behind",
        "right foot in front, weight on the left leg behind",
    ),
    "s2-2-lunge-hands-floor": (
        "Right foot in front, both palms down",
        "right foot in front",
        "big-toe side of the right foot",
    ),
    "s2-3-lunge-arm-lift": (
        "Right foot in front, right arm up",
        "right foot in front",
        "turn the chest to the right side and lift the right arm",
    ),
    "s3-kneeling-ppt": (
        "Left knee down, right foot in front, tailbone tucked",
        "Kneel on the left knee",
        "Stop where the front of the left hip and thigh pulls",
    ),
    "s3-leg-dangle": (
        "Hug the right knee, left leg hangs",
        "left leg at the edge",
        "Let the left leg slide over the edge",
    ),
    "s3-walking-lunge": (
        "Left knee sinks behind the right foot",
        "",
        "the left leg is behind and the right foot in front",
    ),
    "s3-leg-swings": ("Right leg stands, left leg swings", "Stand on the right leg", "Swing the left leg gently"),
    "s3-ball-release": (
        "Ball inside the left hip bone",
        "inside the left front hip bone",
        "Slide the left knee out to the side",
    ),
    "s3-bird-dog": (
        "Left leg back, right arm forward",
        "the left leg back and the right arm forward",
        "the left leg straight back and the right arm forward",
    ),
    "s4-kneeling-psoas": (
        "Left knee down, right foot in front",
        "Kneel on the left knee and put the right foot flat",
        "reach the left arm up and over, bending a little to the right side",
    ),
    "s4-dangling-leg": (
        "Hug the right knee, left leg hangs",
        "the left leg free to hang",
        "Hug the right knee to the chest",
    ),
    "s4-knee-to-chest-alt": (
        "Left leg long, right knee to the chest",
        "",
        "the left leg long on the floor and draw the right knee",
    ),
    "s4-single-leg-raise": (
        "Right knee bent, left leg lifts",
        "right knee bent and the left leg straight",
        "lift the left leg slowly",
    ),
    "s4-psoas-march": ("Left foot sinks, right leg stays up", "", "the left foot sink while the right leg stays up"),
    "s4-low-lunge-yoga": (
        "Left knee down, right foot in front, arms up",
        "Kneel on the left knee, right foot in front",
        "until the front of the left hip pulls",
    ),
    "s4-warrior-1": (
        "Right knee bent, left leg straight behind, arms up",
        "right foot in front, left foot turned slightly out behind",
        "Press the left heel down and bend the right knee",
    ),
    "s4-leg-circles": (
        "Left leg circles, right leg rests",
        "left leg up to the ceiling, right leg long",
        "right leg long on the mat, and point the left leg",
    ),
}

TUCKED = [
    "s0-half-kneeling-lunge",
    "s1-01-lunge-bend-forward",
    "s1-04-deep-lunge",
    "s1-07-kneeling-quad-pull",
    "s1-09-knee-stand-leanback",
    "s1-12-lunge-turn-up",
    "s2-1-scissor-lunge",
    "s2-2-lunge-hands-floor",
    "s2-3-lunge-arm-lift",
    "s3-kneeling-ppt",
    "s4-kneeling-psoas",
    "s4-low-lunge-yoga",
    "s4-warrior-1",
]

each_exercise = pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda exercise: exercise.id)


def sided(text: str) -> bool:
    return "{stretched}" in text or "{other}" in text


def test_the_table_of_sides_leaves_no_one_sided_exercise_out() -> None:
    one_sided = {id for id, exercise in EXERCISES.items() if exercise.laterality is not Laterality.BILATERAL}
    assert one_sided == set(LEFT_HIP)


@pytest.mark.parametrize("id", LEFT_HIP)
def test_the_side_that_is_said_is_the_stretched_hip(id: str) -> None:
    exercise = EXERCISES[id]
    cue, set_up, step = LEFT_HIP[id]
    assert exercise.say(exercise.cue, Side.LEFT) == cue
    assert set_up in exercise.say(exercise.set_up, Side.LEFT)
    assert any(step in exercise.say(one, Side.LEFT) for one in exercise.steps)


@each_exercise
def test_a_side_is_never_written_out(exercise: Exercise) -> None:
    for text in texts(exercise):
        assert not re.search(r"\b(left|right)\b", text, re.IGNORECASE), text


@each_exercise
def test_sides_are_named_where_there_are_sides(exercise: Exercise) -> None:
    if exercise.laterality is Laterality.BILATERAL:
        assert not any(sided(text) for text in texts(exercise))
    else:
        assert sided(exercise.cue)
        assert any(sided(step) for step in exercise.steps)
    if exercise.laterality is Laterality.UNILATERAL:
        assert sided(exercise.set_up), "nothing else tells which leg, before the first hold"
        assert "{stretched}" in exercise.stretches


@each_exercise
def test_what_is_stretched_on_both_sides_names_neither(exercise: Exercise) -> None:
    """It is read before any side is called, and for both of them."""
    assert exercise.laterality is Laterality.UNILATERAL or not sided(exercise.stretches)


@each_exercise
def test_no_placeholder_is_misspelt(exercise: Exercise) -> None:
    for text in texts(exercise):
        assert set(re.findall(r"\{.*?\}", text)) <= {"{stretched}", "{other}"}
        assert not re.search(r"[{}]", exercise.say(text, Side.LEFT))


@pytest.mark.parametrize("id", TUCKED)
def test_kneeling_and_lunging_stretches_tuck_the_tailbone_of_the_stretched_side(id: str) -> None:
    steps = " ".join(EXERCISES[id].steps)
    assert re.search(r"queeze the \{stretched\} buttock", steps)
    assert "tuck" in steps
