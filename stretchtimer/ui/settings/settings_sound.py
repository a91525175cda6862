"""The settings of the tones: which, how loud, on which device, and what becomes of the media of others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton

from stretchtimer.core.language import _
from stretchtimer.core.preferences import Settings
from stretchtimer.core.session.cues import Tone
from stretchtimer.ui.settings.settings_card import SettingsCard, quietly

DEVICE_LETTERS = 22


class SoundCard(SettingsCard):
    """The tones of a session."""

    test_requested = Signal(object)
    """A `Tone` to be heard."""

    def __init__(self) -> None:
        super().__init__(_("Sound"))
        self._devices: tuple[str, ...] = ()
        self.check(_("Sound"), "cues", "sound")
        self.slider(_("Volume of the sounds"), "cues", "volume", 0, 100, 100)
        self._box = QComboBox()
        # Names of devices can be long: such a one is cut, and stands whole in the list.
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.setMinimumContentsLength(DEVICE_LETTERS)
        self._box.currentIndexChanged.connect(
            lambda _index: self.change_in("cues", sound_device=self._box.currentData())
        )
        self.named_row(_("Device for the sounds"), self._box)
        self.setters.append(self._show_device)
        for tone in Tone:
            self._tone(tone)
        self.sound_state = self.state()
        media = self.check(_("Pause music and films during a session"), "cues", "pause_media")
        media.setToolTip(
            _("Players that follow the desktop's media keys on Linux; only what was paused goes on after.")
        )
        self.media_state = self.state()

    def show_devices(self, devices: Sequence[str]) -> None:
        """Offer ``devices`` by their names, and the one that was chosen even if it is not there."""
        self._devices = tuple(devices)
        self._show_device(self.settings)

    def _show_device(self, settings: Settings) -> None:
        chosen = settings.cues.sound_device
        gone = chosen and chosen not in self._devices

        def fill() -> None:
            self._box.clear()
            self._box.addItem(_("As the system"), "")
            for name in self._devices:
                self._box.addItem(name, name)
            if gone:
                self._box.addItem(_("{device} (not there now)").format(device=chosen), chosen)
            self._box.setCurrentIndex(self._box.findData(chosen))

        quietly(self._box, fill)

    def _tone(self, tone: Tone) -> None:
        box = QCheckBox(_tone_words(tone))
        listen = QPushButton(_("Listen"))
        listen.setAccessibleName(_("Listen: {tone}").format(tone=_tone_words(tone)))
        listen.clicked.connect(lambda _checked=False: self.test_requested.emit(tone))

        def change(on: bool) -> None:
            silenced = {name for name in self.settings.cues.silenced if name is not tone} | (set() if on else {tone})
            self.change_in("cues", silenced=tuple(name for name in Tone if name in silenced))

        box.toggled.connect(change)
        self.setters.append(lambda settings: quietly(box, lambda: box.setChecked(tone not in settings.cues.silenced)))
        self.row(box, listen)


def _tone_words(tone: Tone) -> str:
    return {
        Tone.TICK: _("Tick at three, two, one"),
        Tone.HOLD: _("A hold begins"),
        Tone.HALF: _("Half-time"),
        Tone.SWITCH: _("Switch sides"),
        Tone.REST: _("Rest, and next exercise"),
        Tone.RELEASE: _("Let go in a repetition"),
        Tone.END: _("The end"),
        Tone.PAUSE: _("Pause"),
    }[tone]
