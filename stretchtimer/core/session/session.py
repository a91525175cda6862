"""One performance of a timeline: commands and time go in, events come out.

The session has no clock. Whoever drives it calls `Session.advance` no later than `Session.next_event_at`, and passes
the time of that moment. Remaining time is always the length of a phase less the time that it ran, so nothing is counted
down and nothing drifts: a phase begins when the one before it was due to end, however late anybody looked.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from math import ceil, inf

from msgspec import Struct

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.records import Ending, PainKind
from stretchtimer.core.session.events import (
    Ended,
    Event,
    HalfTime,
    Held,
    PainReported,
    Paused,
    PauseReason,
    PhaseBegan,
    RepetitionBegan,
    Resumed,
    Tick,
)
from stretchtimer.core.session.milestones import milestones
from stretchtimer.core.session.timeline import Phase, PhaseKind, Timeline, extended, repetition_side

GAP_S = 2.0
"""Seconds by which two clocks may disagree, or a look may be late, before it counts as sleep."""
RESTART_WINDOW_S = 2.0
"""Going back so soon after a phase began goes to the phase before it."""


class Instant(Struct, frozen=True):
    """A moment by both clocks, in seconds."""

    monotonic_s: float
    wall_s: float
    """Seconds of the Unix epoch."""


class State(StrEnum):
    """Where a session stands."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


class Command(StrEnum):
    """What a person can ask of a session."""

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    SKIP = "skip"
    BACK = "back"
    """Begin this phase again; twice, begin the one before."""
    EXTEND = "extend"
    COUNT = "count"
    """One repetition is done, where repetitions wait for a key."""
    HURT = "hurt"
    """It hurts: stand still and ask how."""
    MILD_PAIN = "mild_pain"
    SHARP_PAIN = "sharp_pain"
    """Sharp, radiating, numb or tingling: the session ends."""
    STOP = "stop"


TRANSITIONS: dict[tuple[State, Command], State] = {
    (State.READY, Command.START): State.RUNNING,
    (State.READY, Command.STOP): State.ENDED,
    (State.RUNNING, Command.PAUSE): State.PAUSED,
    (State.RUNNING, Command.SKIP): State.RUNNING,
    (State.RUNNING, Command.BACK): State.RUNNING,
    (State.RUNNING, Command.EXTEND): State.RUNNING,
    (State.RUNNING, Command.COUNT): State.RUNNING,
    (State.RUNNING, Command.HURT): State.PAUSED,
    (State.RUNNING, Command.STOP): State.ENDED,
    (State.PAUSED, Command.RESUME): State.RUNNING,
    (State.PAUSED, Command.SKIP): State.PAUSED,
    (State.PAUSED, Command.BACK): State.PAUSED,
    (State.PAUSED, Command.EXTEND): State.PAUSED,
    (State.PAUSED, Command.HURT): State.PAUSED,
    (State.PAUSED, Command.MILD_PAIN): State.PAUSED,
    (State.PAUSED, Command.SHARP_PAIN): State.ENDED,
    (State.PAUSED, Command.STOP): State.ENDED,
}


class CommandRefused(Exception):
    """A command was given that the state of the session does not allow."""


class SessionView(Struct, frozen=True, kw_only=True):
    """How a session stands at one moment: all that a face needs to paint or print."""

    timeline: Timeline
    phases: tuple[Phase, ...]
    """The phases of the timeline, with the seconds that the person added."""
    state: State
    pause_reason: PauseReason | None
    index: int
    elapsed_s: float
    """Seconds that this phase ran."""
    repetition: int
    """The repetition that is under way, from 1; 0 outside repetitions."""
    side: Side | None
    """The side at this moment; of alternating repetitions, the side of the repetition under way."""
    waits_for_key: bool
    """Whether a key, and not the clock, ends each repetition."""

    @property
    def phase(self) -> Phase:
        """The phase that this view is of."""
        return self.phases[self.index]

    @property
    def remaining_s(self) -> float:
        """Seconds left of the phase."""
        return max(0.0, self.phase.length_s - self.elapsed_s)

    @property
    def figure(self) -> int:
        """The number that the countdown shows: whole seconds left, or repetitions left where they wait for a key."""
        if self.waits_for_key:
            return self.phase.repetitions - self.repetition + 1
        # A hair of floating point above a whole second must not show as one more.
        return ceil(self.remaining_s - 1e-6)

    @property
    def fraction_left(self) -> float:
        """The part of the phase that is left, from 1 to 0."""
        if self.waits_for_key:
            return self.figure / self.phase.repetitions
        return self.remaining_s / self.phase.length_s if self.phase.length_s else 0.0

    @property
    def coming_work(self) -> Phase | None:
        """The hold or repetitions that this phase is or leads to."""
        return next((phase for phase in self.phases[self.index :] if phase.is_work), None)

    @property
    def next_phase(self) -> Phase | None:
        """The phase after this one."""
        return self.phases[self.index + 1] if self.index + 1 < len(self.phases) else None

    @property
    def total_remaining_s(self) -> float:
        """Seconds left of the whole session."""
        return self.remaining_s + sum(phase.length_s for phase in self.phases[self.index + 1 :])


