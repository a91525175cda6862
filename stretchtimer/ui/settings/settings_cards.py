"""The cards of the settings that need nothing but the settings: times, voice, appearance, safety."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton

from stretchtimer.core.catalog import safety
from stretchtimer.core.language import _
from stretchtimer.core.preferences import Settings
from stretchtimer.core.theme_choice import ThemeChoice
from stretchtimer.ui.settings.settings_card import SettingsCard


class TimesCard(SettingsCard):
    """How long what lies between the holds takes."""

    def __init__(self) -> None:
        super().__init__(
            _("Times between the holds"), _("No article states how long to rest: these times are our conventions.")
        )
        for field, label, low, high in (
            ("get_ready_s", _("Get ready"), 3, 60),
            ("switch_s", _("Switch sides"), 3, 60),
            ("rest_s", _("Rest between sets"), 0, 120),
            ("next_s", _("Next exercise"), 3, 120),
        ):
            self.number(label, "pacing", field, low, high, _(" s"))
        self.check(
            _("Leave time to hear the set-up"),
            "pacing",
            "hear_set_up",
            note=_("No exercise begins before the voice has had time to say how to get into it."),
        )
        self.check(
            _("All sets of one side first"),
            "pacing",
            "one_side_first",
            note=_("Off, the sides take turns at each hold."),
        )
        self.check(
            _("Repetitions wait for a key"), "pacing", "repetitions_by_key", note=_("Off, they follow an even beat.")
        )


class VoiceCard(SettingsCard):
    """What the voice says, and how."""

    test_requested = Signal()

    def __init__(self) -> None:
        super().__init__(_("Voice"))
        listen = QPushButton(_("Listen"))
        listen.setAccessibleName(_("Listen to the voice"))
        listen.clicked.connect(self.test_requested)
        self.check(_("Speak during a session"), "cues", "voice", beside=listen)
        self.voice_state = self.state()
        self.follow("cues", "voice")
        self.slider(_("Volume of the voice"), "cues", "voice_volume", 0, 100, 100, per_cent)
        self.slider(_("Speed of the voice"), "cues", "voice_rate", -50, 50, 1, _speed_words)
        self.check(_("Say when half of a hold is over"), "cues", "say_half_time")
        self.check(_("Count the last five seconds"), "cues", "say_last_seconds")


class LookCard(SettingsCard):
    """How the window looks."""

    def __init__(self) -> None:
        super().__init__(_("Appearance"))
        self.choice(
            _("Colours"),
            "",
            "theme",
            {
                ThemeChoice.SYSTEM: _("Follow the system"),
                ThemeChoice.LIGHT: _("Light"),
                ThemeChoice.DARK: _("Dark"),
            },
        )
        self.check(
            _("The figure moves"),
            "",
            "figure_moves",
            note=_("Off, it jumps from pose to pose."),
        )


class SafetyCard(SettingsCard):
    """What the person answered about safety."""

    screening_requested = Signal()

    def __init__(self) -> None:
        super().__init__(_("Safety"))
        self._answers = QLabel()
        self._answers.setWordWrap(True)
        self._again = QPushButton()
        self._again.clicked.connect(self.screening_requested)
        self.row(self._answers)
        self.narrow_row(self._again)
        self.setters.append(self._show)

    def _show(self, settings: Settings) -> None:
        self._answers.setText(_safety_words(settings))
        screened = settings.safety.screened
        self._again.setText(_("Answer the question again…") if screened else _("Answer the question now…"))


def per_cent(number: int) -> str:
    """Return ``number`` with its unit."""
    return _("{number} %").format(number=number)


def _speed_words(rate: int) -> str:
    """Return how the voice goes beside its own speed, ``rate`` per cent faster."""
    if rate == 0:
        return _("usual")
    return (_("{number} % faster") if rate > 0 else _("{number} % slower")).format(number=abs(rate))


def _safety_words(settings: Settings) -> str:
    answers = settings.safety
    if not answers.screened:
        return _("The safety question comes before your first session.")
    if not answers.conditions:
        return _("You answered that none of the conditions applies to you.")
    conditions = "; ".join(safety.condition_words(condition) for condition in answers.conditions)
    state = _("You were cleared.") if answers.cleared else safety.consult_advice()
    return _("Your answers: {conditions}. {state}").format(conditions=conditions, state=state)
