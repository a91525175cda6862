"""Make the cue sounds in ``assets/sounds``: run ``python packaging/make_sounds.py`` after changing a note here.

Each cue is a few strokes on a marimba or, for the tick, on a wood block: a sum of decaying partials. A person on the
floor tells them apart by the direction of the melody, not by loudness: a hold begins upwards, a rest comes downwards, a
change of sides swings between two notes. Notes lie between 390 and 1,050 Hz, where the speakers of a laptop are still
good and ears that have lost the high tones still hear.
"""

from __future__ import annotations

import math
import sys
import wave
from array import array
from pathlib import Path
from typing import NamedTuple

RATE = 48_000
"""Samples per second: what most devices run at, so that nothing resamples."""
PEAK = 10 ** (-9 / 20)
"""The loudest sample of a cue, -9 dBFS: leaves room for two cues at once."""
ATTACK_S = 0.002
"""Short enough to be heard on its moment, long enough not to click."""
TAIL_S = 0.03
"""The end is faded out, so that it does not click either."""

G4, C5, D5, E5, G5, C6 = 392.00, 523.25, 587.33, 659.26, 783.99, 1046.50
"""Hertz, equal temperament on A4 = 440."""


class Partial(NamedTuple):
    """One sine of a struck bar."""

    ratio: float
    """Its frequency, as a multiple of the note's."""
    level: float
    decay: float
    """Its decay, as a fraction of the note's: high partials die first."""


MARIMBA = (Partial(1.0, 1.0, 1.0), Partial(2.0, 0.12, 0.6), Partial(3.93, 0.22, 0.3), Partial(9.2, 0.05, 0.1))
"""Bars of a marimba are tuned so that the second partial lies close to two octaves above the first."""
WOOD = (Partial(1.0, 1.0, 1.0), Partial(1.52, 0.5, 0.7), Partial(2.74, 0.2, 0.4))


class Stroke(NamedTuple):
    """One stroke of a mallet."""

    at_s: float
    hz: float
    decay_s: float = 0.16
    """Until it has fallen to 37 %."""
    level: float = 1.0


class Cue(NamedTuple):
    """A sound file: its strokes, its length and the material that is struck."""

    length_s: float
    strokes: tuple[Stroke, ...]
    bar: tuple[Partial, ...] = MARIMBA
    peak: float = PEAK


CUES = {
    "tick": Cue(0.09, (Stroke(0, 880, 0.018),), WOOD, PEAK * 0.6),
    "hold": Cue(0.6, (Stroke(0, C5), Stroke(0.13, G5, 0.2))),
    "half": Cue(0.55, (Stroke(0, E5, 0.2),), peak=PEAK * 0.8),
    "switch": Cue(0.75, tuple(Stroke(0.14 * n, hz, 0.12) for n, hz in enumerate((G5, D5, G5, D5)))),
    "rest": Cue(0.65, (Stroke(0, G5), Stroke(0.16, C5, 0.22))),
    "release": Cue(0.35, (Stroke(0, G4, 0.11),), peak=PEAK * 0.8),
    "end": Cue(1.2, (Stroke(0, E5), Stroke(0.15, G5), Stroke(0.3, C6, 0.32))),
    "pause": Cue(0.45, (Stroke(0, C5, 0.07), Stroke(0.15, C5, 0.12))),
}


def strike(signal: list[float], stroke: Stroke, bar: tuple[Partial, ...]) -> None:
    """Add a stroke to ``signal``."""
    start = round(stroke.at_s * RATE)
    attack = round(ATTACK_S * RATE)
    for partial in bar:
        turn = 2 * math.pi * stroke.hz * partial.ratio / RATE
        fall = -1 / (stroke.decay_s * partial.decay * RATE)
        for n in range(len(signal) - start):
            rise = math.sin(math.pi / 2 * min(1.0, n / attack)) ** 2
            signal[start + n] += stroke.level * partial.level * rise * math.exp(n * fall) * math.sin(n * turn)


def render(cue: Cue) -> array[int]:
    """Return the cue as 16-bit samples."""
    signal = [0.0] * round(cue.length_s * RATE)
    for stroke in cue.strokes:
        strike(signal, stroke, cue.bar)
    tail = round(TAIL_S * RATE)
    for n in range(1, tail + 1):
        signal[-n] *= math.sin(math.pi / 2 * (n - 1) / tail) ** 2
    loudest = max(abs(value) for value in signal)
    return array("h", (round(value / loudest * cue.peak * 32_767) for value in signal))


def write(path: Path, samples: array[int]) -> None:
    """Write ``samples`` as a mono WAV file."""
    if sys.byteorder == "big":
        samples = array("h", samples)
        samples.byteswap()
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())


def main() -> None:
    """Write every cue into ``assets/sounds``."""
    folder = Path(__file__).resolve().parent.parent / "assets" / "sounds"
    for name, cue in CUES.items():
        write(folder / f"{name}.wav", render(cue))


if __name__ == "__main__":
    main()
