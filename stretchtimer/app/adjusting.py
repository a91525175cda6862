"""The Settings page: changes go to the settings, and what they depend on says how it is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from stretchtimer.app.hearing import Hearing
from stretchtimer.app.mailbox import Mailbox
from stretchtimer.app.preferences import Preferences
from stretchtimer.app.reminding import Reminding
from stretchtimer.clock import Clock
from stretchtimer.core.language import _
from stretchtimer.core.reminders.reminder_values import Standing
from stretchtimer.core.reminders.standing_words import standing_words
from stretchtimer.core.session.cues import Tone
from stretchtimer.desktop.autostart import SANDBOXED, Autostart
from stretchtimer.desktop.media import media_trouble
from stretchtimer.storage.folders import Folders
from stretchtimer.ui.settings.settings_page import SettingsPage, SettingsView


class Adjusting(QObject):
    """Keeps the page up to date. Sound and voice are looked for on their own threads and report when they know."""

    def __init__(
        self,
        page: SettingsPage,
        preferences: Preferences,
        hearing: Hearing,
        reminding: Reminding,
        autostart: Autostart | None,
        clock: Clock,
        folders: Folders,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page, self._preferences, self._folders = page, preferences, folders
        self._hearing, self._reminding, self._autostart, self._clock = hearing, reminding, autostart, clock
        self._sound_state = self._voice_state = _("Looking…")
        self._login_state = "" if autostart else _(SANDBOXED)
        self._devices: tuple[str, ...] = ()
        self._lacks: tuple[str, ...] = ()
        self._examined = False
        """Whether the desktop was asked what it lacks since the page was turned to."""
        self._mailbox = Mailbox(self)
        page.changed.connect(preferences.change)
        page.sound_test_requested.connect(self._play)
        page.voice_test_requested.connect(self._speak)
        page.login_requested.connect(self._start_at_login)
        preferences.changed.connect(lambda _settings: self._show())
        reminding.changed.connect(lambda _view: self._examine())
        reminding.troubles_found.connect(self._show_lacks)
        self.refresh()

    def refresh(self) -> None:
        """Show the settings, and look for what they depend on anew."""
        post = self._mailbox.post
        self._hearing.sound.check(lambda trouble: post(partial(self._show_sound, trouble)))
        self._hearing.sound.list_devices(lambda names: post(partial(self._show_devices, names)))
        self._hearing.voice.check(lambda trouble: post(partial(self._show_voice, trouble)))
        self._examined = False
        self._examine()

    def close(self) -> None:
        """Hear no more from other threads."""
        self._mailbox.close()

    def _examine(self) -> None:
        """Ask what the desktop cannot do, once reminders are on: only they turn to it."""
        if not self._examined and self._reminding.view.standing is not Standing.OFF:
            self._examined = True
            self._reminding.examine()
        self._show()

    def _play(self, tone: Tone) -> None:
        self._hearing.tune()
        sound = self._hearing.sound
        sound.open()
        sound.play(tone, self._preferences.settings.cues.volume)
        sound.close()

    def _speak(self) -> None:
        self._hearing.tune()
        self._hearing.voice.say(_("Left hip. Left knee down, right foot in front."))

    def _start_at_login(self, on: bool) -> None:
        assert self._autostart is not None, "without it the box cannot be ticked"
        try:
            self._autostart.turn(on)
            self._login_state = ""
        except OSError as error:
            reason = error.strerror or error
            self._login_state = _("That could not be changed: {reason}").format(reason=reason)
        self._show()

    def _show_sound(self, trouble: str) -> None:
        self._sound_state = trouble or _("Sound is ready.")
        self._show()

    def _show_devices(self, names: tuple[str, ...]) -> None:
        self._devices = names
        self._show()

    def _show_voice(self, trouble: str) -> None:
        ready = _("The voice is ready: {engine}.").format(engine=self._hearing.voice.engine)
        self._voice_state = trouble or ready
        self._show()

    def _show_lacks(self, lacks: tuple[str, ...]) -> None:
        self._lacks = lacks
        self._show()

    def _show(self) -> None:
        view = self._reminding.view
        off = view.standing is Standing.OFF
        standing = standing_words(view, self._clock.now().wall_s, lambda second: self._clock.moment(second).local)
        self._page.set_view(
            SettingsView(
                settings=self._preferences.settings,
                sound_state=self._sound_state,
                sound_devices=self._devices,
                media_state=media_trouble(),
                voice_state=self._voice_state,
                standing="" if off else standing,
                lacks=() if off else self._lacks,
                starts_at_login=self._autostart.on if self._autostart else None,
                login_state=self._login_state,
                places=(
                    (_("History"), self._folders.database),
                    (_("Your own exercises and routines"), self._folders.data),
                    (_("Settings"), self._folders.settings),
                ),
            )
        )
