"""What is heard of the program, and what is not heard meanwhile: tones, voice, and the media of others."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from stretchtimer.app.preferences import Preferences
from stretchtimer.core import language
from stretchtimer.desktop.media import PausedMedia
from stretchtimer.desktop.sound import DeviceSound
from stretchtimer.desktop.speech import SystemVoice


class Hearing:
    """Each is made when it is first needed."""

    def __init__(self, preferences: Preferences, sounds: Path) -> None:
        self._preferences, self._sounds = preferences, sounds

    @cached_property
    def sound(self) -> DeviceSound:
        """The tones."""
        return DeviceSound(self._sounds)

    @cached_property
    def voice(self) -> SystemVoice:
        """The voice."""
        return SystemVoice()

    @cached_property
    def media(self) -> PausedMedia:
        """Music and films, paused for those who want that."""
        return PausedMedia()

    def tune(self) -> None:
        """Use the device, the voice and the language that the settings name now."""
        cues = self._preferences.settings.cues
        self.sound.use_device(cues.sound_device)
        self.voice.configure(cues.voice_rate, cues.voice_volume, language.code())

    def say(self, text: str) -> None:
        """Say ``text`` to a person who wants a voice."""
        if self._preferences.settings.cues.voice:
            self.tune()
            self.voice.say(text)

    def close(self) -> None:
        """Let go of what was made."""
        for name in ("voice", "sound", "media"):
            if name in self.__dict__:
                self.__dict__[name].close()
