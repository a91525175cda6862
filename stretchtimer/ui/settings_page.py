"""The settings: times, sound, voice, look and safety. Each change counts at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from stretchtimer.core import safety
from stretchtimer.core.cues import Tone
from stretchtimer.core.language import _
from stretchtimer.core.preferences import Settings, ThemeChoice
from stretchtimer.ui.theme import sized


class SettingsView(Struct, frozen=True, kw_only=True):
    """What the page shows."""

    settings: Settings
    sound_state: str = ""
    """Whether sound can be heard, or what is missing and how to get it."""
    voice_state: str = ""
    places: tuple[tuple[str, str], ...] = ()
    """(what, where) of the files in use."""


class SettingsPage(QScrollArea):
    """Shows a `SettingsView`; emits a whole new `Settings` for each change."""

    changed = Signal(object)
    sound_test_requested = Signal(object)
    """A `Tone` to be heard."""
    voice_test_requested = Signal()
    screening_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = Settings()
        self._setters: list[Callable[[Settings], None]] = []
        self.setWidgetResizable(True)
        page = QWidget()
        page.setObjectName("page")
        self.setWidget(page)
        em = self.fontMetrics().height()
        self._em = em
        column = QVBoxLayout(page)
        column.setContentsMargins(em * 2, em * 3 // 2, em * 2, em * 2)
        column.setSpacing(em)
        title = QLabel(_("Settings"))
        title.setFont(sized(self.font(), 1.6, bold=True))
        column.addWidget(title)
        for card in (self._times(), self._sound(), self._voice(), self._look(), self._safety(), self._places_card()):
            card.setMaximumWidth(em * 46)
            column.addWidget(card)
        column.addStretch(1)

    def set_view(self, view: SettingsView) -> None:
        """Show ``view``."""
        self._settings = view.settings
        for setter in self._setters:
            setter(view.settings)
        self._sound_state.setText(view.sound_state)
        self._voice_state.setText(view.voice_state)
        self._places.setText("\n".join(f"{what}: {where}" for what, where in view.places))

    # Cards

    def _times(self) -> QWidget:
        card, form = self._card(_("Times"), _("No article states rests: these times are our conventions."))
        for field, label, low, high in (
            ("get_ready_s", _("Get ready"), 3, 60),
            ("switch_s", _("Switch sides"), 3, 60),
            ("rest_s", _("Rest between sets"), 0, 120),
            ("next_s", _("Next exercise"), 3, 120),
        ):
            self._seconds(form, label, field, low, high)
        self._check(form, _("All sets of one side first, then the other"), "pacing", "one_side_first")
        self._check(form, _("Repetitions wait for a key instead of a tempo"), "pacing", "repetitions_by_key")
        return card

    def _sound(self) -> QWidget:
        card, form = self._card(_("Sound"))
        self._check(form, _("Sound"), "cues", "sound")
        self._slider(form, _("Volume"), "volume", 0, 100, 100)
        for tone in Tone:
            self._tone(form, tone)
        self._sound_state = self._state(form)
        return card

    def _voice(self) -> QWidget:
        card, form = self._card(_("Voice"))
        self._check(form, _("Voice"), "cues", "voice")
        self._slider(form, _("Volume"), "voice_volume", 0, 100, 100)
        self._slider(form, _("Speed"), "voice_rate", -50, 50, 1)
        self._check(form, _("Say half-time"), "cues", "say_half_time")
        self._check(form, _("Count the last five seconds"), "cues", "say_last_seconds")
        listen = QPushButton(_("Listen"))
        listen.setAccessibleName(_("Listen to the voice"))
        listen.clicked.connect(self.voice_test_requested)
        form.addRow("", listen)
        self._voice_state = self._state(form)
        return card

    def _look(self) -> QWidget:
        card, form = self._card(_("Appearance"))
        box = QComboBox()
        for choice, words in {
            ThemeChoice.SYSTEM: _("As the system"),
            ThemeChoice.LIGHT: _("Light"),
            ThemeChoice.DARK: _("Dark"),
        }.items():
            box.addItem(words, choice)
        box.currentIndexChanged.connect(
            lambda _index: self._change(replace(self._settings, theme=ThemeChoice(box.currentData())))
        )
        self._setters.append(lambda settings: _quietly(box, lambda: box.setCurrentIndex(box.findData(settings.theme))))
        form.addRow(_("Colours"), box)
        return card

    def _safety(self) -> QWidget:
        card, form = self._card(_("Safety"))
        answers = QLabel()
        answers.setWordWrap(True)

        def show(settings: Settings) -> None:
            answers.setText(_safety_words(settings))

        self._setters.append(show)
        form.addRow(answers)
        again = QPushButton(_("Answer the safety question again…"))
        again.clicked.connect(self.screening_requested)
        form.addRow(again)
        return card

    def _places_card(self) -> QWidget:
        card, form = self._card(_("Your files"), _("Everything stays on this computer, in these places."))
        self._places = self._state(form)
        return card

    # Rows

    def _card(self, heading: str, note: str = "") -> tuple[QWidget, QFormLayout]:
        card = QWidget()
        card.setProperty("role", "card")
        card.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(self._em, self._em, self._em, self._em)
        layout.setSpacing(self._em // 2)
        title = QLabel(heading)
        title.setFont(sized(self.font(), 1.15, bold=True))
        layout.addWidget(title)
        if note:
            words = QLabel(note)
            words.setProperty("role", "muted")
            words.setWordWrap(True)
            layout.addWidget(words)
        form = QFormLayout()
        form.setHorizontalSpacing(self._em * 2)
        form.setVerticalSpacing(self._em // 2)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        layout.addLayout(form)
        return card, form

    def _seconds(self, form: QFormLayout, label: str, field: str, low: int, high: int) -> None:
        box = QSpinBox()
        box.setRange(low, high)
        box.setSuffix(_(" s"))
        box.setAccessibleName(label)
        box.valueChanged.connect(lambda value: self._change_in("pacing", **{field: value}))
        self._setters.append(lambda settings: _quietly(box, lambda: box.setValue(getattr(settings.pacing, field))))
        form.addRow(label, box)

    def _check(self, form: QFormLayout, label: str, group: str, field: str) -> None:
        box = QCheckBox(label)
        box.toggled.connect(lambda on: self._change_in(group, **{field: on}))
        self._setters.append(
            lambda settings: _quietly(box, lambda: box.setChecked(getattr(getattr(settings, group), field)))
        )
        form.addRow(box)

    def _slider(self, form: QFormLayout, label: str, field: str, low: int, high: int, scale: int) -> None:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(low, high)
        slider.setPageStep(10)
        slider.setMinimumWidth(self._em * 12)
        slider.setAccessibleName(label)
        slider.valueChanged.connect(
            lambda value: self._change_in("cues", **{field: value if scale == 1 else value / scale})
        )
        self._setters.append(
            lambda settings: _quietly(slider, lambda: slider.setValue(round(getattr(settings.cues, field) * scale)))
        )
        form.addRow(label, slider)

    def _tone(self, form: QFormLayout, tone: Tone) -> None:
        box = QCheckBox(_tone_words(tone))
        listen = QPushButton(_("Listen"))
        listen.setAccessibleName(_("Listen: {tone}").format(tone=_tone_words(tone)))
        listen.clicked.connect(lambda _checked=False: self.sound_test_requested.emit(tone))

        def change(on: bool) -> None:
            silenced = {name for name in self._settings.cues.silenced if name is not tone} | (set() if on else {tone})
            self._change_in("cues", silenced=tuple(name for name in Tone if name in silenced))

        box.toggled.connect(change)
        self._setters.append(lambda settings: _quietly(box, lambda: box.setChecked(tone not in settings.cues.silenced)))
        form.addRow(box, listen)

    def _state(self, form: QFormLayout) -> QLabel:
        label = QLabel()
        label.setProperty("role", "muted")
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        form.addRow(label)
        return label

    def _change_in(self, group: str, **changes: Any) -> None:
        self._change(replace(self._settings, **{group: replace(getattr(self._settings, group), **changes)}))

    def _change(self, settings: Settings) -> None:
        self._settings = settings
        self.changed.emit(settings)


def _quietly(widget: QWidget, change: Callable[[], None]) -> None:
    """Make ``change`` without telling it as the person's own."""
    with QSignalBlocker(widget):
        change()


def _tone_words(tone: Tone) -> str:
    return {
        Tone.TICK: _("Tick at three, two, one"),
        Tone.HOLD: _("A hold begins"),
        Tone.HALF: _("Half-time"),
        Tone.SWITCH: _("Switch sides"),
        Tone.REST: _("Rest, and next exercise"),
        Tone.RELEASE: _("Let go within a repetition"),
        Tone.END: _("The end"),
        Tone.PAUSE: _("Pause"),
    }[tone]


def _safety_words(settings: Settings) -> str:
    answers = settings.safety
    if not answers.screened:
        return _("The safety question comes before your first session.")
    if not answers.conditions:
        return _("You answered that none of the conditions applies to you.")
    conditions = "; ".join(safety.condition_words(condition) for condition in answers.conditions)
    state = _("You were cleared.") if answers.cleared else safety.consult_advice()
    return _("Your answers: {conditions}. {state}").format(conditions=conditions, state=state)
