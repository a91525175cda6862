"""Between two poses: what carries weight stays, segments keep their lengths, the ends are the poses themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.figure import body
from stretchtimer.core.figure.blend import STEP_HEIGHT, blend, chained
from stretchtimer.core.figure.motion import Motion
from stretchtimer.core.figure.picture import Picture
from stretchtimer.core.figure.pose import Facing, LimbDirections, View
from stretchtimer.core.figure.rest import at_rest
from tests.core.figure.poses import HOLD, KNEE_UP, MOVEMENT, POSES, SQUAT, STANDING, limb, pose

PARTS = st.floats(0, 1)


@given(PARTS)
def test_the_feet_stay_where_they_are(part: float) -> None:
    start, end = chained([at_rest(STANDING), at_rest(SQUAT)])
    figure = blend(start, end, part)
    for side in ("near", "far"):
        for place in (f"{side}.heel", f"{side}.toe"):
            assert (figure.point(place) - start.figure.point(place)).length < 0.01


@given(PARTS)
def test_segments_keep_their_lengths(part: float) -> None:
    start, end = chained([at_rest(STANDING), at_rest(KNEE_UP)])
    for limbs in (blend(start, end, part).near, blend(start, end, part).far):
        assert (limbs.leg.knee - limbs.leg.hip).length == pytest.approx(body.THIGH)
        assert (limbs.leg.ankle - limbs.leg.knee).length == pytest.approx(body.SHANK)
        assert (limbs.arm.elbow - limbs.arm.shoulder).length == pytest.approx(body.UPPER_ARM)


def test_a_blend_begins_and_ends_with_the_poses() -> None:
    start, end = chained([at_rest(STANDING), at_rest(SQUAT)])
    assert blend(start, end, 0.0) == start.figure
    assert blend(start, end, 1.0) == end.figure
    near_start, near_end = (blend(start, end, part) for part in (1e-9, 1 - 1e-9))
    assert near_start.head.y == pytest.approx(start.figure.head.y)
    assert near_end.head.y == pytest.approx(end.figure.head.y)


def test_a_foot_with_another_place_takes_a_step() -> None:
    stride = pose("stride", stretched=limb(hip=-25), other=limb(hip=25, ankle=25), floor=("other.heel", "other.toe"))
    wide = pose("wide", stretched=limb(hip=-25, ankle=-25), other=limb(hip=25, ankle=25))
    start, end = chained([at_rest(STANDING), at_rest(wide)])
    moved = max((end.held[place] - start.held[place]).length for place in start.held)
    assert moved > 0.1
    heights = [blend(start, end, part).far.leg.heel.y for part in (0.25, 0.5, 0.75)]
    assert max(heights) == pytest.approx(STEP_HEIGHT, abs=0.01)
    assert chained([at_rest(stride)])[0].figure == at_rest(stride).figure


def test_between_two_views_the_picture_changes_at_the_half() -> None:
    limbs = LimbDirections(thigh=-90, shank=-90, foot=-90, upper_arm=-90, forearm=-90)
    front = pose("front", view=View.FRONT, joints=None, facing=Facing(lean=0, stretched=limbs, other=limbs), floor=())
    start, end = chained([at_rest(STANDING), at_rest(front)])
    assert blend(start, end, 0.49) == start.figure
    assert blend(start, end, 0.51) == end.figure


def test_a_hold_is_entered_and_held() -> None:
    motion = Motion(HOLD, POSES)
    assert not motion.moves
    assert motion.entering(0.0).near.leg.knee.y < motion.entering(0.5).near.leg.knee.y < motion.held.near.leg.knee.y
    assert motion.entering(1.0) == motion.held == motion.start
    assert motion.key_count == 2
    assert motion.description == KNEE_UP.description


def test_a_movement_goes_there_and_back() -> None:
    motion = Motion(MOVEMENT, POSES)
    assert motion.moves
    assert motion.moving(0.0) == motion.moving(1.0) == motion.start
    assert motion.moving(0.5) == motion.held
    assert motion.moving(0.25).hip.y == pytest.approx(motion.moving(0.75).hip.y)


def test_the_box_holds_all_key_poses() -> None:
    motion = Motion(HOLD, POSES)
    for number in range(motion.key_count):
        for point in motion.key(number).points():
            assert motion.box.left < point.x < motion.box.right
            assert motion.box.bottom < point.y < motion.box.top


def test_a_picture_may_bring_its_own_poses() -> None:
    own = pose("mine", stretched=limb(hip=30, knee=30))
    motion = Motion(Picture(poses=("mine",), own=(own,)), {})
    assert motion.held.near.leg.knee.x > 0.05
    with pytest.raises(KeyError):
        Motion(Picture(poses=("missing",)), POSES)


def test_steps_are_spread_over_the_key_poses_unless_the_file_says_otherwise() -> None:
    picture = Picture(way_in=("a", "b"), poses=("c",))
    assert [picture.step_pose(step, 6) for step in range(6)] == [0, 0, 1, 1, 2, 2]
    told = Picture(way_in=("a", "b"), poses=("c",), steps=(3, 1))
    assert [told.step_pose(step, 2) for step in range(2)] == [2, 0]
