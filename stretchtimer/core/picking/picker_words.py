"""What the picker says of an entry: how much it asks, how long it takes, what of it counts."""

from __future__ import annotations

from stretchtimer.core.catalog.exercise import Exercise, Laterality, Side, Source
from stretchtimer.core.catalog.exercise_words import kind_words, position_words
from stretchtimer.core.catalog.routine import Prescription
from stretchtimer.core.language import _, ngettext
from stretchtimer.core.picking.picker import Entry
from stretchtimer.core.progress.dose import Seconds
from stretchtimer.core.session.captions import minutes


def dosage_words(prescription: Prescription) -> str:
    """Return how much of an exercise is asked for: "30 s, 3 sets, each side"."""
    amount = _amount_words(prescription)
    if prescription.sets > 1:
        amount = _("{amount}, {sets} sets").format(amount=amount, sets=prescription.sets)
    if prescription.sides is not Side.BOTH:
        return _("{amount}, {side} only").format(amount=amount, side=prescription.sides.word)
    match prescription.exercise.laterality:
        case Laterality.UNILATERAL:
            return _("{amount}, each side").format(amount=amount)
        case Laterality.ALTERNATING:
            return _("{amount}, sides in turn").format(amount=amount)
        case Laterality.BILATERAL:
            return amount


def entry_facts(entry: Entry) -> str:
    """Return what an entry asks and how long it takes, in one line."""
    if entry.routine is None:
        return _("Each hip on its own · about 2 minutes")
    if entry.single is not None:
        dosage = dosage_words(entry.parts[0].prescription)
        return _("{dosage} · {time}").format(dosage=dosage, time=minutes(entry.total_s))
    count = len(entry.parts)
    words = ngettext("{n} exercise", "{n} exercises", count).format(n=count)
    return _("{exercises} · {time}").format(exercises=words, time=minutes(entry.total_s))


def exercise_facts(exercise: Exercise) -> str:
    """Return the kind, the position and what is needed, in one line."""
    facts = [kind_words(exercise.kind), position_words(exercise.position), *map(_, exercise.props)]
    if exercise.timed and not exercise.credits_hip_flexor:
        facts.append(_("does not count towards the hip-flexor minutes"))
    return " · ".join(facts)


def part_facts(prescription: Prescription) -> str:
    """Return how much and in which position, in one line."""
    return _("{dosage} · {position}").format(
        dosage=dosage_words(prescription), position=position_words(prescription.exercise.position)
    )


def credit_words(credited: Seconds) -> str:
    """Return what a session adds to the weekly minutes of each hip, as a sentence."""
    if not any(credited):
        return _("It is not counted towards the weekly minutes of the hip flexors.")
    if credited.left == credited.right:
        return _("Adds {time} to the weekly minutes of each hip.").format(time=minutes(credited.left))
    return _("Adds {left} to the weekly minutes of the left hip, {right} to those of the right hip.").format(
        left=minutes(credited.left), right=minutes(credited.right)
    )


def source_words(sources: tuple[Source, ...]) -> str:
    """Return the passages that an entry comes from, in one line; without any it is the program's or the person's."""
    lines: dict[str, list[str]] = {}
    for source in sources:
        lines.setdefault(source.file, []).append(source.lines)
    places = [_("{file}, lines {lines}").format(file=_file_words(file), lines=", ".join(lines[file])) for file in lines]
    return _("Source: {places}").format(places="; ".join(places)) if places else _("Not from an article")


def article_words(sources: tuple[Source, ...]) -> str:
    """Return which articles an entry comes from, in one line and without the passages."""
    files = sorted({_file_words(source.file) for source in sources})
    return _("Source: {places}").format(places=", ".join(files)) if files else _("Not from an article")


def _file_words(file: str) -> str:
    """Return the name of a source: an article by its number, anything else as the person wrote it."""
    number, _mark, _rest = file.partition("_")
    return _("article {number}").format(number=number) if number.isdecimal() else file


def _amount_words(prescription: Prescription) -> str:
    if prescription.repetitions is None:
        return _("{n} s").format(n=prescription.hold_s)
    if prescription.hold_s:
        return _("{n} × {seconds} s").format(n=prescription.repetitions, seconds=prescription.hold_s)
    return _("{n} times").format(n=prescription.repetitions)
