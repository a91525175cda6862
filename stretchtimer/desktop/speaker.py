"""Says texts in turn, through speech engines that start slowly, freeze, die and come back."""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Callable
from typing import NamedTuple

from stretchtimer.desktop.speech_engine import Engine, Manner

LATE_S = 3.0
"""A text that could not begin within this time is dropped, not said late."""
TURN_S = 0.05
"""How often a text that waits for its turn looks whether the one before is said."""


class Utterance(NamedTuple):
    """A text to say."""

    text: str
    manner: Manner
    asked_at: float
    """When it was asked for, in monotonic seconds."""


class Speaker:
    """Keeps the texts to say and the engine that says them. Lives on one thread, which ``look`` may hold for long.

    ``find`` opens an engine or returns None; ``clock`` gives monotonic seconds.
    """

    def __init__(self, find: Callable[[], Engine | None], clock: Callable[[], float]) -> None:
        self.engine_name = ""
        """The engine that was found last; empty before and if there is none."""
        self.mute = False
        """Whether no engine was found when one was last needed."""
        self._find = find
        self._clock = clock
        self._engine: Engine | None = None
        self._texts: deque[Utterance] = deque()
        self._cut = False
        self._leaving = False
        self._free_at = float("-inf")

    def say(self, utterance: Utterance, *, interrupt: bool) -> None:
        """Take ``utterance`` as the next to say or, if it interrupts, as the only one."""
        if interrupt:
            self.stop()
        self._texts.append(utterance)
        self._leaving = False

    def stop(self) -> None:
        """Drop what waits and cut what is being said."""
        self._texts.clear()
        self._cut = True

    def leave(self) -> None:
        """Let go of the engine as soon as everything is said."""
        self._leaving = True

    def look(self) -> float | None:
        """Do what is to be done now; return in how many seconds to look again, None if there is no need to."""
        if self._cut:
            self._cut = False
            self._silence()
        while self._texts and not self._speaking():
            self._speak(self._texts.popleft())
        if self._texts or (self._leaving and self._speaking()):
            return TURN_S
        if self._leaving:
            self._release()
        return None

    def probe(self) -> None:
        """Learn which engine there is."""
        self._ready()

    def _speaking(self) -> bool:
        speaking = self._engine is not None and self._engine.speaking
        if speaking:
            self._free_at = self._clock()
        return speaking

    def _speak(self, utterance: Utterance) -> None:
        """Say ``utterance``; with an engine that turns out to be lost, find another one, once."""
        for _attempt in range(2):
            engine = self._ready()
            # Waiting for the words before is no delay; waiting for the engine is.
            if engine is None or self._clock() > max(utterance.asked_at, self._free_at) + LATE_S:
                return
            try:
                engine.speak(utterance.text, utterance.manner)
            except OSError:
                self._release()
            else:
                return

    def _silence(self) -> None:
        if self._engine is not None:
            try:
                self._engine.stop()
            except OSError:
                self._release()

    def _ready(self) -> Engine | None:
        if self._engine is None:
            self._engine = self._find()
            self.engine_name = self._engine.name if self._engine is not None else ""
            self.mute = self._engine is None
        return self._engine

    def _release(self) -> None:
        engine, self._engine = self._engine, None
        if engine is not None:
            with contextlib.suppress(OSError):  # it is given up, whether it agrees or not
                engine.close()
