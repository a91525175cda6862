"""How time becomes movement: gently begun and ended, there and back, held at the far end."""

from __future__ import annotations

KEY_S = 1.4
"""Seconds from one key pose to the next on the way in: as slowly as a person follows with the eyes."""


def eased(part: float) -> float:
    """Return ``part``, kept from 0 to 1, so that a movement starts and ends gently."""
    part = min(max(part, 0.0), 1.0)
    return part * part * (3 - 2 * part)


def eased_there_and_back(part: float) -> float:
    """Return the ``part`` of a round so that it also slows down at its far end, which is at 0.5."""
    return eased(2 * part) / 2 if part < 0.5 else 0.5 + eased(2 * part - 1) / 2


def part_of_round(within_s: float, round_s: float, hold_s: float) -> float:
    """Return how far a round is after ``within_s`` of its ``round_s``, of which ``hold_s`` are spent at its far end.

    At 0 and 1 it is at its start, at 0.5 at its far end.
    """
    out = (round_s - hold_s) / 2
    if within_s < out:
        return within_s / out / 2
    back = within_s - out - hold_s
    return 0.5 + max(0.0, min(back / out, 1.0)) / 2 if out else 0.5
