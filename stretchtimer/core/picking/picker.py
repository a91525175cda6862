"""What the picker offers: exercises and routines in sections, and which of them a search leaves."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from stretchtimer.core.catalog.exercise import Exercise, Kind, Position, Side
from stretchtimer.core.catalog.exercise_words import kind_words, position_words
from stretchtimer.core.catalog.routine import Prescription, Routine, of_exercise, prescribe_all
from stretchtimer.core.language import _
from stretchtimer.core.progress.dose import Seconds, planned
from stretchtimer.core.session.timeline import Pacing, PhaseKind, Timeline, compile_routine

LYING = (Position.SUPINE, Position.PRONE, Position.SIDE_LYING)


class Place(StrEnum):
    """Where or how a person can stretch just now."""

    ALL = "all"
    BESIDE_DESK = "beside_desk"
    STANDING = "standing"
    KNEELING = "kneeling"
    SITTING = "sitting"
    LYING = "lying"


_POSITIONS = {
    Place.STANDING: (Position.STANDING,),
    Place.KNEELING: (Position.KNEELING, Position.HANDS_AND_KNEES),
    Place.SITTING: (Position.SITTING,),
    Place.LYING: LYING,
}


class Part(Struct, frozen=True):
    """One exercise of a routine, and how long it takes with what leads to it."""

    prescription: Prescription
    length_s: float


class Entry(Struct, frozen=True, kw_only=True):
    """One thing to pick."""

    id: str
    name: str
    routine: Routine | None
    """What Start performs; None for the self-test, which no session can time."""
    exercises: tuple[Exercise, ...]
    """What it consists of."""
    single: Exercise | None
    """The exercise, if it is one and no routine."""
    parts: tuple[Part, ...] = ()
    total_s: float = 0
    credited: Seconds = Seconds(0, 0)
    """What of it counts towards the dose of each hip."""

    @property
    def needs_clearance(self) -> bool:
        """Whether any part of it waits for clearance."""
        return any(exercise.needs_clearance for exercise in self.exercises)


class Wish(Struct, frozen=True, kw_only=True):
    """What the person is looking for; the default leaves everything."""

    words: str = ""
    place: Place = Place.ALL
    kind: Kind | None = None
    minutes: int | None = None
    """At most so long in all."""


class Section(Struct, frozen=True):
    """Entries under one heading."""

    heading: str
    entries: tuple[Entry, ...]


def entries(
    exercises: Iterable[Exercise],
    routines: Iterable[Routine],
    by_id: Mapping[str, Exercise],
    pacing: Pacing,
    extra: Side | None = None,
) -> tuple[Entry, ...]:
    """Return the routines, the shortest first, then the exercises by name; each with its total time at ``pacing``.

    ``extra`` is the hip that gets an extra set.
    """
    found = (_entry(routine, None, by_id, pacing, extra) for routine in routines)
    singles = (
        _entry(of_exercise(exercise), exercise, by_id, pacing, extra) if exercise.timed else _untimed(exercise)
        for exercise in exercises
    )
    return (
        *sorted(found, key=lambda entry: (entry.total_s, plain(_(entry.name)))),
        *sorted(singles, key=lambda entry: plain(_(entry.name))),
    )


def _entry(
    routine: Routine, single: Exercise | None, by_id: Mapping[str, Exercise], pacing: Pacing, extra: Side | None
) -> Entry:
    timeline = compile_routine(routine, by_id, pacing, extra=extra)
    prescriptions = prescribe_all(routine, by_id)
    return Entry(
        id=routine.id,
        name=routine.name,
        routine=routine,
        exercises=tuple(prescription.exercise for prescription in prescriptions),
        single=single,
        parts=tuple(map(Part, prescriptions, _lengths(timeline))),
        total_s=timeline.total_s,
        credited=planned(timeline),
    )


def _untimed(exercise: Exercise) -> Entry:
    return Entry(id=exercise.id, name=exercise.name, routine=None, exercises=(exercise,), single=exercise)


def _lengths(timeline: Timeline) -> list[float]:
    """Return the seconds of each exercise, from getting ready for it to getting ready for the next one."""
    lengths: list[float] = []
    for phase in timeline.phases:
        if phase.kind in (PhaseKind.GET_READY, PhaseKind.NEXT):
            lengths.append(0)
        lengths[-1] += phase.length_s
    return lengths


def fulfils(entry: Entry, wish: Wish) -> bool:
    """Whether ``entry`` is what the person is looking for: all words occur, and every filter holds."""
    return (
        (wish.minutes is None or entry.total_s <= wish.minutes * 60)
        and (wish.kind is None or (entry.single is not None and entry.single.kind is wish.kind))
        and all(_fits(exercise, wish.place) for exercise in entry.exercises)
        and all(word in _haystack(entry) for word in plain(wish.words).split())
    )


def sections(
    all_entries: Sequence[Entry], wish: Wish, favourites: Sequence[str], recent: Sequence[str]
) -> tuple[Section, ...]:
    """Return what ``wish`` leaves: favourites and the recently done on top, then routines, then the rest by kind.

    An entry on top stands in its own section too, so that everything has one place where it can always be found.
    """
    left = [entry for entry in all_entries if fulfils(entry, wish)]
    by_id = {entry.id: entry for entry in left}
    singles = [entry for entry in left if entry.single is not None]
    found = [
        Section(_("Favourites"), tuple(by_id[id] for id in favourites if id in by_id)),
        Section(_("Recently done"), tuple(by_id[id] for id in recent if id in by_id and id not in favourites)),
        Section(_("Routines"), tuple(entry for entry in left if entry.single is None)),
        *(
            Section(heading, tuple(entry for entry in singles if entry.single and entry.single.kind in kinds))
            for heading, kinds in _groups()
        ),
    ]
    return tuple(section for section in found if section.entries)


def _groups() -> tuple[tuple[str, tuple[Kind, ...]], ...]:
    return (
        (_("Stretches"), (Kind.STATIC_HOLD, Kind.STATIC_PULSE, Kind.YOGA)),
        (_("Movement and warm-up"), (Kind.DYNAMIC_REPS, Kind.WARM_UP)),
        (_("Strength and control"), (Kind.STRENGTHENING_REPS, Kind.ISOMETRIC_REPS, Kind.PILATES)),
        (_("Release"), (Kind.RELEASE,)),
        (_("Self-test"), (Kind.SELF_TEST,)),
    )


def _fits(exercise: Exercise, place: Place) -> bool:
    if place is Place.ALL:
        return True
    if place is Place.BESIDE_DESK:
        return exercise.beside_desk
    return exercise.position in _POSITIONS[place]


def _haystack(entry: Entry) -> str:
    words = [entry.name, _(entry.name)]
    for exercise in entry.exercises:
        words += [exercise.name, _(exercise.name), kind_words(exercise.kind), position_words(exercise.position)]
        words += [exercise.say(exercise.stretches, Side.BOTH), *(_(prop) for prop in exercise.props)]
    return plain(" ".join(words))


def plain(text: str) -> str:
    """Return ``text`` without case and accents, as a person types into a search field."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
