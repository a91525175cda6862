"""When the next self-test is due, and how it is offered (evidence D1)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from enum import StrEnum

from stretchtimer.core.language import _, ngettext
from stretchtimer.core.records import Moment, SelfTestRecord
from stretchtimer.core.selftest.comparability import APART, incomparable
from stretchtimer.core.selftest.selftest import flattered

BASELINE_TESTS = 2
"""So many tests, on different days, are what later ones are compared with (evidence D1)."""
EARLIEST, LATEST = timedelta(days=7), timedelta(days=14)
"""After the baseline, a test every 7 to 14 days (evidence D1)."""
LOOKED_AT = 5
"""So many of the last tests are enough to see whether the baseline is there. Our convention."""


class Offer(StrEnum):
    """Why a test is offered."""

    FIRST = "first"
    BASELINE = "baseline"
    """The baseline is not complete."""
    DUE = "due"
    OVERDUE = "overdue"
    """More than the two weeks went by."""


def offer(tests: Sequence[SelfTestRecord], last_stretch: Moment | None, now: Moment) -> Offer | None:
    """Return why to offer a test before a session at ``now``; None if it is not due, or stretching flatters it today.

    ``tests`` are at least the last `LOOKED_AT`, in any order.
    """
    if flattered(last_stretch, now):
        return None
    if not tests:
        return Offer.FIRST
    unused = incomparable(tests)
    used = [test for test in tests if any((test.id, result.side) not in unused for result in test.results)]
    passed = now.utc - max(test.at.utc for test in tests)
    if len(used) < BASELINE_TESTS:
        return Offer.BASELINE if passed >= APART else None
    if passed > LATEST:
        return Offer.OVERDUE
    return Offer.DUE if passed >= EARLIEST else None


def offer_words(offered: Offer, tests: Sequence[SelfTestRecord], now: Moment) -> str:
    """Return the offer as sentences (evidence C1 and D1)."""
    if offered is Offer.FIRST:
        return _("Test before you stretch: stretching flatters the result.")
    if offered is Offer.BASELINE:
        return _("A second self-test is due: two make the start that later ones are compared with.")
    days = (now.utc - max(test.at.utc for test in tests)).days
    if offered is Offer.DUE:
        words = ngettext(
            "Your last self-test was {n} day ago. Every 7 to 14 days is enough; test before you stretch.",
            "Your last self-test was {n} days ago. Every 7 to 14 days is enough; test before you stretch.",
            days,
        )
    else:
        words = ngettext(
            "Your last self-test was {n} day ago. One every 7 to 14 days shows a change; test before you stretch.",
            "Your last self-test was {n} days ago. One every 7 to 14 days shows a change; test before you stretch.",
            days,
        )
    return words.format(n=days)
