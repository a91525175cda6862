"""The moments within a phase at which something is told."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from itertools import count
from math import ceil

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.session.events import Event, HalfTime, RepetitionBegan, RepetitionReleased, Tick
from stretchtimer.core.session.timeline import Phase, PhaseKind

HALF_TIME_FROM_S = 10
"""Shorter holds have no half-time: it would fall into the last five seconds."""


def milestones(phase: Phase, *, by_key: bool) -> Iterator[tuple[float, Event | None]]:
    """Yield (seconds into the phase, event) in order of time; None stands for the end of the phase.

    Repetitions that wait for a key have no end: only their seconds are told, so that what was done is kept.
    """
    if by_key:
        return ((float(second), Tick(phase, 0)) for second in count(1))
    return heapq.merge(_ticks(phase), _half_time(phase), _repetitions(phase), _end(phase), key=lambda pair: pair[0])


def _ticks(phase: Phase) -> Iterator[tuple[float, Event]]:
    return ((phase.length_s - left, Tick(phase, left)) for left in range(ceil(phase.length_s) - 1, 0, -1))


def _half_time(phase: Phase) -> Iterator[tuple[float, Event]]:
    if phase.kind is PhaseKind.HOLD and phase.length_s >= HALF_TIME_FROM_S:
        yield phase.length_s / 2, HalfTime(phase)


def _repetitions(phase: Phase) -> Iterator[tuple[float, Event]]:
    for number in range(1, phase.repetitions + 1):
        begins_s = (number - 1) * phase.repetition_s
        if number > 1:
            yield begins_s, RepetitionBegan(phase, number, Side.BOTH)
        if phase.repetition_hold_s:
            into_s = (phase.repetition_s - phase.repetition_hold_s) / 2
            yield begins_s + into_s + phase.repetition_hold_s, RepetitionReleased(phase, number)


def _end(phase: Phase) -> Iterator[tuple[float, None]]:
    yield phase.length_s, None
