from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from stretchtimer.core.records import Moment, SelfTestRecord
from stretchtimer.core.selftest.cadence import Offer, offer, offer_words
from tests.taken import LIFTED, NOW, PASSED, STOPPED, taken


def ago(**time: float) -> Moment:
    return Moment(NOW.utc - timedelta(**time), NOW.offset_min)


def offered(tests: list[SelfTestRecord], last_stretch: Moment | None = None) -> Offer | None:
    by_time = sorted(tests, key=lambda test: test.at)
    return offer(by_time[-1].at if by_time else None, by_time, last_stretch, NOW)


@pytest.mark.parametrize(
    ("last_stretch", "expected"),
    [(None, Offer.FIRST), (ago(hours=10), Offer.FIRST), (ago(hours=2), None)],
)
def test_the_first_test_is_offered_unless_stretching_flatters_it_today(
    last_stretch: Moment | None, expected: Offer | None
) -> None:
    assert offered([], last_stretch) is expected


@pytest.mark.parametrize(("days", "expected"), [(1.99, None), (2, Offer.BASELINE), (300, Offer.BASELINE)])
def test_the_second_one_is_offered_after_two_days(days: float, expected: Offer | None) -> None:
    assert offered([taken(days, LIFTED, LIFTED)]) is expected


@pytest.mark.parametrize(
    ("days", "expected"), [(6.99, None), (7, Offer.DUE), (14, Offer.DUE), (14.01, Offer.OVERDUE), (200, Offer.OVERDUE)]
)
def test_after_the_baseline_it_is_offered_every_week_or_two(days: float, expected: Offer | None) -> None:
    tests = [taken(days, LIFTED, LIFTED, number=2), taken(days + 3, LIFTED, None, number=1)]
    assert offered(tests) is expected
    assert offered(tests, ago(hours=2)) is None


def test_what_cannot_be_compared_is_no_baseline() -> None:
    kept = taken(10, LIFTED, LIFTED, number=1)
    for other in (
        taken(3, STOPPED, None, number=2),
        taken(3, LIFTED, LIFTED, number=2, after_stretching=True),
        taken(9, LIFTED, LIFTED, number=2),
    ):
        assert offered([kept, other]) is Offer.BASELINE


def test_one_hip_that_can_be_compared_is_enough() -> None:
    assert offered([taken(17, LIFTED, STOPPED, number=1), taken(10, STOPPED, PASSED, number=2)]) is Offer.DUE


def test_the_baseline_stays_however_many_tests_after_it_cannot_be_compared() -> None:
    good = [taken(300 - 7 * week, LIFTED, LIFTED, number=week) for week in range(1, 21)]
    after_stretching = [taken(8 + day, LIFTED, LIFTED, number=30 + day, after_stretching=True) for day in range(20)]
    assert offered([*good, *after_stretching]) is Offer.DUE
    assert offered(after_stretching) is Offer.BASELINE


def test_no_more_tests_are_read_than_it_takes() -> None:
    def read() -> Iterator[SelfTestRecord]:
        yield taken(30, LIFTED, None, number=1)
        yield taken(20, LIFTED, None, number=2)
        raise AssertionError("two are enough")

    assert offer(ago(days=8), read(), None, NOW) is Offer.DUE


def test_the_words_say_how_long_it_is_ago() -> None:
    last = ago(days=9.5)
    assert offer_words(Offer.DUE, last, NOW).startswith("Your last self-test was 9 days ago.")
    assert "shows a change" in offer_words(Offer.OVERDUE, last, NOW)
    assert len({offer_words(each, last, NOW) for each in Offer}) == len(Offer)
