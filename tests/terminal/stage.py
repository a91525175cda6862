"""A session on a stage: a manual clock, keys at given seconds, and all that was printed."""

from __future__ import annotations

import io
from collections.abc import Mapping
from itertools import count
from typing import Any

from stretchtimer.conductor import Conductor
from stretchtimer.core.catalog.routine import RoutineItem
from stretchtimer.core.records import Ending, HoldRecord, Moment, PainRecord, SessionRecord
from stretchtimer.core.session.cues import CueSettings, Tone
from stretchtimer.core.session.timeline import compile_routine
from stretchtimer.terminal.keyboard import Keyboard
from stretchtimer.terminal.performing import perform
from stretchtimer.terminal.screen import Screen
from tests.samples import EXERCISES, ManualClock, routine


class Keys:
    """A keyboard that presses ``keys`` by itself, each at its second; waiting lets the time of ``clock`` pass."""

    def __init__(self, clock: ManualClock, keys: Mapping[float, str] | None = None, *, present: bool = True) -> None:
        self._clock, self._began_s = clock, clock.monotonic_s
        self._keys = sorted((keys or {}).items())
        self.present = present

    def wait(self, timeout_s: float | None) -> str:
        if not self._keys:
            assert timeout_s is not None, "it waits for a key that nobody presses"
            self._clock.go(timeout_s)
            return ""
        second, key = self._keys[0]
        left_s = max(0.0, self._began_s + second - self._clock.monotonic_s)
        if timeout_s is not None and timeout_s < left_s:
            self._clock.go(timeout_s)
            return ""
        self._clock.go(left_s)
        self._keys.pop(0)
        return key


class Silence:
    """Sound, voice and screen that do nothing."""

    def open(self) -> None: ...
    def play(self, tone: Tone, volume: float) -> None: ...
    def close(self) -> None: ...
    def say(self, text: str, interrupt: bool = True) -> None: ...
    def stop(self) -> None: ...
    def hold(self) -> None: ...
    def release(self) -> None: ...


class Diary:
    """A history in a list; ``full`` makes it refuse every row."""

    def __init__(self, *, full: bool = False) -> None:
        self._full = full
        self.holds: dict[str, HoldRecord] = {}
        self.pains: list[PainRecord] = []
        self.ending: Ending | None = None

    def begin_session(self, session: SessionRecord) -> None:
        if self._full:
            raise OSError("The disk is full.")

    def save_hold(self, session_id: str, hold: HoldRecord) -> None:
        self.holds[hold.id] = hold

    def record_pain(self, session_id: str, pain: PainRecord) -> None:
        self.pains.append(pain)

    def end_session(self, session_id: str, ending: Ending, at: Moment) -> None:
        self.ending = ending


class Stage:
    """One session of ``items`` on a screen that shows its countdown if ``live``."""

    def __init__(self, *items: str | RoutineItem, live: bool = False, full: bool = False, **options: Any) -> None:
        self.clock = ManualClock()
        self.out = io.StringIO()
        self.screen = Screen(self.out, live, lambda: 80)
        self.diary = Diary(full=full)
        numbers = count()
        silence = Silence()
        self.conductor = Conductor(
            compile_routine(routine(*items), EXERCISES),
            clock=self.clock,
            new_id=lambda: f"00000000-0000-4000-8000-{next(numbers):012}",
            sound=silence,
            voice=silence,
            awake=silence,
            media=silence,
            recorder=self.diary,
            cues=CueSettings(),
            **options,
        )

    def play(self, keys: Mapping[float, str] | Keyboard) -> list[str]:
        """Perform with ``keys`` and return the lines that were printed."""
        self.ending = perform(
            self.conductor, Keys(self.clock, keys) if isinstance(keys, Mapping) else keys, self.screen
        )
        return self.out.getvalue().splitlines()
