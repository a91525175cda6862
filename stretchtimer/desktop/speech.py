"""The voice of a session: asked for by the caller's thread, spoken by the operating system."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from queue import Empty, SimpleQueue
from typing import Protocol

from stretchtimer.core.language import _
from stretchtimer.desktop.speaker import Speaker, Utterance
from stretchtimer.desktop.speech_engine import Engine, Manner
from stretchtimer.desktop.speech_finder import advice_for, find_engine


class Voice(Protocol):
    """Speaks. No call blocks and none raises, whatever the speech service does."""

    def configure(self, rate: int, volume: float, language: str) -> None:
        """Speak from now on ``rate`` percent faster (-50 to 50), at ``volume`` 0 to 1, in ``language`` ("pt_BR")."""

    def say(self, text: str, interrupt: bool = True) -> None:
        """Say ``text``, instead of what is being said or, without ``interrupt``, after it.

        A text that cannot begin within three seconds is dropped.
        """

    def stop(self) -> None:
        """Fall silent."""

    def close(self) -> None:
        """Say what was asked for, then let go of the speech service; the next ``say`` finds it again."""

    @property
    def engine(self) -> str:
        """The engine that speaks; empty while unknown."""

    @property
    def trouble(self) -> str:
        """What is missing and how to get it, in one sentence; empty if all is well or not known yet."""

    def check(self, done: Callable[[str], None]) -> None:
        """Find out whether there is a voice and call ``done(trouble)`` from another thread."""


class SilentVoice:
    """Voice for those who want none."""

    engine = ""
    trouble = ""

    def configure(self, rate: int, volume: float, language: str) -> None:
        """Do nothing."""

    def say(self, text: str, interrupt: bool = True) -> None:
        """Do nothing."""

    def stop(self) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Do nothing."""

    def check(self, done: Callable[[str], None]) -> None:
        """Call ``done`` at once: silence always works."""
        done("")


class SystemVoice:
    """Voice by the best speech engine of this machine, which is found when it is first needed.

    One daemon thread talks to the engine. Orders reach it through a queue and are all read before one is carried out,
    so that a service that takes seconds loses the words that have become stale and nothing else.
    """

    def __init__(
        self, find: Callable[[], Engine | None] = find_engine, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._clock = clock
        self._manner = Manner()
        self._speaker = Speaker(find, clock)
        self._orders: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._worker: threading.Thread | None = None

    def configure(self, rate: int, volume: float, language: str) -> None:
        """Speak like this from now on."""
        self._manner = Manner(rate=rate, volume=volume, language=language.replace("_", "-"))

    def say(self, text: str, interrupt: bool = True) -> None:
        """Say ``text``."""
        utterance = Utterance(text, self._manner, self._clock())
        self._order(partial(self._speaker.say, utterance, interrupt=interrupt))

    def stop(self) -> None:
        """Fall silent."""
        self._order(self._speaker.stop)

    def close(self) -> None:
        """Say what was asked for, then let go of the speech service."""
        self._order(self._speaker.leave)

    @property
    def engine(self) -> str:
        """The engine that speaks."""
        return self._speaker.engine_name

    @property
    def trouble(self) -> str:
        """What is missing and how to get it."""
        return _(advice_for(sys.platform)) if self._speaker.mute else ""

    def check(self, done: Callable[[str], None]) -> None:
        """Find out whether there is a voice and call ``done(trouble)`` from the worker's thread."""
        self._order(partial(self._probe, done))

    def _probe(self, done: Callable[[str], None]) -> None:
        self._speaker.probe()
        done(self.trouble)

    def _order(self, order: Callable[[], None]) -> None:
        self._orders.put(order)
        if self._worker is None:
            self._worker = threading.Thread(target=self._work, name="speech", daemon=True)
            self._worker.start()

    def _work(self) -> None:
        patience: float | None = None
        while True:
            for order in self._taken(patience):
                order()
            patience = self._speaker.look()

    def _taken(self, patience: float | None) -> Iterator[Callable[[], None]]:
        """Wait up to ``patience`` seconds for an order; give all that have come."""
        try:
            yield self._orders.get(timeout=patience)
            while True:
                yield self._orders.get_nowait()
        except Empty:
            return
