"""What is said of a series: each label at its threshold, and what no single result, noise or swapped side may do."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.progress.trend import ADHERENCE, Label, asymmetry, leading, series_of, trend
from stretchtimer.core.records import BackFlat, Outcome, SelfTestRecord
from stretchtimer.core.selftest.measurement import Method
from tests.core.progress.readings import WEEKLY, measured, result, seen, taken

BAND = 5.0
"""By phone, in degrees."""
ENOUGH, TOO_LITTLE = [6.0] * 6, [4.0] * 6
SERIES = st.lists(st.floats(-BAND / 4.2, BAND / 4.2), min_size=4, max_size=12)
"""Noise well inside the band, so that the median of three cannot leave half of it."""


def label(tests: list[SelfTestRecord], weekly_min: Sequence[float] = ENOUGH) -> Label:
    (series,) = series_of(tests)
    return trend(series, weekly_min).label


@pytest.mark.parametrize(
    ("angles", "every", "expected"),
    [
        ([10, 10], 14, Label.TOO_EARLY),
        ([10, 10, 10], 6.9, Label.TOO_EARLY),
        ([10, 10, 10], 7, Label.NO_CLEAR_CHANGE),
        ([10, 10, 10, 5, 5, 5], 7, Label.IMPROVED),
        ([10, 10, 10, 5.1, 5.1, 5.1], 7, Label.PERHAPS_IMPROVING),
        ([10, 10, 10, 7.5, 7.5, 7.5], 7, Label.PERHAPS_IMPROVING),
        ([10, 10, 10, 7.6, 7.6, 7.6], 7, Label.NO_CLEAR_CHANGE),
        ([10, 10, 10, 14.9, 14.9, 14.9], 7, Label.NO_CLEAR_CHANGE),
        ([10, 10, 10, 15, 15, 15], 7, Label.WORSE),
        ([8.2, 8.2, 8.2, 3.2, 3.2, 3.2], 7, Label.IMPROVED),
        ([3.2, 3.2, 3.2, 8.2, 8.2, 8.2], 7, Label.WORSE),
        ([5.7, 5.7, 5.7, 3.2, 3.2, 3.2], 7, Label.PERHAPS_IMPROVING),
    ],
)
def test_each_label_of_degrees_at_its_threshold(angles: list[float], every: float, expected: Label) -> None:
    assert label(measured(angles, every)) is expected


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        ("LL", Label.TOO_EARLY),
        ("LLL", Label.NO_CLEAR_CHANGE),
        ("LLLP", Label.NO_CLEAR_CHANGE),
        ("LLLPLP", Label.PERHAPS_IMPROVING),
        ("LLLPP", Label.IMPROVED),
        ("PPPL", Label.NO_CLEAR_CHANGE),
        ("PPPLL", Label.WORSE),
        ("PPPPP", Label.NO_CLEAR_CHANGE),
        ("LLLPPL", Label.IMPROVED),
        ("LLLPPLL", Label.NO_CLEAR_CHANGE),
        ("LLLPPLPL", Label.NO_CLEAR_CHANGE),
        ("PPPLLP", Label.WORSE),
        ("PPPLLPLP", Label.NO_CLEAR_CHANGE),
    ],
)
def test_each_label_by_eye_at_its_threshold(letters: str, expected: Label) -> None:
    assert label(seen(letters, every=5 if len(letters) > 6 else WEEKLY)) is expected


@pytest.mark.parametrize(
    ("tests", "weekly_min", "expected"),
    [
        (measured([10] * 7), ENOUGH, Label.PLATEAU),
        (measured([10] * 6), ENOUGH, Label.NO_CLEAR_CHANGE),
        (measured([10, 10, 10], 21), ENOUGH, Label.NO_CLEAR_CHANGE),
        (measured([10] * 4, 14), ENOUGH, Label.NO_CLEAR_CHANGE),
        (measured([10] * 5, 14), ENOUGH, Label.PLATEAU),
        (measured([10] * 6, 8.5), ENOUGH, Label.NO_CLEAR_CHANGE),
        (measured([10] * 7), [6], Label.NOT_ENOUGH_STRETCHING),
        (measured([10] * 7), [5, 5, 5, 5, 5, 4.8], Label.NOT_ENOUGH_STRETCHING),
        (measured([10] * 7), TOO_LITTLE, Label.NOT_ENOUGH_STRETCHING),
        (measured([10] * 7), [], Label.NOT_ENOUGH_STRETCHING),
        (measured([10] * 7), [6, 6, 6, 6, 6, 4.9], Label.PLATEAU),
        (measured([10] * 7), [9, 9, 9, 9, 4.9, 4.9], Label.NOT_ENOUGH_STRETCHING),
        (measured([11, 11, 11, 11, 11, 9, 9, 9]), ENOUGH, Label.PLATEAU),
        (measured([10, 10, 10, 10, 7.5, 7.5, 7.5]), ENOUGH, Label.PERHAPS_IMPROVING),
        (measured([10, 10, 10, 10, 12.5, 12.5, 12.5]), ENOUGH, Label.NO_CLEAR_CHANGE),
        (measured([10, 10, 10, *[7] * 8]), ENOUGH, Label.PLATEAU),
        (seen("LLLLLLLP"), ENOUGH, Label.PLATEAU),
        (seen("LLLLLLPLP"), ENOUGH, Label.PERHAPS_IMPROVING),
        (seen("LLLLLLL"), ENOUGH, Label.PLATEAU),
        (seen("PPPPPPP"), ENOUGH, Label.NO_CLEAR_CHANGE),
    ],
)
def test_a_plateau_needs_time_tests_and_enough_stretching(
    tests: list[SelfTestRecord], weekly_min: list[float], expected: Label
) -> None:
    assert label(tests, weekly_min) is expected


@pytest.mark.parametrize(("outcomes", "expected"), [("LP", Label.PLATEAU), ("PP", Label.NO_CLEAR_CHANGE)])
def test_a_hip_that_passes_is_on_no_plateau(outcomes: str, expected: Label) -> None:
    tests = measured([1] * 6)
    for number, letter in enumerate(outcomes, len(tests)):
        outcome = Outcome.PASSED if letter == "P" else Outcome.LIFTED
        tests.append(taken(number * WEEKLY, result(Side.LEFT, 1, outcome)))
    assert label(tests) is expected


@given(noise=SERIES, truth=st.floats(-10, 20), step=st.sampled_from([0.0, 2 * BAND, -2 * BAND]), data=st.data())
def test_no_single_result_changes_a_label(noise: list[float], truth: float, step: float, data: st.DataObject) -> None:
    angles = [round(truth + each, 2) for each in noise]
    if step:
        angles += [round(angle - step, 2) for angle in angles]
    days = list(accumulate(data.draw(st.integers(2, 40)) for _angle in angles))
    outcomes = [Outcome.LIFTED] * len(angles)

    def found() -> Label:
        shown = zip(days, angles, outcomes, strict=True)
        return label([taken(day, result(Side.LEFT, angle, outcome)) for day, angle, outcome in shown])

    steady = found()
    at = data.draw(st.integers(0, len(angles) - 1))
    angles[at] = data.draw(st.floats(-40, 45).map(lambda angle: round(angle, 2)))
    outcomes[at] = data.draw(st.sampled_from([Outcome.LIFTED, Outcome.PASSED]))
    assert found() is steady


@given(st.lists(st.integers(4, 9), min_size=1, max_size=2), st.booleans(), st.data())
def test_no_single_flip_changes_a_label(runs: list[int], passing: bool, data: st.DataObject) -> None:
    letters = []
    for count in runs:
        letters += ["P" if passing else "L"] * count
        passing = not passing
    steady = label(seen("".join(letters)))
    at = data.draw(st.integers(0, len(letters) - 1))
    letters[at] = "L" if letters[at] == "P" else "P"
    assert label(seen("".join(letters))) is steady


@given(noise=st.lists(st.floats(-BAND / 2.1, BAND / 2.1), min_size=3, max_size=20), truth=st.floats(-10, 20))
def test_noise_inside_the_band_is_never_improved_or_worse(noise: list[float], truth: float) -> None:
    angles = [round(truth + each, 2) for each in noise]
    assert label(measured(angles)) not in (Label.IMPROVED, Label.WORSE)


@given(
    before=st.lists(st.floats(-BAND / 2.1, BAND / 2.1), min_size=3, max_size=8),
    after=st.lists(st.floats(-BAND / 2.1, BAND / 2.1), min_size=3, max_size=3),
    better=st.booleans(),
)
def test_a_real_step_of_twice_the_band_is_seen_within_three_tests(
    before: list[float], after: list[float], better: bool
) -> None:
    step = -2 * BAND if better else 2 * BAND
    angles = [round(each, 2) for each in before] + [round(each + step, 2) for each in after]
    assert label(measured(angles)) is (Label.IMPROVED if better else Label.WORSE)


@given(st.lists(st.tuples(st.floats(-20, 30), st.floats(-20, 30)), min_size=1, max_size=8))
def test_swapping_the_hips_swaps_what_is_said(pairs: list[tuple[float, float]]) -> None:
    def tests(*, swapped: bool) -> list[SelfTestRecord]:
        sides = (Side.RIGHT, Side.LEFT) if swapped else (Side.LEFT, Side.RIGHT)
        return [
            taken(number * WEEKLY, *(result(side, round(angle, 1)) for side, angle in zip(sides, pair, strict=True)))
            for number, pair in enumerate(pairs)
        ]

    def said(*, swapped: bool) -> dict[Side, Any]:
        found = {}
        for series in series_of(tests(swapped=swapped)):
            shown = trend(series, ENOUGH)
            side = shown.kind.side.other if swapped else shown.kind.side
            found[side] = (shown.label, shown.baseline_deg, shown.current_deg)
        return found

    assert said(swapped=True) == said(swapped=False)
    one, other = (asymmetry(tests(swapped=swapped)) for swapped in (False, True))
    assert (one is None) is (other is None)
    if one and other:
        assert one.tighter is other.tighter.other
        assert one.difference_deg == other.difference_deg


def test_series_are_never_joined_across_ways_of_measuring() -> None:
    tests = [
        *measured([10, 10, 10]),
        taken(30, result(Side.LEFT, 2, method=Method.PHOTO)),
        taken(40, result(Side.LEFT, 2), rater="Kim"),
        taken(50, result(Side.LEFT, None)),
        taken(60, result(Side.RIGHT, 3)),
    ]
    kinds = [
        (series.kind.side, series.kind.method, series.kind.rater, len(series.readings)) for series in series_of(tests)
    ]
    assert kinds == [
        (Side.RIGHT, Method.PHONE, "", 1),
        (Side.LEFT, Method.BY_EYE, "", 1),
        (Side.LEFT, Method.PHONE, "Kim", 1),
        (Side.LEFT, Method.PHOTO, "", 1),
        (Side.LEFT, Method.PHONE, "", 3),
    ]


def test_results_that_do_not_count_are_kept_with_their_reasons() -> None:
    tests = measured([10, 10, 10, 5, 5, 5])
    for at in (3, 4):
        tests[at] = taken(at * WEEKLY, result(Side.LEFT, 5, back=BackFlat.NO))
    (series,) = series_of(tests)
    assert len(series.readings) == 6
    assert len(series.valid) == 4
    assert series.readings[3].reasons
    assert trend(series, ENOUGH).label is not Label.IMPROVED


def test_the_numbers_that_a_label_rests_on_come_with_it() -> None:
    (series,) = series_of(measured([12, 10, 11, 4, 5, 3]))
    shown = trend(series, [10.0, *ENOUGH])
    assert (shown.baseline_deg, shown.current_deg, shown.better_deg, shown.band_deg) == (11, 4, 7, BAND)
    assert (shown.valid, shown.days) == (6, 35)
    assert (shown.adherence, shown.weekly_min) == (1.0, 6.0)
    assert trend(series_of(seen("L"))[0]).better_deg is None
    assert ADHERENCE == 0.75


def both(day: float, left: float, right: float, **changes: Any) -> SelfTestRecord:
    return taken(day, result(Side.LEFT, left), result(Side.RIGHT, right), **changes)


def flawed(day: float, side: Side) -> SelfTestRecord:
    """Return a test without a difference, in which the back did not lie flat for the hip ``side``."""
    return taken(day, result(side, 5, back=BackFlat.NO), result(side.other, 5))


@pytest.mark.parametrize(
    ("tests", "tighter"),
    [
        ([both(0, 10, 5), both(7, 10, 5)], Side.LEFT),
        ([both(0, 5, 10), both(7, 5, 10)], Side.RIGHT),
        ([both(0, 10, 5), both(7, 9.9, 5)], None),
        ([both(0, 10, 5), both(7, 5, 10)], None),
        ([both(0, 10, 5)], None),
        ([both(0, 10, 5), both(1, 10, 5)], None),
        ([both(0, 10, 5), both(7, 10, 5, rater="Kim")], None),
        ([both(0, 10, 5), both(7, 10, 5), both(14, 10, 5, rater="Kim")], None),
        ([both(0, 8.2, 3.2), both(7, 8.2, 3.2)], Side.LEFT),
        ([both(0, 10, 5), both(7, 10, 5), flawed(14, Side.LEFT)], Side.LEFT),
        ([both(0, 10, 5), both(7, 10, 5), flawed(14, Side.RIGHT)], Side.LEFT),
        ([both(day, 5 if day % 2 == 0 else 20, 5) for day in range(51)], None),
    ],
)
def test_a_difference_between_the_hips_is_noted_when_it_comes_twice(
    tests: list[SelfTestRecord], tighter: Side | None
) -> None:
    found = asymmetry(tests)
    assert (found.tighter if found else None) is tighter


def test_a_single_result_of_another_kind_does_not_take_the_place_of_a_series() -> None:
    tests = measured([10, 10, 10])
    by_eye = taken(30, result(Side.LEFT, None))

    def method(tests: list[SelfTestRecord]) -> Method | None:
        series = leading(series_of(tests), Side.LEFT)
        return series.kind.method if series else None

    assert method(tests) is Method.PHONE
    assert method([*tests, by_eye]) is Method.PHONE
    assert method([*tests, by_eye, taken(40, result(Side.LEFT, None))]) is Method.BY_EYE
    assert method([by_eye]) is Method.BY_EYE
    eyes = [taken(day, result(Side.LEFT, None)) for day in (40, 45, 55)]
    later = [taken(day, result(Side.LEFT, 10)) for day in (50, 60)]
    assert method([*tests, by_eye, *eyes[:2], later[0]]) is Method.BY_EYE, "degrees have to come twice"
    assert method([*tests, by_eye, *eyes, *later]) is Method.PHONE, "even if it is by eye between them"
    assert leading(series_of(tests), Side.RIGHT) is None


def test_whoever_measures_in_two_ways_in_turn_is_judged_by_one_of_them() -> None:
    turns = [Method.PHONE, Method.PHOTO] * 4
    tests = [taken(n * WEEKLY, result(Side.LEFT, 10, method=each)) for n, each in enumerate(turns)]
    leaders = [leading(series_of(tests[: n + 1]), Side.LEFT) for n in range(len(tests))]
    assert {leader.kind.method for leader in leaders if leader} == {Method.PHONE}
    again = taken(60, result(Side.LEFT, 10, method=Method.PHOTO))
    leader = leading(series_of([*tests, again]), Side.LEFT)
    assert leader
    assert leader.kind.method is Method.PHOTO
