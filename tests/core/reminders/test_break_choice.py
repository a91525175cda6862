from __future__ import annotations

from pathlib import Path

import pytest

from stretchtimer.core.catalog.exercise import Exercise, Kind, Laterality, Side
from stretchtimer.core.catalog.routine import Routine
from stretchtimer.core.progress.dose import Seconds
from stretchtimer.core.records import Outcome
from stretchtimer.core.reminders.break_choice import BreakChoice, break_choice, first_side, tighter_side
from stretchtimer.core.session.timeline import Pacing
from stretchtimer.storage.catalog import load_catalog
from tests.core.progress import readings
from tests.samples import exercise, routine
from tests.taken import taken

NOTHING, ENOUGH = Seconds(0, 0), Seconds(600, 600)
PACING = Pacing(hear_set_up=False)

RUN = exercise(
    "run",
    kind=Kind.WARM_UP,
    laterality=Laterality.BILATERAL,
    hold_s=60,
    sets=1,
    beside_desk=True,
    credits_hip_flexor=False,
)
LUNGE = exercise("lunge", hold_s=20, sets=1, beside_desk=True)
LONG_LUNGE = exercise("long-lunge", hold_s=40, sets=1, beside_desk=True)
ON_THE_FLOOR = exercise("floor", hold_s=50, sets=1)
EXERCISES = {each.id: each for each in (RUN, LUNGE, LONG_LUNGE, ON_THE_FLOOR)}


def named(id: str, *items: str) -> Routine:
    return Routine(id=id, name=id, summary="", items=routine(*items).items)


SHORT, LONG, STIFF, LYING = (
    named("short", "run", "lunge"),
    named("long", "run", "long-lunge"),
    named("stiff", "long-lunge", "run", "long-lunge"),
    named("lying", "run", "floor"),
)


def chosen(*routines: Routine, done: Seconds = NOTHING, floor: bool = False) -> str | None:
    choice = break_choice(routines, EXERCISES, PACING, done, floor=floor)
    return choice and choice.routine.id


def test_the_routine_that_adds_most_of_what_is_lacking_is_chosen() -> None:
    assert chosen(SHORT, LONG) == "long"


def test_with_the_weeks_dose_reached_a_break_is_movement_alone() -> None:
    assert chosen(SHORT, LONG, done=ENOUGH) == "run"


def test_of_two_that_add_the_same_the_shorter_is_chosen() -> None:
    assert chosen(SHORT, LONG, done=Seconds(585, 600)) == "short"


def test_nothing_begins_with_a_stretch() -> None:
    assert chosen(STIFF) == "run"


def test_nothing_is_on_the_floor_unless_the_person_allows_it() -> None:
    assert chosen(LYING, SHORT) == "short"
    assert chosen(LYING, SHORT, floor=True) == "lying"


def test_a_break_is_short() -> None:
    endless = named("endless", *["run", "long-lunge"] * 3)
    assert chosen(endless, SHORT) == "short"


def test_a_routine_of_a_missing_exercise_is_none() -> None:
    assert chosen(named("broken", "run", "gone"), SHORT) == "short"


def test_without_anything_beside_the_desk_there_is_no_choice() -> None:
    only: dict[str, Exercise] = {"floor": ON_THE_FLOOR}
    assert break_choice([named("lying", "floor")], only, PACING, NOTHING) is None


@pytest.mark.parametrize(
    ("done", "tighter", "first"),
    [
        (NOTHING, None, None),
        (Seconds(100, 129), None, None),
        (Seconds(100, 131), None, Side.LEFT),
        (Seconds(131, 100), None, Side.RIGHT),
        (Seconds(131, 100), Side.LEFT, Side.LEFT),
    ],
)
def test_the_tighter_hip_begins_then_the_one_that_lacks_more(
    done: Seconds, tighter: Side | None, first: Side | None
) -> None:
    assert first_side(done, tighter) is first
    assert break_choice([SHORT], EXERCISES, PACING, done, tighter) == BreakChoice(SHORT, first)


@pytest.mark.parametrize(
    ("left", "right", "tighter"),
    [
        (Outcome.LIFTED, Outcome.PASSED, Side.LEFT),
        (Outcome.STOPPED, Outcome.LIFTED, Side.RIGHT),
        (Outcome.LIFTED, Outcome.LIFTED, None),
        (Outcome.PASSED, Outcome.PASSED, None),
        (Outcome.LIFTED, None, None),
    ],
)
def test_the_tighter_hip_is_the_one_whose_leg_alone_lifted(
    left: Outcome, right: Outcome | None, tighter: Side | None
) -> None:
    assert tighter_side([taken(7, Outcome.PASSED, Outcome.PASSED), taken(0, left, right)]) is tighter


def test_without_a_test_neither_hip_is_tighter() -> None:
    assert tighter_side([]) is None


@pytest.mark.parametrize(("second_left", "tighter"), [(26.0, Side.LEFT), (4.0, Side.RIGHT)])
def test_a_difference_that_was_measured_twice_comes_before_what_was_seen(
    second_left: float, tighter: Side | None
) -> None:
    """Measured once only, it may be noise, and the leg that alone lifted is the tighter one."""
    tests = [
        readings.taken(
            at,
            readings.result(Side.LEFT, left, Outcome.PASSED),
            readings.result(Side.RIGHT, 3.0, Outcome.LIFTED),
        )
        for at, left in ((0, 25.0), (7, second_left))
    ]
    assert tighter_side(tests) is tighter


def test_of_what_comes_with_the_program_the_desk_break_is_chosen_and_then_movement() -> None:
    catalog = load_catalog([Path(__file__).parents[3] / "assets"])
    for done, id in ((NOTHING, "desk-break"), (ENOUGH, "s1-warmup-run-in-place")):
        choice = break_choice(catalog.routines.values(), catalog.exercises, Pacing(), done)
        assert choice is not None
        assert choice.routine.id == id
