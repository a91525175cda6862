from __future__ import annotations

from itertools import count
from typing import Any

import pytest

from stretchtimer.conductor import Conductor
from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.catalog.routine import RoutineItem
from stretchtimer.core.records import Ending, HoldRecord, Moment, PainKind, PainRecord, SessionRecord
from stretchtimer.core.session.cues import CueSettings, Tone
from stretchtimer.core.session.events import Ended
from stretchtimer.core.session.keys import Key
from stretchtimer.core.session.session import Command, State
from stretchtimer.core.session.timeline import compile_routine
from tests.samples import EXERCISES, ManualClock, routine


class Ear:
    """Sound, voice and screen at once: it keeps what reached it, in order, with the second of the session."""

    def __init__(self, clock: ManualClock) -> None:
        self._clock, self._began_s = clock, clock.monotonic_s
        self.told: list[tuple[float, Any]] = []

    def _tell(self, what: Any) -> None:
        self.told.append((self._clock.monotonic_s - self._began_s, what))

    def open(self) -> None:
        self._tell("open")

    def play(self, tone: Tone, volume: float) -> None:
        self._tell((tone, volume))

    def close(self) -> None:
        self._tell("close")

    def say(self, text: str, interrupt: bool = True) -> None:
        self._tell(text)

    def stop(self) -> None:
        self._tell("stop")

    def hold(self) -> None:
        self._tell("awake")

    def release(self) -> None:
        self._tell("asleep")

    def at(self, second: float) -> list[Any]:
        """Return what reached it at that second of the session."""
        return [what for when, what in self.told if when == second]

    def names(self) -> list[str]:
        """Return in order what is neither a tone nor a sentence."""
        return [what for _when, what in self.told if what in ("open", "close", "awake", "asleep", "stop")]


class Diary:
    """A history that keeps the calls in order, and refuses them while the disk is full."""

    def __init__(self) -> None:
        self.full = ""
        self.rows: list[tuple[str, Any]] = []

    def _keep(self, kind: str, row: Any) -> None:
        if self.full:
            raise OSError(self.full)
        self.rows.append((kind, row))

    def begin_session(self, session: SessionRecord) -> None:
        self._keep("begin", session)

    def save_hold(self, session_id: str, hold: HoldRecord) -> None:
        self._keep("hold", hold)

    def record_pain(self, session_id: str, pain: PainRecord) -> None:
        self._keep("pain", pain)

    def end_session(self, session_id: str, ending: Ending, at: Moment) -> None:
        self._keep("end", (session_id, ending, at))

    def kinds(self) -> list[str]:
        """Return the sorts of the rows in order, rows of one sort that follow each other as one."""
        return [kind for index, (kind, _row) in enumerate(self.rows) if index == 0 or self.rows[index - 1][0] != kind]

    def holds(self) -> list[HoldRecord]:
        """Return the last row of each hold, as a table with an upsert would have them."""
        return list({row.id: row for kind, row in self.rows if kind == "hold"}.values())

    def finished(self) -> list[HoldRecord]:
        """Return each row that was written as finished."""
        return [row for kind, row in self.rows if kind == "hold" and row.finished]


class Stage:
    """A conductor with everything that it conducts."""

    def __init__(
        self, *items: str | RoutineItem, first_side: Side = Side.LEFT, by_key: bool = False, **cues: Any
    ) -> None:
        self.clock = ManualClock()
        self.ear, self.media, self.diary = Ear(self.clock), Ear(self.clock), Diary()
        numbers = count(1)
        self.conductor = Conductor(
            compile_routine(routine(*items), EXERCISES, first_side=first_side),
            clock=self.clock,
            new_id=lambda: f"id-{next(numbers)}",
            sound=self.ear,
            voice=self.ear,
            awake=self.ear,
            media=self.media,
            recorder=self.diary,
            cues=CueSettings(**cues),
            repetitions_by_key=by_key,
        )

    def start(self) -> Stage:
        self.conductor.command(Command.START)
        return self

    def go(self, seconds: float) -> Stage:
        """Let time pass, looking at each due moment as a timer would."""
        end_s = self.clock.monotonic_s + seconds
        while (due_s := self.conductor.due_in_s) is not None and self.clock.monotonic_s + due_s <= end_s:
            self.clock.go(due_s)
            self.conductor.advance()
        self.clock.go(end_s - self.clock.monotonic_s)
        self.conductor.advance()
        return self


