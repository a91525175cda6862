"""What a routine is: exercises in order, each with the dosage that the routine wants of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated

from msgspec import Meta, Struct

from stretchtimer.core.exercise import Amount, Exercise, Identifier, Laterality, Side, Source, Words

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
    """Return what ``item`` asks of ``exercise``. The item is taken to be within limits: see `faults`."""
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


def dosage_faults(exercise: Exercise) -> Iterator[Fault]:
    """Yield what is wrong with the dosage of ``exercise`` although each number alone is right."""
    dosage = exercise.dosage
    amounts = {name: getattr(dosage, name) for name in ("sets", "hold_s", "repetitions", "tempo_s")}
    for name, amount in amounts.items():
        if amount is not None and not amount.min <= amount.default <= amount.max:
            yield Fault(f"dosage.{name}", "min <= default <= max", f"{amount.min}, {amount.default}, {amount.max}")
    if exercise.timed and dosage.hold_s is None and dosage.repetitions is None:
        yield Fault("dosage", "hold_s or repetitions", "neither")
    if (dosage.repetitions is None) != (dosage.tempo_s is None):
        yield Fault("dosage.tempo_s", "repetitions and tempo_s together", "one without the other")
    if exercise.laterality is Laterality.ALTERNATING:
        if dosage.repetitions is None:
            yield Fault("dosage.repetitions", "repetitions, since the sides alternate", "none")
        elif dosage.repetitions.default % 2:
            yield Fault(
                "dosage.repetitions.default", "an even number, half for each side", str(dosage.repetitions.default)
            )


def item_faults(item: RoutineItem, exercise: Exercise | None) -> Iterator[Fault]:
    """Yield what is wrong with ``item`` for ``exercise`` (None: there is none of that name)."""
    if exercise is None:
        yield Fault("exercise", "the id of an exercise", item.exercise)
        return
    if not exercise.timed:
        yield Fault("exercise", "an exercise that can be timed", f"{item.exercise}, a self-test")
    for name in ("sets", "hold_s", "repetitions", "tempo_s"):
        value: int | None = getattr(item, name)
        amount: Amount | None = getattr(exercise.dosage, name)
        if value is None:
            continue
        if amount is None:
            yield Fault(name, f"nothing: {exercise.id} has no {name}", str(value))
        elif not amount.allows(value):
            yield Fault(name, f"{amount.min} to {amount.max}, the limits of {exercise.id}", str(value))
    if item.sides is not Side.BOTH and exercise.laterality is not Laterality.UNILATERAL:
        yield Fault("sides", f"both: {exercise.id} works both sides", item.sides.value)
    if exercise.laterality is Laterality.ALTERNATING and (item.repetitions or 0) % 2:
        yield Fault("repetitions", "an even number, half for each side", str(item.repetitions))


def _chosen(wanted: int | None, amount: Amount | None) -> int | None:
    if amount is None:
        return None
    return amount.default if wanted is None else wanted
