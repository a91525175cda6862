"""The tray shows how the reminder stands, and its menu reaches the reminder and the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from stretchtimer.app.reminding import Reminding
from stretchtimer.clock import Clock
from stretchtimer.core.reminders.reminder_values import ReminderView, Standing
from stretchtimer.core.reminders.standing_words import standing_words
from stretchtimer.ui.tray import Tray, tray_available
from stretchtimer.ui.window import Window

HOUR_MIN = 60


class InTray(QObject):
    """Has an icon in the tray for as long as reminders are on. It changes as the reminder does; no timer drives it."""

    quit_requested = Signal()

    def __init__(self, reminding: Reminding, window: Window, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reminding, self._window, self._clock = reminding, window, clock
        self._tray: Tray | None = None
        reminding.changed.connect(self._show)
        reminding.message.connect(self._say)
        self._show(reminding.view)

    def close(self) -> None:
        """Leave the tray."""
        if self._tray is not None:
            self._tray.close()
            self._tray.deleteLater()
            self._tray = None

    def _show(self, view: ReminderView) -> None:
        if view.standing is Standing.OFF:
            self.close()
            return
        if self._tray is None:
            self._tray = self._make()
        self._tray.set_view(view, standing_words(view, self._clock.now().wall_s, lambda s: self._clock.moment(s).local))

    def _make(self) -> Tray:
        tray = Tray(self)
        tray.break_requested.connect(self._reminding.start_break)
        tray.later_requested.connect(self._reminding.snooze)
        tray.skip_requested.connect(self._reminding.skip)
        tray.hour_requested.connect(lambda: self._reminding.pause_for(HOUR_MIN))
        tray.tomorrow_requested.connect(self._reminding.pause_until_tomorrow)
        tray.resume_requested.connect(self._reminding.resume)
        tray.open_requested.connect(self._window.come_forward)
        tray.quit_requested.connect(self.quit_requested)
        return tray

    def _say(self, title: str, text: str) -> None:
        """Show an offer that no notification service took. Trays of the message bus need that service themselves."""
        if self._tray is not None and tray_available():
            self._tray.say(title, text)
