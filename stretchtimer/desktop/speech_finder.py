"""Finds the speech engine of this machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import partial

from stretchtimer.core.language import mark
from stretchtimer.desktop.speech_engine import Engine
from stretchtimer.desktop.speech_programs import ESPEAK, SAY, SPD_SAY, open_program
from stretchtimer.desktop.speech_ssip import VoicelessError, open_ssip
from stretchtimer.desktop.speech_windows import open_windows

INSTALL_A_VOICE = mark(
    "No speech service answers, so nothing is spoken. Install speech-dispatcher with a voice; on Debian or Ubuntu: "
    "sudo apt install speech-dispatcher speech-dispatcher-espeak-ng"
)
SYSTEM_VOICE_FAILS = mark(
    "The voice of the operating system does not start, so nothing is spoken. Choose a voice in the system settings, "
    "under accessibility."
)

Open = Callable[[Mapping[str, str]], Engine]
"""Opens an engine in an environment. Raises OSError if it is missing or does not answer."""

THROUGH_THE_SERVICE: Open = partial(open_program, SPD_SAY)
"""Has the voice that the service has, and none where that has none."""


def engines_of(platform: str) -> tuple[Open, ...]:
    """Return how to open the engines of ``platform``, the best first."""
    if platform == "win32":
        return (open_windows,)
    if platform == "darwin":
        return (partial(open_program, SAY),)
    return (open_ssip, THROUGH_THE_SERVICE, partial(open_program, ESPEAK))


def advice_for(platform: str) -> str:
    """Return the untranslated sentence for a person whose machine does not speak."""
    return SYSTEM_VOICE_FAILS if platform in {"win32", "darwin"} else INSTALL_A_VOICE


def first_engine(engines: Iterable[Open], environment: Mapping[str, str]) -> Engine | None:
    """Open the first of ``engines`` that answers."""
    voiceless = False
    for open_engine in engines:
        if voiceless and open_engine is THROUGH_THE_SERVICE:
            continue
        try:
            return open_engine(environment)
        except OSError as error:
            voiceless = voiceless or isinstance(error, VoicelessError)
    return None


def find_engine() -> Engine | None:
    """Open the best engine of this machine. May take seconds."""
    return first_engine(engines_of(sys.platform), os.environ)
