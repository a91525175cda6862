"""What a session tells its faces: frozen values, in the order in which they happened."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.records import Ending, PainKind
from stretchtimer.core.session.timeline import Phase


class PauseReason(StrEnum):
    """Why a session stands still."""

    ASKED = "asked"
    """The person paused it."""
    SLEPT = "slept"
    """Nobody was there: the machine slept or was locked, or the program was frozen."""
    HURT = "hurt"
    """The person said that it hurts."""


class PhaseBegan(Struct, frozen=True):
    """A phase begins, or begins again."""

    phase: Phase
    coming: Phase | None
    """The work that this phase is or leads to."""
    again: bool = False


class Tick(Struct, frozen=True):
    """A whole number of seconds remains of a phase that runs against the clock."""

    phase: Phase
    remaining_s: int


class HalfTime(Struct, frozen=True):
    """Half of a hold is done."""

    phase: Phase


class RepetitionBegan(Struct, frozen=True):
    """The next repetition begins."""

    phase: Phase
    number: int
    side: Side


class RepetitionReleased(Struct, frozen=True):
    """The hold within a repetition is over."""

    phase: Phase
    number: int


class Held(Struct, frozen=True):
    """Seconds of work done so far by one attempt at a phase; the last of an attempt says whether it was finished."""

    attempt: int
    """Counts the attempts at work phases within the session, from 1."""
    phase: Phase
    planned_s: float
    held_s: float
    began_wall_s: float
    """When the attempt began, in seconds of the Unix epoch."""
    finished: bool
    counted_s: tuple[float, ...] | None = None
    """Seconds into the attempt at which a key ended each repetition so far; None where they follow the tempo."""


class PainReported(Struct, frozen=True):
    """The person answered how it hurts."""

    phase: Phase
    kind: PainKind


class Paused(Struct, frozen=True):
    """The session stands still."""

    reason: PauseReason
    away_s: float = 0.0
    """For how long nobody looked, if it slept."""


class Resumed(Struct, frozen=True):
    """The session runs again."""

    phase: Phase


class Ended(Struct, frozen=True):
    """The session is over."""

    ending: Ending


Event = (
    PhaseBegan | Tick | HalfTime | RepetitionBegan | RepetitionReleased | Held | PainReported | Paused | Resumed | Ended
)
