"""What the reminder has to know of the rest of the program."""

from __future__ import annotations

from typing import Protocol

from stretchtimer.core.reminders.reminder_values import Obstacle
from stretchtimer.core.session.timeline import Timeline


class Work(Protocol):
    """What the person does with the program, and could do. No method raises."""

    def in_the_way(self) -> Obstacle | None:
        """Return what the person is at, `Obstacle.SESSION` or `Obstacle.SELF_TEST`; None if at neither."""

    def last_session_s(self) -> float:
        """Return when the last session ended, in seconds of the Unix epoch; 0 if there was none."""

    def next_break(self) -> Timeline | None:
        """Return what to do in a break now; None if nothing fits."""
