"""What the picture of an exercise shows to whoever looks at it in the picker."""

from __future__ import annotations

import pytest

from stretchtimer.core.catalog.exercise import Exercise, Laterality, Side
from stretchtimer.core.catalog.routine import RoutineItem, prescribe
from stretchtimer.core.figure.figure import mirror
from stretchtimer.core.figure.motion import Motion
from stretchtimer.core.figure.pace import KEY_S, part_of_round
from stretchtimer.core.figure.picture import Picture
from stretchtimer.core.figure.portrayal import Portrayal
from stretchtimer.core.figure.preview import FADE_S, LOOK_S, at_rest, can_play, key_pose, preview
from stretchtimer.storage.poses import Poses
from tests.samples import KNEELING, MARCH, SWING, TILT, exercise

POSES = Poses()
HELD = Motion(Picture(way_in=("tall-kneeling", "half-kneeling-upright"), poses=("half-kneeling",)), POSES)
MOVING = Motion(Picture(poses=("leg-raise-low", "leg-raise-high")), POSES)
WALKING = Motion(Picture(poses=("walk-pass", "walk-step"), alternating=True, round_s=1.0), POSES)
BEGINS_S = LOOK_S + FADE_S


def shown(motion: Motion, of: Exercise, elapsed_s: float, side: Side = Side.RIGHT) -> Portrayal:
    return preview(motion, prescribe(RoutineItem(exercise=of.id), of), side, elapsed_s)


def test_at_first_the_figure_stays_and_then_gives_way_to_the_first_pose() -> None:
    begun, fading = shown(HELD, KNEELING, 0.0), shown(HELD, KNEELING, LOOK_S + FADE_S / 2)
    assert (begun.figure, begun.coming, begun.changes) == (HELD.held, None, True)
    assert (fading.figure, fading.coming) == (HELD.held, HELD.key(0))
    assert fading.turned == pytest.approx(0.5)


def test_the_way_in_goes_through_its_poses_and_ends_in_the_hold() -> None:
    heads = [shown(HELD, KNEELING, BEGINS_S + seconds).figure.head for seconds in (0.0, KEY_S, 2 * KEY_S)]
    for head, figure in zip(heads, (HELD.key(0), HELD.key(1), HELD.held), strict=True):
        assert head == pytest.approx(figure.head)
    assert shown(HELD, KNEELING, BEGINS_S + KEY_S).changes
    assert not shown(HELD, KNEELING, BEGINS_S + 2 * KEY_S).changes


def test_a_movement_goes_on_at_its_tempo() -> None:
    tempo_s = 2
    figures = [shown(MOVING, SWING, BEGINS_S + seconds).figure for seconds in (0, tempo_s / 2, tempo_s, 99.5 * tempo_s)]
    assert figures == [MOVING.start, MOVING.held, MOVING.start, MOVING.held]
    assert shown(MOVING, SWING, 1000.0).changes


def test_a_long_hold_within_a_movement_is_shortened() -> None:
    tempo_s, shortened_s = 4, 2
    for seconds in (tempo_s / 2, tempo_s / 2 + shortened_s):
        assert shown(MOVING, TILT, BEGINS_S + seconds).figure == MOVING.held
    assert shown(MOVING, TILT, BEGINS_S + tempo_s + shortened_s).figure == MOVING.start


def test_a_movement_without_repetitions_has_the_pace_of_its_picture() -> None:
    held = exercise(hold_s=60)
    assert shown(MOVING, held, BEGINS_S + MOVING.picture.round_s / 2).figure == MOVING.held


def test_an_alternating_movement_names_the_side_that_is_at_work() -> None:
    tempo_s = 3
    assert [shown(MOVING, MARCH, BEGINS_S + seconds).side for seconds in (1, tempo_s + 1, 2 * tempo_s + 1)] == [
        Side.RIGHT,
        Side.LEFT,
        Side.RIGHT,
    ]


def test_walking_on_the_spot_names_no_side() -> None:
    walk = exercise(hold_s=60, laterality=Laterality.BILATERAL)
    walking = shown(WALKING, walk, BEGINS_S + 0.3)
    assert walking.side is None
    assert walking.changes


@pytest.mark.parametrize("elapsed_s", [0.0, LOOK_S + 0.1, BEGINS_S + 1.0, 60.0])
@pytest.mark.parametrize(("motion", "of"), [(HELD, KNEELING), (MOVING, SWING)])
def test_the_left_side_is_the_mirror_image(motion: Motion, of: Exercise, elapsed_s: float) -> None:
    left, right = (shown(motion, of, elapsed_s, side) for side in (Side.LEFT, Side.RIGHT))
    assert left.figure == mirror(right.figure)


def test_the_side_is_named_except_on_the_way() -> None:
    way_s = 2 * KEY_S
    named = [shown(HELD, KNEELING, seconds, Side.LEFT).side for seconds in (0.0, BEGINS_S + 1.0, BEGINS_S + way_s)]
    assert named == [Side.LEFT, None, Side.LEFT]


def test_a_key_pose_is_shown_on_its_side() -> None:
    assert key_pose(HELD, Side.RIGHT, 1).figure == HELD.key(1)
    assert key_pose(HELD, Side.LEFT, 1).figure == mirror(HELD.key(1))
    assert not key_pose(HELD, Side.LEFT, 1).changes


def test_where_both_sides_are_at_work_none_is_named() -> None:
    assert at_rest(HELD, Side.BOTH).side is None


def test_a_single_pose_cannot_be_played() -> None:
    assert can_play(HELD)
    assert not can_play(Motion(Picture(poses=("half-kneeling",)), POSES))


def test_a_round_goes_there_rests_and_comes_back() -> None:
    assert [part_of_round(seconds, 6.0, 2.0) for seconds in (0.0, 1.0, 2.0, 4.0, 5.0, 6.0)] == [
        0.0,
        0.25,
        0.5,
        0.5,
        0.75,
        1.0,
    ]
