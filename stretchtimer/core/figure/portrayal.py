"""What the picture of a session shows at one moment: the way in, the hold, the movement, the change of sides."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from stretchtimer.core.catalog.exercise import Laterality, Side
from stretchtimer.core.figure.figure import Figure, mirror
from stretchtimer.core.figure.motion import Motion
from stretchtimer.core.figure.pace import KEY_S, eased, eased_there_and_back, part_of_round
from stretchtimer.core.session.session import SessionView, State
from stretchtimer.core.session.timeline import Phase, PhaseKind

TURN_S = 0.6
"""Seconds in which the picture turns to the other side."""


class Portrayal(Struct, frozen=True, kw_only=True):
    """A figure, or one that fades into another."""

    figure: Figure
    side: Side | None = None
    """The stretched side that ``figure`` shows; None where both are at work, or neither."""
    coming: Figure | None = None
    """The figure that takes its place, mirrored, as the picture turns round."""
    turned: float = 0.0
    """How far it has turned, 0 to 1."""
    changes: bool = False
    """Whether it changes by time alone at this moment."""
    breathes: bool = False
    """Whether somebody holds still, so that only the breath is seen."""


def turned_to(side: Side | None, figure: Figure) -> Figure:
    """Return ``figure``, drawn for the right side, with ``side`` stretched."""
    return mirror(figure) if side is Side.LEFT else figure


def portrayal(view: SessionView, motion: Motion, *, animated: bool = True) -> Portrayal:
    """Return what to show of ``view``, whose exercise has the picture ``motion``.

    Not ``animated`` it goes from pose to pose without what is between them, as reduced motion asks for.
    """
    phase = view.phase
    side = _sided(phase, (view.coming_work or phase).side)
    if phase.is_work and view.state is not State.READY:
        return _working(view, motion, side, animated=animated)
    if view.state is State.READY or not animated:
        return _standing(side, motion)
    if phase.kind in (PhaseKind.SWITCH, PhaseKind.REST):
        return _changing(view, motion, _sided(phase, _last_side(view)), side)
    length = min(KEY_S * _legs(motion), phase.length_s)
    part = view.elapsed_s / length if length else 1.0
    return _shown(side, motion.entering(eased(part)), changes=part < 1)


def _standing(side: Side | None, motion: Motion) -> Portrayal:
    return Portrayal(figure=motion.still(side), side=None if side is Side.BOTH else side)


def _shown(side: Side | None, figure: Figure, *, changes: bool = False) -> Portrayal:
    return Portrayal(figure=turned_to(side, figure), side=None if side is Side.BOTH else side, changes=changes)


def _working(view: SessionView, motion: Motion, side: Side | None, *, animated: bool) -> Portrayal:
    phase = view.phase
    if not motion.moves:
        return replace(_standing(side, motion), breathes=animated and view.state is State.RUNNING)
    alternating = phase.exercise.laterality is Laterality.ALTERNATING
    moves = animated and not view.waits_for_key
    if moves and motion.picture.alternating and not phase.repetitions:
        figure = motion.cycling(view.elapsed_s / motion.picture.round_s / 2 % 1.0)
    else:
        part = eased_there_and_back(_round(view, motion)) if moves else 0.5
        figure = motion.moving(part, exchanged=alternating and view.side is Side.LEFT)
    shown = _shown(side, figure, changes=moves and view.state is State.RUNNING)
    return replace(shown, side=view.side) if alternating else shown


def _round(view: SessionView, motion: Motion) -> float:
    """Return how far the round of the movement is that is under way: at 0.5 it is at its far end."""
    phase = view.phase
    if not phase.repetitions:
        return view.elapsed_s / motion.picture.round_s % 1.0
    within = view.elapsed_s - (view.repetition - 1) * phase.repetition_s
    return part_of_round(within, phase.repetition_s, phase.repetition_hold_s)


def _changing(view: SessionView, motion: Motion, old: Side | None, new: Side | None) -> Portrayal:
    """Show the way out of the hold, the turn, and the way into the hold of the ``new`` side."""
    elapsed = view.elapsed_s
    way_s = max(0.0, min(KEY_S * _legs(motion), (view.phase.length_s - TURN_S) / 2))
    if elapsed < way_s:
        return _shown(old, motion.entering(eased(1 - elapsed / way_s)), changes=True)
    turned = (elapsed - way_s) / TURN_S
    if turned < 1 and old is not new:
        first = motion.entering(0.0)
        return replace(_shown(old, first, changes=True), coming=turned_to(new, first), turned=eased(turned))
    part = (elapsed - way_s - TURN_S) / way_s if way_s else 1.0
    return _shown(new, motion.entering(eased(part)), changes=part < 1)


def _sided(phase: Phase, side: Side | None) -> Side | None:
    """Return the side that turns the picture: alternating movements show both sides in one picture."""
    return None if phase.exercise.laterality is Laterality.ALTERNATING else side


def _last_side(view: SessionView) -> Side | None:
    """Return the side of the hold or the repetitions before this phase."""
    return next((phase.side for phase in reversed(view.phases[: view.index]) if phase.is_work), None)


def _legs(motion: Motion) -> int:
    return len(motion.picture.way_in)
