"""Pauses what plays while a session runs, and lets it go on afterwards."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from typing import Any, Protocol

from stretchtimer.core.language import _, mark
from stretchtimer.desktop.dbus import DBUS, MESSAGE_BUS, Bus, NoAnswer, Service, session_address, session_bus
from stretchtimer.desktop.players import PATH, PAUSED, PLAYING, STATUS, Player, players

NOT_HERE = mark("Nothing here tells players to pause: that takes the message bus of a Linux desktop.")
LEAVE_S = 1.0
"""How long the program waits at its end for the players to take what they were told."""


class Media(Protocol):
    """Keeps the media quiet between two calls. Neither blocks nor raises."""

    def hold(self) -> None:
        """Pause what plays."""

    def release(self) -> None:
        """Let what was paused go on."""


def media_trouble() -> str:
    """Return why nothing can be paused here, in one sentence; empty if players can be asked."""
    try:
        session_address()
    except NoAnswer:
        return _(NOT_HERE)
    return ""


class PausedMedia:
    """Each hold has a daemon thread of its own, since a player may take long to answer.

    Only a player that was paused here is resumed, and only if it still is paused. If anything was played in the
    meantime, the person has taken it into their own hands, and nothing is resumed.
    """

    def __init__(self, connect: Callable[[], Bus] = session_bus) -> None:
        self._connect = connect
        self._released: threading.Event | None = None
        self._thread: threading.Thread | None = None

    def hold(self) -> None:
        """Pause what plays; a second call changes nothing."""
        if self._released is None:
            self._released = threading.Event()
            arguments = self._released, self._thread
            self._thread = threading.Thread(target=self._keep, args=arguments, name="media", daemon=True)
            self._thread.start()

    def release(self) -> None:
        """Let what was paused go on."""
        if self._released is not None:
            self._released.set()
            self._released = None

    def close(self) -> None:
        """Release, and give the players a moment to be told: this process is about to end."""
        self.release()
        if self._thread is not None:
            self._thread.join(LEAVE_S)

    def _keep(self, released: threading.Event, before: threading.Thread | None) -> None:
        if before is not None:
            before.join()
        with contextlib.suppress(NoAnswer):
            bus = self._connect()
            try:
                _pause_until(released, bus)
            finally:
                bus.close()


def _pause_until(released: threading.Event, bus: Bus) -> None:
    """Pause all players until ``released`` is set, then resume them if nothing was played meanwhile."""
    played = threading.Event()

    def watch(changed: tuple[Any, ...]) -> None:
        _interface, values, _invalid = changed
        if values.get(STATUS) == ("s", PLAYING):
            played.set()

    bus.listen(Service("", PATH, f"{DBUS}.Properties"), "PropertiesChanged", watch)
    paused = [player for player in players(bus) if _pause(bus, player)]
    released.wait()
    # Asking takes the round trip after which everything that happened on the bus before has been heard.
    still = [player for player in paused if _is_still_paused(bus, player)]
    if not played.is_set():
        for player in still:
            with contextlib.suppress(NoAnswer):  # it does not want to
                bus.call(player.service, "Play")


def _pause(bus: Bus, player: Player) -> bool:
    """Pause ``player`` if it plays; return whether it did, and took it."""
    try:
        if bus.property(player.service, STATUS) != PLAYING:
            return False
        bus.call(player.service, "Pause")
    except NoAnswer:
        return False
    return True


def _is_still_paused(bus: Bus, player: Player) -> bool:
    """Whether ``player`` is the one that was paused, and still is."""
    try:
        owned = bus.call(MESSAGE_BUS, "GetNameOwner", "s", player.service.name) == (player.owner,)
        return owned and bus.property(player.service, STATUS) == PAUSED
    except NoAnswer:
        return False
