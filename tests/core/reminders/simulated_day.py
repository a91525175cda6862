"""A person at a machine, simulated: they touch it or not, lock it, let it sleep, and answer offers."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from random import Random

from stretchtimer.core.preferences import Reminders
from stretchtimer.core.reminders.reminder_values import Event, Kept, Look, Obstacle, Offer, ReminderView, Withdrawn
from stretchtimer.core.reminders.reminders import Reminder
from stretchtimer.core.reminders.working_hours import WEEK
from stretchtimer.core.session.session import Instant

MONDAY_S = datetime(2026, 11, 23, 9, 0, tzinfo=UTC).timestamp()
ALWAYS = Reminders(on=True, days=WEEK, begin="00:00", end="00:00")


JITTER_S = 5e-6


class Answer(StrEnum):
    NONE = "none"
    SKIP = "skip"
    SNOOZE = "snooze"
    STRETCH = "stretch"
    """Three minutes, with a session that is in the way of other offers."""


class Shown(Offer, frozen=True, kw_only=True):
    """An offer, and what was so when it was shown."""

    at_s: float
    """Seconds that a person lived through, asleep or not."""
    idle_s: float | None
    local: datetime
    after_snooze: bool


class Day:
    """Drives a reminder as the program does: a look at each moment that it asks for, up to ``late_s`` late.

    The two clocks are read one after the other: at a look the one on the wall is up to `JITTER_S` ahead.
    """

    def __init__(
        self, settings: Reminders = ALWAYS, *, wall_s: float = MONDAY_S, late_s: float = 0.0, kept: Kept | None = None
    ) -> None:
        self.now = Instant(1000.0, wall_s)
        self.reminder = Reminder(settings, self.now, kept)
        self.answer = Answer.NONE
        self.obstacle: Obstacle | None = None
        self.idle_known = True
        self.last_session_s = 0.0
        self.shown: list[Shown] = []
        self.open_offers = 0
        self.looks = 0
        self._set_by_s = 0.0
        self._late_s = late_s
        self._random = Random(0)
        self._touched_s: float | None = self.now.monotonic_s
        """The last touch; None while the person works, who touches the machine every ``_rhythm_s``."""
        self._rhythm_s = 1.0
        self._works_since_s = 0.0
        self._snoozed = False

    @property
    def local(self) -> datetime:
        return datetime.fromtimestamp(self.now.wall_s, UTC)

    @property
    def lived_s(self) -> float:
        """The clock on the wall, had nobody set it."""
        return self.now.wall_s - self._set_by_s

    @property
    def view(self) -> ReminderView:
        return self.reminder.view(self.now)

    # What the person does

    def work(self, minutes: float, rhythm_s: float = 1.0) -> None:
        """Touch the machine every ``rhythm_s`` seconds for so long."""
        self._rhythm_s, self._works_since_s, self._touched_s = rhythm_s, self.now.monotonic_s, None
        self.pass_time(minutes)

    def be_idle(self, minutes: float) -> None:
        self._touched_s = self.now.monotonic_s - self._idle_s
        self.pass_time(minutes)

    def sleep(self, minutes: float, *, told: bool = True, counted: bool = False) -> None:
        """Let the machine sleep: a ``counted`` sleep moves the monotonic clock as well, as on Windows."""
        if told:
            self._do(self.reminder.leave(self.now))
        asleep_s = minutes * 60
        self.now = Instant(self.now.monotonic_s + asleep_s * counted, self.now.wall_s + asleep_s)
        self._works_since_s, self._touched_s = self.now.monotonic_s, None
        if told:
            self._do(self.reminder.come_back(self.now))

    def lock(self, minutes: float, *, told_back: bool = True) -> None:
        self._do(self.reminder.leave(self.now))
        self.be_idle(minutes)
        self._works_since_s, self._touched_s = self.now.monotonic_s, None
        if told_back:
            self._do(self.reminder.come_back(self.now))

    def pause(self, minutes: float) -> None:
        self._do(self.reminder.pause(self.now, self.now.wall_s + minutes * 60))

    def do(self, events: list[Event]) -> None:
        """Follow the ``events`` of a command that the test gave."""
        self._do(events)

    def stretch_in_a_terminal(self, minutes: float) -> None:
        """Stretch where the program sees it in the history alone; the machine is touched at the end."""
        self.be_idle(minutes)
        self.last_session_s = self.now.wall_s
        self.work(0)

    def set_clock(self, seconds: float) -> None:
        """Set the clock on the wall, forward or back."""
        self._set_by_s += seconds
        self.now = Instant(self.now.monotonic_s, self.now.wall_s + seconds)

    # The machine

    @property
    def _idle_s(self) -> float:
        if self._touched_s is None:
            return (self.now.monotonic_s - self._works_since_s) % self._rhythm_s
        return self.now.monotonic_s - self._touched_s

    def pass_time(self, minutes: float) -> None:
        end_s = self.now.monotonic_s + minutes * 60
        while (due_s := self.reminder.next_look_at) is not None and due_s + self._late_s <= end_s:
            self._advance_to(max(due_s + self._late_s, self.now.monotonic_s))
            self._look()
        self._advance_to(end_s)

    def _advance_to(self, monotonic_s: float) -> None:
        self.now = Instant(monotonic_s, self.now.wall_s + monotonic_s - self.now.monotonic_s)

    def _look(self) -> None:
        self.looks += 1
        obstacle = self.obstacle if self.reminder.is_due(self.now) else None
        look = Look(
            now=Instant(self.now.monotonic_s, self.now.wall_s + self._random.uniform(0, JITTER_S)),
            local=self.local,
            idle_s=self._idle_s if self.idle_known else None,
            obstacle=obstacle,
            last_session_s=self.last_session_s,
        )
        self._do(self.reminder.look(look))

    def _do(self, events: list[Event]) -> None:
        for event in events:
            match event:
                case Withdrawn():
                    self.open_offers -= 1
                case Offer():
                    self.open_offers += 1
                    self._show(event)
        assert self.open_offers in (0, 1)

    def _show(self, offer: Offer) -> None:
        self.shown.append(
            Shown(
                due_s=offer.due_s,
                waited_for=offer.waited_for,
                skipped=offer.skipped,
                at_s=self.lived_s,
                idle_s=self._idle_s,
                local=self.local,
                after_snooze=self._snoozed,
            )
        )
        self._snoozed = self.answer is Answer.SNOOZE
        match self.answer:
            case Answer.SKIP:
                self._do(self.reminder.skip(self.now))
            case Answer.SNOOZE:
                self._do(self.reminder.snooze(self.now))
            case Answer.STRETCH:
                self._do(self.reminder.accept(self.now))
                self._advance_to(self.now.monotonic_s + 180)
                self._do(self.reminder.rested(self.now))
