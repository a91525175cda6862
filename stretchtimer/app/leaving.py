"""What closing the window does: it ends the program, unless that goes on reminding in the tray or minimised."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication

from stretchtimer.app.preferences import Preferences
from stretchtimer.core.preferences import OnClose
from stretchtimer.ui.stay_dialog import StayDialog
from stretchtimer.ui.window import Window

NO_TRAY_SAID = "tray/absence_said"


class Leaving(QObject):
    """Decides each time that the window is to be closed. From now on only `ended` ends the program."""

    ended = Signal()

    def __init__(
        self,
        window: Window,
        preferences: Preferences,
        memory: QSettings,
        has_tray: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._preferences, self._memory, self._has_tray = window, preferences, memory, has_tray
        self._quits = False
        QGuiApplication.setQuitOnLastWindowClosed(False)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication), "made after the application"
        application.commitDataRequest.connect(lambda _session: self.give_way())
        window.may_close = self._may_close
        window.quit_requested.connect(self.quit)

    def quit(self) -> None:
        """Close the window, whatever it does otherwise, and end the program."""
        self.give_way()
        if self._window.isVisible():
            self._window.close()
        else:
            # Qt tells a window that was closed before nothing of a second close.
            QCoreApplication.sendEvent(self._window, QCloseEvent())

    def show_if_lost(self) -> None:
        """Minimise a window that is hidden where no tray could open it again."""
        if not self._window.isVisible() and not self._has_tray():
            self._window.showMinimized()

    def give_way(self) -> None:
        """Be closed without a question from now on: the desktop itself is about to end, and waits for nobody."""
        self._quits = True

    def _may_close(self) -> bool:
        """Return whether the window vanishes now."""
        settings = self._preferences.settings
        if self._quits or not settings.reminders.on or settings.on_close is OnClose.QUIT:
            self.ended.emit()
            return True
        if settings.on_close is OnClose.ASK:
            self._show_dialog(asks=True)
            return False
        if self._has_tray():
            return True
        if self._memory.value(NO_TRAY_SAID, False, type=bool):
            self._window.showMinimized()
        else:
            self._show_dialog(asks=False)
        return False

    def _show_dialog(self, *, asks: bool) -> None:
        has_tray = self._has_tray()
        dialog = StayDialog(asks=asks, has_tray=has_tray, parent=self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(lambda choice: self._follow(choice, said=not has_tray))
        dialog.open()

    def _follow(self, choice: OnClose, *, said: bool) -> None:
        if said:
            self._memory.setValue(NO_TRAY_SAID, True)
        self._preferences.change(replace(self._preferences.settings, on_close=choice))
        self._window.close()
