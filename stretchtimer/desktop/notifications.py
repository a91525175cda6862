"""Offers a break in a small notification with buttons, by the desktop's own service."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from html import escape
from typing import Any

from stretchtimer.core.language import mark
from stretchtimer.core.reminders.reminder_values import Choice
from stretchtimer.desktop.dbus import MESSAGE_BUS, Bus, NoAnswer, Reply, Service

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
        """Listen on ``bus``. Raises NoAnswer if that is gone."""
        self._bus, self._chosen = bus, chosen
        self._id = 0
        self._offer = 0
        """Counts what was offered and withdrawn: a service that is slow may show what nobody offers any more."""
        self._answered = True
        self._token = ""
        bus.listen(NOTIFICATIONS, "ActionInvoked", self._invoked)
        bus.listen(NOTIFICATIONS, "ActivationToken", self._take_token)
        bus.listen(NOTIFICATIONS, "NotificationClosed", self._closed)
        bus.listen(MESSAGE_BUS, "NameOwnerChanged", self._forget, first=NOTIFICATIONS.name)

    def trouble(self) -> str:
        """Return what is missing, as a sentence to be translated; empty if all is well."""
        try:
            return "" if "actions" in self._capabilities() else NO_BUTTONS
        except NoAnswer:
            return NO_SERVICE

    def offer(self, title: str, text: str, labels: Mapping[Choice, str]) -> None:
        """Show an offer with a button for each of ``labels``; a click beside them starts.

        Raises NoAnswer. A service that only took too long may still show it: also that is withdrawn, and its buttons
        count.
        """
        has_markup = "body-markup" in self._capabilities()
        actions = [DEFAULT, labels[Choice.START]]
        for choice, label in labels.items():
            actions += [choice.value, label]
        hints = {"urgency": ("y", 1), "desktop-entry": ("s", "stretchtimer"), "category": ("s", "x-stretchtimer.break")}
        body = escape(text, quote=False) if has_markup else text
        self._token, self._answered = "", False
        self._offer += 1
        reply = self._bus.send(
            NOTIFICATIONS,
            "Notify",
            "susssasa{sv}i",
            *("Stretch Timer", self._id, "stretchtimer", title, body, actions, hints, SHOWN_MS),
        )
        reply.add_done_callback(partial(self._take_id, self._offer))
        self._bus.wait(reply, "Notify")

    def withdraw(self) -> None:
        """Take the offer back, if it is still shown: some services leave it there when a button was pressed."""
        self._offer += 1
        shown, self._id, self._answered = self._id, 0, True
        if shown:
            with suppress(NoAnswer):  # some refuse to close what is closed already; and one that is gone shows nothing
                self._bus.call(NOTIFICATIONS, "CloseNotification", "u", shown)

    def _capabilities(self) -> list[str]:
        """Ask anew each time: another service may have taken the place of the one before. Raises NoAnswer."""
        (capabilities,) = self._bus.call(NOTIFICATIONS, "GetCapabilities")
        return list(capabilities)

    def _take_id(self, offer: int, reply: Reply) -> None:
        if reply.exception() is not None:
            return  # it is not shown
        (shown,) = reply.result()
        if offer == self._offer:
            self._id = shown
        elif shown != self._id:  # which a later offer may have in its place
            with suppress(NoAnswer):
                self._bus.send(NOTIFICATIONS, "CloseNotification", "u", shown)

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
