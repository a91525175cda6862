from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.catalog.routine import RoutineItem
from stretchtimer.core.records import Ending
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
    RepetitionReleased,
    Tick,
)
from stretchtimer.core.session.session import TRANSITIONS, Command, CommandRefused, Session, State
from stretchtimer.core.session.timeline import Pacing, Phase, compile_routine
from tests.core.session.test_timeline import timelines
from tests.samples import EXERCISES, ManualClock, exercise, routine


class Performance:
    """A session with a clock and all that it told."""

    def __init__(self, *items: str | RoutineItem, by_key: bool = False) -> None:
        self.clock = ManualClock()
        self.session = Session(compile_routine(routine(*items), EXERCISES), repetitions_by_key=by_key)
        self.events: list[Event] = []

    def do(self, command: Command) -> list[Event]:
        told = self.session.handle(command, self.clock.now())
        self.events += told
        return told

    def go(self, seconds: float) -> list[Event]:
        """Let time pass, looking at each due moment as a timer would."""
        end_s = self.clock.monotonic_s + seconds
        told: list[Event] = []
        while (due := self.session.next_event_at) is not None and due <= end_s:
            told += self.session.advance(self.clock.go(max(0.0, due - self.clock.monotonic_s)))
        told += self.session.advance(self.clock.go(end_s - self.clock.monotonic_s))
        self.events += told
        return told

    def leave(self) -> list[Event]:
        told = self.session.leave(self.clock.now())
        self.events += told
        return told

    @property
    def phase(self) -> Phase:
        return self.session.view(self.clock.now()).phase

    def holds(self) -> list[tuple[str | None, float, bool]]:
        """Return (side, seconds, finished) of the last word on each attempt."""
        last = {event.attempt: event for event in self.events if isinstance(event, Held)}
        return [(event.phase.side, event.held_s, event.finished) for event in last.values()]


def of_kind(events: Sequence[Event], kind: type[Event]) -> list[Event]:
    return [event for event in events if isinstance(event, kind)]


@pytest.fixture
def kneeling() -> Performance:
    performance = Performance(RoutineItem(exercise="kneeling", sets=1))
    performance.do(Command.START)
    return performance


def test_a_session_runs_through_its_phases_and_ends(kneeling: Performance) -> None:
    kneeling.go(5 + 30 + 8 + 30)
    assert [event.phase.kind for event in kneeling.events if isinstance(event, PhaseBegan)] == [
        "get_ready",
        "hold",
        "switch",
        "hold",
    ]
    assert kneeling.events[-1] == Ended(Ending.COMPLETED)
    assert kneeling.holds() == [("left", 30, True), ("right", 30, True)]


def test_an_hour_of_240_phases_ends_within_50_ms_though_every_look_is_late() -> None:
    exercises = {"short": exercise("short", hold_s=17, sets=10)}
    chosen = routine(*(RoutineItem(exercise="short", sets=10) for _ in range(6)))
    timeline = compile_routine(chosen, exercises, Pacing(switch_s=10, rest_s=15, next_s=30, get_ready_s=30))
    session, clock = Session(timeline), ManualClock(monotonic_s=0.1)
    session.handle(Command.START, clock.now())
    began_s = clock.monotonic_s
    while (due := session.next_event_at) is not None:
        last_due = due
        session.advance(clock.go(due - clock.monotonic_s + 0.015))
    assert len(timeline.phases) == 240
    assert timeline.total_s == pytest.approx(3600, rel=0.15)
    assert last_due - began_s == pytest.approx(timeline.total_s, abs=0.001)
    assert clock.monotonic_s - began_s == pytest.approx(timeline.total_s, abs=0.05)


def test_the_seconds_are_ticked_and_half_time_is_told_once(kneeling: Performance) -> None:
    told = kneeling.go(5 + 30)
    hold_ticks = [event.remaining_s for event in told if isinstance(event, Tick) and event.phase.kind == "hold"]
    assert hold_ticks == list(range(29, 0, -1))
    assert len(of_kind(told, HalfTime)) == 1


