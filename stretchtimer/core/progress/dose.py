"""Seconds that each hip was really stretched, and their sum by week."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count, islice, pairwise, takewhile
from typing import NamedTuple

from msgspec import Struct

from stretchtimer.core.catalog.exercise import Laterality, Side
from stretchtimer.core.records import Moment
from stretchtimer.core.session.timeline import Phase, Timeline

WEEKLY_TARGET_MIN = (5, 10)
"""Minutes per hip and week: at least 5 (Thomas 2018), no more gain seen beyond 10 (Ingram 2025); evidence C2."""


class Seconds(NamedTuple):
    """Seconds of each hip."""

    left: float
    right: float


class WeekDose(Struct, frozen=True):
    """Minutes that each hip was stretched in one ISO week."""

    week: str
    """The ISO week: "2026-W47"."""
    left_min: float
    right_min: float


def per_hip(phase: Phase, held_s: float, first_side: Side, counted_s: tuple[float, ...] | None = None) -> Seconds:
    """Return the seconds of each hip in ``held_s`` seconds of the work ``phase``.

    ``counted_s`` are the seconds at which a key ended each repetition; None if they followed the tempo.
    """
    if phase.exercise.laterality is Laterality.ALTERNATING:
        ends_s = count(phase.repetition_s, phase.repetition_s) if counted_s is None else counted_s
        return _alternating(ends_s, held_s, first_side)
    return Seconds(
        held_s if phase.side in (Side.LEFT, Side.BOTH) else 0.0,
        held_s if phase.side in (Side.RIGHT, Side.BOTH) else 0.0,
    )


def planned(timeline: Timeline) -> Seconds:
    """Return the seconds that ``timeline`` would add to the dose of each hip if it is done in full."""
    shares = [
        per_hip(phase, phase.length_s, timeline.first_side)
        for phase in timeline.phases
        if phase.is_work and phase.exercise.credits_hip_flexor
    ]
    return Seconds(sum(share.left for share in shares), sum(share.right for share in shares))


def _alternating(ends_s: Iterable[float], held_s: float, first_side: Side) -> Seconds:
    """Share ``held_s`` out: the hips take turns, and change at each of ``ends_s``."""
    changes = pairwise((0.0, *takewhile(lambda end_s: end_s < held_s, ends_s), held_s))
    first_s = sum(end_s - begin_s for begin_s, end_s in islice(changes, 0, None, 2))
    other_s = max(0.0, held_s - first_s)
    return Seconds(first_s, other_s) if first_side is Side.LEFT else Seconds(other_s, first_s)


def iso_week(moment: Moment) -> str:
    """Return the ISO week of ``moment`` where the person was: "2026-W47"."""
    year, week, _weekday = moment.day.isocalendar()
    return f"{year}-W{week:02d}"


def weekly(rows: Iterable[tuple[Moment, float, float]]) -> tuple[WeekDose, ...]:
    """Sum rows of (moment, left seconds, right seconds) by ISO week, oldest first; weeks without rows are left out."""
    sums: dict[str, list[float]] = {}
    for moment, left_s, right_s in rows:
        total = sums.setdefault(iso_week(moment), [0.0, 0.0])
        total[0] += left_s
        total[1] += right_s
    return tuple(WeekDose(week, left / 60, right / 60) for week, (left, right) in sorted(sums.items()))