ONE_SET = RoutineItem(exercise="kneeling", sets=1)
WHOLE_S = 5 + 30 + 8 + 30


@pytest.fixture
def stage() -> Stage:
    return Stage(ONE_SET).start()


def test_tones_and_words_go_out_at_their_moments(stage: Stage) -> None:
    stage.go(WHOLE_S)
    ear = stage.ear
    assert ear.at(0) == [
        "open",
        "awake",
        "Kneeling, left hip. Kneel with the right foot in front.",
    ]
    assert [ear.at(second) for second in (2, 3, 4)] == [[(Tone.TICK, 0.7)]] * 3
    assert ear.at(5) == [(Tone.HOLD, 0.7), "Hold for 30 seconds."]
    assert ear.at(20) == [(Tone.HALF, 0.7), "Half-time."]
    assert ear.at(35) == [(Tone.SWITCH, 0.7), "Switch: right hip. Right knee down, left foot in front."]
    assert ear.at(43) == [(Tone.HOLD, 0.7), "Hold for 30 seconds."]
    assert ear.at(73)[:2] == [(Tone.END, 0.7), "Done. Well held."]


def test_media_are_paused_from_start_to_end_for_those_who_want_it() -> None:
    quiet = Stage(ONE_SET, pause_media=True)
    assert quiet.media.names() == []
    quiet.start()
    assert quiet.media.names() == ["awake"]
    quiet.conductor.command(Command.STOP)
    assert quiet.media.names() == ["awake", "asleep"]
    assert "awake" not in Stage(ONE_SET).start().media.names()


def test_the_screen_is_awake_and_the_sound_open_from_start_to_end_only(stage: Stage) -> None:
    assert Stage(ONE_SET).ear.told == []
    stage.go(12)
    stage.conductor.command(Command.PAUSE)
    stage.go(60)
    assert stage.ear.names() == ["open", "awake"]
    stage.conductor.command(Command.RESUME)
    stage.go(WHOLE_S)
    assert set(stage.ear.names()) == {"asleep", "awake", "close", "open"}
    assert {"asleep", "close"} <= set(stage.ear.at(60 + WHOLE_S))


def test_a_screen_that_nobody_looks_at_may_sleep_until_the_session_goes_on(stage: Stage) -> None:
    stage.go(5 + 12)
    stage.conductor.leave()
    assert stage.ear.at(17)[-1] == "asleep"
    assert stage.diary.holds()[0].held_s == 12
    stage.conductor.command(Command.RESUME)
    assert "awake" in stage.ear.at(17)


def test_a_session_that_was_paused_and_forgotten_occupies_nobody(stage: Stage) -> None:
    assert not Stage(ONE_SET).conductor.occupies
    assert stage.conductor.occupies
    stage.conductor.command(Command.PAUSE)
    stage.clock.go(299)
    assert stage.conductor.occupies
    stage.clock.go(1)
    assert not stage.conductor.occupies
    stage.conductor.command(Command.RESUME)
    assert stage.conductor.occupies
    stage.conductor.command(Command.STOP)
    assert not stage.conductor.occupies


def test_without_sound_no_device_is_opened() -> None:
    stage = Stage(ONE_SET, sound=False).start().go(WHOLE_S)
    assert "open" not in stage.ear.names()
    assert not any(isinstance(what, tuple) for _when, what in stage.ear.told)


