"""How regularly a hip is stretched: minutes against the target, and a habit that one missed day does not break.

There is no streak: what counts is not whether yesterday was missed, but how the last weeks went.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from msgspec import Struct

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.progress.dose import WEEKLY_TARGET_MIN
from stretchtimer.core.selftest.measurement import number_text

TARGET_MIN = WEEKLY_TARGET_MIN[0]
"""Minutes a week of each hip (Thomas and others 2018, evidence C2)."""
WEEK_DAYS = 7
HALF_LIFE_DAYS = 14
"""After so many days without stretching a habit is half as strong. Our convention."""
LOOKED_BACK_DAYS = 10 * HALF_LIFE_DAYS
"""What is older adds less than a thousandth."""

DayMinutes = Mapping[date, tuple[float, float]]
"""The minutes of the left and of the right hip on each day that had any."""


class Adherence(Struct, frozen=True, kw_only=True):
    """How one hip was looked after."""

    side: Side
    last_days_min: float
    """Minutes in the last seven days, with today."""
    share: float
    """Of the target of the last four weeks, at most 1."""
    habit: float
    """The strength of the habit, from 0 to 1."""


def adherence(days: DayMinutes, side: Side, today: date) -> Adherence:
    """Return how the hip ``side`` was looked after up to ``today``."""
    return Adherence(
        side=side,
        last_days_min=_minutes(days, side, today, WEEK_DAYS),
        share=share_of_target(days, side, today, 4 * WEEK_DAYS),
        habit=habit_strength(days, side, today),
    )


def share_of_target(days: DayMinutes, side: Side, last: date, count: int) -> float:
    """Return which share of its target the hip ``side`` got in the ``count`` days up to ``last``; at most 1."""
    return min(1.0, _minutes(days, side, last, count) / (TARGET_MIN * count / WEEK_DAYS))


def habit_strength(days: DayMinutes, side: Side, today: date) -> float:
    """Return how strong the habit is, from 0 to 1. The rule is our convention.

    Each day counts with the share of the week's target that the seven days up to it brought. Older days weigh less:
    half after `HALF_LIFE_DAYS`. So one missed day of daily stretching takes less than a tenth, and nothing starts anew.
    """
    kept = 0.5 ** (1 / HALF_LIFE_DAYS)
    strength = 0.0
    for back in range(LOOKED_BACK_DAYS, -1, -1):
        share = share_of_target(days, side, today - timedelta(days=back), WEEK_DAYS)
        strength = strength * kept + share * (1 - kept)
    return strength


def adherence_words(found: Adherence) -> str:
    """Return it as a sentence, with its numbers."""
    numbers = {"share": round(found.share * 100), "habit": round(found.habit * 100)}
    if found.side is Side.LEFT:
        return _("Left: {share} % of the target of the last four weeks, habit {habit} of 100.").format(**numbers)
    return _("Right: {share} % of the target of the last four weeks, habit {habit} of 100.").format(**numbers)


def habit_rule() -> str:
    """Return how the strength of a habit is found."""
    return _(
        "The target is {n} minutes a week for each hip. The habit counts how full the last weeks were, those of two "
        "weeks ago half as much; one missed day hardly moves it. This is our convention."
    ).format(n=number_text(TARGET_MIN))


def _minutes(days: DayMinutes, side: Side, last: date, count: int) -> float:
    which = 0 if side is Side.LEFT else 1
    nothing = (0.0, 0.0)
    return sum(days.get(last - timedelta(days=back), nothing)[which] for back in range(count))
