"""Which routine a break offers, and which hip it begins with: by what the week's dose still lacks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from stretchtimer.core.catalog.exercise import Exercise, Kind, Side
from stretchtimer.core.catalog.routine import Routine, of_exercise
from stretchtimer.core.progress.dose import WEEKLY_TARGET_MIN, Seconds, planned
from stretchtimer.core.progress.trend import asymmetry
from stretchtimer.core.records import Outcome, SelfTestRecord
from stretchtimer.core.session.timeline import Pacing, Timeline, compile_routine

LONGEST_S = 300.0
"""A break takes two to three minutes of movement in the studies (evidence C3); no more than five is offered."""
NEARLY_EQUAL_S = 30.0
"""Hips whose doses differ by less lack the same: one hold (a convention of this program)."""
MOVEMENT = frozenset({Kind.WARM_UP, Kind.DYNAMIC_REPS})


class BreakChoice(Struct, frozen=True):
    """What to do in a break."""

    routine: Routine
    first_side: Side | None
    """The hip that needs it more; None if neither does, and the hips take turns as ever."""


def break_choice(
    routines: Iterable[Routine],
    exercises: Mapping[str, Exercise],
    pacing: Pacing,
    done: Seconds,
    tighter: Side | None = None,
    *,
    floor: bool = False,
) -> BreakChoice | None:
    """Return what fits a break best; None if there is nothing that a person can do beside a desk.

    ``done`` is this week's dose, and ``tighter`` the hip that is tighter: see `tighter_side`. A stretch is only
    offered after movement: nobody should stretch straight after long sitting (article 001). While a hip lacks dose,
    the routine that adds most of what is lacking is the best one, else the shortest; so with the week's dose reached,
    a break is movement alone. Without ``floor`` everything is done beside the desk.
    """
    # Movement by itself is always a break; a routine of more is one if it begins with movement.
    singles = (of_exercise(each) for each in exercises.values() if each.timed and each.kind in MOVEMENT)
    compiled = [
        (routine, compile_routine(routine, exercises, pacing))
        for routine in (*routines, *singles)
        if _fits(routine, exercises, floor=floor)
    ]
    fitting = [(routine, timeline) for routine, timeline in compiled if timeline.total_s <= LONGEST_S]
    if not fitting:
        return None
    routine, _timeline = max(fitting, key=lambda each: (_gain(each[1], done), -each[1].total_s))
    return BreakChoice(routine, first_side(done, tighter))


def first_side(done: Seconds, tighter: Side | None) -> Side | None:
    """Return the hip to begin with: the tighter one, else the one that was stretched less this week."""
    if tighter is not None:
        return tighter
    if abs(done.left - done.right) < NEARLY_EQUAL_S:
        return None
    return Side.LEFT if done.left < done.right else Side.RIGHT


def tighter_side(tests: Sequence[SelfTestRecord]) -> Side | None:
    """Return the hip that is tighter by all ``tests``, oldest first; None if there is no such difference.

    What was measured twice comes first (see `asymmetry`), then the last test by eye: one leg lifted and the other not.
    """
    measured = asymmetry(tests)
    if measured is not None:
        return measured.tighter
    if not tests or len(tests[-1].results) < 2:
        return None
    lifted = [result.side for result in tests[-1].results if result.outcome is Outcome.LIFTED]
    return lifted[0] if len(lifted) == 1 else None


def _fits(routine: Routine, exercises: Mapping[str, Exercise], *, floor: bool) -> bool:
    parts = [exercises[item.exercise] for item in routine.items if item.exercise in exercises]
    return (
        len(parts) == len(routine.items)
        and parts[0].kind in MOVEMENT
        and all(part.timed and (floor or part.beside_desk) for part in parts)
    )


def _gain(timeline: Timeline, done: Seconds) -> float:
    """Return the seconds of ``timeline`` that this week's dose still lacks."""
    enough_s = WEEKLY_TARGET_MIN[1] * 60
    return sum(min(added, max(0.0, enough_s - had)) for added, had in zip(planned(timeline), done, strict=True))
