"""When a break from sitting is due: what is seen goes in, offers come out.

The reminder has no clock. Whoever drives it calls `Reminder.look` no later than `Reminder.next_look_at`, with what
there is to see then (how long nobody touched the machine and, if `Reminder.is_due`, what is in the way), and shows or
takes back what the events say. Between two looks it is told what happens: `accept`, `snooze`, `skip`, `rested` (a
session ended), `pause`, `resume`, `leave` (lock, sleep) and `come_back`. After each of these calls `next_look_at` may
have changed, and `kept` is what has to survive a restart.

A look comes at the first moment at which something can have become true. Sitting is broken by five minutes in which
nobody touches the machine; so with the last touch ``idle_s`` ago, the next look comes five minutes after that touch,
and no such break can be missed between two looks. There is one moment at which the coming break is due, and everything
that is a break only moves it. So however often a machine sleeps or is locked, there is never a second offer.

Who comes back after five minutes or more is seen at the next look, up to five minutes later: sitting counts from then.
"""

from __future__ import annotations

from datetime import datetime
from math import inf

from stretchtimer.core.preferences import Reminders
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

BREAK_S = 300.0
"""So long without a touch is a break that was taken. No look is further away: a sleeping machine stops its timers."""
PRESENT_S = 60.0
"""A person who touched the machine so lately sees an offer."""
LOOK_FOR_PERSON_S = 30.0
"""A break is due and nobody seems to be there: how soon to look again."""
LOOK_FOR_WAY_S = 60.0
"""Something is in the way: how soon to look again."""
LAPSE_S = 600.0
"""An offer that nobody answers is taken back after this time, as if it were skipped."""
SLEEP_S = 60.0
"""If nobody looked for so much longer than planned, the machine slept. Less may be a busy machine, or a clock set."""


