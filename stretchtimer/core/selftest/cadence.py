"""When the next self-test is due, and how it is offered (evidence D1)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from enum import StrEnum

from stretchtimer.core.language import _, ngettext
from stretchtimer.core.records import Moment, SelfTestRecord
from stretchtimer.core.selftest.comparability import APART, judged
from stretchtimer.core.selftest.selftest import flattered

BASELINE_TESTS = 2
"""So many tests, on different days, are what later ones are compared with (evidence D1)."""
EARLIEST, LATEST = timedelta(days=7), timedelta(days=14)
"""After the baseline, a test every 7 to 14 days (evidence D1)."""


class Offer(StrEnum):
    """Why a test is offered."""

    FIRST = "first"
    BASELINE = "baseline"
    """The baseline is not complete."""
    DUE = "due"
    OVERDUE = "overdue"
    """More than the two weeks went by."""


def offer(
    last_test: Moment | None, oldest_first: Iterable[SelfTestRecord], last_stretch: Moment | None, now: Moment
) -> Offer | None:
    """Return why to offer a test before a session at ``now``; None if it is not due, or stretching flatters it.

    Of all tests, ``oldest_first``, no more are taken than it needs to see whether the baseline is there.
    """
    if flattered(last_stretch, now):
        return None
    if last_test is None:
        return Offer.FIRST
    passed = now.utc - last_test.utc
    if not has_baseline(oldest_first):
        return Offer.BASELINE if passed >= APART else None
    if passed > LATEST:
        return Offer.OVERDUE
    return Offer.DUE if passed >= EARLIEST else None


def has_baseline(oldest_first: Iterable[SelfTestRecord]) -> bool:
    """Return whether `BASELINE_TESTS` have a result that is compared with others."""
    counted: set[str] = set()
    for test, _result, reasons in judged(oldest_first):
        if not reasons:
            counted.add(test.id)
        if len(counted) == BASELINE_TESTS:
            return True
    return False


def offer_words(offered: Offer, last_test: Moment | None, now: Moment) -> str:
    """Return the offer as sentences (evidence C1 and D1); ``last_test`` is None before the first."""
    if offered is Offer.FIRST or last_test is None:
        return _("Test before you stretch: stretching flatters the result.")
    if offered is Offer.BASELINE:
        return _("A second self-test is due: two make the start that later ones are compared with.")
    days = (now.utc - last_test.utc).days
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
