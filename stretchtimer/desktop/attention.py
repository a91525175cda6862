"""What is in the way of an offer: a full screen, a call, a shared screen, a wish not to be disturbed.

Only asked when a break is due. Each question that this machine cannot answer counts as "no", and the settings say so.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping

import msgspec

from stretchtimer.core.language import mark
from stretchtimer.core.reminders.reminder_values import Obstacle
from stretchtimer.desktop import x11
from stretchtimer.desktop.dbus import Bus, Service
from stretchtimer.desktop.notifications import NOTIFICATIONS
from stretchtimer.desktop.players import plays_full_screen

ANSWER_S = 1.0
DUNST = Service(NOTIFICATIONS.name, NOTIFICATIONS.path, "org.dunstproject.cmd0")
UNKNOWN = {
    Obstacle.FULL_SCREEN: mark("This desktop does not tell whether a window fills the screen."),
    Obstacle.MICROPHONE: mark(
        "Nothing here tells whether a call uses the microphone. On Linux, pactl does (package pulseaudio-utils)."
    ),
    Obstacle.SHARED_SCREEN: mark("Nothing here tells whether you share your screen."),
    Obstacle.DO_NOT_DISTURB: mark("This desktop does not tell whether you want not to be disturbed."),
}
LEVEL_METER = {"Resample method: peaks", 'resample.peaks = "true"', 'media.name = "Peak detect"'}
"""The lines by which a stream of ``pactl list`` says that it only measures how loud it is: PulseAudio's own, PipeWire's
in its place, and the name that mixers give theirs."""

Question = Callable[[], bool]
"""Returns whether something is in the way; raises OSError if that cannot be told."""


class Attention:
    """Asks each question, until one finds something in the way."""

    def __init__(self, questions: Mapping[Obstacle, tuple[Question, ...]]) -> None:
        self._questions = questions

    def obstacle(self) -> Obstacle | None:
        """Return what is in the way now. May take a second or two."""
        return next((obstacle for obstacle in self._questions if self._answer(obstacle)), None)

    def troubles(self) -> tuple[str, ...]:
        """Return what cannot be told here, as sentences to be translated. Asks every question."""
        return tuple(words for obstacle, words in UNKNOWN.items() if self._answer(obstacle) is None)

    def _answer(self, obstacle: Obstacle) -> bool | None:
        """Return the first "yes" to the questions about ``obstacle``; None if none of them could be answered."""
        known = None
        for question in self._questions.get(obstacle, ()):
            try:
                if question():
                    return True
                known = False
            except OSError:
                continue  # the next one may know
        return known


def questions(
    bus: Bus | None, environment: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> dict[Obstacle, tuple[Question, ...]]:
    """Return what can be asked on this machine; ``bus`` is the session's."""
    if platform == "win32":
        return {
            Obstacle.FULL_SCREEN: (lambda: windows_state() in WINDOWS_FULL_SCREEN,),
            Obstacle.DO_NOT_DISTURB: (lambda: windows_state() == WINDOWS_QUIET,),
        }
    if platform != "linux":
        return {}
    quiet: tuple[Question, ...] = (gnome_quiet,) if "GNOME" in environment.get("XDG_CURRENT_DESKTOP", "") else ()
    if bus is not None:
        quiet += (lambda: service_quiet(bus), lambda: dunst_quiet(bus))
    # A Wayland desktop keeps its windows to itself, but a player may say that its film fills the screen.
    films: tuple[Question, ...] = (lambda: only_yes(plays_full_screen(bus)),) if bus is not None else ()
    # On X11 a program may also share the screen without PipeWire, and nobody is told.
    on_x11 = environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY")
    return {
        Obstacle.DO_NOT_DISTURB: quiet,
        Obstacle.FULL_SCREEN: (x11.full_screen,) if on_x11 else films,
        Obstacle.MICROPHONE: (microphone,),
        Obstacle.SHARED_SCREEN: (lambda: only_yes(shared_screen()),) if on_x11 else (shared_screen,),
    }


