"""When a break from sitting is due: what is seen goes in, offers come out.

The reminder has no clock. Whoever drives it calls `Reminder.look` no later than `Reminder.next_look_at`, with what
there is to see then (how long nobody touched the machine and, if `Reminder.is_due`, what is in the way), and shows or
takes back what the events say. Between two looks it is told what happens: `accept`, `snooze`, `skip`, `rested` (a
session ended), `pause`, `resume`, `leave` (lock, sleep) and `come_back`. After each of these calls `next_look_at` may
have changed, and `kept` is what has to survive a restart.

A look comes at the first moment at which something can have become true. Sitting is broken by five minutes in which
nobody touches the machine; so with the last touch ``idle_s`` ago, the next look comes five minutes after that touch,
and no such break can be missed between two looks. While nobody is there a look comes every five minutes only, so that
the machine rests as well: who comes back untold is seen, and counted as sitting, up to five minutes later. There is one
moment at which the coming break is due, and everything that is a break only moves it. So however often a machine sleeps
or is locked, there is never a second offer.
"""

from __future__ import annotations

from datetime import datetime

from stretchtimer.core.preferences import Reminders
from stretchtimer.core.reminders.both_clocks import at_wall, kept_moment, later, seconds_left
from stretchtimer.core.reminders.presence import BREAK_S, PRESENT_S, Presence
from stretchtimer.core.reminders.reminder_values import (
    Event,
    Kept,
    Look,
    Obstacle,
    Offer,
    ReminderView,
    Standing,
    Withdrawn,
)
from stretchtimer.core.reminders.working_hours import covers, seconds_until
from stretchtimer.core.session.session import Instant

LOOK_FOR_PERSON_S = 30.0
"""A break is due and nobody seems to be there: how soon to look again."""
LOOK_FOR_WAY_S = 60.0
"""Something is in the way: how soon to look again."""
LAPSE_S = 600.0
"""An offer that nobody answers is taken back after this time, as if it were skipped."""


