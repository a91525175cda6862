"""Media are paused for a session and resumed after it: on a real bus, with players that are made up."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from stretchtimer.desktop.dbus import Bus, NoAnswer, Service
from stretchtimer.desktop.media import PausedMedia
from stretchtimer.desktop.players import PATH, PLAYERS
from tests.desktop.buses import DEADLINE_S, MadeUp, until

PROPERTIES = "org.freedesktop.DBus.Properties"


class Player(MadeUp):
    """A player of that name and status, which does what it is told."""

    def __init__(self, address: str, name: str, status: str) -> None:
        super().__init__(address, f"{PLAYERS}{name}", {"Pause": ("", ()), "Play": ("", ())})
        self.set_status(status)

    def set_status(self, status: str) -> None:
        self.answers["Get"] = ("v", (("s", status),))

    def told(self) -> list[str]:
        return [member for member, _arguments in self.asked if member != "Get"]

    def change(self, status: str) -> None:
        """Change as if the person had pressed its button, and tell everybody."""
        self.set_status(status)
        changed = {"PlaybackStatus": ("s", status), "Volume": ("d", 1.0)}
        self.emit(PATH, PROPERTIES, "PropertiesChanged", "sa{sv}as", f"{PLAYERS}Player", changed, [])


@pytest.fixture
def media(bus_address: str) -> Iterator[PausedMedia]:
    media = PausedMedia(lambda: Bus(bus_address))
    yield media
    media.close()


def paused(media: PausedMedia, player: Player) -> None:
    """Begin a session for which ``player`` is paused."""
    media.hold()
    until(lambda: player.told() == ["Pause"], "the player to be paused")
    player.change("Paused")


def ended(media: PausedMedia) -> None:
    media.release()
    media.close()


def test_what_plays_is_paused_and_goes_on_afterwards(media: PausedMedia, bus_address: str) -> None:
    player = Player(bus_address, "music", "Playing")
    paused(media, player)
    ended(media)
    assert player.told() == ["Pause", "Play"]


def test_what_was_paused_or_stopped_before_stays_so(media: PausedMedia, bus_address: str) -> None:
    player = Player(bus_address, "music", "Playing")
    others = [Player(bus_address, name, status) for name, status in (("film", "Paused"), ("talk", "Stopped"))]
    paused(media, player)
    ended(media)
    assert [other.told() for other in others] == [[], []]


def test_nothing_is_resumed_once_the_person_played_something(media: PausedMedia, bus_address: str) -> None:
    player, other = Player(bus_address, "music", "Playing"), Player(bus_address, "talk", "Stopped")
    paused(media, player)
    bus, news = Bus(bus_address), threading.Event()
    bus.listen(Service("", PATH, PROPERTIES), "PropertiesChanged", lambda _values: news.set())
    other.change("Playing")
    assert news.wait(DEADLINE_S), "the bus hands signals out in their order, so the other listener has it too"
    bus.close()
    ended(media)
    assert player.told() == ["Pause"]
    assert other.told() == []


def test_a_player_that_the_person_stopped_meanwhile_stays_stopped(media: PausedMedia, bus_address: str) -> None:
    player = Player(bus_address, "music", "Playing")
    paused(media, player)
    player.set_status("Stopped")
    ended(media)
    assert player.told() == ["Pause"]


def test_another_player_under_the_same_name_is_not_resumed(media: PausedMedia, bus_address: str) -> None:
    player = Player(bus_address, "music", "Playing")
    paused(media, player)
    player.close()
    bus = Bus(bus_address)
    until(lambda: not bus.has(f"{PLAYERS}music"), "the player to be gone")
    bus.close()
    heir = Player(bus_address, "music", "Paused")
    ended(media)
    assert heir.told() == []


def test_a_player_that_refuses_keeps_no_other_from_being_paused(media: PausedMedia, bus_address: str) -> None:
    mute = Player(bus_address, "a-mute", "Playing")
    del mute.answers["Pause"]
    player = Player(bus_address, "music", "Playing")
    paused(media, player)
    ended(media)
    assert mute.told() == ["Pause"]
    assert player.told() == ["Pause", "Play"]


def test_the_stand_in_for_the_last_player_is_left_alone(media: PausedMedia, bus_address: str) -> None:
    proxy, player = (Player(bus_address, name, "Playing") for name in ("playerctld", "music"))
    paused(media, player)
    ended(media)
    assert proxy.asked == []


def test_sessions_that_follow_each_other_take_turns(media: PausedMedia, bus_address: str) -> None:
    player = Player(bus_address, "music", "Playing")
    paused(media, player)
    media.release()
    until(lambda: player.told() == ["Pause", "Play"], "the player to go on")
    player.set_status("Playing")
    media.hold()
    until(lambda: player.told()[2:] == ["Pause"], "the player to be paused again")
    player.change("Paused")
    ended(media)
    assert player.told() == ["Pause", "Play"] * 2


def test_without_a_bus_nothing_happens() -> None:
    asked: list[str] = []

    def no_bus() -> Bus:
        asked.append("bus")
        raise NoAnswer("no session bus")

    media = PausedMedia(no_bus)
    media.hold()
    media.close()
    assert asked == ["bus"]
