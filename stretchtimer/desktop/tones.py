"""The cue sounds: what each one means, and the samples of it."""

from __future__ import annotations

import sys
import wave
from array import array
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

RATE = 48_000
"""Samples per second of every tone."""

Samples: TypeAlias = "array[int]"
"""Signed 16-bit samples, one channel, at ``RATE``."""


class Tone(StrEnum):
    """A cue without words; the value is the name of its file."""

    TICK = "tick"
    """One of the last seconds before something changes."""
    HOLD = "hold"
    """A hold begins."""
    HALF = "half"
    """Half of a hold is done."""
    SWITCH = "switch"
    """Change sides."""
    REST = "rest"
    """A rest begins."""
    RELEASE = "release"
    """Let go, within a repetition that is held."""
    END = "end"
    """The session is done."""
    PAUSE = "pause"
    """The session stands still."""


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
