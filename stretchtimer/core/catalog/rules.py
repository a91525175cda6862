"""What must hold between the values of an exercise or a routine, although each of them alone is right.

A rule is given those fields of a table that are right, by name, and says nothing of the others: so all that can be told
of a file is told at once, however wrong the rest of it is.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from msgspec import Struct

from stretchtimer.core.catalog.exercise import Amount, Dosage, Exercise, Kind, Laterality, Side
from stretchtimer.core.catalog.routine import Fault, RoutineItem
from stretchtimer.core.figure.picture import Picture
from stretchtimer.core.figure.pose import Pose
from stretchtimer.core.language import _

Known = Mapping[str, Any]
Rules = Mapping[type[Struct], Callable[[Known], Iterator[Fault]]]
"""The rule for each type. The places of its faults are within that table; an empty one is the table itself."""


def _amount_faults(known: Known) -> Iterator[Fault]:
    match known:
        case {"min": low, "default": default, "max": high} if not low <= default <= high:
            yield Fault("", "min <= default <= max", f"{low}, {default}, {high}")


def _dosage_faults(known: Known) -> Iterator[Fault]:
    match known:
        case {"repetitions": repetitions, "tempo_s": tempo_s} if (repetitions is None) != (tempo_s is None):
            yield Fault("tempo_s", _("repetitions and tempo_s together"), _("one without the other"))


def _exercise_faults(known: Known) -> Iterator[Fault]:
    match known:
        case {"kind": kind, "dosage": Dosage(hold_s=None, repetitions=None)} if kind is not Kind.SELF_TEST:
            yield Fault("dosage", _("hold_s or repetitions"), _("neither"))
    match known:
        case {"laterality": Laterality.ALTERNATING, "dosage": Dosage(repetitions=None)}:
            yield Fault("dosage.repetitions", _("repetitions, since the sides alternate"), _("nothing"))
        case {"laterality": Laterality.ALTERNATING, "dosage": Dosage(repetitions=Amount(default=default))}:
            if default % 2:
                yield Fault("dosage.repetitions.default", _("an even number, half for each side"), str(default))
    match known:
        case {"steps": steps, "picture": Picture(steps=pictured)} if pictured and len(pictured) != len(steps):
            expected = _("one number for each of the {count} steps").format(count=len(steps))
            yield Fault("picture.steps", expected, str(len(pictured)))


def _picture_faults(known: Known, poses: Collection[str]) -> Iterator[Fault]:
    own = {pose.id for pose in known.get("own", ())}
    for field in ("way_in", "poses"):
        for number, name in enumerate(known.get(field, ())):
            if name not in own and name not in poses:
                yield Fault(f"{field}[{number}]", _("the name of a pose"), f'"{name}"')
    match known:
        case {"way_in": way_in, "poses": held, "steps": steps}:
            for number, step in enumerate(steps):
                if step > len(way_in) + len(held):
                    expected = _("at most {count}, the number of key poses").format(count=len(way_in) + len(held))
                    yield Fault(f"steps[{number}]", expected, str(step))


def _pose_faults(known: Known) -> Iterator[Fault]:
    if set(known) == set(Pose.__struct_fields__):
        # Kinematics are a matter for those few who bring their own angles, not for every start of the program.
        from stretchtimer.core.figure.checks import pose_faults  # noqa: PLC0415

        yield from pose_faults(Pose(**known))


POSE_RULES: Rules = {Pose: _pose_faults}


def exercise_rules(poses: Collection[str]) -> Rules:
    """Return the rules for an exercise, where there are ``poses`` of those names."""
    return {
        **POSE_RULES,
        Amount: _amount_faults,
        Dosage: _dosage_faults,
        Exercise: _exercise_faults,
        Picture: lambda known: _picture_faults(known, poses),
    }


def routine_rules(exercises: Mapping[str, Exercise]) -> Rules:
    """Return the rules for a routine of ``exercises``."""

    def rule(known: Known) -> Iterator[Fault]:
        if "exercise" in known:
            yield from item_faults(RoutineItem(**known), exercises.get(known["exercise"]))

    return {RoutineItem: rule}


def item_faults(item: RoutineItem, exercise: Exercise | None) -> Iterator[Fault]:
    """Yield what is wrong with ``item`` for ``exercise`` (None: there is none of that name)."""
    if exercise is None:
        yield Fault("exercise", _("the id of an exercise"), item.exercise)
        return
    if not exercise.timed:
        found = _("{exercise}, a self-test").format(exercise=item.exercise)
        yield Fault("exercise", _("an exercise that can be timed"), found)
    for name in ("sets", "hold_s", "repetitions", "tempo_s"):
        yield from _limit_faults(name, getattr(item, name), exercise)
    if item.sides is not Side.BOTH and exercise.laterality is not Laterality.UNILATERAL:
        expected = _("both: {exercise} works both sides").format(exercise=exercise.id)
        yield Fault("sides", expected, item.sides.value)
    if exercise.laterality is Laterality.ALTERNATING and (item.repetitions or 0) % 2:
        yield Fault("repetitions", _("an even number, half for each side"), str(item.repetitions))


def _limit_faults(name: str, value: int | None, exercise: Exercise) -> Iterator[Fault]:
    amount: Amount | None = getattr(exercise.dosage, name)
    if value is None:
        return
    if amount is None:
        expected = _("nothing: {exercise} has no {name}").format(exercise=exercise.id, name=name)
        yield Fault(name, expected, str(value))
    elif not amount.allows(value):
        expected = _("{low} to {high}, the limits of {exercise}").format(
            low=amount.min, high=amount.max, exercise=exercise.id
        )
        yield Fault(name, expected, str(value))
