"""Histories that the tests of the storage start from."""

from __future__ import annotations

import sqlite3
import weakref
from datetime import UTC, datetime
from uuid import UUID

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.records import (
    HoldRecord,
    Moment,
    Outcome,
    PainKind,
    PainRecord,
    ResultRecord,
    SelfTestRecord,
    SessionRecord,
)
from stretchtimer.core.selftest.measurement import BackFlat, Measurement, Method, PainSign, Protocol, State
from stretchtimer.storage.history import History
from stretchtimer.storage.migrations import MIGRATIONS

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


def uuid(number: int) -> str:
    return str(UUID(int=number))


def moment(text: str) -> Moment:
    return Moment.parse(text)


def empty_history() -> History:
    """A history in memory, which closes itself when a test is done with it."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    for migration in MIGRATIONS:
        migration(connection)
    history = History(connection)
    weakref.finalize(history, connection.close)
    return history


def hold(number: int, at: str = "2026-11-21T09:00:10+01:00", **changes: object) -> HoldRecord:
    values: dict[str, object] = {
        "id": uuid(number),
        "exercise": "lunge",
        "side": Side.LEFT,
        "set": 1,
        "planned_s": 30.0,
        "held_s": 30.0,
        "finished": True,
        "credits_hip_flexor": True,
        "left_s": 30.0,
        "right_s": 0.0,
        "started_at": moment(at),
    }
    return HoldRecord(**(values | changes))  # type: ignore[arg-type]


def session(number: int, at: str = "2026-11-21T09:00:00+01:00", **changes: object) -> SessionRecord:
    values: dict[str, object] = {
        "id": uuid(number),
        "started_at": moment(at),
        "routine": "short",
        "routine_name": "Short",
        "first_side": Side.LEFT,
    }
    return SessionRecord(**(values | changes))  # type: ignore[arg-type]


def pain(number: int, at: str = "2026-11-21T09:01:00+01:00", side: Side | None = Side.LEFT) -> PainRecord:
    return PainRecord(id=uuid(number), at=moment(at), kind=PainKind.SHARP, exercise="lunge", side=side)


def self_test(number: int, at: str = "2026-11-21T08:00:00+01:00", note: str = "") -> SelfTestRecord:
    results = (
        ResultRecord(side=Side.RIGHT, outcome=Outcome.LIFTED),
        ResultRecord(side=Side.LEFT, outcome=Outcome.PASSED),
    )
    return SelfTestRecord(id=uuid(number), at=moment(at), results=results, note=note)


MEASURED = SelfTestRecord(
    id=uuid(70),
    at=moment("2026-11-22T08:00:00+01:00"),
    results=(
        ResultRecord(
            side=Side.LEFT,
            outcome=Outcome.PASSED,
            measurement=Measurement(method=Method.PHOTO, trials=(-11.5,)),
            back=BackFlat.YES,
            knee_deg=62,
            tightness=6,
        ),
        ResultRecord(
            side=Side.RIGHT,
            outcome=Outcome.LIFTED,
            measurement=Measurement(method=Method.TAPE, trials=(7.0, 6.5, 8.0), resting_gap_cm=2.0, thigh_cm=41.5),
            back=BackFlat.UNSURE,
            pain=3,
            pain_signs=(PainSign.SHARP, PainSign.BELOW_KNEE),
        ),
    ),
    note="=measured",
    hours_since_stretch=26.5,
    protocol=Protocol.EDGE,
    rater="Ada",
    state=State.RESTED,
)
"""A test with something in every field."""
