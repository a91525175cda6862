"""The steps of the guided self-test, in words, for each position and each method of measuring.

On the floor it is the test of article 001 (lines 31-44); at the edge of a bed the modified Thomas test (evidence C1).
The tested hip is that of the leg that is not held: with the LEFT knee pulled to the chest it is the RIGHT hip. The knee
is pulled only until the low back lies flat: pulling further turns the pelvis and so lifts the other leg (evidence C1).
What is measured, and the walk before, follows evidence D1.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from stretchtimer.core.catalog.exercise import Side, fill_sides
from stretchtimer.core.language import _, mark
from stretchtimer.core.selftest.measurement import Method, Protocol

FIRST_TESTED = Side.RIGHT
"""The article begins with the left knee pulled, which tests the right hip."""


class Approach(NamedTuple):
    """Where the test is taken and how it is measured: chosen once."""

    protocol: Protocol = Protocol.FLOOR
    method: Method = Method.BY_EYE


class StepKind(StrEnum):
    """What a step of the test asks for."""

    PREPARE = "prepare"
    """Get ready what is needed to measure."""
    LIE_DOWN = "lie_down"
    REST = "rest"
    """By tape: measure both knees with the legs flat."""
    PULL = "pull"
    MEASURE = "measure"
    LOOK = "look"
    """Answer whether the leg stayed down."""
    REVIEW = "review"
    """Back on your feet: answers can be given or changed, and saved."""


class Step(Struct, frozen=True):
    """One step, which one key leaves."""

    kind: StepKind
    tested: Side | None
    approach: Approach = Approach()

    @property
    def title(self) -> str:
        """The step in a few words."""
        return self._fill(_(_words(self).title))

    @property
    def text(self) -> str:
        """The step in full, to be read and to be said."""
        return self._fill(_(_words(self).text))

    def _fill(self, text: str) -> str:
        return fill_sides(text, self.tested) if self.tested else text


BY_EYE = Approach()


def steps(approach: Approach = BY_EYE) -> tuple[Step, ...]:
    """Return the steps of the test of both hips."""
    begin, hip = [StepKind.LIE_DOWN], [StepKind.PULL, StepKind.LOOK]
    if approach.method is not Method.BY_EYE:
        begin.insert(0, StepKind.PREPARE)
        hip.insert(1, StepKind.MEASURE)
    if approach.method is Method.TAPE:
        # At the edge the legs hang, so they are measured before.
        begin.insert(2 if approach.protocol is Protocol.FLOOR else 1, StepKind.REST)
    both = [(kind, tested) for tested in (FIRST_TESTED, FIRST_TESTED.other) for kind in hip]
    kinds = [*((kind, None) for kind in begin), *both, (StepKind.REVIEW, None)]
    return tuple(Step(kind, tested, approach) for kind, tested in kinds)


class _Words(NamedTuple):
    title: str
    text: str


def _words(step: Step) -> _Words:
    """Return the words of ``step``, not yet translated."""
    protocol, method = step.approach
    match step.kind:
        case StepKind.PREPARE:
            return _PREPARE[method]
        case StepKind.MEASURE:
            return _TAPE_AT_EDGE if step.approach == (Protocol.EDGE, Method.TAPE) else _MEASURE[method]
        case StepKind.REST:
            return _REST
        case StepKind.REVIEW:
            return _REVIEW
    return (_FLOOR if protocol is Protocol.FLOOR else _EDGE)[step.kind]


_FLOOR = {
    StepKind.LIE_DOWN: _Words(
        mark("Lie down"),
        mark("Lie on your back on the floor with both legs straight. Let your body grow heavy and breathe calmly."),
    ),
    StepKind.PULL: _Words(
        mark("{stretched} hip: pull the {other} knee"),
        mark(
            "Bend the {other} leg and pull the {other} knee towards your chest with both hands, just until your low "
            "back lies flat on the floor, and no further. Leave the {stretched} leg lying, straight and loose. "
            "This tests the {stretched} hip."
        ),
    ),
    StepKind.LOOK: _Words(
        mark("{stretched} hip: does the {stretched} leg stay flat?"),
        mark(
            "Does the {stretched} leg stay flat on the floor? Feel whether the back of the knee still touches. "
            "If it hurts, let go at once and answer: stopped. Otherwise let the {other} knee go now. "
            "You can answer here, or remember it and answer when you are up again."
        ),
    ),
}
_EDGE = {
    StepKind.LIE_DOWN: _Words(
        mark("Lie back over the edge"),
        mark(
            "Sit on the very edge of a firm bed or table. Take hold of both knees and lie back with them. "
            "Let your body grow heavy and breathe calmly."
        ),
    ),
    StepKind.PULL: _Words(
        mark("{stretched} hip: hold the {other} knee"),
        mark(
            "Hold the {other} knee with both hands, just so close that your low back lies flat on the bed, and no "
            "closer. Lower the {stretched} leg slowly and let it hang over the edge, heavy and loose. "
            "This tests the {stretched} hip."
        ),
    ),
    StepKind.LOOK: _Words(
        mark("{stretched} hip: does the {stretched} thigh come down?"),
        mark(
            "Does the {stretched} thigh come down to the level of the bed, or below it? If it hurts, draw the leg up "
            "at once and answer: stopped. Otherwise draw both knees up now. "
            "You can answer here, or remember it and answer when you are up again."
        ),
    ),
}
_PREPARE = {
    Method.PHONE: _Words(
        mark("Get the phone ready"),
        mark(
            "Walk about easily for five minutes, then rest for one. Open a spirit level that shows degrees on your "
            "phone. Lay the phone on the floor, or on the bed if you test there, and set it to zero. "
            "Keep it within reach."
        ),
    ),
    Method.TAPE: _Words(
        mark("Get the tape ready"),
        mark(
            "Walk about easily for five minutes, then rest for one. You need a helper with a tape measure. The first "
            "time, they measure your thigh too: from the bony bump at the side of the hip to the one at the outer side "
            "of the knee."
        ),
    ),
    Method.GONIOMETER: _Words(
        mark("Get the goniometer ready"),
        mark("Walk about easily for five minutes, then rest for one. You need a helper with a goniometer."),
    ),
    Method.PHOTO: _Words(
        mark("Get the camera ready"),
        mark(
            "Walk about easily for five minutes, then rest for one. Put the camera low and to your side, at the height "
            "of the hip, so that hip, knee and floor are in the picture. You need its self-timer or a helper."
        ),
    ),
}
_REST = _Words(
    mark("Both legs flat: the resting gap"),
    mark(
        "Lie with both legs flat and loose. Your helper measures how high the bump at the outer side of each knee is "
        "above what you lie on. Remember these two resting gaps: they are not nought."
    ),
)
_MEASURE = {
    Method.PHONE: _Words(
        mark("{stretched} hip: the phone on the thigh"),
        mark(
            "Hold the {other} knee with one arm and relax for ten seconds. Lay the phone along the front of the "
            "{stretched} thigh, halfway between hip and knee, and read the degrees. Lift it off and lay it on again: "
            "three readings are better than one."
        ),
    ),
    Method.TAPE: _Words(
        mark("{stretched} hip: the gap under the knee"),
        mark(
            "Relax for ten seconds. Your helper measures how high the bump at the outer side of the {stretched} knee "
            "is now: best three times. Remember the centimetres."
        ),
    ),
    Method.GONIOMETER: _Words(
        mark("{stretched} hip: the goniometer"),
        mark(
            "Relax for ten seconds. Your helper sets the hinge on the bony bump at the side of the {stretched} hip, "
            "one arm level, the other along the thigh to the bump at the outer side of the knee: best three times. "
            "Remember the degrees."
        ),
    ),
    Method.PHOTO: _Words(
        mark("{stretched} hip: the photograph"),
        mark(
            "Turn the {stretched} side to the camera, relax for ten seconds, and have the photograph taken straight "
            "from the side. You mark the hip, the knee and the floor on it afterwards."
        ),
    ),
}
_TAPE_AT_EDGE = _Words(
    _MEASURE[Method.TAPE].title,
    mark(
        "Relax for ten seconds. Your helper measures how high the bump at the outer side of the {stretched} knee "
        "is now, below the level of the bed with a minus: best three times. Remember the centimetres."
    ),
)
_REVIEW = _Words(mark("Your answers"), mark("Check the answers, add a note if you like, and save."))
