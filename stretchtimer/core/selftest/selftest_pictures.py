"""The pictures of the self-test: one for each step, and both outcomes where it asks for one.

They are drawn for the tested hip, which is the stretched one: the knee that is pulled is the other one's.
"""

from __future__ import annotations

from msgspec import Struct

from stretchtimer.core.catalog.exercise import Side, fill_sides
from stretchtimer.core.figure.picture import Picture
from stretchtimer.core.language import _, mark
from stretchtimer.core.selftest.measurement import Protocol
from stretchtimer.core.selftest.selftest_steps import Step, StepKind


class StepPicture(Struct, frozen=True):
    """A picture with the words under it, if it needs any."""

    picture: Picture
    words: str = ""


_LYING = {
    Protocol.FLOOR: Picture(poses=("supine",), muscle=False),
    Protocol.EDGE: Picture(poses=("bed-both-knees",), muscle=False),
}
_PULLING = {
    Protocol.FLOOR: Picture(way_in=("supine", "supine-foot-up"), poses=("knee-hug",)),
    Protocol.EDGE: Picture(way_in=("bed-both-knees", "bed-leg-out"), poses=("leg-hang",)),
}
_OUTCOMES = {
    Protocol.FLOOR: (
        (Picture(poses=("knee-hug",)), mark("Stays flat")),
        (Picture(poses=("self-test-lifted",)), mark("Lifts")),
    ),
    Protocol.EDGE: (
        (Picture(poses=("leg-hang",)), mark("Comes down")),
        (Picture(poses=("edge-test-lifted",)), mark("Stays above")),
    ),
}
POSES = frozenset(
    pose
    for protocol in Protocol
    for picture in (_LYING[protocol], _PULLING[protocol], *(picture for picture, _words in _OUTCOMES[protocol]))
    for pose in picture.key_poses
)
"""All poses that the self-test shows."""


def step_pictures(step: Step) -> tuple[StepPicture, ...]:
    """Return what ``step`` shows: nothing while things are got ready, both outcomes where it asks for one."""
    protocol = step.approach.protocol
    match step.kind:
        case StepKind.LIE_DOWN:
            return (StepPicture(_LYING[protocol]),)
        case StepKind.REST:  # on the bed, too, with both legs flat
            return (StepPicture(_LYING[Protocol.FLOOR]),)
        case StepKind.PULL | StepKind.MEASURE:
            return (StepPicture(_PULLING[protocol]),)
        case StepKind.LOOK:
            return tuple(StepPicture(picture, _(words)) for picture, words in _OUTCOMES[protocol])
    return ()


def picture_words(shown: StepPicture, description: str, tested: Side | None) -> str:
    """Return for a screen reader what is ``shown``, given the ``description`` of its pose."""
    described = fill_sides(_(description), tested or Side.BOTH)
    return _("{outcome}: {picture}").format(outcome=shown.words, picture=described) if shown.words else described
