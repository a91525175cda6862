from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import asdict, replace
from PySide6.QtCore import QPoint, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QSlider,
    QSpinBox,
    QTimeEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from stretchtimer.core.catalog.safety import Condition
from stretchtimer.core.preferences import OnClose, Reminders, Safety, Settings
from stretchtimer.core.reminders.working_hours import WORKING_DAYS, Weekday
from stretchtimer.core.session.cues import CueSettings, Tone
from stretchtimer.core.session.timeline import Pacing
from stretchtimer.core.theme_choice import ThemeChoice
from stretchtimer.ui.settings.settings_page import SettingsPage, SettingsView

OTHER = Settings(
    pacing=Pacing(
        get_ready_s=7,
        switch_s=11,
        rest_s=0,
        next_s=30,
        hear_set_up=False,
        one_side_first=True,
        repetitions_by_key=True,
    ),
    cues=CueSettings(
        sound=False,
        volume=0.35,
        silenced=(Tone.TICK, Tone.END),
        voice=False,
        voice_volume=0.15,
        voice_rate=-20,
        say_half_time=False,
        say_last_seconds=True,
    ),
    safety=Safety(welcomed=True, screened=True),
    theme=ThemeChoice.DARK,
    favourites=("kneeling",),
    language="de",
)


@pytest.fixture
def page(qtbot: QtBot) -> SettingsPage:
    page = SettingsPage()
    qtbot.addWidget(page)
    page.set_view(SettingsView(settings=Settings()))
    return page


def named(page: SettingsPage, kind: type[QWidget], name: str) -> Any:
    """Return the one control of that kind whose words or accessible name are ``name``."""
    (found,) = [
        control
        for control in page.findChildren(kind)
        if name in (control.accessibleName(), control.text() if isinstance(control, QAbstractButton) else None)
    ]
    return found


def shown(page: SettingsPage) -> Settings:
    """Return what the controls show, as the settings that they stand for."""
    seconds = {name: named(page, QSpinBox, label).value() for name, label in SECONDS.items()}
    ticks = {name: named(page, QCheckBox, label).isChecked() for name, label in TICKS.items()}
    tones = tuple(tone for tone, label in TONES.items() if not named(page, QCheckBox, label).isChecked())
    pacing = Pacing(
        **seconds, **{name: ticks[name] for name in ("hear_set_up", "one_side_first", "repetitions_by_key")}
    )
    cues = CueSettings(
        volume=named(page, QSlider, "Volume of the sounds").value() / 100,
        voice_volume=named(page, QSlider, "Volume of the voice").value() / 100,
        voice_rate=named(page, QSlider, "Speed of the voice").value(),
        silenced=tones,
        **{name: ticks[name] for name in ("sound", "voice", "say_half_time", "say_last_seconds")},
    )
    return Settings(pacing=pacing, cues=cues, theme=named(page, QComboBox, "Colours").currentData())


SECONDS = {
    "get_ready_s": "Get ready",
    "switch_s": "Switch sides",
    "rest_s": "Rest between sets",
    "next_s": "Next exercise",
}
TICKS = {
    "hear_set_up": "Leave time to hear the set-up",
    "one_side_first": "All sets of one side first",
    "repetitions_by_key": "Repetitions wait for a key",
    "sound": "Play sounds during a session",
    "voice": "Speak during a session",
    "say_half_time": "Say when half of a hold is over",
    "say_last_seconds": "Count the last five seconds",
}
TONES = {
    Tone.TICK: "Tick at three, two, one",
    Tone.HOLD: "A hold begins",
    Tone.HALF: "Half-time",
    Tone.SWITCH: "Switch sides",
    Tone.REST: "Rest, and next exercise",
    Tone.RELEASE: "Let go in a repetition",
    Tone.END: "The end",
    Tone.PAUSE: "Pause",
}


@pytest.mark.parametrize("settings", [Settings(), OTHER])
def test_it_shows_the_settings_without_telling_them_as_a_change(
    page: SettingsPage, qtbot: QtBot, settings: Settings
) -> None:
    with qtbot.assertNotEmitted(page.changed):
        page.set_view(SettingsView(settings=settings))
    assert shown(page) == replace(settings, safety=Safety(), favourites=(), language="")


