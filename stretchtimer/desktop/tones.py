"""The samples of the cue sounds."""

from __future__ import annotations

import sys
import wave
from array import array
from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

from stretchtimer.core.session.cues import Tone

RATE = 48_000
"""Samples per second of every tone."""

Samples: TypeAlias = "array[int]"
"""Signed 16-bit samples, one channel, at ``RATE``."""


class DamagedTone(Exception):
    """A sound file cannot be read, or is not what ``packaging/make_sounds.py`` makes; the message says why."""


def load_tones(sounds: Path) -> Mapping[Tone, Samples]:
    """Return the samples of every tone in the folder ``sounds``. Raises DamagedTone."""
    return {tone: _load(sounds / f"{tone}.wav") for tone in Tone}


def _load(path: Path) -> Samples:
    try:
        with wave.open(str(path), "rb") as file:
            shape = (file.getnchannels(), file.getsampwidth(), file.getframerate())
            frames = file.readframes(file.getnframes())
    except (OSError, EOFError, wave.Error) as error:
        raise DamagedTone(f"{path}: {error}") from error
    if shape != (1, 2, RATE):
        raise DamagedTone(f"{path}: expected one channel of 16 bits at {RATE} Hz, found {shape}")
    samples = array("h", frames)
    if sys.byteorder == "big":
        samples.byteswap()
    return samples