def test_a_pause_stops_the_clock_and_the_count(kneeling: Performance) -> None:
    kneeling.go(5 + 10.25)
    kneeling.do(Command.PAUSE)
    kneeling.go(600)
    assert kneeling.session.view(kneeling.clock.now()).remaining_s == 19.75
    kneeling.do(Command.RESUME)
    kneeling.go(19.75)
    assert kneeling.holds() == [("left", 30, True)]
    assert kneeling.phase.kind == "switch"


def test_back_begins_the_phase_again_and_twice_goes_to_the_one_before(kneeling: Performance) -> None:
    kneeling.go(5 + 30 + 8 + 12)
    kneeling.do(Command.BACK)
    assert (kneeling.phase.kind, kneeling.phase.side) == ("hold", "right")
    assert kneeling.holds()[-1] == ("right", 12, False)
    kneeling.go(0.5)
    kneeling.do(Command.BACK)
    assert kneeling.phase.kind == "switch"


def test_skip_leaves_a_hold_unfinished_with_the_seconds_that_were_held(kneeling: Performance) -> None:
    kneeling.go(5 + 12.5)
    kneeling.do(Command.SKIP)
    assert kneeling.holds() == [("left", 12.5, False)]
    assert kneeling.phase.kind == "switch"


def test_fifteen_seconds_more_go_to_the_other_side_too(kneeling: Performance) -> None:
    kneeling.go(5 + 29.5)
    kneeling.do(Command.EXTEND)
    kneeling.go(15.5 + 8 + 45)
    assert kneeling.holds() == [("left", 45, True), ("right", 45, True)]
    assert kneeling.session.state is State.ENDED
    assert len(of_kind(kneeling.events, HalfTime)) == 2


def test_more_time_for_repetitions_is_more_repetitions() -> None:
    swing = Performance("swing")
    swing.do(Command.START)
    swing.go(5 + 1)
    swing.do(Command.EXTEND)
    assert (swing.phase.repetitions, swing.phase.length_s) == (5 + 8, 10 + 16)


def test_repetitions_are_counted_at_their_tempo_and_released() -> None:
    tilt = Performance("tilt")
    tilt.do(Command.START)
    tilt.go(5)
    told = tilt.go(3 * 14)
    began = [event.number for event in tilt.events if isinstance(event, RepetitionBegan)]
    assert began == [1, 2, 3]
    assert [event.number for event in told if isinstance(event, RepetitionReleased)] == [1, 2, 3]
    assert tilt.holds() == [("both", 42, True)]


def test_alternating_repetitions_change_side_each_time() -> None:
    march = Performance("march")
    march.do(Command.START)
    march.go(5 + 12)
    sides = [event.side for event in march.events if isinstance(event, RepetitionBegan)]
    assert sides == ["left", "right", "left", "right"]


def test_repetitions_that_wait_for_a_key_wait() -> None:
    swing = Performance(RoutineItem(exercise="swing", repetitions=2), by_key=True)
    swing.do(Command.START)
    swing.go(5)
    swing.go(100)
    assert swing.session.view(swing.clock.now()).figure == 2
    swing.do(Command.COUNT)
    assert swing.session.view(swing.clock.now()).figure == 1
    swing.do(Command.COUNT)
    assert swing.phase.kind == "switch"
    assert swing.holds() == [("left", 100, True)]


def test_repetitions_that_wait_for_a_key_tell_when_each_ended() -> None:
    march = Performance("march", by_key=True)
    march.do(Command.START)
    march.go(5)
    for seconds in (7, 2):
        march.go(seconds)
        march.do(Command.COUNT)
    march.do(Command.PAUSE)
    march.go(60)
    march.do(Command.RESUME)
    (*_, held) = of_kind(march.go(1), Held)
    assert (held.held_s, held.counted_s) == (10, (7, 9))
    march.do(Command.BACK)
    (*_, again) = of_kind(march.go(1), Held)
    assert again.counted_s == ()


def test_counting_where_nothing_is_counted_is_refused(kneeling: Performance) -> None:
    with pytest.raises(CommandRefused):
        kneeling.do(Command.COUNT)


def test_sleep_pauses_at_the_last_moment_known_and_the_hold_begins_again(kneeling: Performance) -> None:
    kneeling.go(5 + 12)
    kneeling.clock.sleep(3600)
    (paused,) = of_kind(kneeling.go(0.5), Paused)
    assert paused == Paused(PauseReason.SLEPT, pytest.approx(3600.5))
    assert kneeling.holds() == [("left", 12, False)]
    (began,) = of_kind(kneeling.do(Command.RESUME), PhaseBegan)
    assert began.again
    kneeling.go(30)
    assert kneeling.holds() == [("left", 12, False), ("left", 30, True)]


