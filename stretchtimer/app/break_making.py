"""Makes the break that is offered, from the catalogue and what the history says is lacking."""

from __future__ import annotations

from collections.abc import Callable

from stretchtimer.app.library import Library
from stretchtimer.app.preferences import Preferences
from stretchtimer.clock import Clock, present
from stretchtimer.core.catalog.exercise import Exercise, Side
from stretchtimer.core.progress.dose import Seconds, iso_week, weekly
from stretchtimer.core.reminders.break_choice import break_choice, tighter_side
from stretchtimer.core.reminders.reminder_values import Obstacle
from stretchtimer.core.session.timeline import Timeline, compile_routine, next_first_side
from stretchtimer.storage.database import StorageTrouble
from stretchtimer.storage.history import History

NOTHING = Seconds(0, 0)


class Breaks:
    """Knows what to do in a break, and when one was taken last. A history that cannot be read counts as empty."""

    def __init__(
        self,
        library: Library,
        preferences: Preferences,
        history: History,
        clock: Clock,
        in_the_way: Callable[[], Obstacle | None],
    ) -> None:
        self._library, self._preferences, self._history, self._clock = library, preferences, history, clock
        self._in_the_way = in_the_way

    def in_the_way(self) -> Obstacle | None:
        """Return what the person is at, that an offer would disturb."""
        return self._in_the_way()

    def last_session_s(self) -> float:
        """Return when the last session ended, in seconds of the Unix epoch; 0 if none did."""
        try:
            last = self._history.last_session()
        except StorageTrouble:
            return 0.0
        return last.ended_at.utc.timestamp() if last and last.ended_at else 0.0

    def next_break(self) -> Timeline | None:
        """Return what to do in a break now; None if nothing can be done beside a desk."""
        try:
            done, tighter, last_first = self._lacking()
        except StorageTrouble:
            done, tighter, last_first = NOTHING, None, None
        settings, exercises = self._preferences.settings, self._exercises()
        choice = break_choice(
            self._library.catalog.routines.values(),
            exercises,
            settings.pacing,
            done,
            tighter,
            floor=settings.reminders.floor,
        )
        if choice is None:
            return None
        first = choice.first_side or next_first_side(last_first)
        return compile_routine(choice.routine, exercises, settings.pacing, first)

    def _exercises(self) -> dict[str, Exercise]:
        """Return what the person may do: not what waits for a professional to clear them for it."""
        waits = self._preferences.settings.safety.waits_for_clearance
        return {
            id: each for id, each in self._library.catalog.exercises.items() if not (waits and each.needs_clearance)
        }

    def _lacking(self) -> tuple[Seconds, Side | None, Side | None]:
        """Return this week's dose, the tighter hip, and the hip that began last time. Raises StorageTrouble."""
        week = iso_week(present(self._clock))
        doses = weekly(self._history.dose_rows())
        done = next((Seconds(each.left_min * 60, each.right_min * 60) for each in doses if each.week == week), NOTHING)
        return done, tighter_side(self._history.tests()), self._history.last_first_side()
