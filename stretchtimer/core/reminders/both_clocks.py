"""Moments by both clocks: that on the wall goes on while the machine sleeps and may be set, the other does neither.

A length of time is over as soon as one of them says so. So a pause lasts no longer for a clock that is set back, and
ends in the morning after a night's sleep.
"""

from __future__ import annotations

from stretchtimer.core.session.session import Instant

LONGEST_S = 25 * 3600.0
"""Until five in the morning is no longer, also when summer time ends. What was kept for longer, a wrong clock kept."""


def later(now: Instant, seconds: float) -> Instant:
    """Return the moment ``seconds`` after ``now``."""
    return Instant(now.monotonic_s + seconds, now.wall_s + seconds)


def at_wall(wall_s: float, now: Instant) -> Instant:
    """Return the second ``wall_s`` of the Unix epoch, as the clocks stand to each other ``now``."""
    return Instant(now.monotonic_s + wall_s - now.wall_s, wall_s)


def kept_moment(wall_s: float, now: Instant) -> Instant | None:
    """Return the second ``wall_s`` of the Unix epoch, which was kept over a restart; None if it is past."""
    return at_wall(min(wall_s, now.wall_s + LONGEST_S), now) if wall_s > now.wall_s else None


def seconds_left(until: Instant, now: Instant) -> float:
    """Return the seconds from ``now`` to ``until``; 0 or less if one of the clocks says that it is past."""
    return min(until.wall_s - now.wall_s, until.monotonic_s - now.monotonic_s)
