"""An exercise or a routine on a sheet of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from stretchtimer.core.catalog.exercise import Amount, Exercise, Laterality, Side, Source
from stretchtimer.core.catalog.exercise_words import kind_words, origin_words, position_words
from stretchtimer.core.catalog.routine import Prescription, Routine, prescribe_all
from stretchtimer.core.language import _
from stretchtimer.core.session.captions import minutes
from stretchtimer.core.session.timeline import Pacing, compile_routine


def exercise_sheet(exercise: Exercise, side: Side) -> Iterator[str]:
    """Yield the lines about ``exercise``, its text with ``side`` as the stretched hip."""
    yield _("{name} ({id})").format(name=_(exercise.name), id=exercise.id)
    yield _("Kind: {kind}").format(kind=kind_words(exercise.kind))
    yield _("Position: {position}").format(position=position_words(exercise.position))
    yield _("Sides: {sides}").format(sides=_laterality_words(exercise.laterality))
    yield _("Stretches or works: {part}").format(part=exercise.say(exercise.stretches, side))
    yield _hip_flexor_words(exercise)
    yield _("Beside a desk: yes") if exercise.beside_desk else _("Beside a desk: no")
    yield ""
    yield _("Dosage:")
    yield from _dosage_lines(exercise)
    yield ""
    yield _("Steps, for the left hip:") if side is Side.LEFT else _("Steps, for the right hip:")
    yield f"  {exercise.say(exercise.set_up, side)}"
    for number, step in enumerate(exercise.steps, 1):
        yield f"  {number}. {exercise.say(step, side)}"
    if exercise.cautions:
        yield ""
        yield _("Take care:")
        for caution in exercise.cautions:
            yield f"  - {exercise.say(caution, side)}"
    yield ""
    if exercise.props:
        yield _("You need: {props}").format(props=", ".join(map(_, exercise.props)))
    yield from _source_lines(exercise.source)


def routine_sheet(routine: Routine, exercises: Mapping[str, Exercise], pacing: Pacing) -> Iterator[str]:
    """Yield the lines about ``routine``, its length at ``pacing``."""
    yield _("{name} ({id})").format(name=_(routine.name), id=routine.id)
    if routine.summary:
        yield _(routine.summary)
    yield _("Length: {length}").format(length=minutes(compile_routine(routine, exercises, pacing).total_s))
    yield ""
    for number, prescription in enumerate(prescribe_all(routine, exercises), 1):
        yield _("  {number}. {exercise} ({id}): {dosage}").format(
            number=number,
            exercise=_(prescription.exercise.name),
            id=prescription.exercise.id,
            dosage=_prescription_words(prescription),
        )
    if routine.source:
        yield ""
    yield from _source_lines(routine.source)


def _dosage_lines(exercise: Exercise) -> Iterator[str]:
    dosage = exercise.dosage
    if dosage.hold_s:
        yield _("  Hold: {n} s ({min}-{max} s), {origin}").format(**_numbers(dosage.hold_s))
    if dosage.repetitions:
        yield _("  Repetitions: {n} ({min}-{max}), {origin}").format(**_numbers(dosage.repetitions))
    if dosage.tempo_s:
        yield _("  Movement: {n} s each ({min}-{max} s), {origin}").format(**_numbers(dosage.tempo_s))
    yield _("  Sets: {n} ({min}-{max}), {origin}").format(**_numbers(dosage.sets))


def _numbers(amount: Amount) -> dict[str, str]:
    origin = origin_words(amount.origin)
    if amount.note:
        origin = _("{origin}: {note}").format(origin=origin, note=_(amount.note))
    if amount.limits is not amount.origin:
        origin = _("{origin} [limits: {limits}]").format(origin=origin, limits=origin_words(amount.limits))
    return {"n": str(amount.default), "min": str(amount.min), "max": str(amount.max), "origin": origin}


def _laterality_words(laterality: Laterality) -> str:
    return {
        Laterality.UNILATERAL: _("each in turn"),
        Laterality.ALTERNATING: _("changing with each repetition"),
        Laterality.BILATERAL: _("both at once"),
    }[laterality]


def _hip_flexor_words(exercise: Exercise) -> str:
    if exercise.credits_hip_flexor:
        return _("Its seconds count towards the weekly minutes of the hip flexors.")
    return _("Its seconds do not count towards the weekly minutes of the hip flexors.")


def _prescription_words(prescription: Prescription) -> str:
    if prescription.repetitions is not None:
        return _("{sets} x {n} repetitions").format(sets=prescription.sets, n=prescription.repetitions)
    return _("{sets} x {n} s").format(sets=prescription.sets, n=prescription.hold_s)


def _source_lines(sources: Iterable[Source]) -> Iterator[str]:
    for source in sources:
        yield _("Source: {file}, lines {lines}").format(file=source.file, lines=source.lines)
