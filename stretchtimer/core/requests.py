"""What a later start, or a command of the shell, asks of the program that runs, and what that answers."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from msgspec import Meta, Struct

from stretchtimer.core.reminders.reminder_values import Obstacle, Standing

LONGEST_MIN = 24 * 60
Minutes = Annotated[float, Meta(gt=0, le=LONGEST_MIN)]


class Start(Struct, frozen=True, kw_only=True, tag=True):
    """Come forward, with a routine or an exercise ready."""

    name: str = ""
    """Its id; empty if the program was only started."""
    token: str = ""
    """By which Wayland knows that the person asked for the window."""


class Snooze(Struct, frozen=True, kw_only=True, tag=True):
    """Have the break later."""

    minutes: Minutes


class Pause(Struct, frozen=True, kw_only=True, tag=True):
    """Offer nothing for a while."""

    minutes: Minutes | None
    """None: until tomorrow."""


class Resume(Struct, frozen=True, tag=True):
    """End a pause."""


class BeginBreak(Struct, frozen=True, tag=True):
    """Have a break ready now."""


class Status(Struct, frozen=True, tag=True):
    """Say how the reminder stands."""


Request = Start | Snooze | Pause | Resume | BeginBreak | Status


class Report(Struct, frozen=True, kw_only=True):
    """How the reminder stands."""

    standing: Standing
    words: str
    """The same as a sentence."""
    due_in_s: float | None
    due_at: datetime | None
    """When a break is due; None where none comes."""
    due_since: datetime | None
    paused_until: datetime | None
    waits_for: Obstacle | None
    skipped: int


class Answer(Struct, frozen=True, kw_only=True):
    """What came of a request."""

    done: bool
    report: Report
    reason: str = ""
    """Why it was not done, as a sentence, where the report does not say it."""
