"""The settings of the reminders: whether, when, what a break may hold, and how the program stays."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QTimeEdit, QWidget

from stretchtimer.core.language import _
from stretchtimer.core.preferences import OnClose, Reminders, Settings
from stretchtimer.core.reminders.working_hours import WEEK, Weekday
from stretchtimer.ui.chip_choice import ChipChoice
from stretchtimer.ui.settings.settings_card import SettingsCard, quietly

FORMAT = "HH:mm"
"""Of the settings file; the field shows the time as the person's system does."""


class RemindersCard(SettingsCard):
    """Off until the person turns them on."""

    login_requested = Signal(bool)
    """Whether the program is to start at login."""

    def __init__(self) -> None:
        super().__init__(
            _("Reminders at the desk"),
            _("When you have sat long enough, a small notification offers a short break. You can always skip it."),
        )
        self.check(_("Remind me to take breaks"), "reminders", "on")
        self.standing = self.state()
        self.follow("reminders", "on")
        interval = self.number(
            _("Sitting before a break"),
            "reminders",
            "interval_min",
            10,
            240,
            _(" min"),
            _("Breaks every 30 to 60 minutes were studied."),
        )
        interval.setSingleStep(15)
        self._days_row()
        self._hours_row()
        self.check(
            _("Breaks may be on the floor"),
            "reminders",
            "floor",
            note=_("Off, a break holds only what can be done beside a desk."),
        )
        self.choice(
            _("When the window is closed"),
            "",
            "on_close",
            {
                OnClose.ASK: _("Ask"),
                OnClose.REMIND: _("Keep reminding"),
                OnClose.QUIT: _("Quit"),
            },
        )
        self.follow_nothing()
        self._login = QCheckBox(_("Start at login, without a window"))
        self._login.toggled.connect(self.login_requested)
        self.checked_row(self._login)
        self._can_start_at_login = False
        self.setters.append(lambda _settings: self._enable_login())
        self.login_state = self.state()
        self.lacks = self.list_of_states(_("What this desktop cannot do"))

    def show_login(self, on: bool | None) -> None:
        """Show whether the program starts at login; None: this installation cannot arrange that."""
        self._can_start_at_login = on is not None
        quietly(self._login, lambda: self._login.setChecked(bool(on)))
        self._enable_login()

    def _enable_login(self) -> None:
        """Let it be ticked for reminders alone: without them a start without a window does nothing."""
        wanted = self.settings.reminders.on or self._login.isChecked()
        self._login.setEnabled(self._can_start_at_login and wanted)

    def _days_row(self) -> None:
        names = [(day, _day_name(day)) for day in WEEK]
        days = ChipChoice[Weekday](_("Working days"), names, several=True)
        days.changed.connect(lambda: self.change_in("reminders", days=days.answers))
        self.setters.append(lambda settings: days.choose(settings.reminders.days))
        self.row(days)
        none = self.state()
        none.setText(_("No day is chosen, so no break is offered."))
        self.setters.append(lambda settings: none.setHidden(bool(settings.reminders.days)))

    def _hours_row(self) -> None:
        begin, end = self._time(_("Working hours from"), "begin"), self._time(_("Working hours to"), "end")
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        for each in (begin, QLabel(_("to")), end):
            row.addWidget(each)
        label = QLabel(_("Working hours"))
        label.setWordWrap(True)
        label.setBuddy(begin)
        self.row(label, both)
        span = self.state()

        def show(settings: Settings) -> None:
            words = _hours_words(settings.reminders)
            span.setText(words)
            span.setVisible(bool(words))

        self.setters.append(show)

    def _time(self, name: str, field: str) -> QTimeEdit:
        edit = QTimeEdit()
        edit.setDisplayFormat(QLocale().timeFormat(QLocale.FormatType.ShortFormat))
        edit.setAccessibleName(name)
        edit.setKeyboardTracking(False)  # on its way to 18:00 the field shows 01:00, which nobody meant
        edit.installEventFilter(self)
        edit.timeChanged.connect(lambda time: self.change_in("reminders", **{field: time.toString(FORMAT)}))

        def show(settings: Settings) -> None:
            time = QTime.fromString(getattr(settings.reminders, field), FORMAT)
            if time != edit.time():  # else it would wipe what is being typed
                quietly(edit, lambda: edit.setTime(time))

        self.setters.append(show)
        return edit


def _hours_words(reminders: Reminders) -> str:
    """Return what two times of the clock do not say by themselves; nothing if they do."""
    if reminders.begin == reminders.end:
        return _("The same time twice: the whole day.")
    if reminders.end < reminders.begin:
        return _("The end lies on the next day.")
    return ""


def _day_name(day: Weekday) -> str:
    """Return a short name of ``day`` in the person's language, as the system knows it."""
    return QLocale().standaloneDayName(WEEK.index(day) + Qt.DayOfWeek.Monday.value, QLocale.FormatType.ShortFormat)
