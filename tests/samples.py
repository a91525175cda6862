"""Exercises, routines and a clock that tests share."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from stretchtimer.core.catalog.exercise import (
    Amount,
    Dosage,
    Exercise,
    Kind,
    Laterality,
    Origin,
    Position,
    Side,
    Source,
)
from stretchtimer.core.catalog.routine import Routine, RoutineItem
from stretchtimer.core.records import Moment
from stretchtimer.core.session.session import Instant

START_WALL_S = datetime(2026, 11, 21, 7, 0, tzinfo=UTC).timestamp()


def amount(default: int, low: int = 1, high: int = 600) -> Amount:
    return Amount(default=default, min=low, max=high, origin=Origin.STATED)


def exercise(
    id: str = "kneeling",
    *,
    hold_s: int | None = 30,
    sets: int = 3,
    repetitions: int | None = None,
    tempo_s: int | None = None,
    **changes: Any,
) -> Exercise:
    """Return a kneeling stretch, with ``changes``."""
    values: dict[str, Any] = {
        "id": id,
        "name": id.replace("-", " ").capitalize(),
        "kind": Kind.STATIC_HOLD if repetitions is None else Kind.DYNAMIC_REPS,
        "position": Position.KNEELING,
        "laterality": Laterality.UNILATERAL,
        "stretches": "front of the {stretched} hip",
        "set_up": "Kneel with the {other} foot in front.",
        "cue": "{stretched} knee down, {other} foot in front",
        "steps": ("Kneel on the {stretched} knee.", "Tuck the tailbone.", "Shift the hips forward."),
        "dosage": Dosage(
            sets=amount(sets, 1, 10),
            hold_s=hold_s and amount(hold_s),
            repetitions=repetitions and amount(repetitions),
            tempo_s=tempo_s and amount(tempo_s),
        ),
        "credits_hip_flexor": True,
        "beside_desk": False,
        "source": (Source(file="004.txt", lines="21-25"),),
        "cautions": ("Pad the knee if it presses.",),
    }
    return Exercise(**(values | changes))


KNEELING = exercise()
BUTTERFLY = exercise("butterfly", hold_s=50, sets=1, laterality=Laterality.BILATERAL, credits_hip_flexor=False)
MARCH = exercise("march", hold_s=None, sets=2, repetitions=4, tempo_s=3, laterality=Laterality.ALTERNATING)
SWING = exercise("swing", hold_s=None, sets=1, repetitions=5, tempo_s=2)
TILT = exercise("tilt", hold_s=10, sets=1, repetitions=3, tempo_s=4, laterality=Laterality.BILATERAL)
EXERCISES = {item.id: item for item in (KNEELING, BUTTERFLY, MARCH, SWING, TILT)}


def routine(*items: str | RoutineItem) -> Routine:
    return Routine(
        id="sample",
        name="Sample",
        summary="",
        items=tuple(RoutineItem(exercise=item) if isinstance(item, str) else item for item in items),
    )


class ManualClock:
    """A clock that stands still until it is told to go."""

    def __init__(self, monotonic_s: float = 1000.0, wall_s: float = START_WALL_S) -> None:
        self.monotonic_s, self.wall_s = monotonic_s, wall_s

    def now(self) -> Instant:
        return Instant(self.monotonic_s, self.wall_s)

    def moment(self, wall_s: float) -> Moment:
        return Moment.of(datetime.fromtimestamp(wall_s, UTC))

    def go(self, seconds: float) -> Instant:
        """Let ``seconds`` pass."""
        self.monotonic_s += seconds
        self.wall_s += seconds
        return self.now()

    def sleep(self, seconds: float) -> Instant:
        """Let the machine sleep: only the wall clock goes on."""
        self.wall_s += seconds
        return self.now()


LEFT, RIGHT, BOTH = Side.LEFT, Side.RIGHT, Side.BOTH
