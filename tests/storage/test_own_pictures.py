"""The picture of a person's own exercise: it names poses of the program, or brings its own angles."""

from __future__ import annotations

from pathlib import Path

import pytest

from stretchtimer.core.figure.album import Album
from stretchtimer.core.figure.figure import joint_angles
from stretchtimer.storage.catalog import load_catalog
from stretchtimer.storage.poses import Poses
from tests.storage.samples import EXERCISE, put

NAMED = """
[picture]
way_in = ["half-kneeling-upright"]
poses = ["half-kneeling"]
steps = [1, 2]
"""
OWN = """
[picture]
poses = ["standing", "squat"]
muscle = false

[[picture.own]]
id = "squat"
view = "side"
description = "Half-way down, arms forward."
floor = ["stretched.heel", "stretched.toe", "other.heel", "other.toe"]

[picture.own.joints]
pelvis = 70
spine = 0
head = 0
stretched = { hip = 60, knee = 70, ankle = -30, shoulder = 70, elbow = 0 }
other = { hip = 60, knee = 70, ankle = -30, shoulder = 70, elbow = 0 }
"""


def problems(folder: Path) -> list[tuple[str, str]]:
    return [(problem.place, problem.found) for problem in load_catalog([folder]).problems]


def test_it_may_name_poses_of_the_program(tmp_path: Path) -> None:
    put(tmp_path, "exercises", "mine.toml", EXERCISE + NAMED)
    assert problems(tmp_path) == []
    motion = Album(Poses()).motion(load_catalog([tmp_path]).exercises["lunge"])
    assert motion is not None
    assert motion.key_count == 2


def test_it_may_bring_its_own_angles(tmp_path: Path) -> None:
    put(tmp_path, "exercises", "mine.toml", EXERCISE + OWN)
    assert problems(tmp_path) == []
    motion = Album(Poses()).motion(load_catalog([tmp_path]).exercises["lunge"])
    assert motion is not None
    assert motion.moves
    assert joint_angles(motion.held, motion.held.near).knee == pytest.approx(70, abs=8)


def test_without_a_picture_it_is_told_by_words_alone(tmp_path: Path) -> None:
    put(tmp_path, "exercises", "mine.toml", EXERCISE)
    assert problems(tmp_path) == []
    assert Album(Poses()).motion(load_catalog([tmp_path]).exercises["lunge"]) is None


def test_all_mistakes_of_a_picture_are_named(tmp_path: Path) -> None:
    wrong = NAMED.replace('"half-kneeling"', '"half-kneling"').replace("[1, 2]", "[1, 2, 3]")
    put(tmp_path, "exercises", "mine.toml", EXERCISE + wrong)
    assert problems(tmp_path) == [
        ("picture.poses[0]", '"half-kneling"'),
        ("picture.steps[2]", "3"),
        ("picture.steps", "3"),
    ]


def test_angles_that_no_body_has_are_named(tmp_path: Path) -> None:
    bent = OWN.replace("stretched = { hip = 60, knee = 70", "stretched = { hip = 170, knee = 70")
    put(tmp_path, "exercises", "mine.toml", EXERCISE + bent)
    (place, found), *_rest = problems(tmp_path)
    assert place == "picture.own[0].joints.stretched.hip"
    assert found == "170"


def test_a_body_below_the_floor_is_named(tmp_path: Path) -> None:
    lying = OWN.replace('floor = ["stretched.heel"', 'floor = ["head", "stretched.heel"')
    put(tmp_path, "exercises", "mine.toml", EXERCISE + lying)
    ((place, found),) = problems(tmp_path)
    assert place == "picture.own[0].floor"
    assert found.startswith("hip, ")


def test_a_misspelt_angle_is_named_like_any_other_mistake(tmp_path: Path) -> None:
    put(tmp_path, "exercises", "mine.toml", EXERCISE + OWN.replace("pelvis = 70", 'pelvis = "steep"'))
    assert ("picture.own[0].joints.pelvis", '"steep"') in problems(tmp_path)
