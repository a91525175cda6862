"""A routine compiled into phases: what happens when, for how long, on which side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from math import ceil
from typing import Annotated, NamedTuple

from msgspec import Meta, Struct
from msgspec.structs import replace

from stretchtimer.core.catalog.exercise import Exercise, Laterality, Side
from stretchtimer.core.catalog.routine import Prescription, Routine, prescribe_all


class PhaseKind(StrEnum):
    """What a person does during a phase."""

    GET_READY = "get_ready"
    """Before the first exercise."""
    HOLD = "hold"
    REPETITIONS = "repetitions"
    SWITCH = "switch"
    """Change over to the other side."""
    REST = "rest"
    """Between two sets."""
    NEXT = "next"
    """Between two exercises: see what comes, and lie or stand for it."""


EXTENSION_S = 15
"""What "15 seconds more" adds."""
WORK = frozenset({PhaseKind.HOLD, PhaseKind.REPETITIONS})
WORDS_PER_S = 2.5
"""Calm speech has about 150 words a minute (a convention of this program)."""
BREATH_S = 1
"""Until the voice begins, and after it ends."""
DANGLING_SWITCH_S = 20
"""To turn round on a bed, so that the other leg hangs over its edge (a convention of this program)."""


class Pacing(Struct, frozen=True, kw_only=True):
    """The times between holds, in seconds, and the order of the sides.

    No article states a rest; these defaults are conventions of this program (evidence A0). Less than three seconds
    would begin a hold while the person still moves, so the changes of position last at least that long.
    """

    get_ready_s: Annotated[int, Meta(ge=3, le=60)] = 5
    switch_s: Annotated[int, Meta(ge=3, le=60)] = 8
    rest_s: Annotated[int, Meta(ge=0, le=120)] = 10
    next_s: Annotated[int, Meta(ge=3, le=120)] = 15
    hear_set_up: bool = True
    """Getting ready, and the time before the next exercise, last at least until the set-up has been said."""
    one_side_first: bool = False
    """All sets of one side, then all of the other, instead of one hold each in turn."""
    repetitions_by_key: bool = False
    """Repetitions wait for a key each, instead of following the tempo."""


class Phase(Struct, frozen=True, kw_only=True):
    """A stretch of time in which one thing is done."""

    kind: PhaseKind
    start_s: float
    """Seconds from the start of the timeline."""
    length_s: float
    exercise: Exercise
    """What is done, or what one gets ready for."""
    side: Side | None = None
    """The stretched side of a hold or of repetitions, the side to change to of a switch; else None."""
    set: int | None = None
    """Which set this belongs to, from 1; the coming one for a switch or a rest."""
    sets: int = 1
    repetitions: int = 0
    """How many repetitions, in a phase of repetitions; else 0."""
    repetition_s: int = 0
    """Seconds of one repetition, with the hold in it."""
    repetition_hold_s: int = 0
    """Seconds that each repetition is held; 0 for a plain movement."""

    @property
    def is_work(self) -> bool:
        """Whether this phase is a hold or repetitions."""
        return self.kind in WORK

    @property
    def end_s(self) -> float:
        """Seconds from the start of the timeline to the end of this phase."""
        return self.start_s + self.length_s


class Timeline(Struct, frozen=True, kw_only=True):
    """A routine as a sequence of phases without gaps."""

    routine: str
    name: str
    first_side: Side
    phases: tuple[Phase, ...]

    @property
    def total_s(self) -> float:
        """Seconds from the first moment to the last."""
        return self.phases[-1].end_s if self.phases else 0.0


def compile_routine(
    routine: Routine,
    exercises: Mapping[str, Exercise],
    pacing: Pacing | None = None,
    first_side: Side = Side.LEFT,
    extra: Side | None = None,
) -> Timeline:
    """Compile ``routine`` into phases, beginning each unilateral exercise with ``first_side``.

    ``extra`` is the hip that gets one set more of each hold that stretches its hip flexor (evidence D2).
    Raises KeyError for an exercise that ``exercises`` lacks.
    """
    pacing = pacing or Pacing()
    phases: list[Phase] = []
    clock = 0.0
    for number, prescription in enumerate(prescribe_all(routine, exercises)):
        opening = _opening(prescription, pacing, is_first=number == 0)
        for phase in (opening, *_exercise_phases(prescription, pacing, first_side, extra)):
            phases.append(replace(phase, start_s=clock))
            clock += phase.length_s
    return Timeline(routine=routine.id, name=routine.name, first_side=first_side, phases=tuple(phases))


def _opening(prescription: Prescription, pacing: Pacing, *, is_first: bool) -> Phase:
    kind, length_s = (PhaseKind.GET_READY, pacing.get_ready_s) if is_first else (PhaseKind.NEXT, pacing.next_s)
    exercise = prescription.exercise
    if pacing.hear_set_up:
        length_s = max(length_s, _set_up_s(exercise))
    return Phase(kind=kind, start_s=0, length_s=length_s, exercise=exercise, sets=prescription.sets)


def _set_up_s(exercise: Exercise) -> int:
    """Return the seconds that it takes to say the name of ``exercise``, the hip and the set-up."""
    words = len(f"{exercise.name} {exercise.set_up}".split())
    if exercise.laterality is Laterality.UNILATERAL:
        words += 2  # "left hip"
    return ceil(words / WORDS_PER_S + BREATH_S)


def _exercise_phases(
    prescription: Prescription, pacing: Pacing, first_side: Side, extra: Side | None
) -> Iterator[Phase]:
    """Yield the phases of one exercise, all with start 0."""
    previous: _Turn | None = None
    for turn in _turns(prescription, pacing, first_side, extra):
        if previous is not None:
            between = _between(prescription, pacing, previous, turn)
            if between.length_s:
                yield between
        yield _work(prescription, turn)
        previous = turn


class _Turn(NamedTuple):
    """One set of one side."""

    set: int
    side: Side
    sets: int
    """How many this side has."""


def _turns(prescription: Prescription, pacing: Pacing, first_side: Side, extra: Side | None) -> list[_Turn]:
    """Return the work phases in order."""
    if prescription.exercise.laterality is not Laterality.UNILATERAL:
        return [_Turn(number, Side.BOTH, prescription.sets) for number in range(1, prescription.sets + 1)]
    sides = (first_side, first_side.other) if prescription.sides is Side.BOTH else (prescription.sides,)
    turns: list[_Turn] = []
    for side in sides:
        sets = prescription.sets + (side is extra and gets_extra_set(prescription))
        turns += (_Turn(number, side, sets) for number in range(1, sets + 1))
    return turns if pacing.one_side_first else sorted(turns, key=lambda turn: turn.set)


def gets_extra_set(prescription: Prescription) -> bool:
    """Whether the tighter hip can get one set more of this: a hold of both sides in turn that counts for the dose.

    Where the person does one side only they already chose which hip gets more.
    """
    exercise = prescription.exercise
    is_hold = prescription.repetitions is None and exercise.laterality is Laterality.UNILATERAL
    return is_hold and exercise.credits_hip_flexor and prescription.sides is Side.BOTH


def _between(prescription: Prescription, pacing: Pacing, last: _Turn, coming: _Turn) -> Phase:
    """Return the phase between two work phases: a switch within a set, a rest between sets.

    A rest in which the sides change too lasts at least as long as a switch: nobody is mid-move when a hold begins.
    """
    changes_side = last.side is not coming.side
    is_switch = changes_side and (last.set == coming.set or pacing.one_side_first)
    switch_s = max(pacing.switch_s, DANGLING_SWITCH_S) if prescription.exercise.dangling else pacing.switch_s
    if is_switch:
        kind, length = PhaseKind.SWITCH, switch_s
    else:
        kind, length = PhaseKind.REST, max(pacing.rest_s, switch_s if changes_side else 0)
    return Phase(
        kind=kind,
        start_s=0,
        length_s=length,
        exercise=prescription.exercise,
        side=coming.side if is_switch else None,
        set=coming.set,
        sets=coming.sets,
    )


def _work(prescription: Prescription, turn: _Turn) -> Phase:
    repetitions = prescription.repetitions
    return Phase(
        kind=PhaseKind.HOLD if repetitions is None else PhaseKind.REPETITIONS,
        start_s=0,
        length_s=prescription.work_s,
        exercise=prescription.exercise,
        side=turn.side,
        set=turn.set,
        sets=turn.sets,
        repetitions=repetitions or 0,
        repetition_s=0 if repetitions is None else prescription.repetition_s,
        repetition_hold_s=0 if repetitions is None else prescription.hold_s or 0,
    )


def next_first_side(last: Side | None) -> Side:
    """Return the side that begins the next session, so that no side is always the tired one.

    ``last`` began the last session; None where there was none.
    """
    return last.other if last else Side.LEFT


def repetition_side(phase: Phase, number: int, first_side: Side) -> Side:
    """Return the stretched side of repetition ``number`` (from 1): alternating exercises begin with ``first_side``."""
    if phase.exercise.laterality is Laterality.ALTERNATING:
        return first_side if number % 2 else first_side.other
    return phase.side or Side.BOTH


def extended(phase: Phase) -> Phase:
    """Return ``phase`` with 15 seconds more, or with the repetitions that fill them."""
    if phase.kind is not PhaseKind.REPETITIONS:
        return replace(phase, length_s=phase.length_s + EXTENSION_S)
    more = ceil(EXTENSION_S / phase.repetition_s)
    if phase.exercise.laterality is Laterality.ALTERNATING:
        more += more % 2
    return replace(phase, length_s=phase.length_s + more * phase.repetition_s, repetitions=phase.repetitions + more)
