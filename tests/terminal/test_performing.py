from __future__ import annotations

import pytest

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.catalog.routine import RoutineItem
from stretchtimer.core.catalog.safety import mild_advice, sharp_advice
from stretchtimer.core.records import Ending, PainKind
from stretchtimer.terminal.keystrokes import HANG_UP
from tests.terminal.stage import Keys, Stage

ONE_SET = RoutineItem(exercise="kneeling", sets=1)


def test_each_phase_has_a_line_with_its_time_and_what_to_do() -> None:
    lines = Stage(RoutineItem(exercise="kneeling", sets=2)).play({0: "space"})
    assert lines[:4] == [
        "0:00  Get ready  5 s  Kneeling  left hip  Kneel with the right foot in front.",
        "0:05  Hold  30 s  left hip  Set 1 of 2  Left knee down, right foot in front",
        "0:35  Switch sides  8 s  right hip  Set 1 of 2  Right knee down, left foot in front",
        "0:43  Hold  30 s  right hip  Set 1 of 2  Right knee down, left foot in front",
    ]
    assert lines[-1] == "Left hip 1:00, right hip 1:00."


def test_without_a_keyboard_it_starts_at_once_and_runs_to_its_end() -> None:
    stage = Stage(ONE_SET)
    lines = stage.play(Keys(stage.clock, present=False))
    assert (stage.ending, lines[-1]) == (Ending.COMPLETED, "Left hip 0:30, right hip 0:30.")
    assert stage.diary.ending is Ending.COMPLETED


def test_with_a_keyboard_it_waits_for_a_key() -> None:
    stage = Stage(ONE_SET)
    stage.play({10: "space"})
    assert [hold.started_at.utc.second for hold in stage.diary.holds.values()] == [15, 53]


def test_repetitions_are_counted_on_the_line_that_rewrites_itself() -> None:
    stage = Stage(RoutineItem(exercise="swing"), live=True)
    stage.play({0: "space"})
    assert "Repetition 2 of 5" in stage.out.getvalue()


def test_alternating_repetitions_show_the_side_of_each() -> None:
    stage = Stage(RoutineItem(exercise="march", sets=1), live=True)
    stage.play({0: "space"})
    shown = stage.out.getvalue()
    assert "left hip  Repetition 1 of 4" in shown
    assert "right hip  Repetition 2 of 4" in shown


def test_what_does_not_count_towards_the_weekly_minutes_is_said() -> None:
    lines = Stage("butterfly", ONE_SET).play({0: "space"})
    assert lines[-2:] == [
        "Left hip 1:20, right hip 1:20.",
        "Of that the weekly minutes count: left hip 0:30, right hip 0:30.",
    ]


def test_the_countdown_says_what_is_done_and_what_comes() -> None:
    stage = Stage(ONE_SET, live=True)
    stage.play({0: "space"})
    assert "  30  Hold  left hip  Next: switch sides, right hip" in stage.out.getvalue()


def test_a_pause_stands_still_until_a_key() -> None:
    stage = Stage(ONE_SET, live=True)
    stage.play({0: "space", 15: "space", 100: "space"})
    assert "  20  Paused. Space: go on." in stage.out.getvalue()
    assert [hold.held_s for hold in stage.diary.holds.values()] == [30, 30]


@pytest.mark.parametrize("key", ["escape", HANG_UP])
def test_an_end_keeps_what_was_held(key: str) -> None:
    stage = Stage(ONE_SET)
    lines = stage.play({0: "space", 15: key})
    assert stage.diary.ending is Ending.STOPPED
    assert [hold.held_s for hold in stage.diary.holds.values()] == [10]
    assert lines[-1] == "Left hip 0:10, right hip 0:00."


def test_leaving_before_it_began_keeps_nothing() -> None:
    stage = Stage(ONE_SET)
    assert stage.play({3: "escape"}) == ["Nothing was held."]
    assert stage.diary.ending is None


