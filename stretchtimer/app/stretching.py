"""The Stretch page: the catalogue with what the history and the settings say of it, and the way into a session."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from PySide6.QtCore import QObject, Signal

from stretchtimer.app.cautioning import extra_set, pressing
from stretchtimer.app.library import Library
from stretchtimer.app.preferences import Preferences
from stretchtimer.clock import Clock, present
from stretchtimer.core.advice.advice import lock_sessions
from stretchtimer.core.catalog.routine import Routine, of_exercise
from stretchtimer.core.selftest.cadence import offer, offer_words
from stretchtimer.core.session.timeline import Timeline, compile_routine, next_first_side
from stretchtimer.storage.history import History
from stretchtimer.ui.stretch.stretch_page import StretchPage, StretchView

RECENT = 4
"""How many of the last routines stand on top."""


class Stretching(QObject):
    """Keeps the page up to date and compiles what the person chose."""

    ready = Signal(object)
    """A `Timeline` that the person wants to perform."""

    def __init__(
        self,
        page: StretchPage,
        library: Library,
        preferences: Preferences,
        history: Callable[[], History | None],
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.page, self._library, self._preferences = page, library, preferences
        self._history, self._clock = history, clock
        page.start_requested.connect(lambda routine: self.ready.emit(self.compile(routine)))
        page.favourite_toggled.connect(preferences.set_favourite)
        page.warnings_confirmed.connect(preferences.put_away)
        library.changed.connect(self.refresh)
        preferences.changed.connect(lambda _settings: self.refresh())
        self.refresh()

    def refresh(self) -> None:
        """Show the catalogue, the settings and the history as they are now."""
        catalog, settings, history = self._library.catalog, self._preferences.settings, self._history()
        self.page.set_view(
            StretchView(
                exercises=tuple(catalog.exercises.values()),
                routines=tuple(catalog.routines.values()),
                favourites=settings.favourites,
                recent=history.recent_routines(RECENT) if history else (),
                pacing=settings.pacing,
                waits_for_clearance=settings.safety.waits_for_clearance,
                problems=tuple(str(problem) for problem in catalog.problems),
                figure_moves=settings.figure_moves,
                own_folder=str(self._library.own_folder),
                extra=extra_set(history, settings.advising) if history else None,
                warnings=pressing(history, settings.advising, present(self._clock)) if history else (),
                test_offer=self._test_offer(history) if history else "",
            )
        )

    def _test_offer(self, history: History) -> str:
        """Return the sentence that offers the self-test, if it is due."""
        now, session, tests = present(self._clock), history.last_session(), history.last_tests(1)
        last_stretch, last_test = session.started_at if session else None, tests[0].at if tests else None
        with closing(history.tests_from_the_first()) as from_the_first:
            offered = offer(last_test, from_the_first, last_stretch, now)
        return offer_words(offered, last_test, now) if offered else ""

    def compile(self, routine: Routine) -> Timeline:
        """Compile ``routine``; the side that begins is the one that did not begin the last session."""
        history = self._history()
        settings, exercises = self._preferences.settings, self._library.catalog.exercises
        first = next_first_side(history.last_first_side() if history else None)
        extra = extra_set(history, settings.advising) if history else None
        return compile_routine(routine, exercises, settings.pacing, first, extra)

    @property
    def locked(self) -> bool:
        """Whether a warning is to be confirmed before the next session."""
        history, advising = self._history(), self._preferences.settings.advising
        return history is not None and lock_sessions(pressing(history, advising, present(self._clock)))

    def find(self, id: str) -> Routine | None:
        """Return the routine, or the timed exercise as a routine, of that id."""
        catalog = self._library.catalog
        if id in catalog.routines:
            return catalog.routines[id]
        exercise = catalog.exercises.get(id)
        return of_exercise(exercise) if exercise and exercise.timed else None