class Reminder:
    """The state machine. `look` and the commands return what is to be done, in order."""

    def __init__(self, settings: Reminders, now: Instant, kept: Kept | None = None) -> None:
        kept = kept or Kept()
        self._settings = settings
        self._presence = Presence(now)
        self._standing = Standing.SITTING if settings.on else Standing.OFF
        self._sitting_since_s = now.monotonic_s
        self._skipped = kept.skipped
        self._paused_until = kept_moment(kept.paused_until_s, now)
        self._snoozed_until = kept_moment(kept.snoozed_until_s, now)
        self._due: Instant | None = None
        """When the break that waits or is offered was due."""
        self._offered_at_s = 0.0
        self._waits_for: Obstacle | None = None
        self._next_look_s = now.monotonic_s
        if settings.on and self._paused_until is not None:
            self._standing = Standing.PAUSED
        elif settings.on and self._snoozed_until is not None:
            self._standing = Standing.SNOOZED

    @property
    def settings(self) -> Reminders:
        """The settings in use."""
        return self._settings

    @property
    def standing(self) -> Standing:
        """Where the reminder stands."""
        return self._standing

    @property
    def next_look_at(self) -> float | None:
        """The monotonic second at which to call `look` next; None while reminders are off."""
        return None if self._standing is Standing.OFF else self._next_look_s

    @property
    def kept(self) -> Kept:
        """What has to survive a restart."""
        return Kept(
            paused_until_s=self._paused_until.wall_s if self._paused_until else 0.0,
            snoozed_until_s=self._snoozed_until.wall_s if self._snoozed_until else 0.0,
            skipped=self._skipped,
        )

    def is_due(self, now: Instant) -> bool:
        """Whether a look at ``now`` may offer a break, and so wants to know what is in the way."""
        return self._standing is Standing.WAITING or (
            self._standing in (Standing.SITTING, Standing.SNOOZED) and self._due_at_s <= now.monotonic_s
        )

    def view(self, now: Instant) -> ReminderView:
        """Return how the reminder stands at ``now``."""
        coming = self._standing in (Standing.SITTING, Standing.SNOOZED)
        due_in_s = max(0.0, self._due_at_s - now.monotonic_s) if coming else 0.0
        whole_s = self._settings.interval_min * 60
        return ReminderView(
            standing=self._standing,
            due_in_s=due_in_s if coming or self._due else None,
            fraction_left=min(1.0, due_in_s / whole_s) if coming or self._due else 1.0,
            paused_until_s=self.kept.paused_until_s if self._standing is Standing.PAUSED else None,
            due_since_s=self._due.wall_s if self._due else None,
            waits_for=self._waits_for,
            skipped=self._skipped,
            idle_known=self._presence.idle_known,
        )

    # What is seen

    def look(self, seen: Look) -> list[Event]:
        """Return what is to be done at this moment."""
        if self._standing is Standing.OFF:
            return []
        now = seen.now
        ended_s = self._presence.session_end(seen, self._sitting_since_s)
        slept, away = self._slept(now), self._presence.is_away(seen)
        quiet = self._quiet(seen.local, now)
        events: list[Event] = []
        if quiet is not None:
            events = self._rest(quiet, now)
        elif away:
            events = self._rest(Standing.AWAY, now)
        elif slept or self._standing in (Standing.PAUSED, Standing.OUTSIDE_HOURS, Standing.AWAY):
            events = self._rest(Standing.SITTING, now)
        elif ended_s is not None:
            events = self._rest(Standing.SITTING, now)
            self._sitting_since_s = ended_s
        elif self._standing is Standing.OFFERED:
            events = self._lapse(now)
        elif self.is_due(now):
            events = self._offer(seen)
        self._plan(seen)
        return events

    # What happens between two looks

    def accept(self, now: Instant) -> list[Event]:
        """The person begins to stretch, offered or not: the next break is due an interval after it."""
        return self.rested(now)

    def rested(self, now: Instant) -> list[Event]:
        """A session ended: sitting counts from now."""
        return self._told(Standing.SITTING, now)

    def skip(self, now: Instant) -> list[Event]:
        """The person does without this break. The next one is due as ever."""
        skipped = self._skipped + 1
        events = self._told(Standing.SITTING, now)
        self._skipped = skipped
        return events

    def snooze(self, now: Instant, minutes: float = 10) -> list[Event]:
        """The break is due in ``minutes`` from ``now``; one that was due later anyway stays where it was."""
        if self._standing not in (Standing.SITTING, Standing.SNOOZED, Standing.WAITING, Standing.OFFERED):
            return []
        events = self._told(Standing.SITTING, now) if self._slept(now) else []
        until = later(now, minutes * 60)
        if self._standing is not Standing.OFFERED and until.monotonic_s <= self._due_at_s:
            return events
        events += self._take_back()
        self._standing, self._snoozed_until = Standing.SNOOZED, until
        self._next_look_s = min(until.monotonic_s, now.monotonic_s + BREAK_S)
        return events

    def pause(self, now: Instant, until_s: float) -> list[Event]:
        """Offer nothing until ``until_s`` (seconds of the Unix epoch), and no longer if the clock is set back."""
        if self._standing is not Standing.OFF:
            self._paused_until = at_wall(until_s, now)
        return self._told(Standing.PAUSED, now)

    def resume(self, now: Instant, local: datetime) -> list[Event]:
        """End a pause: sitting counts from now, if ``local`` lies in the working hours."""
        self._paused_until = None
        return self._told(self._quiet(local, now) or Standing.SITTING, now)

    def leave(self, now: Instant) -> list[Event]:
        """The machine is locked or goes to sleep."""
        self._presence.leave(now)
        return self._told(Standing.AWAY, now)

    def come_back(self, now: Instant) -> list[Event]:
        """The machine woke up, was unlocked, or is certainly used: one fresh start."""
        self._presence.come_back()
        return self._told(Standing.SITTING, now)

    def use(self, settings: Reminders, now: Instant) -> list[Event]:
        """Follow ``settings`` from now on. Turned on, they begin with a fresh start.

        A break that waits, and is not due yet by a longer interval, comes when it is due. One that is offered stays.
        """
        was_on, self._settings = self._settings.on, settings
        if not settings.on:
            return self._rest(Standing.OFF, now)
        slept = self._slept(now)
        self._next_look_s = now.monotonic_s
        if slept or not was_on:
            return self._begin_afresh(now)
        if self._standing in (Standing.SITTING, Standing.WAITING) and self._due_at_s > now.monotonic_s:
            self._standing = Standing.SITTING
            self._take_back()
        return []

    # How it is decided

    @property
    def _due_at_s(self) -> float:
        if self._snoozed_until is not None:
            return self._snoozed_until.monotonic_s
        return self._sitting_since_s + self._settings.interval_min * 60

    def _slept(self, now: Instant) -> bool:
        return self._presence.slept_until(now, self._next_look_s)

    def _is_paused(self, now: Instant) -> bool:
        return self._paused_until is not None and seconds_left(self._paused_until, now) > 0

    def _quiet(self, local: datetime, now: Instant) -> Standing | None:
        """Return why nothing is offered at this time of day, if that is so."""
        if self._is_paused(now):
            return Standing.PAUSED
        self._paused_until = None
        hours = self._settings
        return None if covers(hours.days, hours.begin, hours.end, local) else Standing.OUTSIDE_HOURS

    def _offer(self, seen: Look) -> list[Event]:
        """Offer the break that is due, unless something is in the way or nobody is there to see it."""
        due_at_s, now = self._due_at_s, seen.now
        self._due = Instant(due_at_s, now.wall_s - (now.monotonic_s - due_at_s))
        if seen.obstacle is not None:
            self._standing, self._waits_for = Standing.WAITING, seen.obstacle
            return []
        if (seen.idle_s or 0.0) >= PRESENT_S:
            return []
        offer = Offer(due_s=self._due.wall_s, waited_for=self._waits_for, skipped=self._skipped)
        self._standing, self._waits_for, self._snoozed_until = Standing.OFFERED, None, None
        self._offered_at_s = now.monotonic_s
        return [offer]

    def _lapse(self, now: Instant) -> list[Event]:
        """Take the offer back if nobody answered it for long."""
        return self.skip(now) if now.monotonic_s >= self._offered_at_s + LAPSE_S else []

    def _told(self, standing: Standing, now: Instant) -> list[Event]:
        """Go to ``standing`` because the person or the system said so; off stays off, and a look follows at once."""
        if self._standing is Standing.OFF:
            return []
        self._slept(now)  # so that the next look does not find the same gap
        self._next_look_s = now.monotonic_s
        return self._begin_afresh(now) if standing is Standing.SITTING else self._rest(standing, now)

    def _begin_afresh(self, now: Instant) -> list[Event]:
        """Let sitting count from ``now``, unless a pause holds."""
        return self._rest(Standing.PAUSED if self._is_paused(now) else Standing.SITTING, now)

    def _rest(self, standing: Standing, now: Instant) -> list[Event]:
        """Begin afresh: nothing is due, nothing was skipped, and sitting counts from ``now``."""
        events = self._take_back()
        self._standing, self._sitting_since_s = standing, now.monotonic_s
        self._skipped = 0
        return events

    def _take_back(self) -> list[Event]:
        """Forget the break that is due or snoozed, and withdraw it if it is offered."""
        offered = self._standing is Standing.OFFERED
        self._due = self._waits_for = self._snoozed_until = None
        return [Withdrawn()] if offered else []

    def _plan(self, seen: Look) -> None:
        """Set the next look: the first moment at which something can have become true."""
        now, hours, idle_s = seen.now, self._settings, seen.idle_s or 0.0
        wait_s = BREAK_S - idle_s if idle_s < BREAK_S else BREAK_S
        match self._standing:
            case Standing.PAUSED if self._paused_until is not None:
                wait_s = min(BREAK_S, seconds_left(self._paused_until, now))
            case Standing.OUTSIDE_HOURS:
                wait_s = min(BREAK_S, seconds_until(hours.begin, seen.local))
            case Standing.WAITING:
                wait_s = min(wait_s, LOOK_FOR_WAY_S)
            case Standing.OFFERED:
                wait_s = min(wait_s, self._offered_at_s + LAPSE_S - now.monotonic_s)
            case Standing.SITTING | Standing.SNOOZED:
                due_in_s = self._due_at_s - now.monotonic_s
                wait_s = min(wait_s, due_in_s if due_in_s > 0 else LOOK_FOR_PERSON_S)
        if self._standing not in (Standing.PAUSED, Standing.OUTSIDE_HOURS):
            wait_s = min(wait_s, seconds_until(hours.end, seen.local))
        self._next_look_s = now.monotonic_s + max(1.0, wait_s)
