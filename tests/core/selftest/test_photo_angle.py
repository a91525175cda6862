"""The angle in a photograph: the same however the camera was held, and refused where the points say nothing."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.selftest.photo_angle import PicturePoint, angle_words, floor_line, thigh_angle, upside_down

THIGH_PX = 420.0
ANGLES = st.floats(-40, 45)


def scene(angle: float, *, turned: float = 0.0, scale: float = 1.0, mirrored: bool = False) -> list[PicturePoint]:
    """Return the points of somebody lying, the hip 100 pixels above the floor, in a picture turned by degrees."""
    radians = math.radians(angle)
    upright = [
        (0.0, 100.0),
        (THIGH_PX * math.cos(radians), 100.0 + THIGH_PX * math.sin(radians)),
        (-300.0, 0.0),
        (500.0, 0.0),
    ]
    sine, cosine = math.sin(math.radians(turned)), math.cos(math.radians(turned))
    way = -1 if mirrored else 1
    return [
        PicturePoint(900 + scale * (way * x * cosine + y * sine), 900 + scale * (way * x * sine - y * cosine))
        for x, y in upright
    ]


@given(ANGLES, st.floats(-180, 180), st.floats(0.1, 10), st.booleans())
def test_the_angle_is_the_same_however_the_picture_is_turned_scaled_or_mirrored(
    angle: float, turned: float, scale: float, mirrored: bool
) -> None:
    points = scene(angle, turned=turned, scale=scale, mirrored=mirrored)
    assert thigh_angle(points) == pytest.approx(angle, abs=1e-6)


@given(ANGLES, st.floats(-180, 180))
def test_the_order_of_the_floor_points_does_not_matter(angle: float, turned: float) -> None:
    hip, knee, first, second = scene(angle, turned=turned)
    assert thigh_angle([hip, knee, second, first]) == pytest.approx(angle, abs=1e-6)


@given(ANGLES, st.floats(-2000, 2000), st.floats(-2000, 2000))
def test_only_the_direction_of_the_floor_line_counts(angle: float, first: float, second: float) -> None:
    hip, knee, *_floor = scene(angle)
    if abs(first - second) > 10:
        floor = [PicturePoint(900 + first, 900), PicturePoint(900 + second, 900)]
        assert thigh_angle([hip, knee, *floor]) == pytest.approx(angle, abs=1e-6)


def test_above_is_positive_and_up_is_where_the_hip_is() -> None:
    assert thigh_angle(scene(12)) > 0 > thigh_angle(scene(-12))
    assert floor_line(scene(12)).up == (0, -1)
    assert floor_line(scene(12, turned=180)).up == pytest.approx((0, 1))


@pytest.mark.parametrize(("turned", "expected"), [(0, False), (40, False), (90, False), (140, True), (180, True)])
def test_a_picture_that_hangs_upside_down_is_known(turned: float, expected: bool) -> None:
    assert upside_down(scene(10, turned=turned)) is expected


@pytest.mark.parametrize(
    ("moved", "target", "words"),
    [
        (1, (900, 805), "hip and the knee"),
        (3, (603, 903), "floor points"),
        (0, (900, 895), "on the floor line"),
    ],
)
def test_points_that_say_nothing_are_refused_in_words(moved: int, target: tuple[int, int], words: str) -> None:
    points = scene(10)
    points[moved] = PicturePoint(*target)
    with pytest.raises(ValueError, match=words):
        thigh_angle(points)


@pytest.mark.parametrize(("hip_px", "known"), [(7.9, False), (8.1, True), (-7.9, False), (-8.1, True)])
def test_a_hip_two_hundredths_of_the_thigh_above_the_floor_says_which_side_is_up(hip_px: float, known: bool) -> None:
    points = [PicturePoint(*point) for point in ((0, -hip_px), (400, -hip_px), (0, 0), (400, 0))]
    if known:
        assert floor_line(points).up.y == math.copysign(1, -hip_px)
    else:
        with pytest.raises(ValueError, match="on the floor line"):
            floor_line(points)


@pytest.mark.parametrize(
    ("degrees", "words"),
    [(12.34, "12.3° above"), (-4.06, "4.1° below"), (0.04, "level"), (-0.04, "level")],
)
def test_the_angle_in_words(degrees: float, words: str) -> None:
    assert words in angle_words(degrees)
