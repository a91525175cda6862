"""What reaches the program while nobody looks at its window: the reminder, the tray, the shell."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QTimer, Signal

from stretchtimer.app.answering import Answering
from stretchtimer.app.in_tray import InTray
from stretchtimer.app.leaving import Leaving
from stretchtimer.app.offering_inside import OfferingInside
from stretchtimer.app.preferences import Preferences
from stretchtimer.app.reminding import Reminding
from stretchtimer.app.work import Work
from stretchtimer.clock import Clock
from stretchtimer.core.reminders.reminder_values import Standing
from stretchtimer.storage.reminder_file import ReminderFile
from stretchtimer.ui.tray import tray_available
from stretchtimer.ui.window import Window

TRAY_PATIENCE_MS = 15_000
"""How long a tray may take to come up after a login."""


class Desk(QObject):
    """Holds them from the program's start to its end."""

    ended = Signal()
    """The person, or the desktop, wants the program to end."""

    def __init__(
        self,
        window: Window,
        preferences: Preferences,
        clock: Clock,
        work: Work,
        memory: QSettings,
        reminder_file: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self.reminding = Reminding(preferences, clock, ReminderFile(reminder_file), work, parent=self)
        self._leaving = Leaving(window, preferences, memory, tray_available, self)
        self._leaving.ended.connect(self.ended)
        self._in_tray = InTray(self.reminding, window, clock, self)
        self._inside = OfferingInside(self.reminding, window, self)
        self._in_tray.quit_requested.connect(self.quit)

    def answering(self, start: Callable[[str], None]) -> Answering:
        """Return what answers later starts, by ``start``, and the commands of the shell."""
        return Answering(self.reminding, self._clock, start)

    def stay_hidden(self) -> None:
        """Remind without a window, where a tray comes up; else it is minimised. With reminders off, end."""
        if self.reminding.view.standing is Standing.OFF:
            self.ended.emit()
        else:
            # Once, and late: at a login the tray may come up after this program.
            QTimer.singleShot(TRAY_PATIENCE_MS, self, self._leaving.show_if_lost)

    def quit(self) -> None:
        """Keep what has to be kept, and end."""
        self._leaving.quit()

    def close(self) -> None:
        """Let the tray and the desktop go."""
        self._in_tray.close()
        self.reminding.close()
