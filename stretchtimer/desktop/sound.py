"""Cue sounds for a session: asked for by the caller's thread, played by others."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import Protocol

from stretchtimer.core.language import _, mark
from stretchtimer.core.session.cues import Tone
from stretchtimer.desktop.device_keeper import STALE_S, DeviceKeeper
from stretchtimer.desktop.mixer import Mixer
from stretchtimer.desktop.playback import Open, device_names, open_device
from stretchtimer.desktop.tones import DamagedTone, load_tones

__all__ = ["DeviceSound", "SilentSound", "Sound", "Tone"]

ANSWER_S = 3.0
"""A sound service that has not answered for this long is said not to."""

NO_ANSWER = mark(
    "The sound service does not answer, so the cues are silent for now. They come back with it; signing out and in "
    "again usually helps."
)
NO_FILES = mark("The cue sounds cannot be read, so the cues are silent. Installing the program again brings them back.")


class Sound(Protocol):
    """Plays tones. No call blocks and none raises, whatever the sound service does."""

    def open(self) -> None:
        """Begin to open the device; called when a session begins, never before."""

    def play(self, tone: Tone, volume: float) -> None:
        """Let ``tone`` sound now, at ``volume`` from 0 to 1; dropped if it cannot begin within half a second."""

    def close(self) -> None:
        """Let the tones that sound ring out, then let go of the device."""

    @property
    def trouble(self) -> str:
        """What is missing and how to get it, in one sentence; empty if all is well or not known yet."""

    def check(self, done: Callable[[str], None]) -> None:
        """Find out whether sound can be played and call ``done(trouble)`` from another thread.

        It is called late or never if the sound service is frozen; ``trouble`` says so after a few seconds.
        """


class SilentSound:
    """Sound for those who want none."""

    trouble = ""

    def open(self) -> None:
        """Do nothing."""

    def play(self, tone: Tone, volume: float) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Do nothing."""

    def check(self, done: Callable[[str], None]) -> None:
        """Call ``done`` at once: silence always works."""
        done("")


class DeviceSound:
    """Sound on a device of the operating system.

    One daemon thread makes all the calls that may hang. The device lives in that thread's frame and nowhere else: an
    interpreter that ends while the device is open would otherwise close it, and wait for the device's own thread, which
    waits for the interpreter.
    """

    def __init__(
        self,
        sounds: Path,
        *,
        open_device: Open = open_device,
        device_names: Callable[[], tuple[str, ...]] = device_names,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._sounds = sounds
        self._open_device, self._device_names = open_device, device_names
        self._device_name = ""
        self._clock = clock
        self._mixer = Mixer(clock)
        self._wanted = False
        self._jobs: SimpleQueue[Callable[[DeviceKeeper], None]] = SimpleQueue()
        self._news = threading.Event()
        self._worker: threading.Thread | None = None
        self._busy_since: float | None = None
        self._trouble = ""

    def open(self) -> None:
        """Begin to open the device."""
        self._wanted = True
        self._wake()

    def play(self, tone: Tone, volume: float) -> None:
        """Let ``tone`` sound now; a device that has died is opened again for it."""
        if self._wanted:
            self._mixer.add(tone, volume)
            if self._clock() > self._mixer.pulled_at + STALE_S:
                self._news.set()

    def close(self) -> None:
        """Let the tones that sound ring out, then let go of the device."""
        self._wanted = False
        self._news.set()

    @property
    def trouble(self) -> str:
        """What is missing and how to get it."""
        since = self._busy_since
        return _(NO_ANSWER if since is not None and self._clock() > since + ANSWER_S else self._trouble)

    def check(self, done: Callable[[str], None]) -> None:
        """Find out whether sound can be played and call ``done(trouble)`` from the worker's thread."""

        def probe(keeper: DeviceKeeper) -> None:
            keeper.probe()
            self._learn(keeper)
            done(_(self._trouble))

        self._jobs.put(probe)
        self._wake()

    def use_device(self, name: str) -> None:
        """Open the device of that name from the next session on; without a name, the system's own choice."""
        self._device_name = name

    def list_devices(self, done: Callable[[tuple[str, ...]], None]) -> None:
        """Call ``done`` with the names of all devices from the worker's thread; late or never, as `check` does."""
        self._jobs.put(lambda _keeper: done(self._device_names()))
        self._wake()

    def _wake(self) -> None:
        self._news.set()
        if self._worker is None:
            self._worker = threading.Thread(target=self._work, name="sound", daemon=True)
            self._worker.start()

    def _work(self) -> None:
        keeper = DeviceKeeper(self._mixer, self._open_device, self._clock)
        patience: float | None = 0.0
        while True:
            self._news.wait(patience)
            self._news.clear()
            self._busy_since = self._clock()
            self._load()
            keeper.wanted_name = self._device_name
            patience = keeper.look(self._wanted)
            self._learn(keeper)
            for _each in range(self._jobs.qsize()):
                self._jobs.get()(keeper)
            self._busy_since = None

    def _load(self) -> None:
        if not self._mixer.tones:
            try:
                self._mixer.tones = load_tones(self._sounds)
            except DamagedTone:
                self._trouble = NO_FILES

    def _learn(self, keeper: DeviceKeeper) -> None:
        if self._mixer.tones:
            self._trouble = keeper.trouble
