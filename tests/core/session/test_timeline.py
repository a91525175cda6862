from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.catalog.exercise import Laterality, Side
from stretchtimer.core.catalog.routine import RoutineItem
from stretchtimer.core.session.timeline import Pacing, PhaseKind, Timeline, compile_routine, next_first_side
from tests.samples import EXERCISES, LEFT, RIGHT, exercise, routine


def shape(timeline: Timeline) -> list[tuple[str, float, str | None, int | None]]:
    return [(phase.kind, phase.length_s, phase.side, phase.set) for phase in timeline.phases]


def test_the_sides_take_turns_to_begin() -> None:
    assert next_first_side(None) is LEFT
    assert next_first_side(LEFT) is RIGHT
    assert next_first_side(RIGHT) is LEFT


def test_sides_alternate_within_a_set_as_the_articles_have_it() -> None:
    timeline = compile_routine(routine(RoutineItem(exercise="kneeling", sets=2)), EXERCISES)
    assert shape(timeline) == [
        ("get_ready", 5, None, None),
        ("hold", 30, "left", 1),
        ("switch", 8, "right", 1),
        ("hold", 30, "right", 1),
        ("rest", 10, None, 2),
        ("hold", 30, "left", 2),
        ("switch", 8, "right", 2),
        ("hold", 30, "right", 2),
    ]
    assert timeline.total_s == 5 + 4 * 30 + 2 * 8 + 10


def test_one_side_first_rests_between_its_sets_and_switches_once() -> None:
    pacing = Pacing(one_side_first=True)
    timeline = compile_routine(routine(RoutineItem(exercise="kneeling", sets=2)), EXERCISES, pacing, RIGHT)
    assert [(kind, side) for kind, _length, side, _set in shape(timeline)] == [
        ("get_ready", None),
        ("hold", "right"),
        ("rest", None),
        ("hold", "right"),
        ("switch", "left"),
        ("hold", "left"),
        ("rest", None),
        ("hold", "left"),
    ]


def test_a_rest_in_which_the_sides_change_lasts_as_long_as_a_switch() -> None:
    timeline = compile_routine(routine("kneeling"), EXERCISES, Pacing(rest_s=0, switch_s=8))
    assert [phase.length_s for phase in timeline.phases if phase.kind is PhaseKind.REST] == [8, 8]


def test_a_rest_of_no_seconds_on_one_side_is_left_out() -> None:
    item = RoutineItem(exercise="kneeling", sides=Side.LEFT)
    timeline = compile_routine(routine(item), EXERCISES, Pacing(rest_s=0))
    assert [phase.kind for phase in timeline.phases] == ["get_ready", "hold", "hold", "hold"]


LONG = exercise("long", set_up="Kneel on the {stretched} knee. " * 10, sets=1)
"""50 words of set-up: with the name and "left hip" 53, which take 22.2 seconds."""


def test_getting_ready_lasts_until_the_set_up_has_been_said() -> None:
    known = EXERCISES | {"long": LONG}
    assert compile_routine(routine("long"), known).phases[0].length_s == 23
    assert compile_routine(routine("long"), known, Pacing(get_ready_s=40)).phases[0].length_s == 40
    assert compile_routine(routine("long"), known, Pacing(hear_set_up=False)).phases[0].length_s == 5
    (between,) = (p for p in compile_routine(routine("tilt", "long"), known).phases if p.kind is PhaseKind.NEXT)
    assert between.length_s == 23


@pytest.mark.parametrize(("switch_s", "rest_s", "switches", "rests"), [(8, 10, 20, 20), (30, 40, 30, 40)])
def test_turning_round_on_a_bed_takes_at_least_twenty_seconds(
    switch_s: int, rest_s: int, switches: int, rests: int
) -> None:
    hang = exercise("hang", sets=2, dangling=True)
    timeline = compile_routine(routine("hang"), {"hang": hang}, Pacing(switch_s=switch_s, rest_s=rest_s))
    between = [(kind, length) for kind, length, _side, _set in shape(timeline) if kind in ("switch", "rest")]
    assert between == [("switch", switches), ("rest", rests), ("switch", switches)]


def test_a_leg_that_hangs_again_rests_no_longer_than_others() -> None:
    hang = exercise("hang", sets=2, dangling=True)
    item = RoutineItem(exercise="hang", sides=Side.LEFT)
    (rest,) = (p for p in compile_routine(routine(item), {"hang": hang}).phases if p.kind is PhaseKind.REST)
    assert rest.length_s == 10


@pytest.mark.parametrize("name", ["butterfly", "march", "tilt"])
def test_exercises_of_both_sides_have_no_switch(name: str) -> None:
    kinds = {phase.kind for phase in compile_routine(routine(name), EXERCISES).phases}
    assert PhaseKind.SWITCH not in kinds


def test_repetitions_take_their_tempo_and_the_hold_in_each() -> None:
    (tilt,) = (phase for phase in compile_routine(routine("tilt"), EXERCISES).phases if phase.is_work)
    assert (tilt.kind, tilt.length_s, tilt.repetitions, tilt.repetition_s) == ("repetitions", 3 * 14, 3, 14)