class Reminder:
    """The state machine. `look` and the commands return what is to be done, in order."""

    def __init__(self, settings: Reminders, now: Instant, kept: Kept | None = None) -> None:
        kept = kept or Kept()
        self._settings = settings
        self._standing = Standing.SITTING if settings.on else Standing.OFF
        self._sitting_since_s = now.monotonic_s
        self._paused_until_s = kept.paused_until_s
        self._skipped = kept.skipped
        self._snoozed_until: Instant | None = None
        self._due: Instant | None = None
        """When the break that waits or is offered was due."""
        self._offered_at_s = 0.0
        self._session_s = 0.0
        """The end of the last session that was seen. Another one is news; the same one by two clocks is not."""
        self._waits_for: Obstacle | None = None
        self._left_at_s: float | None = None
        self._idle_known = True
        self._last = now
        self._next_look_s = now.monotonic_s
        if settings.on and kept.paused_until_s > now.wall_s:
            self._standing = Standing.PAUSED
        elif settings.on and kept.snoozed_until_s > now.wall_s:
            self._standing = Standing.SNOOZED
            self._snoozed_until = _later(now, kept.snoozed_until_s - now.wall_s)

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
            paused_until_s=self._paused_until_s,
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
            paused_until_s=self._paused_until_s if self._standing is Standing.PAUSED else None,
            due_since_s=self._due.wall_s if self._due else None,
            waits_for=self._waits_for,
            skipped=self._skipped,
            idle_known=self._idle_known,
        )

    # What is seen

    def look(self, seen: Look) -> list[Event]:
        """Return what is to be done at this moment."""
        if self._standing is Standing.OFF:
            return []
        now, slept = seen.now, self._slept(seen.now)
        self._last, self._idle_known = now, seen.idle_s is not None
        stretched, self._session_s = seen.last_session_s != self._session_s, seen.last_session_s
        quiet = self._quiet(seen.local, now)
        idle_s = seen.idle_s or 0.0
        events: list[Event] = []
        if quiet is not None:
            events = self._rest(quiet, now)
        elif self._is_away(seen):
            events = self._rest(Standing.AWAY, now)
        elif slept or self._standing in (Standing.PAUSED, Standing.OUTSIDE_HOURS, Standing.AWAY):
            events = self._rest(Standing.SITTING, now)
        elif stretched and (ended_s := self._session_end(seen)) > self._sitting_since_s:
            events = self._rest(Standing.SITTING, now)
            self._sitting_since_s = min(ended_s, now.monotonic_s)
        elif self._standing is Standing.OFFERED:
            events = self._lapse(now)
        elif self.is_due(now):
            events = self._offer(seen)
        self._plan(seen.local, idle_s)
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
        until = _later(now, minutes * 60)
        if until.monotonic_s <= self._due_at_s:
            return []
        events = self._take_back()
        self._standing, self._snoozed_until = Standing.SNOOZED, until
        self._last, self._next_look_s = now, min(until.monotonic_s, now.monotonic_s + BREAK_S)
        return events

    def pause(self, now: Instant, until_s: float) -> list[Event]:
        """Offer nothing until ``until_s`` (seconds of the Unix epoch)."""
        if self._standing is not Standing.OFF:
            self._paused_until_s = until_s
        return self._told(Standing.PAUSED, now)

    def resume(self, now: Instant, local: datetime) -> list[Event]:
        """End a pause: sitting counts from now, if ``local`` lies in the working hours."""
        self._paused_until_s = 0.0
        return self._told(self._quiet(local, now) or Standing.SITTING, now)

    def leave(self, now: Instant) -> list[Event]:
        """The machine is locked or goes to sleep."""
        self._left_at_s = now.monotonic_s
        return self._told(Standing.AWAY, now)

    def come_back(self, now: Instant) -> list[Event]:
        """The machine woke up, or was unlocked: one fresh start."""
        self._left_at_s = None
        return self._told(Standing.SITTING, now)

    def use(self, settings: Reminders, now: Instant) -> list[Event]:
        """Follow ``settings`` from now on. Turned on, or after a sleep that nobody told of, there is a fresh start."""
        turned_on, self._settings = settings.on and not self._settings.on, settings
        if not settings.on:
            return self._rest(Standing.OFF, now)
        slept = self._slept(now)
        self._last, self._next_look_s = now, now.monotonic_s
        if turned_on or slept:
            return self._rest(Standing.SITTING, now)
        if self._standing is Standing.WAITING and self._due_at_s > now.monotonic_s:
            self._take_back()
            self._standing = Standing.SITTING
        return []

    # How it is decided

    @property
    def _due_at_s(self) -> float:
        if self._snoozed_until is not None:
            return self._snoozed_until.monotonic_s
        return self._sitting_since_s + self._settings.interval_min * 60

    def _slept(self, now: Instant) -> bool:
        """Whether nobody looked for longer than was planned, by either clock."""
        late_s = now.monotonic_s - max(self._next_look_s, self._last.monotonic_s)
        asleep_s = (now.wall_s - self._last.wall_s) - (now.monotonic_s - self._last.monotonic_s)
        return late_s > SLEEP_S or asleep_s > SLEEP_S

    def _quiet(self, local: datetime, now: Instant) -> Standing | None:
        """Return why nothing is offered at this time of day, if that is so."""
        if now.wall_s < self._paused_until_s:
            return Standing.PAUSED
        self._paused_until_s = 0.0
        hours = self._settings
        return None if covers(hours.days, hours.begin, hours.end, local) else Standing.OUTSIDE_HOURS

    def _is_away(self, seen: Look) -> bool:
        """Whether nobody is there. A lock whose end nobody told is over when the machine is touched well after it."""
        if seen.idle_s is None:
            return self._left_at_s is not None
        if self._left_at_s is not None and seen.now.monotonic_s - seen.idle_s > self._left_at_s + PRESENT_S:
            self._left_at_s = None
        return self._left_at_s is not None or seen.idle_s >= BREAK_S

    @staticmethod
    def _session_end(seen: Look) -> float:
        """Return when the last session ended, by the monotonic clock. It may have run in a terminal."""
        if seen.last_session_s > seen.now.wall_s:  # the clock was set back since
            return -inf
        return seen.now.monotonic_s - (seen.now.wall_s - seen.last_session_s)

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
        self._last, self._next_look_s = now, now.monotonic_s
        if standing is Standing.SITTING and now.wall_s < self._paused_until_s:
            standing = Standing.PAUSED
        return self._rest(standing, now)

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

    def _plan(self, local: datetime, idle_s: float) -> None:
        """Set the next look: the first moment at which something can have become true."""
        now_s, hours = self._last.monotonic_s, self._settings
        wait_s = BREAK_S - idle_s if idle_s < BREAK_S else BREAK_S
        match self._standing:
            case Standing.PAUSED:
                wait_s = min(BREAK_S, self._paused_until_s - self._last.wall_s)
            case Standing.OUTSIDE_HOURS:
                wait_s = min(BREAK_S, seconds_until(hours.begin, local))
            case Standing.WAITING:
                wait_s = min(wait_s, LOOK_FOR_WAY_S)
            case Standing.OFFERED:
                wait_s = min(wait_s, self._offered_at_s + LAPSE_S - now_s)
            case Standing.SITTING | Standing.SNOOZED:
                due_in_s = self._due_at_s - now_s
                wait_s = min(wait_s, due_in_s if due_in_s > 0 else LOOK_FOR_PERSON_S)
        if self._standing not in (Standing.PAUSED, Standing.OUTSIDE_HOURS):
            wait_s = min(wait_s, seconds_until(hours.end, local))
        self._next_look_s = now_s + max(1.0, wait_s)


def _later(now: Instant, seconds: float) -> Instant:
    return Instant(now.monotonic_s + seconds, now.wall_s + seconds)
