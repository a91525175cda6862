"""The clocks of the machine: the one place where time comes in."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Protocol

from stretchtimer.core.records import Moment
from stretchtimer.core.session.session import Instant


class Clock(Protocol):
    """What tells the time."""

    def now(self) -> Instant:
        """Return the present moment by both clocks."""

    def moment(self, wall_s: float) -> Moment:
        """Return the second ``wall_s`` of the Unix epoch with the local offset that it had."""


class SystemClock:
    """The machine's own clocks."""

    def now(self) -> Instant:
        """Return the present moment by both clocks."""
        return Instant(time.monotonic(), time.time())

    def moment(self, wall_s: float) -> Moment:
        """Return the second ``wall_s`` of the Unix epoch with the local offset that it had."""
        return Moment.of(datetime.fromtimestamp(wall_s, UTC).astimezone())


def present(clock: Clock) -> Moment:
    """Return the present moment as the history keeps it."""
    return clock.moment(clock.now().wall_s)
