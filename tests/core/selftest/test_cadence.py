from __future__ import annotations

from datetime import timedelta

import pytest

from stretchtimer.core.records import Moment
from stretchtimer.core.selftest.cadence import Offer, offer, offer_words
from tests.taken import LIFTED, NOW, STOPPED, taken


def ago(**time: float) -> Moment:
    return Moment(NOW.utc - timedelta(**time), NOW.offset_min)


@pytest.mark.parametrize(
    ("last_stretch", "expected"),
    [(None, Offer.FIRST), (ago(hours=10), Offer.FIRST), (ago(hours=2), None)],
)
def test_the_first_test_is_offered_unless_stretching_flatters_it_today(
    last_stretch: Moment | None, expected: Offer | None
) -> None:
    assert offer((), last_stretch, NOW) is expected


@pytest.mark.parametrize(("days", "expected"), [(1.99, None), (2, Offer.BASELINE), (300, Offer.BASELINE)])
def test_the_second_one_is_offered_after_two_days(days: float, expected: Offer | None) -> None:
    assert offer([taken(days, LIFTED, LIFTED)], None, NOW) is expected


@pytest.mark.parametrize(
    ("days", "expected"), [(6.99, None), (7, Offer.DUE), (14, Offer.DUE), (14.01, Offer.OVERDUE), (200, Offer.OVERDUE)]
)
def test_after_the_baseline_it_is_offered_every_week_or_two(days: float, expected: Offer | None) -> None:
    tests = [taken(days, LIFTED, LIFTED, number=2), taken(days + 3, LIFTED, None, number=1)]
    assert offer(tests, None, NOW) is expected
    assert offer(tests, ago(hours=2), NOW) is None


def test_what_cannot_be_compared_is_no_baseline() -> None:
    kept = taken(10, LIFTED, LIFTED, number=1)
    for other in (
        taken(3, STOPPED, None, number=2),
        taken(3, LIFTED, LIFTED, number=2, after_stretching=True),
        taken(9, LIFTED, LIFTED, number=2),
    ):
        assert offer([kept, other], None, NOW) is Offer.BASELINE


def test_the_words_say_how_long_it_is_ago() -> None:
    tests = [taken(9.5, LIFTED, LIFTED)]
    assert offer_words(Offer.DUE, tests, NOW).startswith("Your last self-test was 9 days ago.")
    assert "shows a change" in offer_words(Offer.OVERDUE, tests, NOW)
    assert len({offer_words(each, tests, NOW) for each in Offer}) == len(Offer)
