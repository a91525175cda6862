"""Performs a session: time goes in, events go to the ear and into the history. Both faces perform through it.

It owns no timer: a face calls `Conductor.advance` when `Conductor.due_in_s` has passed, and paints `Conductor.view`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from stretchtimer.clock import Clock
from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.progress.dose import per_hip
from stretchtimer.core.records import Ending, HoldRecord, Moment, PainRecord, SessionRecord
from stretchtimer.core.session.cues import CueSettings, Tone, cues_for
from stretchtimer.core.session.events import Ended, Event, Held, PainReported, Paused, PauseReason
from stretchtimer.core.session.keys import Key, command_for
from stretchtimer.core.session.session import Command, CommandRefused, Session, SessionView, State
from stretchtimer.core.session.timeline import Timeline

SHORTEST_PARTIAL_S = 1.0
"""An unfinished hold of less than a second is a slip of the key, not stretching."""
FORGOTTEN_S = 300.0
"""A session that was paused so long ago is in nobody's mind: the person sits again (a convention of this program)."""


class Sound(Protocol):
    """What plays tones; see `stretchtimer.desktop.sound`."""

    def open(self) -> None: ...  # noqa: D102
    def play(self, tone: Tone, volume: float) -> None: ...  # noqa: D102
    def close(self) -> None: ...  # noqa: D102


class Voice(Protocol):
    """What speaks; see `stretchtimer.desktop.speech`."""

    def say(self, text: str, interrupt: bool = True) -> None: ...  # noqa: D102
    def stop(self) -> None: ...  # noqa: D102


class Awake(Protocol):
    """What keeps the screen awake; see `stretchtimer.desktop.inhibit`."""

    def hold(self) -> None: ...  # noqa: D102
    def release(self) -> None: ...  # noqa: D102


class Media(Protocol):
    """What keeps music and films quiet; see `stretchtimer.desktop.media`."""

    def hold(self) -> None: ...  # noqa: D102
    def release(self) -> None: ...  # noqa: D102


class Recorder(Protocol):
    """What keeps the history; see `stretchtimer.storage.history`. Its methods raise OSError if nothing can be kept."""

    def begin_session(self, session: SessionRecord) -> None: ...  # noqa: D102
    def save_hold(self, session_id: str, hold: HoldRecord) -> None: ...  # noqa: D102
    def record_pain(self, session_id: str, pain: PainRecord) -> None: ...  # noqa: D102
    def end_session(self, session_id: str, ending: Ending, at: Moment) -> None: ...  # noqa: D102


