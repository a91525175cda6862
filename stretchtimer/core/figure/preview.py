"""What the picture of an exercise shows to whoever reads its steps: the way in, and then the hold or the movement."""

from __future__ import annotations

from msgspec.structs import replace

from stretchtimer.core.catalog.exercise import Laterality, Side
from stretchtimer.core.catalog.routine import Prescription
from stretchtimer.core.figure.figure import Figure
from stretchtimer.core.figure.motion import Motion
from stretchtimer.core.figure.pace import KEY_S, eased, eased_there_and_back, part_of_round
from stretchtimer.core.figure.portrayal import Portrayal, turned_to

LOOK_S = 0.4
"""Seconds before anything moves: a pointer that only passes over the picture does not stir it."""
FADE_S = 0.4
"""Seconds in which the figure at rest gives way to the one that begins."""
LONGEST_HOLD_S = 2
"""Longer holds between movements are shortened: whoever watches wants to see the movement."""


def at_rest(motion: Motion, side: Side) -> Portrayal:
    """Return the figure that stands for the whole, with ``side`` stretched."""
    return _shown(motion.still(side), side)


def key_pose(motion: Motion, side: Side, number: int) -> Portrayal:
    """Return a key pose, counted from 0, with ``side`` stretched."""
    return _shown(turned_to(side, motion.key(number)), side)


def can_play(motion: Motion) -> bool:
    """Whether there is anything to see but one pose."""
    return motion.key_count > 1


def preview(motion: Motion, prescription: Prescription, side: Side, elapsed_s: float) -> Portrayal:
    """Return what is shown ``elapsed_s`` after somebody asked to see it, with ``side`` stretched first.

    A movement goes on at the tempo of ``prescription``; a hold stays once it is reached.
    """
    faded_s = elapsed_s - LOOK_S
    into_s = faded_s - FADE_S
    way_s = KEY_S * len(motion.picture.way_in)
    if faded_s < 0:
        return replace(at_rest(motion, side), changes=True)
    if into_s < 0:
        first = turned_to(side, motion.entering(0.0))
        return replace(at_rest(motion, side), coming=first, turned=eased(faded_s / FADE_S), changes=True)
    if into_s < way_s:
        # No place for the name of the side is free of the body all the way.
        return _shown(turned_to(side, motion.entering(eased(into_s / way_s))), Side.BOTH, changes=True)
    if not motion.moves:
        return at_rest(motion, side)
    return _moving(motion, prescription, side, into_s - way_s)


def _moving(motion: Motion, prescription: Prescription, side: Side, moving_s: float) -> Portrayal:
    picture = motion.picture
    if prescription.repetitions is None:
        if picture.alternating:
            figure = motion.cycling(moving_s / picture.round_s / 2 % 1.0)
            return _shown(turned_to(side, figure), Side.BOTH, changes=True)
        hold_s, round_s = 0.0, picture.round_s
    else:
        hold_s = min(prescription.hold_s or 0, LONGEST_HOLD_S)
        round_s = (prescription.tempo_s or 0) + hold_s
    number, within_s = divmod(moving_s, round_s)
    exchanged = prescription.exercise.laterality is Laterality.ALTERNATING and number % 2 == 1
    part = eased_there_and_back(part_of_round(within_s, round_s, hold_s))
    figure = turned_to(side, motion.moving(part, exchanged=exchanged))
    return _shown(figure, side.other if exchanged else side, changes=True)


def _shown(figure: Figure, side: Side, *, changes: bool = False) -> Portrayal:
    return Portrayal(figure=figure, side=None if side is Side.BOTH else side, changes=changes)