def test_stopping_cuts_short_what_is_being_said(stage: Stage) -> None:
    stage.go(1)
    stage.conductor.command(Command.STOP)
    assert set(stage.ear.at(1)) == {"stop", "asleep", "close"}


def test_each_finished_hold_is_saved_as_finished_once(stage: Stage) -> None:
    stage.go(WHOLE_S)
    assert [(hold.side, hold.held_s, hold.planned_s, hold.set) for hold in stage.diary.finished()] == [
        ("left", 30, 30, 1),
        ("right", 30, 30, 1),
    ]
    assert stage.diary.kinds() == ["begin", "hold", "end"]
    assert stage.diary.rows[-1][1][:2] == (stage.conductor.session_id, Ending.COMPLETED)


def test_a_hold_under_way_is_one_row_that_grows(stage: Stage) -> None:
    stage.go(5 + 4)
    rows = [row for kind, row in stage.diary.rows if kind == "hold"]
    assert [row.held_s for row in rows] == [1, 2, 3, 4]
    assert len({row.id for row in rows}) == 1
    assert not any(row.finished for row in rows)


def test_what_is_held_for_less_than_a_second_is_no_row(stage: Stage) -> None:
    stage.go(5 + 0.9)
    stage.conductor.command(Command.SKIP)
    stage.conductor.command(Command.STOP)
    assert stage.diary.kinds() == ["begin", "end"]
    assert stage.conductor.holds == ()


def test_a_hold_that_begins_again_is_a_row_of_its_own(stage: Stage) -> None:
    stage.go(5 + 12)
    stage.conductor.command(Command.BACK)
    stage.go(30)
    assert [(hold.held_s, hold.finished) for hold in stage.diary.holds()] == [(12, False), (30, True)]
    first, second = stage.diary.holds()
    assert (second.started_at.utc - first.started_at.utc).total_seconds() == 12


def test_the_conductor_gives_the_last_word_on_each_attempt_in_order(stage: Stage) -> None:
    stage.go(5 + 12)
    stage.conductor.command(Command.BACK)
    stage.go(30 + 8 + 3)
    assert [(hold.side, hold.held_s, hold.finished) for hold in stage.conductor.holds] == [
        ("left", 12, False),
        ("left", 30, True),
        ("right", 3, False),
    ]
    assert list(stage.conductor.holds) == stage.diary.holds()


@pytest.mark.parametrize(
    ("name", "first_side", "held_s", "expected"),
    [
        ("kneeling", Side.LEFT, 30, [("left", 30, 0), ("right", 0, 30)]),
        ("kneeling", Side.RIGHT, 30, [("right", 0, 30), ("left", 30, 0)]),
        ("butterfly", Side.LEFT, 50, [("both", 50, 50)]),
        ("march", Side.LEFT, 12, [("both", 6, 6)]),
    ],
)
def test_seconds_go_to_the_hip_that_was_stretched(
    name: str, first_side: Side, held_s: float, expected: list[tuple[str, float, float]]
) -> None:
    stage = Stage(RoutineItem(exercise=name, sets=1), first_side=first_side).start().go(5 + 8 + 2 * held_s)
    assert [(hold.side, hold.left_s, hold.right_s) for hold in stage.diary.holds()] == expected
    assert {hold.credits_hip_flexor for hold in stage.diary.holds()} == {EXERCISES[name].credits_hip_flexor}


def test_repetitions_that_wait_for_a_key_go_to_the_hip_that_took_the_time() -> None:
    stage = Stage(RoutineItem(exercise="march", sets=1), by_key=True).start().go(5)
    for seconds in (10, 2, 3, 1):
        stage.go(seconds).conductor.command(Command.COUNT)
    assert [(hold.held_s, hold.left_s, hold.right_s) for hold in stage.diary.holds()] == [(16, 13, 3)]


