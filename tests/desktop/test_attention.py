"""What is in the way of an offer: asked of a real PulseAudio and a real dunst, and read from what others print."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from stretchtimer.core.reminders.reminder_values import Obstacle
from stretchtimer.desktop import attention
from stretchtimer.desktop.attention import (
    UNKNOWN,
    Attention,
    dunst_quiet,
    gnome_quiet,
    microphone,
    questions,
    records,
    service_quiet,
    shared_screen,
    takes_pictures,
)
from stretchtimer.desktop.dbus import Bus, NoAnswer
from stretchtimer.desktop.notifications import NOTIFICATIONS
from stretchtimer.desktop.players import PLAYERS
from tests.desktop.buses import MadeUp, dunst
from tests.desktop.sound_server import recording, sound_server
from tests.virtual_screen import VirtualScreen

SOURCES = (
    "1\talsa_output.pci.monitor\tmodule-alsa-card.c\ts16le 2ch 48000Hz\tIDLE\n2\talsa_input.usb\tmodule\ts16le\tRUN\n"
)
STREAM = """Source Output #{number}
\tDriver: protocol-native.c
\tSource: {source}
\tCorked: {corked}
\tResample method: {method}
\tProperties:
\t\tmedia.name = "a: b"
\t\t{more}
"""


def stream(source: int = 2, corked: str = "no", method: str = "copy", more: str = "") -> str:
    return STREAM.format(number=7, source=source, corked=corked, method=method, more=more)


@pytest.mark.parametrize(
    ("streams", "recorded"),
    [
        ("", False),
        (stream(), True),
        (stream(source=1), False),  # what is played
        (stream(corked="yes"), False),
        (stream(method="peaks"), False),  # a level meter
        (stream(method="PipeWire", more='resample.peaks = "true"'), False),  # the same on PipeWire
        (stream(method="PipeWire", more='media.name = "Peak detect"'), False),
        (stream(source=1) + stream(), True),
    ],
)
def test_a_call_is_a_stream_that_records_a_microphone(streams: str, recorded: bool) -> None:
    assert records(streams, SOURCES) is recorded


def test_sources_that_are_not_listed_tell_nothing() -> None:
    with pytest.raises(OSError, match="pactl"):
        records(stream(), "an odd line\n")


@pytest.mark.parametrize(("device", "in_use"), [("microphone", True), ("speaker.monitor", False)])
def test_a_program_that_records_is_heard_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, device: str, in_use: bool
) -> None:
    with sound_server(tmp_path) as address:
        monkeypatch.setenv("PULSE_SERVER", address)
        assert microphone() is False
        with recording(address, device):
            assert microphone() is in_use


def test_without_a_sound_server_or_its_program_nothing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path / 'nobody'}")
    with pytest.raises(OSError, match="pactl"):
        microphone()
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(FileNotFoundError):
        microphone()
    with pytest.raises(FileNotFoundError):
        shared_screen()


def test_a_program_that_hangs_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "gsettings", "exec sleep 60")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(attention, "ANSWER_S", 0.05)
    with pytest.raises(OSError, match="gsettings"):
        gnome_quiet()


def program(folder: Path, name: str, body: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{body}\n")
    (folder / name).chmod(0o755)


@pytest.mark.parametrize("shown", [True, False])
def test_gnome_says_whether_it_shows_notifications(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shown: bool
) -> None:
    program(tmp_path, "gsettings", f"echo {str(shown).lower()}")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert gnome_quiet() is not shown


def node(state: str, media_class: str) -> dict[str, object]:
    return {"type": "PipeWire:Interface:Node", "info": {"state": state, "props": {"media.class": media_class}}}


@pytest.mark.parametrize(
    ("nodes", "taken"),
    [
        ([], False),
        ([{"type": "PipeWire:Interface:Metadata"}, {"info": None}, {"info": {"props": {}}}], False),
        ([node("running", "Stream/Input/Audio")], False),
        ([node("suspended", "Stream/Input/Video")], False),
        ([node("running", "Stream/Input/Audio"), node("running", "Stream/Input/Video")], True),
    ],
)
def test_a_shared_screen_is_a_running_stream_of_pictures(nodes: list[object], taken: bool) -> None:
    assert takes_pictures(json.dumps(nodes)) is taken


@pytest.mark.parametrize(
    "nonsense", ["", "{", "[1]", "null", "[null]", "5", '{"a": 1}', '[{"info": {"props": [], "state": "running"}}]']
)
def test_what_is_no_list_of_streams_tells_nothing(nonsense: str) -> None:
    with pytest.raises(OSError, match="pw-dump"):
        takes_pictures(nonsense)


@pytest.mark.xvfb
def test_a_paused_dunst_wants_no_offer(bus: Bus, bus_address: str, screen: VirtualScreen, tmp_path: Path) -> None:
    with dunst(bus_address, screen.environment["DISPLAY"], tmp_path) as service:
        asked = Attention({Obstacle.DO_NOT_DISTURB: questions(bus, {}, "linux")[Obstacle.DO_NOT_DISTURB]})
        assert (dunst_quiet(bus), asked.obstacle()) == (False, None)
        service.control("set-paused", "true")
        assert (dunst_quiet(bus), asked.obstacle()) == (True, Obstacle.DO_NOT_DISTURB)


@pytest.mark.parametrize("inhibited", [True, False])
def test_plasma_says_whether_it_holds_notifications_back(bus: Bus, bus_address: str, inhibited: bool) -> None:
    with pytest.raises(NoAnswer):
        service_quiet(bus)
    service = MadeUp(bus_address, NOTIFICATIONS.name, {"Get": ("v", (("b", inhibited),))})
    assert service_quiet(bus) is inhibited
    service.close()


def silent() -> bool:
    raise NoAnswer("nothing")


def test_the_first_yes_decides_and_what_is_silent_is_named() -> None:
    asked = Attention(
        {
            Obstacle.DO_NOT_DISTURB: (silent,),
            Obstacle.FULL_SCREEN: (silent, lambda: False),
            Obstacle.MICROPHONE: (lambda: False, lambda: True),
        }
    )
    assert asked.obstacle() is Obstacle.MICROPHONE
    assert set(asked.troubles()) == {UNKNOWN[Obstacle.DO_NOT_DISTURB], UNKNOWN[Obstacle.SHARED_SCREEN]}


@pytest.mark.parametrize(
    ("platform", "environment", "screens"),
    [
        ("linux", {"DISPLAY": ":0"}, 1),
        ("linux", {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, 0),
        ("win32", {}, 1),
        ("darwin", {}, 0),
    ],
)
def test_each_platform_has_its_questions(platform: str, environment: dict[str, str], screens: int) -> None:
    assert len(questions(None, environment, platform).get(Obstacle.FULL_SCREEN, ())) == screens


@pytest.mark.parametrize(
    ("environment", "known"), [({"DISPLAY": ":0"}, False), ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, True)]
)
def test_on_x11_a_screen_may_be_shared_unseen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], known: bool
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    asked = Attention({Obstacle.SHARED_SCREEN: questions(None, environment, "linux")[Obstacle.SHARED_SCREEN]})
    program(tmp_path, "pw-dump", "echo '[]'")
    assert asked.obstacle() is None
    assert (UNKNOWN[Obstacle.SHARED_SCREEN] not in asked.troubles()) is known
    program(tmp_path, "pw-dump", f"echo '{json.dumps([node('running', 'Stream/Input/Video')])}'")
    assert asked.obstacle() is Obstacle.SHARED_SCREEN


@pytest.mark.parametrize(
    ("status", "fills", "obstacle"),
    [("Playing", True, Obstacle.FULL_SCREEN), ("Paused", True, None), ("Playing", False, None)],
)
def test_on_wayland_a_player_says_whether_its_film_fills_the_screen(
    bus: Bus, bus_address: str, status: str, fills: bool, obstacle: Obstacle | None
) -> None:
    """Its "no" says nothing of other programs."""
    asked = Attention({Obstacle.FULL_SCREEN: questions(bus, {"WAYLAND_DISPLAY": "w"}, "linux")[Obstacle.FULL_SCREEN]})
    assert (asked.obstacle(), UNKNOWN[Obstacle.FULL_SCREEN] in asked.troubles()) == (None, True)
    radio = MadeUp(bus_address, f"{PLAYERS}radio")
    answers = {"Get PlaybackStatus": ("v", (("s", status),)), "Get Fullscreen": ("v", (("b", fills),))}
    films = MadeUp(bus_address, f"{PLAYERS}films", answers)
    assert asked.obstacle() is obstacle
    assert (UNKNOWN[Obstacle.FULL_SCREEN] in asked.troubles()) is (obstacle is None)
    radio.close()
    films.close()


def test_gnome_is_asked_on_gnome_alone() -> None:
    assert gnome_quiet in questions(None, {"XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}, "linux")[Obstacle.DO_NOT_DISTURB]
    assert questions(None, {"XDG_CURRENT_DESKTOP": "KDE"}, "linux")[Obstacle.DO_NOT_DISTURB] == ()
