"""From joint angles to points: lengths, heights, mirror, bounds, what the inverse kinematics mend."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.figure import body
from stretchtimer.core.figure.checks import pose_faults
from stretchtimer.core.figure.figure import band_length, bounds, hip_angle, joint_angles, mirror
from stretchtimer.core.figure.kinematics import skeleton
from stretchtimer.core.figure.plane import ORIGIN, Point, bend, level, polar, turn
from stretchtimer.core.figure.pose import Facing, Hands, LimbDirections, View
from stretchtimer.core.figure.posture import posture
from stretchtimer.core.figure.rest import at_rest
from tests.core.figure.poses import KNEE_UP, SQUAT, STANDING, limb, pose

ANGLES = st.floats(-40, 140)


def test_an_upright_body_is_as_high_as_its_stature() -> None:
    figure = at_rest(STANDING).figure
    assert figure.head.y + body.HEAD_RADIUS == pytest.approx(1.0, abs=0.01)
    assert figure.hip.y == pytest.approx(body.SOLE + body.SHANK + body.THIGH)
    assert figure.near.leg.heel.y == pytest.approx(0.0)
    assert figure.near.leg.toe.x > figure.near.leg.heel.x, "it faces to the right"


@given(hip=ANGLES, knee=st.floats(0, 140), ankle=st.floats(-40, 70), shoulder=ANGLES, elbow=st.floats(0, 140))
def test_joint_angles_are_read_back_from_the_points(
    hip: float, knee: float, ankle: float, shoulder: float, elbow: float
) -> None:
    wanted = {"hip": hip, "knee": knee, "ankle": ankle, "shoulder": shoulder, "elbow": elbow}
    figure = skeleton(posture(pose(stretched=limb(**wanted), pelvis=80, spine=12)), View.SIDE, ORIGIN)
    for seen in (figure, mirror(figure)):
        angles = joint_angles(seen, seen.stretched)
        for joint, angle in wanted.items():
            assert getattr(angles, joint) == pytest.approx(angle, abs=1e-6)


@given(hip=st.floats(-40, 75))
def test_the_band_is_the_longer_the_further_the_thigh_goes_back(hip: float) -> None:
    lengths = [
        band_length(skeleton(posture(pose(stretched=limb(hip=angle))), View.SIDE, ORIGIN)) for angle in (hip, hip - 1)
    ]
    assert lengths[1] > lengths[0]


def test_the_mirror_image_of_the_mirror_image_is_the_figure() -> None:
    figure = at_rest(KNEE_UP).figure
    assert mirror(figure) != figure
    assert mirror(mirror(figure)) == figure
    assert hip_angle(mirror(figure), mirror(figure).stretched) == pytest.approx(hip_angle(figure, figure.stretched))


def test_bounds_hold_every_point_and_no_floor() -> None:
    figures = [at_rest(each).figure for each in (STANDING, SQUAT)]
    box = bounds(figures, margin=0.1)
    for point in (point for figure in figures for point in figure.points()):
        assert box.left + 0.1 <= point.x <= box.right - 0.1
        assert point.y <= box.top - 0.1
    assert box.bottom == pytest.approx(-0.1)
    assert (box.width, box.height) == (box.right - box.left, box.top - box.bottom)


def test_a_hand_reaches_what_it_holds() -> None:
    rest = at_rest(KNEE_UP)
    knee, hand = rest.figure.near.leg.knee, rest.figure.near.arm.hand
    assert (hand - knee).length == pytest.approx(body.GRIP["knee"])


def test_a_foot_that_floats_is_set_down_by_bending_the_leg() -> None:
    floating = pose(other=limb(hip=12, knee=6, ankle=6))
    figure = at_rest(floating).figure
    for leg in (figure.near.leg, figure.far.leg):
        assert leg.heel.y == pytest.approx(0.0, abs=0.01)
        assert leg.toe.y == pytest.approx(0.0, abs=0.01)


def test_toes_bend_where_only_the_ball_of_the_foot_is_down() -> None:
    tiptoe = pose(stretched=limb(hip=-10, knee=45, ankle=-10), floor=("stretched.ball", "other.heel", "other.toe"))
    leg = at_rest(tiptoe).figure.near.leg
    assert leg.heel.y > 0.03
    assert leg.ball.y == pytest.approx(0.0, abs=0.005)
    assert leg.toe.y == pytest.approx(leg.ball.y)


def test_exchanged_the_far_side_is_the_stretched_one_in_the_same_picture() -> None:
    one, other = at_rest(KNEE_UP).figure, at_rest(KNEE_UP, exchanged=True).figure
    assert (one.stretched, other.stretched) == (one.near, other.far)
    assert other.far.leg.knee.y == pytest.approx(one.near.leg.knee.y)
    assert other.near.leg.toe.x > other.near.leg.heel.x, "it still faces to the right"


@pytest.mark.parametrize(("view", "stretched_is"), [(View.FRONT, -1), (View.FACE_UP, -1), (View.FACE_DOWN, 1)])
def test_whoever_shows_the_face_has_the_right_side_on_the_left_of_the_picture(view: View, stretched_is: int) -> None:
    limbs = LimbDirections(thigh=-90, shank=-90, foot=-90, upper_arm=-90, forearm=-90)
    facing = pose(view=view, joints=None, facing=Facing(lean=0, stretched=limbs, other=limbs), floor=())
    figure = at_rest(facing).figure
    assert math.copysign(1, figure.stretched.leg.hip.x) == stretched_is
    assert math.copysign(1, figure.stretched.arm.shoulder.x) == stretched_is
    assert figure.head.y > figure.shoulder.y


def test_a_pose_has_either_joints_or_facing_as_its_view_asks() -> None:
    both_missing = pose(joints=None)
    (fault,) = pose_faults(both_missing)
    assert "joints" in fault.expected
    with pytest.raises(ValueError, match="either"):
        at_rest(both_missing)
    (fault,) = pose_faults(pose(view=View.FRONT))
    assert "facing" in fault.expected


def test_what_a_body_cannot_do_is_named() -> None:
    bent_back = pose(stretched=limb(knee=-40), floor=("other.heel", "other.toe"))
    assert [fault.place for fault in pose_faults(bent_back)] == ["joints.stretched.knee"]
    lying_in_the_air = pose(floor=("hip", "head"))
    assert [fault.place for fault in pose_faults(lying_in_the_air)] == ["floor[0]", "floor[1]", "floor"]
    too_far = pose(hands=Hands(other="stretched.toe"))
    assert [fault.place for fault in pose_faults(too_far)] == ["hands.other"]
    assert list(pose_faults(STANDING)) == []


@given(st.floats(-180, 180), st.floats(0.05, 0.45), st.booleans())
def test_two_bones_reach_what_is_within_reach(direction: float, distance: float, left: bool) -> None:
    target = polar(distance, direction)
    joint = bend(ORIGIN, target, 0.25, 0.25, left=left)
    assert joint.length == pytest.approx(0.25)
    assert (target - joint).length == pytest.approx(0.25)
    assert (target.x * joint.y - target.y * joint.x > 0) is left


def test_bones_point_at_what_is_out_of_reach() -> None:
    joint = bend(ORIGIN, Point(2.0, 0.0), 0.25, 0.25, left=True)
    assert (joint.x, joint.y) == (pytest.approx(0.25), pytest.approx(0.0, abs=1e-6))
    assert level(ORIGIN, 0.2, -5.0, Point(1, 0)) == Point(0.0, -0.2)


def test_the_shortest_turn() -> None:
    assert [turn(10, 350), turn(350, 10), turn(0, 180), turn(90, -90)] == [-20, 20, 180, 180]