def only_yes(answer: bool) -> bool:
    """Return True; raise OSError for a "no" that is none, since the question does not reach all there is to see."""
    if not answer:
        raise OSError("not all can be seen")
    return True


def microphone() -> bool:
    """Ask PulseAudio, or PipeWire in its place, whether a program records."""
    return records(run("pactl", "list", "source-outputs"), run("pactl", "list", "short", "sources"))


def records(streams: str, sources: str) -> bool:
    """Whether one of ``streams`` records a microphone, as ``pactl`` lists them; not a level meter, nor what is played.

    ``sources`` are listed in short: the number and the name of each. Raises OSError if they are not.
    """
    try:
        listed = (line.split("\t") for line in sources.splitlines())
        played = {number for number, name, *_rest in listed if name.endswith(".monitor")}
    except ValueError as error:
        raise OSError("pactl did not list its sources") from error
    for stream in streams.split("Source Output #")[1:]:
        lines = [line.strip() for line in stream.splitlines()]
        fields = dict(line.split(": ", 1) for line in lines if ": " in line)
        if LEVEL_METER.isdisjoint(lines) and fields.get("Corked") != "yes" and fields.get("Source") not in played:
            return True
    return False


class _Properties(msgspec.Struct, frozen=True):
    media_class: str = msgspec.field(name="media.class", default="")


class _Info(msgspec.Struct, frozen=True):
    state: str = ""
    props: _Properties | None = None


class _Node(msgspec.Struct, frozen=True):
    info: _Info | None = None


def shared_screen() -> bool:
    """Ask PipeWire whether a program takes moving pictures: a shared screen, or a camera."""
    return takes_pictures(run("pw-dump"))


def takes_pictures(dump: str) -> bool:
    """Whether a running stream of ``pw-dump``'s JSON takes in video. Raises OSError if it lists no nodes."""
    try:
        nodes = msgspec.json.decode(dump, type=list[_Node])
    except msgspec.DecodeError as error:
        raise OSError("pw-dump did not list its nodes") from error
    running = [node.info.props for node in nodes if node.info and node.info.state == "running"]
    return any(properties and properties.media_class == "Stream/Input/Video" for properties in running)


def gnome_quiet() -> bool:
    """Ask GNOME whether notifications are switched off."""
    return run("gsettings", "get", "org.gnome.desktop.notifications", "show-banners").strip() == "false"


def service_quiet(bus: Bus) -> bool:
    """Ask the notification service whether it holds notifications back, as Plasma's tells. Raises NoAnswer."""
    return bus.property(NOTIFICATIONS, "Inhibited") is True


def dunst_quiet(bus: Bus) -> bool:
    """Ask dunst whether it is paused. Raises NoAnswer."""
    return bus.property(DUNST, "paused") is True


WINDOWS_FULL_SCREEN = (2, 3, 4)
"""A full-screen program, one that draws on its own, and presentation mode (QUERY_USER_NOTIFICATION_STATE)."""
WINDOWS_QUIET = 6


def windows_state() -> int:
    """Ask Windows whether notifications are welcome: SHQueryUserNotificationState."""
    state = ctypes.c_int()
    shell = ctypes.windll.shell32  # type: ignore[attr-defined, unused-ignore] # of Windows alone
    if shell.SHQueryUserNotificationState(ctypes.byref(state)):
        raise OSError("SHQueryUserNotificationState failed")
    return state.value


def run(program: str, *arguments: str) -> str:
    """Return what ``program`` prints, in English. Raises OSError if it is missing, fails or takes too long."""
    path = shutil.which(program)
    if path is None:
        raise FileNotFoundError(program)
    try:
        done = subprocess.run(
            [path, *arguments],
            env={**os.environ, "LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=ANSWER_S,
            check=True,
        )
    except subprocess.SubprocessError as error:
        raise OSError(f"{program} failed") from error
    return done.stdout
