"""What stands on the handout of a routine: one page for the wall, each exercise with its picture and few words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from stretchtimer.core.catalog import safety
from stretchtimer.core.catalog.exercise import Exercise, Laterality, Side, Source
from stretchtimer.core.catalog.routine import Prescription, Routine, prescribe_all
from stretchtimer.core.language import _, ngettext
from stretchtimer.core.picking.picker_words import article_words, dosage_words
from stretchtimer.core.session.captions import duration_words
from stretchtimer.core.session.timeline import Pacing, compile_routine


class Panel(Struct, frozen=True, kw_only=True):
    """One exercise on the handout."""

    exercise: Exercise
    side: Side
    """The stretched side in the picture and in the words; both where there is no one side."""
    name: str
    dosage: str
    change: str
    """Which side is shown, and that the other one follows; empty if none does. The foot says it, too."""
    mark: str
    """That somebody has to be asked first; empty if not."""
    details: tuple[tuple[str, ...], ...]
    """How it is done: sentences in full, and two shorter ways to say it."""


class Handout(Struct, frozen=True, kw_only=True):
    """The page, in the person's language."""

    title: str
    facts: str
    panels: tuple[Panel, ...]
    foot: tuple[str, ...]
    """What holds for all of it, in sentences; an empty one says nothing."""


def handout_of(
    routine: Routine, exercises: Mapping[str, Exercise], pacing: Pacing, *, marks_clearance: bool = False
) -> Handout:
    """Return the handout of ``routine``, with its length at ``pacing``.

    ``marks_clearance`` marks exercises that wait for clearance. Raises KeyError for an exercise that is not there.
    """
    prescriptions = prescribe_all(routine, exercises)
    count = len(prescriptions)
    exercises_words = ngettext("{n} exercise", "{n} exercises", count).format(n=count)
    total_s = compile_routine(routine, exercises, pacing).total_s
    panels = tuple(_panel(each, marks_clearance=marks_clearance) for each in prescriptions)
    return Handout(
        title=_(routine.name),
        facts=_("{exercises} · {time}").format(exercises=exercises_words, time=duration_words(total_s)),
        panels=panels,
        foot=(
            _("The pictures show the right hip; where it says each side, change sides then.")
            if any(panel.change for panel in panels)
            else "",
            safety.stop_rule(),
            article_words(tuple(_sources(routine, prescriptions))),
        ),
    )


def _panel(prescription: Prescription, *, marks_clearance: bool) -> Panel:
    exercise, side = prescription.exercise, _shown_side(prescription)
    changes = exercise.laterality is Laterality.UNILATERAL and prescription.sides is Side.BOTH
    return Panel(
        exercise=exercise,
        side=side,
        name=_(exercise.name),
        dosage=dosage_words(prescription),
        change=_("Right hip; then change sides.") if changes else "",
        mark=safety.short_clearance_mark() if marks_clearance and exercise.needs_clearance else "",
        details=tuple(
            tuple(exercise.say(sentence, side) for sentence in sentences)
            for sentences in (exercise.steps, (exercise.set_up, exercise.cue), (exercise.cue,))
        ),
    )


def _shown_side(prescription: Prescription) -> Side:
    """Return the side that is drawn: the right one unless only the left one is done."""
    if prescription.exercise.laterality is Laterality.BILATERAL:
        return Side.BOTH
    return Side.LEFT if prescription.sides is Side.LEFT else Side.RIGHT


def _sources(routine: Routine, prescriptions: tuple[Prescription, ...]) -> Iterator[Source]:
    yield from routine.source
    for prescription in prescriptions:
        yield from prescription.exercise.source