def test_a_lock_pauses_at_once_and_the_hold_begins_again(kneeling: Performance) -> None:
    kneeling.go(5 + 12)
    (paused,) = of_kind(kneeling.leave(), Paused)
    assert paused == Paused(PauseReason.SLEPT)
    assert kneeling.leave() == []
    kneeling.clock.sleep(3600)
    kneeling.do(Command.RESUME)
    kneeling.go(30)
    assert kneeling.holds() == [("left", 12, False), ("left", 30, True)]


def test_a_lock_before_the_start_or_during_a_pause_changes_nothing() -> None:
    waiting = Performance("kneeling")
    assert waiting.leave() == []
    waiting.do(Command.START)
    waiting.go(5 + 12)
    waiting.do(Command.PAUSE)
    assert waiting.leave() == []
    waiting.do(Command.RESUME)
    waiting.go(18)
    assert waiting.holds() == [("left", 30, True)]


def test_a_frozen_program_counts_nothing_that_nobody_saw(kneeling: Performance) -> None:
    kneeling.go(5 + 3)
    told = kneeling.session.advance(kneeling.clock.go(60))
    assert [type(event) for event in told] == [Held, Paused]
    assert told[0].held_s == 3


def test_a_look_that_is_a_little_late_is_no_sleep(kneeling: Performance) -> None:
    kneeling.go(5 + 3)
    assert not of_kind(kneeling.session.advance(kneeling.clock.go(2.5)), Paused)


def test_a_mild_pain_waits_and_a_sharp_one_ends_the_session(kneeling: Performance) -> None:
    kneeling.go(5 + 7)
    kneeling.do(Command.HURT)
    assert kneeling.session.view(kneeling.clock.now()).pause_reason is PauseReason.HURT
    assert of_kind(kneeling.do(Command.MILD_PAIN), PainReported)
    assert kneeling.session.state is State.PAUSED
    told = kneeling.do(Command.SHARP_PAIN)
    assert told[-1] == Ended(Ending.HURT)
    assert kneeling.holds() == [("left", 7, False)]


def test_every_pair_that_the_table_lacks_is_refused() -> None:
    for state in State:
        for command in Command:
            if (state, command) not in TRANSITIONS:
                with pytest.raises(CommandRefused):
                    _in_state(state).do(command)


def _in_state(state: State) -> Performance:
    performance = Performance("kneeling")
    for command in {
        State.READY: [],
        State.RUNNING: [Command.START],
        State.PAUSED: [Command.START, Command.PAUSE],
        State.ENDED: [Command.STOP],
    }[state]:
        performance.do(command)
    return performance


moves = st.lists(st.tuples(st.sampled_from(Command), st.floats(0, 40), st.booleans()), max_size=30)


@given(timelines, st.booleans(), moves)
def test_for_any_commands_and_times_nothing_is_counted_twice_and_nothing_finished_is_lost(
    timeline: object, by_key: bool, chosen: list[tuple[Command, float, bool]]
) -> None:
    performance = Performance("kneeling")
    performance.session = Session(timeline, repetitions_by_key=by_key)  # type: ignore[arg-type]
    began_s = performance.clock.monotonic_s
    for command, seconds, asleep in [(Command.START, 0.0, False), *chosen]:
        if (performance.session.state, command) in TRANSITIONS and (
            command is not Command.COUNT or performance.session.view(performance.clock.now()).waits_for_key
        ):
            performance.do(command)
        if asleep:
            performance.clock.sleep(seconds)
        performance.go(seconds)
    holds = [event for event in performance.events if isinstance(event, Held)]
    last = {event.attempt: event for event in holds}
    assert sum(event.held_s for event in last.values()) <= performance.clock.monotonic_s - began_s + 1e-6
    finished = {event.attempt for event in holds if event.finished}
    assert finished == {attempt for attempt, event in last.items() if event.finished}
    for event in last.values():
        assert event.held_s >= 0
        assert not event.finished or by_key or event.held_s == event.planned_s