class Session:
    """The state machine. `advance` and `handle` return what happened, in order."""

    def __init__(self, timeline: Timeline, *, repetitions_by_key: bool = False) -> None:
        if not timeline.phases:
            raise ValueError("a session needs at least one phase")
        self._timeline = timeline
        self._phases = list(timeline.phases)
        self._by_key = repetitions_by_key
        self._state = State.READY
        self._pause_reason: PauseReason | None = None
        self._restart_on_resume = False
        self._index = 0
        self._attempt = 0
        self._repetition = 0
        self._counted_s: tuple[float, ...] = ()
        self._before_s = 0.0
        """Seconds that the phase ran before it was last set running."""
        self._running_since_s = 0.0
        self._began_wall_s = 0.0
        self._half_time_told = False
        self._milestones: Iterator[tuple[float, Event | None]] = iter(())
        self._milestone: tuple[float, Event | None] = (inf, None)
        self._last_look: Instant | None = None

    @property
    def state(self) -> State:
        """Where the session stands."""
        return self._state

    @property
    def next_event_at(self) -> float | None:
        """The monotonic second at which to call `advance` next; None while nothing is due."""
        if self._state is not State.RUNNING:
            return None
        return self._running_since_s + self._milestone[0] - self._before_s

    def view(self, now: Instant) -> SessionView:
        """Return how the session stands at ``now``."""
        phase = self._phase
        return SessionView(
            timeline=self._timeline,
            phases=tuple(self._phases),
            state=self._state,
            pause_reason=self._pause_reason,
            index=self._index,
            elapsed_s=self._elapsed_s(now),
            repetition=self._repetition,
            side=repetition_side(phase, self._repetition, self._timeline.first_side)
            if phase.repetitions
            else phase.side,
            waits_for_key=self._waits_for_key,
        )

    def advance(self, now: Instant) -> list[Event]:
        """Return what happened up to ``now``. If nobody looked for too long, it pauses where it was last seen."""
        last, self._last_look = self._last_look, now
        if self._state is not State.RUNNING or last is None:
            return []
        away_s = self._gap(last, now)
        if away_s:
            return self._pause(last, PauseReason.SLEPT, away_s)
        events: list[Event] = []
        while self._state is State.RUNNING and (due := self.next_event_at) is not None and due <= now.monotonic_s:
            # What is due is told at the moment when it was due, so that lateness never adds up.
            at = Instant(due, now.wall_s - (now.monotonic_s - due))
            events += self._reach(at)
        return events

    def handle(self, command: Command, now: Instant) -> list[Event]:
        """Carry out ``command`` after `advance` to ``now``. Raises CommandRefused if the state does not allow it."""
        events = self.advance(now)
        target = TRANSITIONS.get((self._state, command))
        if target is None:
            raise CommandRefused(f"{command} while {self._state}")
        return events + self._carry_out(command, now)

    def leave(self, now: Instant) -> list[Event]:
        """Pause, if it runs, because the machine goes to sleep or is locked: the hold begins again on resuming."""
        events = self.advance(now)
        return events + (self._pause(now, PauseReason.SLEPT) if self._state is State.RUNNING else [])

    # What each command does

    def _carry_out(self, command: Command, now: Instant) -> list[Event]:
        match command:
            case Command.START:
                self._state = State.RUNNING
                return self._begin(0, now)
            case Command.PAUSE:
                return self._pause(now, PauseReason.ASKED)
            case Command.HURT:
                return self._pause(now, PauseReason.HURT)
            case Command.RESUME:
                return self._resume(now)
            case Command.SKIP:
                return self._held(now) + self._begin(self._index + 1, now)
            case Command.BACK:
                return self._back(now)
            case Command.EXTEND:
                self._extend()
                return []
            case Command.COUNT:
                return self._count(now)
            case Command.MILD_PAIN:
                return [PainReported(self._phase, PainKind.MILD)]
            case Command.SHARP_PAIN:
                return [PainReported(self._phase, PainKind.SHARP), *self._held(now), self._end(Ending.HURT)]
            case Command.STOP:
                return [*self._held(now), self._end(Ending.STOPPED)]

    def _pause(self, at: Instant, reason: PauseReason, away_s: float = 0.0) -> list[Event]:
        events: list[Event] = []
        if self._state is State.RUNNING:
            events = self._held(at)
            self._before_s = self._elapsed_s(at)
            self._state = State.PAUSED
        self._pause_reason = reason
        self._restart_on_resume = self._restart_on_resume or reason is PauseReason.SLEPT
        return [*events, Paused(reason, away_s)]

    def _resume(self, now: Instant) -> list[Event]:
        self._state, self._pause_reason = State.RUNNING, None
        self._running_since_s = now.monotonic_s
        if self._restart_on_resume:
            return [*self._held(now), *self._begin(self._index, now, again=True)]
        return [Resumed(self._phase)]

    def _back(self, now: Instant) -> list[Event]:
        index = self._index - 1 if self._elapsed_s(now) < RESTART_WINDOW_S and self._index else self._index
        return [*self._held(now), *self._begin(index, now, again=True)]

    def _extend(self) -> None:
        """Add time to this phase, and to the same hold of the other side if it is still to come."""
        here = self._phase
        self._phases[self._index] = extended(here)
        if here.is_work:
            for index in range(self._index + 1, len(self._phases)):
                phase = self._phases[index]
                if phase.kind is PhaseKind.NEXT:
                    break
                if phase.is_work and phase.set == here.set and phase.side is not here.side:
                    self._phases[index] = extended(phase)
        self._schedule(after_s=self._milestone[0], including=True)

    def _count(self, now: Instant) -> list[Event]:
        if not self._waits_for_key:
            raise CommandRefused("there is no repetition to count")
        self._counted_s += (self._elapsed_s(now),)
        if self._repetition < self._phase.repetitions:
            return [self._begin_repetition(self._repetition + 1)]
        return self._held(now, finished=True) + self._begin(self._index + 1, now)

    # Phases

    @property
    def _phase(self) -> Phase:
        return self._phases[self._index]

    @property
    def _waits_for_key(self) -> bool:
        return self._by_key and self._phase.kind is PhaseKind.REPETITIONS

    def _elapsed_s(self, at: Instant) -> float:
        """Return the seconds that the phase ran up to ``at``, never more than its length."""
        running = at.monotonic_s - self._running_since_s if self._state is State.RUNNING else 0.0
        limit = inf if self._waits_for_key else self._phase.length_s
        return min(self._before_s + max(0.0, running), limit)

    def _begin(self, index: int, at: Instant, *, again: bool = False) -> list[Event]:
        """Begin the phase ``index`` at ``at``, or end the session if there is none."""
        if index >= len(self._phases):
            return [self._end(Ending.COMPLETED)]
        self._index = index
        self._before_s, self._running_since_s = 0.0, at.monotonic_s
        self._began_wall_s = at.wall_s
        self._restart_on_resume = self._half_time_told = False
        self._repetition, self._counted_s = 0, ()
        self._attempt += self._phase.is_work
        self._schedule(after_s=0.0)
        coming = next((phase for phase in self._phases[index:] if phase.is_work), None)
        events: list[Event] = [PhaseBegan(self._phase, coming, again)]
        if self._phase.repetitions:
            events.append(self._begin_repetition(1))
        return events

    def _begin_repetition(self, number: int) -> Event:
        self._repetition = number
        return RepetitionBegan(self._phase, number, repetition_side(self._phase, number, self._timeline.first_side))

    def _held(self, at: Instant, *, finished: bool = False) -> list[Event]:
        """Return what was held of this phase up to ``at``."""
        phase, held_s = self._phase, self._elapsed_s(at)
        if not phase.is_work or not (finished or held_s):
            return []
        counted_s = self._counted_s if self._waits_for_key else None
        return [Held(self._attempt, phase, phase.length_s, held_s, self._began_wall_s, finished, counted_s)]

    def _end(self, ending: Ending) -> Event:
        self._state, self._pause_reason = State.ENDED, None
        return Ended(ending)

    # Moments within a phase

    def _schedule(self, after_s: float, *, including: bool = False) -> None:
        """Set the milestones of this phase that lie after ``after_s`` (or at it)."""
        self._milestones = (
            milestone
            for milestone in milestones(self._phase, by_key=self._waits_for_key)
            if milestone[0] > after_s or (including and milestone[0] == after_s)
        )
        self._milestone = next(self._milestones, (inf, None))

    def _reach(self, at: Instant) -> list[Event]:
        """Return what the milestone that is due at ``at`` brings, and move on to the next one."""
        event = self._milestone[1]
        if event is None:
            return self._held(at, finished=True) + self._begin(self._index + 1, at)
        self._milestone = next(self._milestones, (inf, None))
        match event:
            case Tick():
                return [event, *self._held(at)]
            case HalfTime():
                told, self._half_time_told = self._half_time_told, True
                return [] if told else [event]
            case RepetitionBegan(number=number):
                return [self._begin_repetition(number)]
        return [event]

    def _gap(self, last: Instant, now: Instant) -> float:
        """Return for how many seconds nobody looked, if that is more than the program itself can cause; else 0."""
        monotonic_s = now.monotonic_s - last.monotonic_s
        wall_s = now.wall_s - last.wall_s
        due = self.next_event_at
        late_s = 0.0 if due is None else now.monotonic_s - max(due, last.monotonic_s)
        if abs(wall_s - monotonic_s) > GAP_S or late_s > GAP_S:
            return max(wall_s, monotonic_s)
        return 0.0
