"""What the history keeps: sessions with their holds and pains, and self-tests with their corrections."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from functools import cache, total_ordering
from typing import Annotated

from msgspec import Meta, Struct
from msgspec.structs import force_setattr

from stretchtimer.core.catalog.exercise import Identifier, Side, Words
from stretchtimer.core.selftest.measurement import BackFlat, Measurement, Method, PainSign, Protocol, State, check_knee

Uuid = Annotated[str, Meta(pattern="^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", description="A UUID in lower case.")]
Seconds = Annotated[float, Meta(ge=0, le=86_400, description="Seconds, at most a day.")]
Score = Annotated[int, Meta(ge=0, le=10, description="0 is none, 10 the worst imaginable.")]


class Ending(StrEnum):
    """How a session ended."""

    COMPLETED = "completed"
    STOPPED = "stopped"
    """The person stopped it."""
    HURT = "hurt"
    """Ended because of a sharp pain."""
    INTERRUPTED = "interrupted"
    """It never ended: a crash or a closed window; also the value of a session that still runs."""


class PainKind(StrEnum):
    """What hurt, as the person answers."""

    MILD = "mild"
    SHARP = "sharp"
    """Sharp, radiating, numb or tingling."""


class Outcome(StrEnum):
    """The result of the self-test for one hip: what the leg on the floor did."""

    PASSED = "passed"
    LIFTED = "lifted"
    STOPPED = "stopped"
    """Stopped because it hurt."""


class RevisionKind(StrEnum):
    """What was done to a self-test."""

    EDITED = "edited"
    DELETED = "deleted"


@total_ordering
class Moment:
    """An instant, to the millisecond, that remembers the local time it was for the person.

    A frozen value. It is no Struct because msgspec then leaves its text to us: one ISO 8601 string.
    """

    __slots__ = ("offset_min", "utc")

    utc: datetime
    """The instant, as an aware datetime in UTC."""
    offset_min: int
    """Minutes that the person's clock was ahead of UTC."""

    def __init__(self, utc: datetime, offset_min: int) -> None:
        instant = utc.astimezone(UTC)
        beyond_ms = instant.microsecond % 1000
        object.__setattr__(self, "utc", instant - timedelta(microseconds=beyond_ms) if beyond_ms else instant)
        object.__setattr__(self, "offset_min", offset_min)

    @classmethod
    def of(cls, when: datetime) -> Moment:
        """Return the moment of the aware datetime ``when``. Raises ValueError for one without a UTC offset."""
        offset = when.utcoffset()
        if offset is None:
            raise ValueError("a time without its UTC offset")
        try:
            return cls(when, int(offset.total_seconds() / 60))
        except OverflowError as error:
            raise ValueError("a time beyond the calendar") from error

    @classmethod
    def parse(cls, text: str) -> Moment:
        """Return the moment that an ISO 8601 ``text`` with a UTC offset names. Raises ValueError for any other text."""
        return cls.of(datetime.fromisoformat(text))

    @property
    def local(self) -> datetime:
        """The person's local time, as an aware datetime."""
        return self.utc.astimezone(_zone(self.offset_min))

    @property
    def day(self) -> date:
        """The day that it was for the person; found faster than by way of `local`."""
        return (self.utc + timedelta(minutes=self.offset_min)).date()

    def iso(self) -> str:
        """Return the local time with its offset in ISO 8601: ``2026-11-21T09:30:00.000+01:00``."""
        return self.local.isoformat(timespec="milliseconds")

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a Moment is frozen")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Moment) and (self.utc, self.offset_min) == (other.utc, other.offset_min)

    def __lt__(self, other: Moment) -> bool:
        return (self.utc, self.offset_min) < (other.utc, other.offset_min)

    def __hash__(self) -> int:
        return hash((self.utc, self.offset_min))

    def __repr__(self) -> str:
        return f"Moment.parse({self.iso()!r})"


@cache
def _zone(offset_min: int) -> timezone:
    """Return the zone of an offset. Ten years of records ask for it a hundred thousand times."""
    return timezone(timedelta(minutes=offset_min))


