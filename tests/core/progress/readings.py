"""Series of self-tests, as a trend is found in."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.records import Moment, Outcome, ResultRecord, SelfTestRecord
from stretchtimer.core.selftest.measurement import Measurement, Method, Protocol

BEGIN = datetime(2026, 1, 5, 8, tzinfo=UTC)
WEEKLY = 7


def day(number: float) -> Moment:
    return Moment(BEGIN + timedelta(days=number), 0)


def result(side: Side, angle: float | None, outcome: Outcome = Outcome.LIFTED, **changes: Any) -> ResultRecord:
    measurement = None if angle is None else Measurement(method=changes.pop("method", Method.PHONE), trials=(angle,))
    return ResultRecord(side=side, outcome=outcome, measurement=measurement, **changes)


def taken(at: float, *results: ResultRecord, **changes: Any) -> SelfTestRecord:
    return SelfTestRecord(
        id=str(uuid.uuid4()),
        at=day(at),
        results=results,
        protocol=Protocol.EDGE,
        **changes,
    )


def measured(angles: Sequence[float], every: float = WEEKLY, side: Side = Side.LEFT) -> list[SelfTestRecord]:
    return [taken(number * every, result(side, angle)) for number, angle in enumerate(angles)]


def seen(letters: str, every: float = WEEKLY) -> list[SelfTestRecord]:
    """Return tests by eye: P passed, L lifted."""
    outcomes = {"P": Outcome.PASSED, "L": Outcome.LIFTED}
    return [taken(number * every, result(Side.LEFT, None, outcomes[each])) for number, each in enumerate(letters)]
