"""A session moves between the large window and the compact view beside the work, and goes on meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QObject, Signal

from stretchtimer.core.session.keys import Key
from stretchtimer.core.session.session import Command
from stretchtimer.ui.session.compact_view import CompactView
from stretchtimer.ui.window import Window


class Compacting(QObject):
    """Shows one of the two at a time. The compact view is made when it is first wanted."""

    moved = Signal()
    """The session is shown in the other one now."""
    key_pressed = Signal(object)
    """A `Key` pressed in the compact view."""
    command_given = Signal(object)
    """A `Command` given there."""

    def __init__(self, window: Window, make: Callable[[], CompactView], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window, self._make = window, make
        self.active = False
        """Whether the session is shown in the compact view."""

    @cached_property
    def view(self) -> CompactView:
        """The compact view."""
        view = self._make()
        view.key_pressed.connect(self._press)
        view.command_given.connect(self._give)
        view.large_requested.connect(self.leave)
        return view

    def enter(self) -> None:
        """Put the compact view in the place of the large window."""
        if not self.active:
            self.active = True
            self._place = self._window.pos()
            self.view.open_on(self._window.screen())
            self._window.hide()
            self.moved.emit()

    def leave(self) -> None:
        """Put the large window back in its place."""
        if self.active:
            self.active = False
            if not self._window.windowState():  # maximised and full screen, it finds its place by itself
                self._window.move(self._place)
            self._window.come_forward()
            self.view.hide()
            self.moved.emit()

    def _press(self, key: Key) -> None:
        if key is Key.H:
            self.leave()  # how it hurts is asked where the question can be read
        self.key_pressed.emit(key)

    def _give(self, command: Command) -> None:
        if command is Command.HURT:
            self.leave()
        self.command_given.emit(command)