class HoldRecord(Struct, frozen=True, kw_only=True):
    """One hold, or one set of repetitions, as it was really done."""

    id: Uuid
    exercise: Identifier
    side: Side
    set: Annotated[int, Meta(ge=1, le=900)]
    planned_s: Seconds
    held_s: Seconds
    finished: bool
    credits_hip_flexor: bool
    """Whether its seconds count towards the hip-flexor dose."""
    left_s: Seconds
    """Seconds that the left hip was really stretched or worked."""
    right_s: Seconds
    started_at: Moment


class PainRecord(Struct, frozen=True, kw_only=True):
    """One answer to "It hurts"."""

    id: Uuid
    at: Moment
    kind: PainKind
    exercise: Identifier
    side: Side | None = None


class SessionRecord(Struct, frozen=True, kw_only=True):
    """One performance of a routine."""

    id: Uuid
    started_at: Moment
    routine: Identifier
    """The id of the routine, or of the exercise that was done alone."""
    routine_name: Words
    """Its name at the time: the file may be gone when the history is read."""
    first_side: Side
    ended: Ending = Ending.INTERRUPTED
    ended_at: Moment | None = None
    holds: tuple[HoldRecord, ...] = ()
    pains: tuple[PainRecord, ...] = ()


class ResultRecord(Struct, frozen=True, kw_only=True, gc=False):
    """The result of one hip. What is None was not asked or not answered."""

    side: Side
    outcome: Outcome
    measurement: Measurement | None = None
    """The readings; None where the result was found by eye."""
    back: BackFlat | None = None
    """Whether the low back lay flat while this hip was tested."""
    knee_deg: int | None = None
    """How far the knee of the tested leg was bent, at the edge of a bed. For information only."""
    tightness: Score | None = None
    pain: Score | None = None
    pain_signs: tuple[PainSign, ...] = ()

    def __post_init__(self) -> None:
        if self.side is Side.BOTH:
            raise ValueError("a result belongs to one hip, left or right")
        if self.pain_signs:
            force_setattr(self, "pain_signs", tuple(sign for sign in PainSign if sign in self.pain_signs))

    @property
    def method(self) -> Method:
        """How it was found."""
        return self.measurement.method if self.measurement else Method.BY_EYE

    @property
    def angle_deg(self) -> float | None:
        """The angle of the thigh, above the horizontal positive; None where it was not measured."""
        return self.measurement.angle_deg if self.measurement else None


class SelfTestRecord(Struct, frozen=True, kw_only=True, gc=False):
    """One self-test of one hip or of both.

    Raises ValueError, with words for the person, for a measurement that cannot be in its protocol.
    """

    id: Uuid
    at: Moment
    results: Annotated[tuple[ResultRecord, ...], Meta(min_length=1, max_length=2)]
    """Left first, whichever hip was tested first."""
    note: str = ""
    after_stretching: bool = False
    """Whether a session came before it on the same day or only hours before, which flatters the result."""
    hours_since_stretch: Annotated[float, Meta(ge=0)] | None = None
    """From the beginning of the last session to this test; None if there was none."""
    protocol: Protocol = Protocol.FLOOR
    rater: str = ""
    """Who measured: empty for the person, else the helper's name."""
    state: State | None = None
    """How the person came to it, as they say; None if they were not asked."""

    def __post_init__(self) -> None:
        sides = [result.side for result in self.results]
        if len(set(sides)) != len(sides):
            raise ValueError("two results of the same hip")
        for result in self.results:
            if result.measurement is not None:
                result.measurement.check(self.protocol)
            if result.knee_deg is not None:
                check_knee(self.protocol, result.knee_deg)
        force_setattr(self, "results", tuple(sorted(self.results, key=lambda result: result.side)))

    def result_of(self, side: Side) -> Outcome | None:
        """Return the outcome for the hip on ``side``, or None if that hip was not tested."""
        result = self.hip(side)
        return result.outcome if result else None

    def hip(self, side: Side) -> ResultRecord | None:
        """Return the whole result for the hip on ``side``, or None if that hip was not tested."""
        for result in self.results:  # a generator would take three times as long, for thousands of tests
            if result.side is side:
                return result
        return None


class SelfTestRevision(Struct, frozen=True, kw_only=True):
    """What a self-test was before it was edited or deleted."""

    id: Uuid
    test_id: Uuid
    kind: RevisionKind
    replaced_at: Moment
    before: SelfTestRecord
