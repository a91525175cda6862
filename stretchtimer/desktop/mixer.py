"""Mixes the tones that sound into the stream that a sound device pulls, a few milliseconds at a time."""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Callable, Mapping
from typing import NamedTuple

from stretchtimer.core.session.cues import Tone
from stretchtimer.desktop.tones import Samples

LATE_S = 0.5
"""A cue that cannot begin within this time is dropped: a tick on the wrong second misleads more than a missing one."""

LOUDEST = 32_767


class _Asked(NamedTuple):
    tone: Tone
    volume: float
    at_s: float


class _Sounding:
    """A tone on its way out."""

    __slots__ = ("gain", "position", "samples")

    def __init__(self, samples: Samples, gain: float) -> None:
        self.samples = samples
        self.gain = gain
        self.position = 0

    def add_to(self, mixed: list[float]) -> bool:
        """Add the next samples to ``mixed``; return whether any are left after these."""
        part = self.samples[self.position : self.position + len(mixed)]
        gain = self.gain
        for index, sample in enumerate(part):
            mixed[index] += sample * gain
        self.position += len(mixed)
        return self.position < len(self.samples)


class Mixer:
    """Tones asked for by one thread, pulled as samples by another; neither ever waits for the other.

    ``clock`` gives monotonic seconds.
    """

    pulled_at: float = float("-inf")
    """When a device last pulled: a device that has stopped pulling is dead, whatever it says."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.tones: Mapping[Tone, Samples] = {}
        self._clock = clock
        self._asked: deque[_Asked] = deque(maxlen=16)
        self._sounding: list[_Sounding] = []

    @property
    def quiet(self) -> bool:
        """Whether nothing sounds and nothing waits to."""
        return not self._asked and not self._sounding

    def add(self, tone: Tone, volume: float) -> None:
        """Let ``tone`` sound from the next pull on, at ``volume`` from 0 to 1."""
        self._asked.append(_Asked(tone, min(1.0, max(0.0, volume)), self._clock()))

    def pull(self, frames: int) -> Samples:
        """Return the next ``frames`` samples."""
        self.pulled_at = self._clock()
        self._begin()
        if not self._sounding:
            return array("h", bytes(2 * frames))
        mixed = [0.0] * frames
        self._sounding = [tone for tone in self._sounding if tone.add_to(mixed)]
        return array("h", [int(min(LOUDEST, max(-LOUDEST, value))) for value in mixed])

    def _begin(self) -> None:
        while self._asked:
            tone, volume, at_s = self._asked.popleft()
            samples = self.tones.get(tone)
            if samples is not None and self.pulled_at - at_s <= LATE_S:
                # Loudness is heard by ratios: the square makes half of the slider sound like half.
                self._sounding.append(_Sounding(samples, volume**2))