class Conductor:
    """One performance of one timeline."""

    def __init__(
        self,
        timeline: Timeline,
        *,
        clock: Clock,
        new_id: Callable[[], str],
        sound: Sound,
        voice: Voice,
        awake: Awake,
        media: Media,
        recorder: Recorder,
        cues: CueSettings,
        repetitions_by_key: bool = False,
    ) -> None:
        self._session = Session(timeline, repetitions_by_key=repetitions_by_key)
        self._timeline = timeline
        self._clock, self._new_id = clock, new_id
        self._sound, self._voice, self._awake, self._media = sound, voice, awake, media
        self._cues = cues
        self._log = _Log(recorder)
        self._session_id = new_id()
        self._began = False
        self._paused_at_s = 0.0
        self._holds: dict[int, HoldRecord] = {}

    @property
    def session_id(self) -> str:
        """The id under which the history keeps this session."""
        return self._session_id

    @property
    def nothing_began(self) -> bool:
        """Whether the session was never started, so that the history knows nothing of it."""
        return not self._began

    @property
    def occupies(self) -> bool:
        """Whether the person is at it: it runs, or was paused within the last `FORGOTTEN_S`."""
        if self._session.state is State.PAUSED:
            return self._clock.now().monotonic_s - self._paused_at_s < FORGOTTEN_S
        return self._session.state is State.RUNNING

    @property
    def holds(self) -> tuple[HoldRecord, ...]:
        """The last word on each attempt at a hold or at repetitions, in the order in which they began."""
        return tuple(self._holds.values())

    @property
    def trouble(self) -> str:
        """Why the history cannot be written at present; empty if it can."""
        return self._log.trouble

    def retry_writing(self) -> None:
        """Write what the history refused so far: the disk may have room again after the session."""
        self._log.retry()

    @property
    def due_in_s(self) -> float | None:
        """Seconds until `advance` should be called; None while nothing is due."""
        at = self._session.next_event_at
        return None if at is None else max(0.0, at - self._clock.now().monotonic_s)

    def view(self) -> SessionView:
        """Return how the session stands now."""
        return self._session.view(self._clock.now())

    def advance(self) -> list[Event]:
        """Perform what has come due."""
        return self._perform(self._session.advance(self._clock.now()))

    def leave(self) -> list[Event]:
        """Pause, because the machine goes to sleep or is locked; and let the screen go, also if it was paused."""
        events = self._perform(self._session.leave(self._clock.now()))
        self._awake.release()
        return events

    def press(self, key: Key) -> list[Event]:
        """Do what ``key`` asks for at this moment, if anything."""
        events = self.advance()
        command = command_for(key, self.view())
        return events if command is None else events + self.command(command)

    def command(self, command: Command) -> list[Event]:
        """Carry out ``command``; one that the moment no longer allows (the session just ended, say) does nothing."""
        now = self._clock.now()
        events = self._perform(self._session.advance(now))
        if command is Command.START and self._session.state is State.READY:
            self._open(now.wall_s)
        elif command is Command.RESUME and self._session.state is State.PAUSED:
            self._awake.hold()
        try:
            return events + self._perform(self._session.handle(command, now))
        except CommandRefused:
            return events

    def _open(self, wall_s: float) -> None:
        self._began = True
        if self._cues.sound:
            self._sound.open()
        self._awake.hold()
        if self._cues.pause_media:
            self._media.hold()
        session = SessionRecord(
            id=self._session_id,
            started_at=self._clock.moment(wall_s),
            routine=self._timeline.routine,
            routine_name=self._timeline.name,
            first_side=self._timeline.first_side,
        )
        self._log.write("begin", lambda recorder: recorder.begin_session(session))

    def _perform(self, events: list[Event]) -> list[Event]:
        for event in events:
            if isinstance(event, Paused):
                self._paused_at_s = self._clock.now().monotonic_s
            cue = cues_for(event, self._cues)
            if cue is not None and cue.tone is not None:
                self._sound.play(cue.tone, self._cues.volume)
            if cue is not None and cue.words:
                self._voice.say(cue.words, cue.interrupts)
            elif isinstance(event, Ended):
                # What was being said is of a session that is over.
                self._voice.stop()
            self._record(event)
        return events

    def _record(self, event: Event) -> None:
        match event:
            case Held():
                if event.finished or event.held_s >= SHORTEST_PARTIAL_S:
                    hold = self._holds[event.attempt] = self._hold(event)
                    self._log.write(hold.id, lambda recorder: recorder.save_hold(self._session_id, hold))
            case PainReported(phase=phase, kind=kind):
                pain = PainRecord(
                    id=self._new_id(), at=self._now(), kind=kind, exercise=phase.exercise.id, side=phase.side
                )
                self._log.write(pain.id, lambda recorder: recorder.record_pain(self._session_id, pain))
            case Paused(reason=PauseReason.SLEPT):
                # Nobody may come back today, and a screen that nobody looks at need not stay awake.
                self._awake.release()
            case Ended(ending=ending) if self._began:
                at = self._now()
                self._log.write("end", lambda recorder: recorder.end_session(self._session_id, ending, at))
                self._awake.release()
                self._media.release()
                self._sound.close()

    def _now(self) -> Moment:
        return self._clock.moment(self._clock.now().wall_s)

    def _hold(self, event: Held) -> HoldRecord:
        phase = event.phase
        before = self._holds.get(event.attempt)
        seconds = per_hip(phase, event.held_s, self._timeline.first_side, event.counted_s)
        return HoldRecord(
            id=before.id if before else self._new_id(),
            exercise=phase.exercise.id,
            side=phase.side or Side.BOTH,
            set=phase.set or 1,
            planned_s=event.planned_s,
            held_s=event.held_s,
            finished=event.finished,
            credits_hip_flexor=phase.exercise.credits_hip_flexor,
            left_s=seconds.left,
            right_s=seconds.right,
            started_at=self._clock.moment(event.began_wall_s),
        )


class _Log:
    """Writes to the history in order. What a full disk refuses is kept and tried again with the next write."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._unwritten: dict[str, Callable[[Recorder], None]] = {}
        self.trouble = ""

    def write(self, key: str, job: Callable[[Recorder], None]) -> None:
        """Write ``job`` after what is still unwritten; it takes the place of an unwritten one of the same ``key``."""
        self._unwritten[key] = job
        self.retry()

    def retry(self) -> None:
        """Write what is still unwritten."""
        try:
            for waiting, waiting_job in tuple(self._unwritten.items()):
                waiting_job(self._recorder)
                del self._unwritten[waiting]
            self.trouble = ""
        except OSError as error:
            self.trouble = str(error)
