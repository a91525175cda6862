"""The settings of the tones: which, how loud, on which device, and what becomes of the media of others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QStyle, QStyleOptionComboBox, QStylePainter

from stretchtimer.core.language import _
from stretchtimer.core.preferences import Settings
from stretchtimer.core.session.cues import Tone
from stretchtimer.ui.settings.settings_card import SettingsCard, quietly
from stretchtimer.ui.settings.settings_cards import per_cent


class DeviceBox(QComboBox):
    """A list of names that can be long: one that the field has no room for is cut there, and whole in the list."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[tuple[str, str]] = []
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def offer(self, items: list[tuple[str, str]], chosen: str) -> None:
        """Offer ``items``, pairs of words and value, of which ``chosen`` is one; an open list stays if it can."""
        if items != self._items:
            self._items = items
            self.clear()
            for words, value in items:
                self.addItem(words, value)
            letters = self.fontMetrics()
            widest = max(letters.horizontalAdvance(words) for words, _value in items)
            self.view().setMinimumWidth(widest + 2 * letters.height())
        self.setCurrentIndex(self.findData(chosen))
        self.setToolTip(self.currentText())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint as ever, with an ellipsis where Qt would cut through a letter."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        option.currentText = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class SoundCard(SettingsCard):
    """The tones of a session."""

    test_requested = Signal(object)
    """A `Tone` to be heard."""

    def __init__(self) -> None:
        super().__init__(_("Sound"))
        self._devices: tuple[str, ...] = ()
        self.check(_("Play sounds during a session"), "cues", "sound")
        self.sound_state = self.state()
        self.follow("cues", "sound")
        self.slider(_("Volume of the sounds"), "cues", "volume", 0, 100, 100, per_cent)
        self._box = DeviceBox()
        self._box.currentIndexChanged.connect(
            lambda _index: self.change_in("cues", sound_device=self._box.currentData())
        )
        self.named_row(_("Device for the sounds"), self._box)
        self.setters.append(self._show_device)
        for tone in Tone:
            self._tone(tone)
        self.follow_nothing()
        self._media = self.check(
            _("Pause music and films during a session"),
            "cues",
            "pause_media",
            note=_("Those players that follow the media keys on Linux. Only what was paused goes on after."),
        )
        self._media_state = self.state()

    def show_media_state(self, trouble: str) -> None:
        """Say why media cannot be paused here; the empty ``trouble`` if they can."""
        self._media_state.setText(trouble)
        self._media_state.setVisible(bool(trouble))
        self._media.setEnabled(not trouble or self._media.isChecked())

    def show_devices(self, devices: Sequence[str]) -> None:
        """Offer ``devices`` by their names, and the one that was chosen even if it is not there."""
        self._devices = tuple(devices)
        self._show_device(self.settings)

    def _show_device(self, settings: Settings) -> None:
        chosen = settings.cues.sound_device
        gone = chosen and chosen not in self._devices

        items = [(_("System default"), ""), *((name, name) for name in self._devices)]
        if gone:
            items.append((_("{device} (not there now)").format(device=chosen), chosen))
        quietly(self._box, lambda: self._box.offer(items, chosen))

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
