"""Offers a break in a small notification with buttons, by the desktop's own service."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from stretchtimer.core.language import mark
from stretchtimer.core.reminders.reminder_values import Choice
from stretchtimer.desktop.dbus import MESSAGE_BUS, Bus, NoAnswer, Service

NOTIFICATIONS = Service(
    "org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.freedesktop.Notifications"
)
SHOWN_MS = 60_000
"""How long it stays on the screen, where the service heeds that. Afterwards the tray's menu still offers the break."""
DISMISSED = 2
"""Why a notification was closed, by the service's specification: the person closed it."""

NO_SERVICE = mark(
    "No notification service answers, so breaks are offered in the tray and in the window alone. On a plain window "
    "manager, start one such as dunst or mako."
)
NO_BUTTONS = mark("This desktop's notifications have no buttons. To begin a break, use the tray or the window.")
DEFAULT = "default"
"""The key of the action for a click beside the buttons, by the specification."""


class Notifications:
    """Shows one offer at a time. ``chosen`` is told the choice, on the bus's own thread.

    With a choice comes the token by which Wayland lets the window come forward; empty elsewhere.
    """

    def __init__(self, bus: Bus, chosen: Callable[[Choice, str], object]) -> None:
        """Listen on ``bus``. Raises NoAnswer if it has no notification service."""
        self._bus, self._chosen = bus, chosen
        self._id = 0
        self._answered = True
        self._token = ""
        (capabilities,) = bus.call(NOTIFICATIONS, "GetCapabilities")
        self._has_markup = "body-markup" in capabilities
        self.trouble = "" if "actions" in capabilities else NO_BUTTONS
        """What is missing, as a sentence to be translated; empty if all is well."""
        bus.listen(NOTIFICATIONS, "ActionInvoked", self._invoked)
        bus.listen(NOTIFICATIONS, "ActivationToken", self._take_token)
        bus.listen(NOTIFICATIONS, "NotificationClosed", self._closed)
        bus.listen(MESSAGE_BUS, "NameOwnerChanged", self._forget, first=NOTIFICATIONS.name)

    def offer(self, title: str, text: str, labels: Mapping[Choice, str]) -> None:
        """Show an offer with a button for each of ``labels``; a click beside them starts. Raises NoAnswer."""
        actions = [DEFAULT, labels[Choice.START]]
        for choice, label in labels.items():
            actions += [choice.value, label]
        hints = {"urgency": ("y", 1), "desktop-entry": ("s", "stretchtimer"), "category": ("s", "x-stretchtimer.break")}
        body = escape(text, quote=False) if self._has_markup else text
        self._token, self._answered = "", False
        (self._id,) = self._bus.call(
            NOTIFICATIONS,
            "Notify",
            "susssasa{sv}i",
            *("Stretch Timer", self._id, "stretchtimer", title, body, actions, hints, SHOWN_MS),
        )

    def withdraw(self) -> None:
        """Take the offer back, if it is still shown: some services leave it there when a button was pressed."""
        shown, self._id, self._answered = self._id, 0, True
        if shown:
            try:
                self._bus.call(NOTIFICATIONS, "CloseNotification", "u", shown)
            except NoAnswer:
                return  # some services refuse to close what is closed already; and one that is gone shows nothing

    def _take_token(self, body: tuple[Any, ...]) -> None:
        if body[0] == self._id:
            self._token = body[1]

    def _invoked(self, body: tuple[Any, ...]) -> None:
        key = Choice.START if body[1] == DEFAULT else body[1]
        if body[0] == self._id and key in set(Choice):
            self._choose(Choice(key))

    def _closed(self, body: tuple[Any, ...]) -> None:
        if body[0] == self._id and body[1] == DISMISSED:
            self._choose(Choice.SKIP)

    def _forget(self, body: tuple[Any, ...]) -> None:
        """The service ended: one that comes after it numbers anew, and our number may be another's there."""
        _name, ended, _begun = body
        if ended:
            self._id, self._answered = 0, True

    def _choose(self, choice: Choice) -> None:
        if not self._answered:
            self._answered = True
            self._chosen(choice, self._token)
