"""The Progress page: what the history says of tests and minutes, and what it advises."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QObject

from stretchtimer.app.preferences import Preferences
from stretchtimer.clock import Clock, present
from stretchtimer.core.advice.advice import advice_of
from stretchtimer.core.advice.warnings import Warning
from stretchtimer.core.progress.dose import weekly
from stretchtimer.core.progress.progress import progress_view
from stretchtimer.storage.history import History
from stretchtimer.ui.progress.progress_page import ProgressPage


class Charting(QObject):
    """Shows the history on the page, from the first `refresh` on."""

    def __init__(
        self,
        page: ProgressPage,
        history: History,
        preferences: Preferences,
        clock: Clock,
        routines: Callable[[], Mapping[str, str]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page, self._history, self._preferences, self._clock = page, history, preferences, clock
        self._routines = routines
        page.warnings_put_away.connect(self._put_away)
        page.plan_changed.connect(lambda choice: self._decide(plan=choice))
        page.extra_set_wanted.connect(lambda wanted: self._decide(extra_set=wanted))

    def refresh(self) -> None:
        """Show the history as it is now."""
        with _uncollected():
            now, rows = present(self._clock), self._history.dose_rows()
            view = progress_view(self._history.tests(), weekly(rows), now)
            advice = advice_of(view, rows, self._history.pains(), self._preferences.settings.advising, now)
            self._page.set_view(view)
            self._page.set_advice(advice, self._routines())

    def _put_away(self, warnings: Iterable[Warning]) -> None:
        self._preferences.put_away(warnings)
        self.refresh()

    def _decide(self, **decisions: Any) -> None:
        """Keep what the person decided, and show what follows."""
        self._preferences.decide(**decisions)
        self.refresh()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Hold the garbage collector back: it would go through the records of years again and again while they are read."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