CHANGES = [
    (QSpinBox, "Get ready", 9, "pacing", "get_ready_s", 9),
    (QSpinBox, "Switch sides", 3, "pacing", "switch_s", 3),
    (QSpinBox, "Rest between sets", 0, "pacing", "rest_s", 0),
    (QSpinBox, "Next exercise", 120, "pacing", "next_s", 120),
    (QCheckBox, "All sets of one side first", True, "pacing", "one_side_first", True),
    (QCheckBox, "Repetitions wait for a key", True, "pacing", "repetitions_by_key", True),
    (QCheckBox, "Play sounds during a session", False, "cues", "sound", False),
    (QSlider, "Volume of the sounds", 33, "cues", "volume", 0.33),
    (QCheckBox, "A hold begins", False, "cues", "silenced", (Tone.HOLD,)),
    (QCheckBox, "Speak during a session", False, "cues", "voice", False),
    (QSlider, "Volume of the voice", 0, "cues", "voice_volume", 0),
    (QSlider, "Speed of the voice", 25, "cues", "voice_rate", 25),
    (QCheckBox, "Say when half of a hold is over", False, "cues", "say_half_time", False),
    (QCheckBox, "Count the last five seconds", True, "cues", "say_last_seconds", True),
    (QCheckBox, "Pause music and films during a session", True, "cues", "pause_media", True),
    (QComboBox, "Colours", 2, "", "theme", ThemeChoice.DARK),
    (QCheckBox, "The figure moves", False, "", "figure_moves", False),
    (QCheckBox, "Remind me to take breaks", True, "reminders", "on", True),
    (QSpinBox, "Sitting before a break", 30, "reminders", "interval_min", 30),
    (QTimeEdit, "Working hours from", QTime(9, 30), "reminders", "begin", "09:30"),
    (QTimeEdit, "Working hours to", QTime(22, 0), "reminders", "end", "22:00"),
    (QCheckBox, "Breaks may be on the floor", True, "reminders", "floor", True),
    (QComboBox, "When the window is closed", 1, "", "on_close", OnClose.REMIND),
]


@pytest.mark.parametrize(("kind", "name", "choice", "group", "field", "value"), CHANGES)
def test_each_control_changes_its_own_setting_and_no_other(
    page: SettingsPage, qtbot: QtBot, kind: type[QWidget], name: str, choice: Any, group: str, field: str, value: Any
) -> None:
    control = named(page, kind, name)
    with qtbot.waitSignal(page.changed) as changed:
        if isinstance(control, QComboBox):
            control.setCurrentIndex(choice)
        elif isinstance(control, QCheckBox):
            control.setChecked(choice)
        elif isinstance(control, QTimeEdit):
            control.setTime(choice)
        else:
            control.setValue(choice)
    before = Settings()
    wanted = asdict(before)
    wanted[group or field] = replace(getattr(before, group), **{field: value}) if group else value
    assert changed.args == [Settings(**wanted)]


REMINDED = Settings(reminders=Reminders(on=True))


def test_working_days_are_chosen_one_by_one(page: SettingsPage, qtbot: QtBot) -> None:
    page.set_view(SettingsView(settings=REMINDED))
    with qtbot.waitSignal(page.changed) as changed:
        named(page, QPushButton, "Working days Sat").click()
    assert changed.args[0].reminders.days == (*WORKING_DAYS, Weekday.SAT)


def test_a_device_is_chosen_by_its_name_and_one_that_is_gone_stays_chosen(page: SettingsPage, qtbot: QtBot) -> None:
    page.set_view(SettingsView(settings=Settings(), sound_devices=("Headset", "Screen")))
    box = named(page, QComboBox, "Device for the sounds")
    with qtbot.waitSignal(page.changed) as changed:
        box.setCurrentIndex(1)
    assert changed.args[0].cues.sound_device == "Headset"
    page.set_view(SettingsView(settings=changed.args[0], sound_devices=("Screen",)))
    assert [box.itemText(row) for row in range(box.count())] == ["System default", "Screen", "Headset (not there now)"]
    assert box.currentData() == "Headset"


