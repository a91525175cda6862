"""The Settings page: changes go to the settings, and sound and voice say how they are."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from stretchtimer.app.preferences import Preferences
from stretchtimer.core.cues import Tone
from stretchtimer.core.language import _
from stretchtimer.desktop.sound import DeviceSound
from stretchtimer.desktop.speech import SystemVoice
from stretchtimer.storage.folders import Folders
from stretchtimer.ui.settings_page import SettingsPage, SettingsView


class Adjusting(QObject):
    """Keeps the page up to date. Sound and voice are looked for on their own threads and report when they know."""

    _sound_known = Signal(str)
    _voice_known = Signal(str)

    def __init__(
        self,
        page: SettingsPage,
        preferences: Preferences,
        sound: DeviceSound,
        voice: SystemVoice,
        folders: Folders,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page, self._preferences, self._folders = page, preferences, folders
        self._sound, self._voice = sound, voice
        self._sound_state = self._voice_state = _("Looking…")
        # The signals carry the answers from the other threads into this one.
        self._sound_known.connect(self._show_sound)
        self._voice_known.connect(self._show_voice)
        page.changed.connect(preferences.change)
        page.sound_test_requested.connect(self._play)
        page.voice_test_requested.connect(lambda: voice.say(_("Left hip. Left knee down, right foot in front.")))
        preferences.changed.connect(lambda _settings: self._show())
        self.refresh()

    def refresh(self) -> None:
        """Show the settings, and look for sound and voice anew."""
        self._sound.check(self._sound_known.emit)
        self._voice.check(self._voice_known.emit)
        self._show()

    def _play(self, tone: Tone) -> None:
        self._sound.open()
        self._sound.play(tone, self._preferences.settings.cues.volume)
        self._sound.close()

    def _show_sound(self, trouble: str) -> None:
        self._sound_state = trouble or _("Sound is ready.")
        self._show()

    def _show_voice(self, trouble: str) -> None:
        ready = _("The voice is ready: {engine}.").format(engine=self._voice.engine)
        self._voice_state = trouble or ready
        self._show()

    def _show(self) -> None:
        self._page.set_view(
            SettingsView(
                settings=self._preferences.settings,
                sound_state=self._sound_state,
                voice_state=self._voice_state,
                places=(
                    (_("History"), self._folders.database),
                    (_("Your own exercises and routines"), self._folders.data),
                    (_("Settings"), self._folders.settings),
                ),
            )
        )
