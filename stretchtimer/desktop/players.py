"""The players of the desktop, by MPRIS: which there are, and what each of them says of itself."""

from __future__ import annotations

from typing import NamedTuple

from stretchtimer.desktop.dbus import MESSAGE_BUS, Bus, NoAnswer, Service

PLAYERS = "org.mpris.MediaPlayer2."
PATH = "/org/mpris/MediaPlayer2"
PROXY = f"{PLAYERS}playerctld"
"""Stands for whichever player was used last: not a player of its own."""
STATUS, PLAYING, PAUSED = "PlaybackStatus", "Playing", "Paused"


class Player(NamedTuple):
    """A player on the bus."""

    service: Service
    owner: str
    """The number that the bus gave it: another process of the same name has another."""


def players(bus: Bus) -> list[Player]:
    """Return the players that run. Raises NoAnswer."""
    (names,) = bus.call(MESSAGE_BUS, "ListNames")
    services = (Service(name, PATH, f"{PLAYERS}Player") for name in names if name.startswith(PLAYERS) and name != PROXY)
    return [Player(service, *bus.call(MESSAGE_BUS, "GetNameOwner", "s", service.name)) for service in services]


def plays_full_screen(bus: Bus) -> bool:
    """Whether a player plays and says that it fills the screen, which not all of them say. Raises NoAnswer."""
    return any(_fills_screen(bus, player) for player in players(bus))


def _fills_screen(bus: Bus, player: Player) -> bool:
    window = Service(player.service.name, PATH, PLAYERS.removesuffix("."))
    try:
        return bus.property(player.service, STATUS) == PLAYING and bus.property(window, "Fullscreen") is True
    except NoAnswer:
        return False
