"""What a routine is: exercises in order, each with the dosage that the routine wants of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from msgspec import Meta, Struct

from stretchtimer.core.catalog.exercise import Amount, Exercise, Identifier, Laterality, Side, Source, Words

Count = Annotated[int, Meta(ge=1, le=900)]


class RoutineItem(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One exercise of a routine. A dosage that is left out is the exercise's default."""

    exercise: Identifier
    sets: Count | None = None
    hold_s: Count | None = None
    repetitions: Count | None = None
    tempo_s: Count | None = None
    sides: Side = Side.BOTH
    """Which side to do, of a unilateral exercise: both unless the person asks otherwise."""


class Routine(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An ordered list of exercises with their dosages."""

    id: Identifier
    name: Words
    summary: str
    items: Annotated[tuple[RoutineItem, ...], Meta(min_length=1)]
    source: tuple[Source, ...] = ()
    """Empty for a routine that is this program's own, or a person's."""


class Prescription(Struct, frozen=True, kw_only=True):
    """An exercise with the numbers that apply: the routine's where it gives them, the exercise's own where not."""

    exercise: Exercise
    sets: int
    hold_s: int | None
    repetitions: int | None
    tempo_s: int | None
    sides: Side

    @property
    def repetition_s(self) -> int:
        """Seconds that one repetition takes: the movement and the hold in it."""
        return (self.tempo_s or 0) + (self.hold_s or 0)

    @property
    def work_s(self) -> int:
        """Seconds of one work phase: a hold, or all repetitions of one set."""
        return self.hold_s or 0 if self.repetitions is None else self.repetitions * self.repetition_s


def of_exercise(exercise: Exercise, item: RoutineItem | None = None) -> Routine:
    """Return the routine that consists of ``exercise`` alone, with the dosage of ``item`` or its own."""
    return Routine(
        id=exercise.id,
        name=exercise.name,
        summary="",
        items=(item or RoutineItem(exercise=exercise.id),),
        source=exercise.source,
    )


def prescribe(item: RoutineItem, exercise: Exercise) -> Prescription:
    """Return what ``item`` asks of ``exercise``. ``item`` is within limits: `stretchtimer.core.catalog.rules`."""
    dosage = exercise.dosage
    return Prescription(
        exercise=exercise,
        sets=_chosen(item.sets, dosage.sets) or 1,
        hold_s=_chosen(item.hold_s, dosage.hold_s),
        repetitions=_chosen(item.repetitions, dosage.repetitions),
        tempo_s=_chosen(item.tempo_s, dosage.tempo_s),
        sides=item.sides if exercise.laterality is Laterality.UNILATERAL else Side.BOTH,
    )


def prescribe_all(routine: Routine, exercises: Mapping[str, Exercise]) -> tuple[Prescription, ...]:
    """Return what ``routine`` asks of each of its exercises. Raises KeyError for an exercise that is not there."""
    return tuple(prescribe(item, exercises[item.exercise]) for item in routine.items)


class Fault(Struct, frozen=True):
    """A mistake in a file: where, what was expected there and what stood there."""

    place: str
    expected: str
    found: str


def _chosen(wanted: int | None, amount: Amount | None) -> int | None:
    if amount is None:
        return None
    return amount.default if wanted is None else wanted
