"""A running reminder with a made-up desktop, and a person who works at it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from stretchtimer.app.preferences import Preferences
from stretchtimer.app.reminding import Reminding
from stretchtimer.core.reminders.reminder_values import Choice, Obstacle, Standing
from stretchtimer.core.session.timeline import Timeline, compile_routine
from stretchtimer.desktop.idle import UNKNOWN
from stretchtimer.desktop.surroundings import Seen, Told
from stretchtimer.storage.reminder_file import ReminderFile
from stretchtimer.storage.settings import SettingsFile
from tests.core.reminders.simulated_day import ALWAYS
from tests.samples import EXERCISES, ManualClock, routine

TIMELINE = compile_routine(routine("swing"), EXERCISES)
MINUTE = 60


class FakeDesktop:
    """Answers at once, or when the test says so; always on the same thread."""

    def __init__(self, told: Told) -> None:
        self.told = told
        self.idle_s: float | None = 1.0
        self.obstacle: Obstacle | None = None
        self.asked: list[bool] = []
        self.patient = False
        """Whether answers come only as the test says."""
        self._answered = 0
        self.shown: list[tuple[str, str]] = []
        self.withdrawn = 0
        self.closed = False

    def look(self, *, due: bool) -> None:
        self.asked.append(due)
        if not self.patient:
            self.answer()

    def answer(self) -> None:
        """Answer the oldest question that is not answered yet."""
        due = self.asked[self._answered]
        self._answered += 1
        self.told.seen(Seen(self.idle_s, self.obstacle if due else None))

    def offer(self, title: str, text: str, labels: Mapping[Choice, str]) -> None:
        assert list(labels) == list(Choice)
        self.shown.append((title, text))

    def withdraw(self) -> None:
        self.withdrawn += 1

    def examine(self) -> None:
        self.told.troubles((UNKNOWN,))

    def close(self) -> None:
        self.closed = True


class FakeWork:
    def __init__(self) -> None:
        self.at: Obstacle | None = None
        self.last_s = 0.0
        self.timeline: Timeline | None = TIMELINE
        self.looks = 0

    def in_the_way(self) -> Obstacle | None:
        return self.at

    def last_session_s(self) -> float:
        self.looks += 1
        return self.last_s

    def next_break(self) -> Timeline | None:
        return self.timeline


class Stage:
    """A running reminder, whose clock goes as the test says."""

    def __init__(self, folder: Path, *, on: bool = True, real: bool = False) -> None:
        self.clock, self.work = ManualClock(), FakeWork()
        self.file = ReminderFile(folder / "reminder.json")
        self.preferences = Preferences(SettingsFile(folder / "settings.toml"))
        self.preferences.change(replace(self.preferences.settings, reminders=replace(ALWAYS, on=on)))
        self.desktops: list[FakeDesktop] = []
        self.accepted: list[Timeline] = []
        self.messages: list[tuple[str, str]] = []
        self.troubles: list[tuple[str, ...]] = []
        self.reminding = Reminding(
            self.preferences, self.clock, self.file, self.work, None if real else self._desktop, self.preferences
        )
        self.reminding.break_accepted.connect(self.accepted.append)
        self.reminding.message.connect(lambda title, text: self.messages.append((title, text)))
        self.reminding.troubles_found.connect(self.troubles.append)

    def _desktop(self, told: Told) -> FakeDesktop:
        self.desktops.append(FakeDesktop(told))
        return self.desktops[-1]

    @property
    def desktop(self) -> FakeDesktop:
        return self.desktops[-1]

    @property
    def standing(self) -> Standing:
        return self.reminding.view.standing

    def work_for(self, minutes: int) -> None:
        """Let time pass with a look every minute, as often as could be asked for."""
        for _each in range(minutes):
            self.tell(self.reminding._ask)
            self.clock.go(MINUTE)
        self.tell(self.reminding._ask)

    def tell(self, call: Callable[..., object], *told: object) -> None:
        """Have the desktop say something, and the program hear it."""
        call(*told)
        QCoreApplication.processEvents()