def test_the_next_exercise_is_announced_between_two() -> None:
    timeline = compile_routine(routine("butterfly", "march"), EXERCISES)
    (announced,) = (phase for phase in timeline.phases if phase.kind is PhaseKind.NEXT)
    assert (announced.length_s, announced.exercise.id) == (15, "march")


def test_an_exercise_that_is_not_there_raises() -> None:
    with pytest.raises(KeyError):
        compile_routine(routine("nobody"), EXERCISES)


exercises = st.builds(
    lambda number, laterality, hold, repetitions, sets, tempo: exercise(
        f"e{number}",
        hold_s=hold if repetitions is None or tempo % 2 else None,
        repetitions=repetitions and repetitions * 2,
        tempo_s=repetitions and tempo,
        sets=sets,
        laterality=laterality if repetitions or laterality is not Laterality.ALTERNATING else Laterality.BILATERAL,
    ),
    st.integers(0, 9),
    st.sampled_from(Laterality),
    st.integers(1, 120),
    st.none() | st.integers(1, 10),
    st.integers(1, 5),
    st.integers(1, 9),
)
pacings = st.builds(
    Pacing,
    get_ready_s=st.integers(3, 60),
    switch_s=st.integers(3, 60),
    rest_s=st.integers(0, 120),
    next_s=st.integers(3, 120),
    hear_set_up=st.booleans(),
    one_side_first=st.booleans(),
)
timelines = st.builds(
    lambda chosen, pacing, side: compile_routine(
        routine(*(item.id for item in chosen)), {item.id: item for item in chosen}, pacing, side
    ),
    st.lists(exercises, min_size=1, max_size=5),
    pacings,
    st.sampled_from([LEFT, RIGHT]),
)


@given(timelines)
def test_for_any_routine_both_sides_work_equally_long(timeline: Timeline) -> None:
    def work_s(side: Side) -> float:
        return sum(phase.length_s for phase in timeline.phases if phase.is_work and phase.side is side)

    assert work_s(LEFT) == work_s(RIGHT)


@given(timelines)
def test_for_any_routine_phases_follow_each_other_and_sum_up_to_the_total(timeline: Timeline) -> None:
    clock = 0.0
    for phase in timeline.phases:
        assert phase.start_s == clock
        assert phase.length_s > 0
        clock = phase.end_s
    assert clock == timeline.total_s == sum(phase.length_s for phase in timeline.phases)


@given(timelines, pacings)
def test_for_any_routine_a_hold_never_follows_the_other_sides_hold_at_once(timeline: Timeline, pacing: Pacing) -> None:
    for before, after in zip(timeline.phases, timeline.phases[1:], strict=False):
        if before.is_work and after.is_work:
            assert before.side is after.side


def test_the_tighter_hip_gets_one_set_more_of_each_hip_flexor_hold() -> None:
    timeline = compile_routine(routine(RoutineItem(exercise="kneeling", sets=2)), EXERCISES, extra=RIGHT)
    assert [(phase.side, phase.set, phase.sets) for phase in timeline.phases if phase.is_work] == [
        (LEFT, 1, 2),
        (RIGHT, 1, 3),
        (LEFT, 2, 2),
        (RIGHT, 2, 3),
        (RIGHT, 3, 3),
    ]
    last_rest = timeline.phases[-2]
    assert (last_rest.kind, last_rest.length_s, last_rest.sets) == (PhaseKind.REST, 10, 3)


def test_the_extra_set_follows_the_others_of_its_side_where_one_side_is_done_first() -> None:
    pacing = Pacing(one_side_first=True)
    timeline = compile_routine(routine(RoutineItem(exercise="kneeling", sets=2)), EXERCISES, pacing, extra=LEFT)
    assert [phase.side for phase in timeline.phases if phase.is_work] == [LEFT, LEFT, LEFT, RIGHT, RIGHT]


@pytest.mark.parametrize(
    "item",
    [
        RoutineItem(exercise="tilt"),
        RoutineItem(exercise="swing"),
        RoutineItem(exercise="march"),
        RoutineItem(exercise="butterfly"),
        RoutineItem(exercise="kneeling", sides=LEFT),
    ],
)
def test_nothing_else_gets_an_extra_set(item: RoutineItem) -> None:
    assert compile_routine(routine(item), EXERCISES, extra=LEFT) == compile_routine(routine(item), EXERCISES)


@given(st.sampled_from([LEFT, RIGHT]), st.sampled_from([LEFT, RIGHT]), st.booleans(), st.integers(1, 4))
def test_swapping_the_hips_swaps_the_session(first: Side, extra: Side, one_side_first: bool, sets: int) -> None:
    chosen, pacing = routine(RoutineItem(exercise="kneeling", sets=sets)), Pacing(one_side_first=one_side_first)
    one = compile_routine(chosen, EXERCISES, pacing, first, extra)
    other = compile_routine(chosen, EXERCISES, pacing, first.other, extra.other)
    swapped = [(kind, length, Side(side).other if side else None, number) for kind, length, side, number in shape(one)]
    assert swapped == shape(other)
    sides = [phase.side for phase in one.phases if phase.is_work]
    assert (sides.count(extra), sides.count(extra.other)) == (sets + 1, sets)