def test_a_mild_pain_brings_advice_and_waits() -> None:
    stage = Stage(ONE_SET)
    lines = stage.play({0: "space", 15: "h", 20: "m", 40: "space"})
    asked = lines.index("How does it hurt?")
    assert lines[asked + 1].startswith("M: ")
    assert lines[asked + 2].startswith("S: ")
    assert mild_advice() in lines
    assert [pain.kind for pain in stage.diary.pains] == [PainKind.MILD]
    assert stage.diary.ending is Ending.COMPLETED


def test_a_mild_pain_is_answered_once() -> None:
    stage = Stage(ONE_SET)
    stage.play({0: "space", 15: "h", 20: "m", 21: "m", 22: "s", 40: "space"})
    assert [pain.kind for pain in stage.diary.pains] == [PainKind.MILD]
    assert stage.diary.ending is Ending.COMPLETED


def test_a_sharp_pain_ends_the_session_and_says_whom_to_see() -> None:
    stage = Stage(ONE_SET)
    lines = stage.play({0: "space", 15: "h", 20: "s"})
    assert sharp_advice() in lines
    assert [(pain.kind, pain.side) for pain in stage.diary.pains] == [(PainKind.SHARP, Side.LEFT)]
    assert stage.diary.ending is Ending.HURT


def test_the_letters_of_the_answers_mean_nothing_before_the_question() -> None:
    stage = Stage(ONE_SET)
    stage.play({0: "space", 15: "s", 16: "m"})
    assert stage.diary.pains == []
    assert stage.diary.ending is Ending.COMPLETED


class Sleeper(Keys):
    """A keyboard of a machine that sleeps for a while when ``at_s`` has come."""

    def __init__(self, *arguments: object, at_s: float, **options: object) -> None:
        super().__init__(*arguments, **options)  # type: ignore[arg-type]
        self._sleeps_at_s = self._began_s + at_s

    def wait(self, timeout_s: float | None) -> str:
        if self._clock.monotonic_s >= self._sleeps_at_s:
            self._clock.sleep(600)
            self._sleeps_at_s = float("inf")
        return super().wait(timeout_s)


def test_after_a_sleep_it_says_so_and_waits_for_a_key() -> None:
    stage = Stage(ONE_SET)
    lines = stage.play(Sleeper(stage.clock, {0: "space", 60: "space"}, at_s=15))
    assert any(line.startswith("Paused: the computer was away.") for line in lines)
    assert [(hold.held_s, hold.finished) for hold in stage.diary.holds.values()] == [
        (10, False),
        (30, True),
        (30, True),
    ]


def test_after_a_sleep_a_session_without_a_keyboard_goes_on() -> None:
    stage = Stage(ONE_SET)
    lines = stage.play(Sleeper(stage.clock, present=False, at_s=15))
    assert any(line.startswith("Paused: the computer was away.") for line in lines)
    assert stage.diary.ending is Ending.COMPLETED


def test_a_history_that_cannot_be_written_is_told_once() -> None:
    lines = Stage(ONE_SET, full=True).play({0: "space"})
    assert lines.count("The disk is full.") == 1


class ClosedTerminal:
    """A keyboard whose terminal goes away."""

    present = True

    def __init__(self, keys: Keys) -> None:
        self._keys = keys

    def wait(self, timeout_s: float | None) -> str:
        key = self._keys.wait(timeout_s)
        if key == "x":
            raise OSError("the terminal went away")
        return key


def test_an_error_of_the_terminal_ends_the_session_and_keeps_what_was_held() -> None:
    stage = Stage(ONE_SET)
    with pytest.raises(OSError, match="went away"):
        stage.play(ClosedTerminal(Keys(stage.clock, {0: "space", 15: "x"})))
    assert stage.diary.ending is Ending.STOPPED
    assert [hold.held_s for hold in stage.diary.holds.values()] == [10]
