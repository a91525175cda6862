"""What a report holds: the records of its time, their sums, and angles that are never joined across methods."""

from __future__ import annotations

from datetime import date

import pytest

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.progress.progress_bins import Grain
from stretchtimer.core.progress.report import AnglePoint, thinned
from stretchtimer.core.progress.trend import Label
from stretchtimer.core.selftest.measurement import BackFlat, Method, Protocol
from tests.reported import measured, pain, report
from tests.taken import LIFTED, PASSED, taken

TODAY = date(2026, 11, 21)


def test_nothing_is_nothing() -> None:
    assert report().empty
    assert not report(pains=(pain(1, 1),)).empty


def test_both_ends_of_the_time_belong_to_it() -> None:
    tests = tuple(taken(days, PASSED, LIFTED, number=days) for days in (1, 2, 3, 4))
    minutes = tuple((days, 2.0, 3.0) for days in (1, 2, 3, 4))
    pains = tuple(pain(days, days) for days in (1, 2, 3, 4))
    made = report(tests, minutes, pains, first=date(2026, 11, 18), last=date(2026, 11, 19))
    assert [test.at.local.day for test in made.progress.tests] == [18, 19]
    assert [each.at.local.day for each in made.pains] == [18, 19]
    assert made.dose(Side.LEFT).total_min == pytest.approx(4)
    assert made.dose(Side.RIGHT).total_min == pytest.approx(6)


def test_an_open_time_goes_from_the_first_record_to_today() -> None:
    made = report((taken(9, PASSED, None),), ((40, 1.0, 0.0),), (pain(3, 1),))
    assert (made.first, made.last, made.made_on) == (date(2026, 10, 12), TODAY, TODAY)


def test_no_week_is_reported_after_the_time() -> None:
    made = report(minutes=((60, 6.0, 6.0), (50, 6.0, 6.0)), last=date(2026, 10, 4))
    assert [week.monday for week in made.weeks] == [date(2026, 9, 21), date(2026, 9, 28)]


def test_a_past_time_is_judged_as_it_was_on_its_last_day() -> None:
    tests = tuple(taken(days, LIFTED, LIFTED, number=days) for days in range(100, 40, -7))
    minutes = tuple((days, 6.0, 6.0) for days in range(110, 0, -7))
    then = report(tests, minutes, last=date(2026, 10, 11)).progress.left.trend
    now = report(tests, minutes[:9]).progress.left.trend
    assert then
    assert now
    assert (then.label, now.label) == (Label.PLATEAU, Label.NOT_ENOUGH_STRETCHING)


@pytest.mark.parametrize(("minutes", "enough"), [(4.94, 0), (4.95, 1), (5.0, 1)])
def test_a_week_is_enough_from_five_minutes_on(minutes: float, enough: int) -> None:
    made = report(minutes=((14, minutes, 0.0), (0, 0.0, 0.0)))
    assert made.dose(Side.LEFT).enough_weeks == enough
    assert made.dose(Side.LEFT).weekly_min == pytest.approx(minutes / 3)
    assert made.dose(Side.RIGHT).enough_weeks == 0


def test_weeks_are_taken_together_as_far_as_needed() -> None:
    made = report(minutes=tuple((7.0 * week, 6.0, 3.0) for week in range(60)))
    assert [made.dose_bins(most)[0] for most in (60, 20, 6, 3)] == [Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR]
    _grain, bins = made.dose_bins(20)
    assert {(each.left_min, each.right_min) for each in bins} == {(6.0, 3.0)}


def test_angles_of_different_methods_or_positions_are_kept_apart() -> None:
    tests = (
        measured(30, 20, 10, number=1),
        measured(20, 18, 9, number=2),
        measured(10, 7, 6, number=3, method=Method.PHOTO),
        measured(9, -4, -6, number=4, protocol=Protocol.EDGE),
        taken(5, PASSED, LIFTED, number=5),
    )
    series = report(tests).angles
    assert [(each.method, each.protocol) for each in series] == [
        (Method.PHONE, Protocol.FLOOR),
        (Method.PHOTO, Protocol.FLOOR),
        (Method.PHONE, Protocol.EDGE),
    ]
    assert [point.angle_deg for point in series[0].of(Side.LEFT)] == [20, 18]
    assert [point.angle_deg for point in series[0].of(Side.RIGHT)] == [10, 9]


def test_a_result_that_is_not_comparable_is_marked() -> None:
    tests = (measured(30, 20, 10, number=1, back=BackFlat.NO), measured(20, 18, 9, number=2))
    made = report(tests)
    assert [point.compared for point in made.angles[0].left] == [False, True]
    assert (tests[0].id, Side.LEFT) in made.kept_apart


def test_the_error_band_of_each_hip_lies_around_its_first_results() -> None:
    tests = tuple(measured(ago, left, 9, number=ago) for ago, left in ((30, 20), (20, 18), (10, 19), (3, 7)))
    made = report((*tests, taken(1, PASSED, LIFTED, number=99)))
    bands = [made.band(made.angles[0], side) for side in (Side.LEFT, Side.RIGHT)]
    assert [(band.low_deg, band.high_deg) for band in bands if band] == [(14, 24), (4, 14)]
    assert all(band and (band.first, band.last) == (date(2026, 10, 22), date(2026, 11, 18)) for band in bands)


def test_many_angles_become_medians_of_those_that_are_compared() -> None:
    points = [
        AnglePoint(date(2026, 1 + n // 28, 1 + n % 28), 90.0 if n % 7 == 0 else 12.0, n % 7 != 0) for n in range(280)
    ]
    few = thinned(points, 12)
    assert len(few) == 10
    assert {point.angle_deg for point in few} == {12.0}
    assert thinned(points, 280) == tuple(points)
