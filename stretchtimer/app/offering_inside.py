"""Offers a break inside the window, where no notification service of the desktop does."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from stretchtimer.app.reminding import Reminding
from stretchtimer.core.reminders.reminder_values import ReminderView, Standing
from stretchtimer.core.reminders.reminder_words import choice_labels
from stretchtimer.ui.offer_bar import OfferBar
from stretchtimer.ui.window import Window


class OfferingInside(QObject):
    """Shows the offer above the pages for as long as it holds, and has the desktop point at the window."""

    def __init__(self, reminding: Reminding, window: Window, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reminding, self._window = reminding, window
        self._bar: OfferBar | None = None
        reminding.message.connect(self._offer)
        reminding.changed.connect(self._follow)

    def _offer(self, title: str, text: str) -> None:
        if self._reminding.view.standing is not Standing.OFFERED:
            return  # over, before it was known that no service shows it
        if self._bar is None:
            self._bar = OfferBar(choice_labels())
            self._bar.chosen.connect(self._reminding.choose)
            self._window.put_above(self._bar)
        self._bar.offer(title, text)
        QApplication.alert(self._window)

    def _follow(self, view: ReminderView) -> None:
        if self._bar is not None and view.standing is not Standing.OFFERED:
            self._bar.hide()