def test_starting_at_login_is_asked_for_where_it_can_be_arranged(page: SettingsPage, qtbot: QtBot) -> None:
    box = named(page, QCheckBox, "Start at login, without a window")
    page.set_view(SettingsView(settings=REMINDED))
    assert not box.isEnabled()
    page.set_view(SettingsView(settings=REMINDED, starts_at_login=False))
    with qtbot.waitSignal(page.login_requested) as asked:
        box.click()
    assert asked.args == [True]
    with qtbot.assertNotEmitted(page.login_requested):
        page.set_view(SettingsView(settings=REMINDED, starts_at_login=True))
    assert box.isChecked()


def test_a_start_at_login_without_reminders_can_only_be_ended(page: SettingsPage) -> None:
    box = named(page, QCheckBox, "Start at login, without a window")
    page.set_view(SettingsView(settings=Settings(), starts_at_login=False))
    assert not box.isEnabled(), "nothing would be seen of it"
    page.set_view(SettingsView(settings=Settings(), starts_at_login=True))
    assert box.isEnabled()


@pytest.mark.parametrize(
    ("tick", "kind", "name"),
    [
        ("Remind me to take breaks", QSpinBox, "Sitting before a break"),
        ("Remind me to take breaks", QPushButton, "Working days Sat"),
        ("Remind me to take breaks", QTimeEdit, "Working hours to"),
        ("Play sounds during a session", QSlider, "Volume of the sounds"),
        ("Play sounds during a session", QPushButton, "Listen: The end"),
        ("Speak during a session", QSlider, "Speed of the voice"),
    ],
)
def test_what_changes_nothing_cannot_be_set(page: SettingsPage, tick: str, kind: type[QWidget], name: str) -> None:
    for on in (False, True):
        named(page, QCheckBox, tick).setChecked(on)
        assert named(page, kind, name).isEnabled() is on


@pytest.mark.parametrize(
    ("kind", "name", "keys", "field", "value"),
    [
        (QSpinBox, "Sitting before a break", "120", "interval_min", 120),
        (QTimeEdit, "Working hours to", "2130", "end", "21:30"),
    ],
)
def test_what_is_typed_counts_once_it_is_done(
    page: SettingsPage, kind: type[QWidget], name: str, keys: str, field: str, value: Any
) -> None:
    page.set_view(SettingsView(settings=REMINDED))
    told: list[Settings] = []
    page.changed.connect(told.append)
    control = named(page, kind, name)
    control.selectAll() if kind is QSpinBox else control.setSelectedSection(QTimeEdit.Section.HourSection)
    for key in keys:
        QTest.keyClicks(control, key)
        page.set_view(SettingsView(settings=REMINDED, standing="It stands otherwise meanwhile."))
    assert not told
    QTest.keyClick(control, Qt.Key.Key_Return)
    assert [getattr(settings.reminders, field) for settings in told] == [value]


@pytest.mark.parametrize(
    ("reminders", "words"),
    [
        (Reminders(on=True, begin="09:00", end="09:00"), "The same time twice: the whole day."),
        (Reminders(on=True, begin="22:00", end="06:00"), "The end lies on the next day."),
        (Reminders(on=True, days=()), "No day is chosen, so no break is offered."),
    ],
)
def test_times_that_could_be_misread_are_put_into_words(page: SettingsPage, reminders: Reminders, words: str) -> None:
    assert words not in shown_texts(page)
    page.set_view(SettingsView(settings=replace(REMINDED, reminders=reminders)))
    assert words in shown_texts(page)


def test_changes_on_two_cards_build_on_each_other(page: SettingsPage) -> None:
    told: list[Settings] = []
    page.changed.connect(told.append)
    named(page, QCheckBox, "Remind me to take breaks").setChecked(True)
    named(page, QCheckBox, "Speak during a session").setChecked(False)
    assert (told[-1].reminders.on, told[-1].cues.voice) == (True, False)


def test_one_change_builds_on_the_one_before_it_and_keeps_what_the_page_does_not_show(page: SettingsPage) -> None:
    page.set_view(SettingsView(settings=OTHER))
    told: list[Settings] = []
    page.changed.connect(told.append)
    named(page, QCheckBox, "A hold begins").setChecked(False)
    named(page, QCheckBox, "Tick at three, two, one").setChecked(True)
    assert [settings.cues.silenced for settings in told] == [
        (Tone.TICK, Tone.HOLD, Tone.END),
        (Tone.HOLD, Tone.END),
    ]
    assert told[-1] == replace(OTHER, cues=replace(OTHER.cues, silenced=(Tone.HOLD, Tone.END)))


