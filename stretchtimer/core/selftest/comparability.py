"""Which results of self-tests can be compared with each other, and why the others cannot (evidence C1 and D1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from enum import StrEnum

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.records import Outcome, ResultRecord, SelfTestRecord
from stretchtimer.core.selftest.measurement import BackFlat, Method, Protocol, State

APART = timedelta(hours=48)
"""What one test adds to the range of motion is gone after this (Kiseljak and Jelovica 2024, evidence C1)."""


class Reason(StrEnum):
    """Why a result is not compared with others."""

    STOPPED = "stopped"
    BACK_NOT_FLAT = "back_not_flat"
    AFTER_STRETCHING = "after_stretching"
    """The person says so."""
    STRETCHED_THAT_DAY = "stretched_that_day"
    """The history says so."""
    TOO_SOON = "too_soon"
    """Less than `APART` after the last one of this hip, protocol and method that is compared."""


def reason_words(reason: Reason) -> str:
    """Return the reason in words that end a sentence."""
    return {
        Reason.STOPPED: _("it was stopped because it hurt"),
        Reason.BACK_NOT_FLAT: _("the low back did not lie flat"),
        Reason.AFTER_STRETCHING: _("it was taken after stretching"),
        Reason.STRETCHED_THAT_DAY: _("there was stretching earlier that day, or only hours before"),
        Reason.TOO_SOON: _("it was less than 48 hours after the one before"),
    }[reason]


def incomparable_words(reasons: Iterable[Reason]) -> str:
    """Return why a result is kept but not used for the trend, as a sentence; empty if nothing speaks against it."""
    joined = "; ".join(reason_words(reason) for reason in reasons)
    return _("Not used for the trend: {reasons}.").format(reasons=joined) if joined else ""


def own_reasons(test: SelfTestRecord, result: ResultRecord) -> tuple[Reason, ...]:
    """Return what speaks against comparing the ``result`` of ``test``, whatever was tested before."""
    found = []
    if result.outcome is Outcome.STOPPED:
        found.append(Reason.STOPPED)
    if result.back is BackFlat.NO:
        found.append(Reason.BACK_NOT_FLAT)
    if test.state is State.AFTER_STRETCHING:
        found.append(Reason.AFTER_STRETCHING)
    elif test.after_stretching:
        found.append(Reason.STRETCHED_THAT_DAY)
    return tuple(found)


def incomparable(tests: Iterable[SelfTestRecord]) -> dict[tuple[str, Side], tuple[Reason, ...]]:
    """Return the reasons by the id of a test and the hip, of those results that are not compared.

    ``tests`` are in any order.
    """
    oldest_first = sorted(tests, key=lambda test: test.at.utc)
    return {(test.id, result.side): reasons for test, result, reasons in judged(oldest_first) if reasons}


def judged(oldest_first: Iterable[SelfTestRecord]) -> Iterator[tuple[SelfTestRecord, ResultRecord, tuple[Reason, ...]]]:
    """Yield each result with its test and what speaks against comparing it; no more tests are taken than are asked for.

    One that comes too soon does not make the next one come too soon: else whoever tests every day would never have a
    second result.
    """
    last: dict[tuple[Side, Protocol, Method], datetime] = {}
    for test in oldest_first:
        for result in test.results:
            series = (result.side, test.protocol, result.method)
            reasons = own_reasons(test, result)
            if series in last and test.at.utc - last[series] < APART:
                reasons = (*reasons, Reason.TOO_SOON)
            if not reasons:
                last[series] = test.at.utc
            yield test, result, reasons
