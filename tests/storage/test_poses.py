"""The poses that come with the program: each can be had by a body, and touches what it says."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from stretchtimer.core.figure import body
from stretchtimer.core.figure.blend import STAYS, blend, chained
from stretchtimer.core.figure.checks import pose_faults, seen_whole
from stretchtimer.core.figure.figure import Figure, joint_angles
from stretchtimer.core.figure.pose import Shares
from stretchtimer.core.figure.rest import Rest, clearance
from stretchtimer.core.selftest.selftest_pictures import POSES as SELF_TEST_POSES
from stretchtimer.storage.poses import Poses, pose_names
from tests.storage.content import CATALOG
from tests.storage.pictures import MOTIONS, POSES, RESTS

IN_A_BLEND = 0.02
"""How far what touches something may be from it between two poses, in units of the stature."""
PARTS = [number / 12 for number in range(13)]
STEPS = sorted(
    {
        pair
        for exercise in CATALOG.exercises.values()
        if exercise.picture
        for pair in pairwise(exercise.picture.key_poses)
        if RESTS[pair[0]].pose.view is RESTS[pair[1]].pose.view
    }
)


def blends(first: str, second: str) -> list[tuple[Rest, Rest, Figure]]:
    start, end = chained((RESTS[first], RESTS[second]))
    return [(start, end, blend(start, end, part)) for part in PARTS]


@pytest.mark.parametrize("name", sorted(POSES))
def test_a_body_can_have_each_pose_and_touches_what_it_says(name: str) -> None:
    pose = POSES[name]
    assert pose.id == name
    assert list(pose_faults(pose)) == []


def test_every_exercise_has_a_picture_and_every_pose_is_used() -> None:
    assert set(MOTIONS) == set(CATALOG.exercises)
    used = {name for exercise in CATALOG.exercises.values() if exercise.picture for name in exercise.picture.key_poses}
    assert used | set(SELF_TEST_POSES) == set(POSES) == pose_names()


def test_every_step_has_a_key_pose() -> None:
    for exercise in CATALOG.exercises.values():
        assert exercise.picture
        assert len(exercise.picture.steps) == len(exercise.steps), exercise.id
        assert max(exercise.picture.steps) <= len(exercise.picture.key_poses), exercise.id


@pytest.mark.parametrize(("first", "second"), STEPS)
def test_segments_keep_their_lengths_in_every_blend(first: str, second: str) -> None:
    for start, end, figure in blends(first, second):
        assert (figure.lumbar - figure.hip).length == pytest.approx(body.PELVIS)
        assert (figure.shoulder - figure.lumbar).length == pytest.approx(body.THORAX)
        assert (figure.head - figure.shoulder).length == pytest.approx(body.NECK + body.HEAD_RADIUS)
        for side in ("near", "far"):
            limbs = getattr(figure, side)
            bones = {
                "thigh": (limbs.leg.hip, limbs.leg.knee, body.THIGH),
                "shank": (limbs.leg.knee, limbs.leg.ankle, body.SHANK),
                "upper_arm": (limbs.arm.shoulder, limbs.arm.elbow, body.UPPER_ARM),
                "forearm": (limbs.arm.elbow, limbs.arm.wrist, body.FOREARM),
            }
            for segment, (one, other, length) in bones.items():
                shares = [getattr(getattr(rest.posture, side).shares, segment) for rest in (start, end)]
                seen = (other - one).length / length
                assert min(map(abs, shares)) * (0 if shares[0] * shares[1] < 0 else 1) - 1e-9 <= seen
                assert seen <= max(map(abs, shares)) + 1e-9
                if shares[0] == shares[1]:
                    assert seen == pytest.approx(abs(shares[0]))


@pytest.mark.parametrize(("first", "second"), STEPS)
def test_joints_stay_within_human_ranges_in_every_blend(first: str, second: str) -> None:
    for start, end, figure in blends(first, second):
        if not start.pose.view.in_profile:
            continue
        for side in ("near", "far"):
            angles = joint_angles(figure, getattr(figure, side))
            for joint, (low, high) in body.RANGES.items():
                if not all(seen_whole(getattr(rest.posture, side).shares, joint) for rest in (start, end)):
                    continue
                assert low <= getattr(angles, joint) <= high, (side, joint)


@pytest.mark.parametrize(("first", "second"), STEPS)
def test_what_carries_weight_stays_where_it_is(first: str, second: str) -> None:
    """What touches the floor before and after a movement neither leaves the floor nor slides on it."""
    for start, end, figure in blends(first, second):
        for place in {*start.floor} & {*end.floor}:
            point = figure.point(place)
            if place in start.held and (end.held[place] - start.held[place]).length > STAYS:
                # It takes a step, and so is off the floor on its way.
                if start.figure is not figure is not end.figure:
                    assert point.y - start.pose.support > clearance(place), f"{place} slides"
                continue
            assert point.y - start.pose.support == pytest.approx(clearance(place), abs=IN_A_BLEND), place
            if place in start.held:
                assert (point - start.held[place]).length <= IN_A_BLEND, f"{place} slides"


@pytest.mark.parametrize(("first", "second"), STEPS)
def test_hands_hold_on_in_every_blend(first: str, second: str) -> None:
    for start, end, figure in blends(first, second):
        for hand, target in start.hands.items():
            if end.hands.get(hand) == target:
                flesh = body.GRIP[target.rpartition(".")[2]]
                apart = (figure.point(hand) - figure.point(target)).length - flesh
                assert abs(apart) <= IN_A_BLEND, hand


@pytest.mark.parametrize(("first", "second"), STEPS)
def test_nothing_goes_through_the_floor(first: str, second: str) -> None:
    for start, _end, figure in blends(first, second):
        if start.pose.view.has_floor:
            for place in ("hip", "shoulder", "head", *(f"{side}.{name}" for side in ("near", "far") for name in NAMES)):
                assert figure.point(place).y >= -IN_A_BLEND, place


NAMES = ("knee", "ankle", "heel", "ball", "toe", "elbow", "wrist", "hand")


def test_at_rest_the_inverse_kinematics_only_mend(tmp_path: Path) -> None:
    """The angles of the files are those that are drawn, within eight degrees."""
    for name, rest in RESTS.items():
        if rest.pose.joints is None:
            continue
        for side, wanted in (("stretched", rest.pose.joints.stretched), ("other", rest.pose.joints.other)):
            if wanted.shares != Shares():
                continue
            drawn = joint_angles(rest.figure, getattr(rest.figure, side))
            for joint in ("hip", "knee", "shoulder"):
                assert getattr(drawn, joint) == pytest.approx(getattr(wanted, joint), abs=8), (name, side, joint)


def test_poses_are_read_when_they_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "bent.toml").write_text("view = 3\n", encoding="utf-8")
    (tmp_path / "broken.toml").write_bytes(b"\xff")
    poses = Poses(tmp_path)
    assert list(poses) == ["bent", "broken"]
    assert len(poses) == 2
    for name in ("bent", "broken", "none"):
        with pytest.raises(KeyError):
            poses[name]
    assert pose_names(tmp_path / "missing") == frozenset()