@pytest.mark.parametrize(("tone", "label"), TONES.items())
def test_each_tone_can_be_heard(page: SettingsPage, qtbot: QtBot, tone: Tone, label: str) -> None:
    with qtbot.waitSignal(page.sound_test_requested) as heard:
        named(page, QPushButton, f"Listen: {label}").click()
    assert heard.args == [tone]


def test_the_voice_can_be_heard_and_the_question_answered_again(page: SettingsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.voice_test_requested):
        named(page, QPushButton, "Listen to the voice").click()
    with qtbot.waitSignal(page.screening_requested):
        named(page, QPushButton, "Answer the question now…").click()


def test_every_control_that_takes_input_has_a_name_and_can_be_reached_by_key(page: SettingsPage) -> None:
    controls = [*page.findChildren(QAbstractButton), *page.findChildren(QSlider), *page.findChildren(QSpinBox)]
    controls += [*page.findChildren(QComboBox), *page.findChildren(QTimeEdit)]
    names = [
        control.accessibleName() or (control.text() if isinstance(control, QAbstractButton) else "")
        for control in controls
    ]
    assert all(names)
    kinds = [(type(control), name) for control, name in zip(controls, names, strict=True)]
    assert len(set(kinds)) == len(kinds), "two controls of one kind share a name"
    assert all(control.focusPolicy() & Qt.FocusPolicy.TabFocus for control in controls)


def shown_texts(page: SettingsPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if not label.isHidden()]


def texts(page: SettingsPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QWidget) if hasattr(label, "text"))


def test_it_says_what_is_missing_and_where_the_files_are(page: SettingsPage) -> None:
    page.set_view(
        SettingsView(
            settings=Settings(),
            sound_state="No sound device.",
            voice_state="No voice was found.",
            media_state="No players.",
            standing="The next break is due at 09:45.",
            lacks=("No idle time.", "No calls."),
            login_state="In a sandbox.",
            places=(("History", "/data/history.sqlite3"), ("Settings", "/config/settings.toml")),
        )
    )
    shown_words = texts(page)
    for words in ("No sound device.", "No voice was found.", "History: /data/history.sqlite3", "No players."):
        assert words in shown_words
    for words in ("The next break is due at 09:45.", "No idle time.", "No calls.", "In a sandbox."):
        assert words in shown_words


@pytest.mark.parametrize(
    ("safety", "words"),
    [
        (Safety(), "comes before your first session"),
        (Safety(screened=True), "none of the conditions applies"),
        (Safety(screened=True, conditions=(Condition.HIP_REPLACEMENT,)), "marked until you confirm"),
        (Safety(screened=True, conditions=(Condition.RECENT_SURGERY,), cleared=True), "You were cleared."),
    ],
)
def test_it_repeats_what_was_answered_about_safety(page: SettingsPage, safety: Safety, words: str) -> None:
    page.set_view(SettingsView(settings=Settings(safety=safety)))
    assert words in texts(page)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (QSpinBox, "Get ready"),
        (QTimeEdit, "Working hours from"),
        (QSlider, "Volume of the voice"),
        (QComboBox, "Colours"),
    ],
)
def test_scrolling_past_a_field_does_not_change_it(
    page: SettingsPage, qtbot: QtBot, kind: type[QWidget], name: str
) -> None:
    page.resize(600, 300)
    page.show()
    control = named(page, kind, name)
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    control.setFocus()
    page.ensureWidgetVisible(control)
    before = page.verticalScrollBar().value()
    with qtbot.assertNotEmitted(page.changed):
        QTest.wheelEvent(page.windowHandle(), control.mapTo(page, control.rect().center()), QPoint(0, -120))
    assert page.verticalScrollBar().value() > before


@pytest.mark.parametrize("width", [600, 900, 1240, 1900])
def test_at_no_width_is_a_long_text_cut_off(page: SettingsPage, width: int) -> None:
    """Wide windows have room beside the cards, in which Qt must not take the text to run on."""
    lacks = tuple("Nothing here tells whether somebody speaks. " * 3 + str(number) for number in range(6))
    page.set_view(SettingsView(settings=Settings(), lacks=lacks))
    page.resize(width, 700)
    page.show()
    (label,) = [each for each in page.findChildren(QLabel) if lacks[0] in each.text()]
    assert label.height() >= label.heightForWidth(label.width())
