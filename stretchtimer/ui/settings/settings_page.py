"""The settings: reminders, times, sound, voice, look and safety. Each change counts at once."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from stretchtimer.core.language import _
from stretchtimer.core.preferences import Settings
from stretchtimer.ui.settings.settings_card import SettingsCard
from stretchtimer.ui.settings.settings_cards import LookCard, SafetyCard, TimesCard, VoiceCard
from stretchtimer.ui.settings.settings_reminders import RemindersCard
from stretchtimer.ui.settings.settings_sound import SoundCard
from stretchtimer.ui.theme import sized


class SettingsView(Struct, frozen=True, kw_only=True):
    """What the page shows."""

    settings: Settings
    sound_state: str = ""
    """Whether sound can be heard, or what is missing and how to get it."""
    sound_devices: tuple[str, ...] = ()
    media_state: str = ""
    """Why media cannot be paused here; empty if they can."""
    voice_state: str = ""
    standing: str = ""
    """How the reminder stands."""
    lacks: tuple[str, ...] = ()
    """What this desktop cannot do for the reminders, each as a sentence."""
    starts_at_login: bool | None = None
    """None if this installation cannot arrange that."""
    login_state: str = ""
    """What is in the way of it."""
    places: tuple[tuple[str, str], ...] = ()
    """(what, where) of the files in use."""


class SettingsPage(QScrollArea):
    """Shows a `SettingsView`; emits a whole new `Settings` for each change."""

    changed = Signal(object)
    sound_test_requested = Signal(object)
    """A `Tone` to be heard."""
    voice_test_requested = Signal()
    screening_requested = Signal()
    login_requested = Signal(bool)
    """Whether the program is to start at login."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        page = QWidget()
        page.setObjectName("page")
        self.setWidget(page)
        em = self.fontMetrics().height()
        # As wide as can be read, by a row: a column would take a card's height from a width that the card may not have.
        row = QHBoxLayout(page)
        row.setContentsMargins(em * 3 // 2, em * 3 // 2, em * 3 // 2, em * 2)
        readable = QWidget()
        readable.setMaximumWidth(em * 46)
        row.addWidget(readable, 1)
        row.addStretch()
        column = QVBoxLayout(readable)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em)
        title = QLabel(_("Settings"))
        title.setFont(sized(self.font(), 1.6, bold=True))
        column.addWidget(title)
        self._reminders, self._sound, self._voice, safety = RemindersCard(), SoundCard(), VoiceCard(), SafetyCard()
        places = SettingsCard(_("Your files"), _("Everything stays on this computer, in these places."))
        self._places = places.list_of_states()
        self._cards = (self._reminders, TimesCard(), self._sound, self._voice, LookCard(), safety, places)
        for card in self._cards:
            card.changed.connect(self._change)
            column.addWidget(card)
        column.addStretch(1)
        self._sound.test_requested.connect(self.sound_test_requested)
        self._voice.test_requested.connect(self.voice_test_requested)
        self._reminders.login_requested.connect(self.login_requested)
        safety.screening_requested.connect(self.screening_requested)

    def set_view(self, view: SettingsView) -> None:
        """Show ``view``."""
        self._show(view.settings)
        self._sound.show_devices(view.sound_devices)
        self._reminders.show_login(view.starts_at_login)
        self._sound.show_media_state(view.media_state)
        self._reminders.lacks.show_lines(view.lacks)
        self._places.show_lines([f"{what}: {where}" for what, where in view.places])
        for label, words in (
            (self._sound.sound_state, view.sound_state),
            (self._voice.voice_state, view.voice_state),
            (self._reminders.standing, view.standing),
            (self._reminders.login_state, view.login_state),
        ):
            label.setText(words)
            label.setVisible(bool(words))

    def _change(self, settings: Settings) -> None:
        """Let the other cards build on the change, and tell it."""
        self._show(settings)
        self.changed.emit(settings)

    def _show(self, settings: Settings) -> None:
        for card in self._cards:
            card.show_settings(settings)
