"""The program's own routines: what the articles prescribe, a break at the desk, a week of evenings."""

from __future__ import annotations

import re

import pytest

from stretchtimer.core.catalog.exercise import Kind, Side
from stretchtimer.core.catalog.routine import Routine
from stretchtimer.core.session.timeline import PhaseKind, Timeline, compile_routine
from tests.storage.content import CATALOG, EXERCISES, ROUTINES

THIRTEEN = sorted(id for id in EXERCISES if re.match(r"s1-\d\d-", id))


def timeline(routine: str) -> Timeline:
    return compile_routine(ROUTINES[routine], EXERCISES)


def credited_s(routine: str, hip: Side) -> float:
    return sum(
        phase.length_s
        for phase in timeline(routine).phases
        if phase.kind is PhaseKind.HOLD and phase.exercise.credits_hip_flexor and phase.side in (hip, Side.BOTH)
    )


def test_the_thirteen_stretches_are_the_articles_thirteen() -> None:
    routine = ROUTINES["thirteen-stretches"]
    assert [item.exercise for item in routine.items] == THIRTEEN
    assert len(THIRTEEN) == 13
    for item in routine.items:
        if item.exercise == "s1-11-leg-swing":
            assert (item.sets, item.repetitions) == (3, 15)
        elif "butterfly" in item.exercise:
            assert (item.sets, item.hold_s) == (1, 50)
        else:
            assert (item.sets, item.hold_s) == (3, 15)
    # Evidence A5: nine hip-flexor stretches of three times 15 seconds.
    assert credited_s("thirteen-stretches", Side.LEFT) == credited_s("thirteen-stretches", Side.RIGHT) == 405


def test_the_kneeling_routine_is_three_times_thirty_seconds_for_each_hip() -> None:
    holds = [(p.side, p.length_s) for p in timeline("kneeling-three-times-thirty").phases if p.kind is PhaseKind.HOLD]
    assert holds == [(Side.LEFT, 30), (Side.RIGHT, 30)] * 3


def test_the_ten_psoas_exercises_are_ten_different_ones_of_the_fourth_article() -> None:
    ids = [item.exercise for item in ROUTINES["ten-psoas-exercises"].items]
    assert len(ids) == len(set(ids)) == 10
    assert all(id.startswith("s4-") and EXERCISES[id].kind is not Kind.WARM_UP for id in ids)


def test_the_dynamic_warm_up_only_moves() -> None:
    kinds = {EXERCISES[item.exercise].kind for item in ROUTINES["dynamic-warm-up"].items}
    assert kinds == {Kind.WARM_UP, Kind.DYNAMIC_REPS}


def test_the_desk_break_is_short_needs_no_floor_and_starts_with_movement() -> None:
    exercises = [EXERCISES[item.exercise] for item in ROUTINES["desk-break"].items]
    assert all(exercise.beside_desk for exercise in exercises)
    assert exercises[0].kind in (Kind.WARM_UP, Kind.DYNAMIC_REPS)
    assert 120 <= timeline("desk-break").total_s <= 180
    assert credited_s("desk-break", Side.LEFT) == credited_s("desk-break", Side.RIGHT) > 0


def test_the_evening_routine_gives_each_hip_five_minutes_in_three_sessions() -> None:
    for hip in (Side.LEFT, Side.RIGHT):
        assert 3 * credited_s("evening-three-times-a-week", hip) >= 5 * 60
    assert timeline("evening-three-times-a-week").total_s <= 12 * 60


@pytest.mark.parametrize("routine", ROUTINES.values(), ids=lambda routine: routine.id)
def test_a_routine_has_one_sentence_of_summary_and_treats_both_hips_alike(routine: Routine) -> None:
    assert re.fullmatch(r"[^.]+\.", routine.summary)
    assert CATALOG.routine_files[routine.id].stem == routine.id
    assert credited_s(routine.id, Side.LEFT) == credited_s(routine.id, Side.RIGHT)
