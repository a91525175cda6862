"""Sessions of the history, with their holds and pains, as rows of its tables, and back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.records import Ending, HoldRecord, Moment, PainKind, PainRecord, SessionRecord

SESSION = (
    "id", "started_utc", "started_offset", "routine", "routine_name", "first_side", "ended", "ended_utc",
    "ended_offset",
)  # fmt: skip
HOLD = (
    "id", "session_id", "exercise", "side", "set_number", "planned_s", "held_s", "finished", "credits_hip_flexor",
    "left_s", "right_s", "started_utc", "started_offset",
)  # fmt: skip
PAIN = ("id", "session_id", "at_utc", "at_offset", "kind", "exercise", "side")

Row = tuple[Any, ...]


def insert(table: str, columns: tuple[str, ...]) -> str:
    """Return the statement that adds a row to ``table`` unless there is one of that key."""
    places = ", ".join("?" * len(columns))
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places}) ON CONFLICT DO NOTHING"


def upsert(table: str, columns: tuple[str, ...]) -> str:
    """Return the statement that adds a row to ``table`` or puts it in the place of the one with its id."""
    changes = ", ".join(f"{column} = excluded.{column}" for column in columns if column != "id")
    return insert(table, columns).replace("CONFLICT DO NOTHING", f"CONFLICT (id) DO UPDATE SET {changes}")


def select(table: str, columns: tuple[str, ...]) -> str:
    """Return the beginning of a query for ``columns`` of ``table``."""
    return f"SELECT {', '.join(columns)} FROM {table}"


def utc_text(when: datetime) -> str:
    """Return the aware ``when`` as the tables have it: in UTC, of fixed width, so that text sorts as time."""
    return when.astimezone(UTC).isoformat(timespec="milliseconds")[:23] + "Z"


def moment(utc: str, offset_min: int) -> Moment:
    """Return the moment of two columns."""
    return Moment(datetime.fromisoformat(utc), offset_min)


def moment_columns(when: Moment | None) -> tuple[str | None, int | None]:
    """Return the two columns of ``when``."""
    return (None, None) if when is None else (utc_text(when.utc), when.offset_min)


def session_row(session: SessionRecord) -> Row:
    """Return ``session``, without what belongs to it, in the order of `SESSION`."""
    return (
        session.id,
        *moment_columns(session.started_at),
        session.routine,
        session.routine_name,
        session.first_side.value,
        session.ended.value,
        *moment_columns(session.ended_at),
    )


def to_session(row: Row, holds: list[HoldRecord], pains: list[PainRecord]) -> SessionRecord:
    """Return the session of a `SESSION` row with its holds and pains."""
    id, started_utc, started_offset, routine, routine_name, first_side, ended, ended_utc, ended_offset = row
    return SessionRecord(
        id=id,
        started_at=moment(started_utc, started_offset),
        routine=routine,
        routine_name=routine_name,
        first_side=Side(first_side),
        ended=Ending(ended),
        ended_at=None if ended_utc is None else moment(ended_utc, ended_offset),
        holds=tuple(holds),
        pains=tuple(pains),
    )


def hold_row(session_id: str, hold: HoldRecord) -> Row:
    """Return ``hold`` in the order of `HOLD`."""
    return (
        hold.id,
        session_id,
        hold.exercise,
        hold.side.value,
        hold.set,
        hold.planned_s,
        hold.held_s,
        hold.finished,
        hold.credits_hip_flexor,
        hold.left_s,
        hold.right_s,
        *moment_columns(hold.started_at),
    )


def to_hold(row: Row) -> HoldRecord:
    """Return the hold of a `HOLD` row."""
    id, _session, exercise, side, number, planned_s, held_s, finished, credits_hip_flexor, left_s, right_s, *start = row
    return HoldRecord(
        id=id,
        exercise=exercise,
        side=Side(side),
        set=number,
        planned_s=planned_s,
        held_s=held_s,
        finished=bool(finished),
        credits_hip_flexor=bool(credits_hip_flexor),
        left_s=left_s,
        right_s=right_s,
        started_at=moment(*start),
    )


def pain_row(session_id: str, pain: PainRecord) -> Row:
    """Return ``pain`` in the order of `PAIN`."""
    side = None if pain.side is None else pain.side.value
    return (pain.id, session_id, *moment_columns(pain.at), pain.kind.value, pain.exercise, side)


def to_pain(row: Row) -> PainRecord:
    """Return the pain of a `PAIN` row."""
    id, _session, utc, offset_min, kind, exercise, side = row
    return PainRecord(
        id=id,
        at=moment(utc, offset_min),
        kind=PainKind(kind),
        exercise=exercise,
        side=None if side is None else Side(side),
    )


def encode_moment(value: Any) -> str:
    """Write a Moment, the one type of ours that msgspec leaves to us, as ISO 8601 text. For msgspec's ``enc_hook``."""
    if isinstance(value, Moment):
        return value.iso()
    raise NotImplementedError(type(value))


def decode_moment(kind: type, value: Any) -> Moment:
    """Read what `encode_moment` wrote. Raises ValueError for any other text. For msgspec's ``dec_hook``."""
    if kind is not Moment:
        raise NotImplementedError(kind)
    if not isinstance(value, str):
        raise ValueError("Expected a time in ISO 8601 with its UTC offset")
    return Moment.parse(value)
