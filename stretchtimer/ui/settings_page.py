"""The settings: times, sound, voice, look and safety. Each change counts at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
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
from stretchtimer.core.preferences import Settings
from stretchtimer.core.theme_choice import ThemeChoice
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
        column.setContentsMargins(em * 3 // 2, em * 3 // 2, em * 3 // 2, em * 2)
        column.setSpacing(em)
        title = QLabel(_("Settings"))
        title.setFont(sized(self.font(), 1.6, bold=True))
        column.addWidget(title)
        for card in (
            self._times(),
            self._sound(),
            self._voice(),
            self._look(),
            self._breaks(),
            self._safety(),
            self._places_card(),
        ):
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let the wheel scroll the page, also over a field: it must not change what the person scrolls past."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QSpinBox | QSlider | QComboBox):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

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
        self._check(form, _("Leave time to hear the set-up"), "pacing", "hear_set_up")
        self._check(form, _("All sets of one side first"), "pacing", "one_side_first")
        self._check(form, _("Repetitions wait for a key"), "pacing", "repetitions_by_key")
        return card

    def _sound(self) -> QWidget:
        card, form = self._card(_("Sound"))
        self._check(form, _("Sound"), "cues", "sound")
        self._slider(form, _("Volume of the sounds"), "volume", 0, 100, 100)
        for tone in Tone:
            self._tone(form, tone)
        self._sound_state = self._state(form)
        return card

    def _voice(self) -> QWidget:
        card, form = self._card(_("Voice"))
        listen = QPushButton(_("Listen"))
        listen.setAccessibleName(_("Listen to the voice"))
        listen.clicked.connect(self.voice_test_requested)
        self._check(form, _("Voice"), "cues", "voice", listen)
        self._slider(form, _("Volume of the voice"), "voice_volume", 0, 100, 100)
        self._slider(form, _("Speed of the voice"), "voice_rate", -50, 50, 1)
        self._check(form, _("Say half-time"), "cues", "say_half_time")
        self._check(form, _("Count the last five seconds"), "cues", "say_last_seconds")
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
        self._row(form, self._label(_("Colours"), box), box)
        moves = QCheckBox(_("The figure moves"))
        moves.setToolTip(_("Off, it goes from pose to pose without what is between them."))
        moves.toggled.connect(lambda on: self._change(replace(self._settings, figure_moves=on)))
        self._setters.append(lambda settings: _quietly(moves, lambda: moves.setChecked(settings.figure_moves)))
        self._row(form, moves)
        return card

    def _breaks(self) -> QWidget:
        card, form = self._card(
            _("Breaks"), _("On working days it offers a short break from sitting, and nothing is forced.")
        )
        self._check(form, _("Remind me of breaks"), "reminders", "on")
        box = QSpinBox()
        box.setRange(10, 240)
        box.setSuffix(_(" min"))
        box.setMinimumWidth(self._em * 9)
        box.valueChanged.connect(lambda value: self._change_in("reminders", interval_min=value))
        self._setters.append(lambda settings: _quietly(box, lambda: box.setValue(settings.reminders.interval_min)))
        self._row(form, self._label(_("After so much sitting"), box), box)
        self._check(form, _("Exercises on the floor may be offered"), "reminders", "floor")
        return card

    def _safety(self) -> QWidget:
        card, form = self._card(_("Safety"))
        answers = QLabel()
        answers.setWordWrap(True)

        again = QPushButton()
        again.clicked.connect(self.screening_requested)

        def show(settings: Settings) -> None:
            answers.setText(_safety_words(settings))
            screened = settings.safety.screened
            again.setText(_("Answer the question again…") if screened else _("Answer the question now…"))

        self._setters.append(show)
        self._row(form, answers)
        form.addWidget(again, form.rowCount(), 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _places_card(self) -> QWidget:
        card, form = self._card(_("Your files"), _("Everything stays on this computer, in these places."))
        self._places = self._state(form)
        return card

    # Rows

    def _card(self, heading: str, note: str = "") -> tuple[QWidget, QGridLayout]:
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
        form = QGridLayout()
        form.setHorizontalSpacing(self._em)
        form.setVerticalSpacing(self._em // 2)
        form.setColumnStretch(0, 1)
        layout.addLayout(form)
        return card, form

    def _row(self, form: QGridLayout, words: QWidget, control: QWidget | None = None) -> None:
        """Add ``words`` at the left, over the whole width unless a ``control`` stands at the right."""
        row = form.rowCount()
        form.addWidget(words, row, 0, 1, 2 if control is None else 1)
        if control is not None:
            form.addWidget(control, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _label(self, text: str, control: QWidget) -> QLabel:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setBuddy(control)
        control.setAccessibleName(text)
        control.installEventFilter(self)
        return label

    def _seconds(self, form: QGridLayout, label: str, field: str, low: int, high: int) -> None:
        box = QSpinBox()
        box.setRange(low, high)
        box.setSuffix(_(" s"))
        box.setMinimumWidth(self._em * 9)
        box.valueChanged.connect(lambda value: self._change_in("pacing", **{field: value}))
        self._setters.append(lambda settings: _quietly(box, lambda: box.setValue(getattr(settings.pacing, field))))
        self._row(form, self._label(label, box), box)

    def _check(self, form: QGridLayout, label: str, group: str, field: str, beside: QWidget | None = None) -> None:
        box = QCheckBox(label)
        box.toggled.connect(lambda on: self._change_in(group, **{field: on}))
        self._setters.append(
            lambda settings: _quietly(box, lambda: box.setChecked(getattr(getattr(settings, group), field)))
        )
        self._row(form, box, beside)

    def _slider(self, form: QGridLayout, label: str, field: str, low: int, high: int, scale: int) -> None:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(low, high)
        slider.setPageStep(10)
        slider.setMinimumWidth(self._em * 9)
        slider.valueChanged.connect(
            lambda value: self._change_in("cues", **{field: value if scale == 1 else value / scale})
        )
        self._setters.append(
            lambda settings: _quietly(slider, lambda: slider.setValue(round(getattr(settings.cues, field) * scale)))
        )
        self._row(form, self._label(label, slider), slider)

    def _tone(self, form: QGridLayout, tone: Tone) -> None:
        box = QCheckBox(_tone_words(tone))
        listen = QPushButton(_("Listen"))
        listen.setAccessibleName(_("Listen: {tone}").format(tone=_tone_words(tone)))
        listen.clicked.connect(lambda _checked=False: self.sound_test_requested.emit(tone))

        def change(on: bool) -> None:
            silenced = {name for name in self._settings.cues.silenced if name is not tone} | (set() if on else {tone})
            self._change_in("cues", silenced=tuple(name for name in Tone if name in silenced))

        box.toggled.connect(change)
        self._setters.append(lambda settings: _quietly(box, lambda: box.setChecked(tone not in settings.cues.silenced)))
        self._row(form, box, listen)

    def _state(self, form: QGridLayout) -> QLabel:
        label = QLabel()
        label.setProperty("role", "muted")
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._row(form, label)
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
        Tone.RELEASE: _("Let go in a repetition"),
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
