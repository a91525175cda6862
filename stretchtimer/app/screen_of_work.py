"""Brings the window to the screen where the person works."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor, QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


def screen_of_work() -> QScreen | None:
    """Return the screen that the mouse is on. Wayland tells no program, and places windows by itself."""
    return QGuiApplication.screenAt(QCursor.pos())


def bring_to(window: QWidget, screen: QScreen | None) -> None:
    """Put ``window`` into the middle of ``screen``, as large as it was, unless it is there already."""
    if screen is None or window.screen() is screen:
        return
    state = window.windowState()
    window.setWindowState(Qt.WindowState.WindowNoState)
    place = window.frameGeometry()
    place.moveCenter(screen.availableGeometry().center())
    window.move(place.topLeft())
    window.setWindowState(state)
