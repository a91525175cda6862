"""The settings of the reminders: whether, when, what a break may hold, and how the program stays."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QTimeEdit

from stretchtimer.core.language import _
from stretchtimer.core.preferences import OnClose, Settings
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
            _("A small notification offers a short break when you have sat long enough. Nothing is forced."),
        )
        self.check(_("Remind me of breaks"), "reminders", "on")
        self.standing = self.state()
        interval = self.number(_("Sitting before a break"), "reminders", "interval_min", 10, 240, _(" min"))
        interval.setSingleStep(15)
        interval.setToolTip(_("Breaks every 30 to 60 minutes were studied."))
        self._days_row()
        self._time(_("Working hours from"), "begin")
        self._time(_("Working hours to"), "end")
        floor = self.check(_("A break may be on the floor"), "reminders", "floor")
        floor.setToolTip(_("Off, a break holds only what can be done beside a desk."))
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
        self._login = QCheckBox(_("Start at login, without a window"))
        self._login.toggled.connect(self.login_requested)
        self.row(self._login)
        self.login_state = self.state()
        self.lacks = self.state()

    def show_login(self, on: bool | None) -> None:
        """Show whether the program starts at login; None: this installation cannot arrange that."""
        self._login.setEnabled(on is not None)
        quietly(self._login, lambda: self._login.setChecked(bool(on)))

    def _days_row(self) -> None:
        names = [(day, _day_name(day)) for day in WEEK]
        days = ChipChoice[Weekday](_("Working days"), names, several=True)
        days.changed.connect(lambda: self.change_in("reminders", days=days.answers))
        self.setters.append(lambda settings: days.choose(settings.reminders.days))
        self.row(days)

    def _time(self, label: str, field: str) -> None:
        edit = QTimeEdit()
        edit.setDisplayFormat(QLocale().timeFormat(QLocale.FormatType.ShortFormat))
        edit.timeChanged.connect(lambda time: self.change_in("reminders", **{field: time.toString(FORMAT)}))

        def show(settings: Settings) -> None:
            time = QTime.fromString(getattr(settings.reminders, field), FORMAT)
            quietly(edit, lambda: edit.setTime(time))

        self.setters.append(show)
        self.named_row(label, edit)


def _day_name(day: Weekday) -> str:
    """Return a short name of ``day`` in the person's language, as the system knows it."""
    return QLocale().standaloneDayName(WEEK.index(day) + Qt.DayOfWeek.Monday.value, QLocale.FormatType.ShortFormat)
