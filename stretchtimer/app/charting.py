"""The Progress page: what the history says of tests and minutes."""

from __future__ import annotations

from PySide6.QtCore import QObject

from stretchtimer.clock import Clock, present
from stretchtimer.core.dose import weekly
from stretchtimer.core.progress import progress_view
from stretchtimer.storage.history import History
from stretchtimer.ui.progress_page import ProgressPage


class Charting(QObject):
    """Shows the history on the page."""

    def __init__(self, page: ProgressPage, history: History, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page, self._history, self._clock = page, history, clock
        self.refresh()

    def refresh(self) -> None:
        """Show the history as it is now."""
        self._page.set_view(
            progress_view(self._history.tests(), weekly(self._history.dose_rows()), present(self._clock))
        )
