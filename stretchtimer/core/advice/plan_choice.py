"""How much a hip can be shortened, and where the person overrules the plan that follows from it.

Stands apart from the plan, since the settings are read at every start and the plan is not made then.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from stretchtimer.core.catalog.exercise import Identifier


class Level(StrEnum):
    """How much a hip is shortened, from the least to the most."""

    PASSING = "passing"
    SMALL = "small"
    MODERATE = "moderate"
    SEVERE = "severe"

    @property
    def milder(self) -> Level:
        """The next better level; the best is its own."""
        levels = list(Level)
        return levels[max(0, levels.index(self) - 1)]


class ExtraSet(StrEnum):
    """What the person chose about the extra set."""

    NONE = "none"
    LEFT = "left"
    RIGHT = "right"


class PlanChoice(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where the person overrules the plan; None follows it."""

    level: Level | None = None
    routine: Identifier | None = None
    extra: ExtraSet | None = None
