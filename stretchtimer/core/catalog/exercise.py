"""What an exercise is: frozen values, as an exercise file gives them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from stretchtimer.core.figure.picture import Picture
from stretchtimer.core.language import _, mark

Identifier = Annotated[str, Meta(pattern="^[a-z0-9]+(-[a-z0-9]+)*$", description="Lower-case words joined by hyphens.")]
Words = Annotated[str, Meta(min_length=1, description="Text that a person reads or hears.")]
Sided = Annotated[
    str,
    Meta(
        min_length=1,
        description="Text that may name {stretched} (the hip that is stretched) and {other} (the opposite side).",
    ),
]


class Side(StrEnum):
    """A hip. The side of an exercise is always the stretched or tested hip, never the leg in front."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"

    @property
    def other(self) -> Side:
        """The opposite hip; both stay both."""
        return {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT, Side.BOTH: Side.BOTH}[self]

    @property
    def word(self) -> str:
        """The side in the person's language."""
        return _({Side.LEFT: mark("left"), Side.RIGHT: mark("right"), Side.BOTH: mark("both")}[self])


class Laterality(StrEnum):
    """How an exercise treats the two sides."""

    UNILATERAL = "unilateral"
    """Each side in turn, with a change of sides between them."""
    ALTERNATING = "alternating"
    """The sides swap at each repetition; repetitions count both sides together and are even."""
    BILATERAL = "bilateral"
    """Both sides at once."""


class Kind(StrEnum):
    """The sort of exercise, as the source articles sort them."""

    STATIC_HOLD = "static_hold"
    STATIC_PULSE = "static_pulse"
    DYNAMIC_REPS = "dynamic_reps"
    ISOMETRIC_REPS = "isometric_reps"
    STRENGTHENING_REPS = "strengthening_reps"
    RELEASE = "release"
    YOGA = "yoga"
    PILATES = "pilates"
    SELF_TEST = "self_test"
    WARM_UP = "warm_up"


class Position(StrEnum):
    """The starting position of the body."""

    STANDING = "standing"
    KNEELING = "kneeling"
    HANDS_AND_KNEES = "hands_and_knees"
    SITTING = "sitting"
    SUPINE = "supine"
    PRONE = "prone"
    SIDE_LYING = "side_lying"


class Origin(StrEnum):
    """Where a number of the dosage comes from."""

    STATED = "stated"
    """The article says it of this exercise."""
    INHERITED = "inherited"
    """The article says it of all its exercises, or of the one that this one is a variant of."""
    CONVENTION = "convention"
    """No article says it: it is a convention of this program."""


class Amount(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A number of the dosage with its limits: seconds for a hold or a tempo, a count for repetitions and sets."""

    default: Annotated[int, Meta(ge=1, le=900)]
    min: Annotated[int, Meta(ge=1, le=900)]
    max: Annotated[int, Meta(ge=1, le=900)]
    origin: Origin
    limits: Origin = Origin.CONVENTION
    note: str = ""

    def allows(self, value: int) -> bool:
        """Whether ``value`` lies within the limits."""
        return self.min <= value <= self.max


class Dosage(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How much of an exercise.

    ``hold_s`` alone is a hold. ``repetitions`` alone is a movement, one every ``tempo_s`` seconds. Both together are
    repetitions that are each held for ``hold_s``; then ``tempo_s`` is the time of the movement into the hold and out.
    ``repetitions`` count one side of a unilateral exercise, and both sides together of an alternating one.
    """

    sets: Amount
    hold_s: Amount | None = None
    repetitions: Amount | None = None
    tempo_s: Amount | None = None


class Source(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The passage that an exercise or a routine was taken from."""

    file: Words
    lines: Annotated[str, Meta(pattern=r"^\d+(-\d+)?(, \d+(-\d+)?)*$")]


class Exercise(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing to do, as an exercise file describes it."""

    id: Identifier
    name: Words
    kind: Kind
    position: Position
    laterality: Laterality
    stretches: Sided
    """Which part is stretched or worked: "front of the {stretched} hip"."""
    set_up: Sided
    """How to lie or stand to begin, in one sentence; said before the first hold."""
    cue: Sided
    """The shortest reminder of the position; said at a change of sides and shown during the hold."""
    steps: Annotated[tuple[Sided, ...], Meta(min_length=1)]
    dosage: Dosage
    credits_hip_flexor: bool
    """Whether the seconds held count towards the hip-flexor dose."""
    beside_desk: bool
    """Whether it can be done beside a desk without lying down."""
    source: Annotated[tuple[Source, ...], Meta(min_length=1)]
    cautions: tuple[Sided, ...] = ()
    props: tuple[Words, ...] = ()
    dangling: bool = False
    """Whether a leg hangs free over an edge."""
    picture: Picture | None = None
    """How it is drawn; an exercise without it is told by words alone."""

    @property
    def needs_clearance(self) -> bool:
        """Whether a person with a hip replacement or an injury should be cleared for it first.

        Kneeling, prone and dangling items load or extend the hip most (evidence C5 and D4, the gate).
        """
        return self.dangling or self.position in (Position.KNEELING, Position.PRONE)

    @property
    def timed(self) -> bool:
        """Whether a session can time it: all but the self-test."""
        return self.kind is not Kind.SELF_TEST

    def say(self, text: str, side: Side) -> str:
        """Return ``text`` (one of this exercise's own) in the person's language, with the sides filled in."""
        return fill_sides(_(text), side)


def fill_sides(text: str, side: Side) -> str:
    """Put the words for the stretched side and the other one into ``text``; the first letter becomes a capital.

    For ``Side.BOTH``, where there is no one stretched side, "one" and "other" take their place.
    """
    if side is Side.BOTH:
        stretched, other = _("one"), _("other")
        text = text.replace(_("the {stretched}"), "{stretched}")  # "one leg", but "the other leg"
    else:
        stretched, other = side.word, side.other.word
    filled = text.replace("{stretched}", stretched).replace("{other}", other)
    return filled[:1].upper() + filled[1:]
