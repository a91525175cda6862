"""Whether somebody sits at the machine, and what broke the sitting between two looks without a word.

A sleep that no signal told of shows as a gap in time, and a session in a terminal in the history. The two clocks are
read one after the other, and the one on the wall may be set: so what it tells is compared once, when it is news.
"""

from __future__ import annotations

from stretchtimer.core.reminders.reminder_values import Look
from stretchtimer.core.session.session import Instant

BREAK_S = 300.0
"""So long without a touch is a break that was taken. No look is further away: a sleeping machine stops its timers."""
PRESENT_S = 60.0
"""A person who touched the machine so lately sees an offer."""
SLEEP_S = 60.0
"""If nobody looked for so much longer than planned, the machine slept. Less may be a busy machine, or a clock set.

A clock that is set forward by more cannot be told from a sleep, and costs no more than a fresh start.
"""


class Presence:
    """What was seen last, and what it says of the next look."""

    def __init__(self, now: Instant) -> None:
        self._last = now
        self._left_at_s: float | None = None
        self._session_s = 0.0
        """When the last session that was seen ended, in seconds of the Unix epoch."""
        self._idle_known = True

    @property
    def idle_known(self) -> bool:
        """Whether the last look could tell how long nobody had touched the machine."""
        return self._idle_known

    def leave(self, now: Instant) -> None:
        """The machine is locked or goes to sleep."""
        self._left_at_s = now.monotonic_s

    def come_back(self) -> None:
        """Somebody is there again."""
        self._left_at_s = None

    def slept_until(self, now: Instant, planned_s: float) -> bool:
        """Return whether the machine slept until ``now``, by either clock; a look was planned for ``planned_s``.

        A gap is told of once: what comes next is compared with ``now``.
        """
        last, self._last = self._last, now
        late_s = now.monotonic_s - max(planned_s, last.monotonic_s)
        asleep_s = (now.wall_s - last.wall_s) - (now.monotonic_s - last.monotonic_s)
        return late_s > SLEEP_S or asleep_s > SLEEP_S

    def is_away(self, seen: Look) -> bool:
        """Whether nobody is there. A lock whose end nobody told is over when the machine is touched well after it."""
        self._idle_known = seen.idle_s is not None
        if seen.idle_s is None:
            return self._left_at_s is not None
        if self._left_at_s is not None and seen.now.monotonic_s - seen.idle_s > self._left_at_s + PRESENT_S:
            self._left_at_s = None
        return self._left_at_s is not None or seen.idle_s >= BREAK_S

    def session_end(self, seen: Look, since_s: float) -> float | None:
        """Return the monotonic second at which a session ended after ``since_s`` that was not seen before, if one did.

        It may have run in a terminal. It ended after the last look, whatever the clock on the wall says: so call this
        before `slept_until`.
        """
        if seen.last_session_s in (0.0, self._session_s):
            return None
        self._session_s = seen.last_session_s
        now_s = seen.now.monotonic_s
        ended_s = now_s - (seen.now.wall_s - seen.last_session_s)
        if ended_s <= since_s or ended_s > now_s:  # it is an old one, or the clock was set back since
            return None
        return max(ended_s, self._last.monotonic_s)
