"""What a reminder of breaks is told and tells: looks go in, offers come out."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from stretchtimer.core.session.session import Instant


class Obstacle(StrEnum):
    """What is in the way of an offer: it would disturb, be seen by others, or come to nothing."""

    SESSION = "session"
    """The person stretches already."""
    SELF_TEST = "self_test"
    """The person takes the guided self-test."""
    FULL_SCREEN = "full_screen"
    """The window in use covers a whole screen: a film, a talk, a game."""
    SHARED_SCREEN = "shared_screen"
    MICROPHONE = "microphone"
    """Something listens to the microphone: a call."""
    DO_NOT_DISTURB = "do_not_disturb"
    NO_ROUTINE = "no_routine"
    """Nothing that the person may do fits a break."""


class Standing(StrEnum):
    """Where the reminder stands."""

    OFF = "off"
    PAUSED = "paused"
    """The person paused it, for an hour or until tomorrow."""
    OUTSIDE_HOURS = "outside_hours"
    AWAY = "away"
    """Nobody is there: the machine is locked or asleep, or has not been touched for five minutes."""
    SITTING = "sitting"
    SNOOZED = "snoozed"
    """The person asked for the break a little later."""
    WAITING = "waiting"
    """A break is due, and something is in the way."""
    OFFERED = "offered"


class Choice(StrEnum):
    """What a person can choose of an offer."""

    START = "start"
    LATER = "later"
    SKIP = "skip"


class Look(Struct, frozen=True, kw_only=True):
    """What there is to see at one moment."""

    now: Instant
    local: datetime
    """What the clock on the wall shows the person."""
    idle_s: float | None
    """Seconds since the last key or movement of the mouse; None where nothing tells."""
    obstacle: Obstacle | None = None
    """Only asked for while a break is due: see `Reminder.is_due`."""
    last_session_s: float = 0.0
    """When the last session ended, in seconds of the Unix epoch, be it in this program or in a terminal."""


class Offer(Struct, frozen=True, kw_only=True):
    """A break is to be offered now."""

    due_s: float
    """When it was due, in seconds of the Unix epoch; earlier than now if something was in the way."""
    waited_for: Obstacle | None
    """What was in the way last."""
    skipped: int
    """How many offers in a row were not taken before this one."""

    @property
    def is_plain(self) -> bool:
        """Whether so many offers were not taken that a shorter, plainer sentence is kinder. Nothing else changes."""
        return self.skipped >= SKIPS_CAP


class Withdrawn(Struct, frozen=True):
    """The offer that is shown holds no longer: the person took a break, left, or let it pass."""


Event = Offer | Withdrawn

SKIPS_CAP = 3
"""Skips in a row from which on the offer is worded differently (a convention of this program)."""


EpochSeconds = Annotated[float, Meta(ge=0, le=4_102_444_800)]
"""Seconds of the Unix epoch, in this century."""


class Kept(Struct, frozen=True, kw_only=True):
    """What has to survive a restart of the program."""

    paused_until_s: EpochSeconds = 0.0
    """0 for no pause."""
    snoozed_until_s: EpochSeconds = 0.0
    """0 for none."""
    skipped: Annotated[int, Meta(ge=0)] = 0
    """Offers in a row that were not taken."""


class ReminderView(Struct, frozen=True, kw_only=True):
    """How the reminder stands at one moment: all that a tray, a page or a status bar shows."""

    standing: Standing
    due_in_s: float | None
    """Seconds until a break is due; 0 while it waits or is offered, None where none comes (off, away, paused...)."""
    fraction_left: float
    """The part of the interval that is left, from 1 to 0; 1 where no break comes."""
    paused_until_s: float | None
    """Seconds of the Unix epoch, while paused."""
    due_since_s: float | None
    """Since when a break is due, in seconds of the Unix epoch, while it waits or is offered."""
    waits_for: Obstacle | None
    """What is in the way, while it waits."""
    skipped: int
    """Offers in a row that were not taken."""
    idle_known: bool
    """Whether the last look could tell how long nobody had touched the machine."""