def test_pain_is_recorded_with_its_exercise_and_side(stage: Stage) -> None:
    stage.go(5 + 7)
    stage.conductor.command(Command.HURT)
    stage.clock.go(3)
    stage.conductor.command(Command.SHARP_PAIN)
    (pain,) = [row for kind, row in stage.diary.rows if kind == "pain"]
    assert (pain.kind, pain.exercise, pain.side) == (PainKind.SHARP, "kneeling", Side.LEFT)
    assert pain.at == stage.clock.moment(stage.clock.wall_s)
    assert stage.diary.kinds() == ["begin", "hold", "pain", "hold", "end"]
    assert [hold.held_s for hold in stage.diary.holds()] == [7]
    assert stage.diary.rows[-1][1][1] is Ending.HURT


def test_a_full_disk_loses_nothing_and_says_why(stage: Stage) -> None:
    stage.go(5 + 10)
    stage.diary.full = "No space left on device"
    stage.go(20 + 8 + 4.5)
    stage.conductor.command(Command.HURT)
    stage.conductor.command(Command.MILD_PAIN)
    assert stage.conductor.trouble == "No space left on device"
    assert [(hold.side, hold.held_s) for hold in stage.diary.holds()] == [("left", 10)]
    stage.diary.full = ""
    written = len(stage.diary.rows)
    stage.conductor.command(Command.STOP)
    assert stage.conductor.trouble == ""
    caught_up = [
        (kind, row.held_s, row.finished) if kind == "hold" else (kind,) for kind, row in stage.diary.rows[written:]
    ]
    assert caught_up == [("hold", 30, True), ("hold", 4.5, False), ("pain",), ("end",)]


def test_a_disk_that_is_full_from_the_start_still_gets_the_session_first() -> None:
    stage = Stage(ONE_SET)
    stage.diary.full = "Read-only file system"
    stage.start().go(5 + 30)
    assert stage.conductor.trouble == "Read-only file system"
    stage.diary.full = ""
    stage.go(8 + 30)
    assert stage.diary.kinds() == ["begin", "hold", "end"]
    assert [hold.held_s for hold in stage.diary.finished()] == [30, 30]


def test_keys_after_the_end_do_nothing(stage: Stage) -> None:
    stage.go(WHOLE_S)
    told, rows = list(stage.ear.told), list(stage.diary.rows)
    stage.clock.go(1)
    assert [stage.conductor.press(key) for key in Key] == [[] for _key in Key]
    assert (stage.ear.told, stage.diary.rows) == (told, rows)


def test_a_command_that_the_moment_refuses_does_nothing(stage: Stage) -> None:
    stage.go(WHOLE_S - 0.25)
    stage.clock.go(0.5)
    events = stage.conductor.command(Command.PAUSE)
    assert events[-1] == Ended(Ending.COMPLETED)
    assert stage.conductor.command(Command.SKIP) == []
    assert stage.diary.kinds() == ["begin", "hold", "end"]


def test_keys_lead_through_a_session() -> None:
    stage = Stage(ONE_SET)
    stage.conductor.press(Key.SPACE)
    stage.go(5 + 3)
    stage.conductor.press(Key.SPACE)
    assert stage.conductor.view().state is State.PAUSED
    stage.conductor.press(Key.ENTER)
    stage.conductor.press(Key.ESCAPE)
    assert stage.conductor.view().state is State.ENDED


def test_a_session_that_was_never_started_leaves_no_trace() -> None:
    stage = Stage(ONE_SET)
    assert stage.conductor.nothing_began
    stage.conductor.press(Key.ESCAPE)
    assert stage.conductor.view().state is State.ENDED
    assert stage.conductor.nothing_began
    assert stage.diary.rows == []
    assert stage.ear.names() in ([], ["stop"])


def test_a_session_that_was_started_began(stage: Stage) -> None:
    assert not stage.conductor.nothing_began
    stage.conductor.command(Command.STOP)
    assert not stage.conductor.nothing_began
