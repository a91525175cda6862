"""The program in the tray: how the reminder stands, and what can be asked of it without the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from stretchtimer.core.language import _
from stretchtimer.core.reminders.reminder_values import Choice, ReminderView, Standing
from stretchtimer.core.reminders.reminder_words import choice_labels
from stretchtimer.ui.tray_icon import TrayMark, tray_icon, tray_mark


def tray_available() -> bool:
    """Whether the desktop has a tray at this moment; GNOME has none of its own, and others start it late."""
    return QSystemTrayIcon.isSystemTrayAvailable()


class Tray(QObject):
    """An icon with a menu. It appears by itself where a tray comes up later."""

    break_requested = Signal()
    later_requested = Signal()
    """Have the break in ten minutes."""
    skip_requested = Signal()
    hour_requested = Signal()
    """Pause for an hour."""
    tomorrow_requested = Signal()
    """Pause until tomorrow."""
    resume_requested = Signal()
    open_requested = Signal()
    quit_requested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mark: TrayMark | None = None
        self._menu = QMenu()
        self._state = self._menu.addAction("")
        self._state.setEnabled(False)
        self._menu.addSeparator()
        self._row(_("Start a &break"), self.break_requested)
        labels = choice_labels()
        self._answers = [
            self._row(f"&{labels[Choice.LATER]}", self.later_requested),
            self._row(f"&{labels[Choice.SKIP]}", self.skip_requested),
        ]
        self._pauses = [
            self._row(_("Pause for an &hour"), self.hour_requested),
            self._row(_("Pause until &tomorrow"), self.tomorrow_requested),
        ]
        self._resume = self._row(_("&Remind me again"), self.resume_requested)
        self._menu.addSeparator()
        self._row(_("&Open Stretch Timer"), self.open_requested)
        self._row(_("&Quit"), self.quit_requested)
        self._icon = QSystemTrayIcon(self)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._activate)
        self._icon.messageClicked.connect(self.break_requested)

    def set_view(self, view: ReminderView, words: str) -> None:
        """Show ``view``, which ``words`` put into a sentence."""
        mark = tray_mark(view)
        if mark != self._mark:
            self._mark = mark
            self._icon.setIcon(tray_icon(mark))
        if words != self._state.text():
            self._state.setText(words)
            self._icon.setToolTip(words)
        for row in self._answers:
            row.setVisible(view.due_since_s is not None)
        paused = view.standing is Standing.PAUSED
        self._resume.setVisible(paused)
        for row in self._pauses:
            row.setVisible(not paused)
        self._icon.show()

    def say(self, title: str, text: str) -> None:
        """Show an offer, where no notification service does; a click on it begins the break."""
        self._icon.showMessage(title, text, self._icon.icon())

    def close(self) -> None:
        """Leave the tray."""
        self._icon.hide()
        self._menu.deleteLater()

    def _row(self, text: str, signal: SignalInstance) -> QAction:
        row = self._menu.addAction(text)
        row.triggered.connect(lambda _checked=False: signal.emit())
        return row

    def _activate(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.open_requested.emit()
