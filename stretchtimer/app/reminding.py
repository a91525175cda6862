"""Reminds of breaks: what the desktop tells goes into the reminder, and what the reminder says is shown.

One timer is set for the moment of the next look, and nothing runs in between. The tray, the settings and the commands
of the shell ask `Reminding.view`, follow `Reminding.changed` and use the methods that a person's choices have.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable
from functools import partial
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from stretchtimer.app.mailbox import Mailbox
from stretchtimer.app.preferences import Preferences
from stretchtimer.app.work import Work
from stretchtimer.clock import Clock, present
from stretchtimer.core.language import _
from stretchtimer.core.preferences import Settings
from stretchtimer.core.reminders.reminder_values import (
    Choice,
    Event,
    Look,
    Obstacle,
    Offer,
    ReminderView,
    Standing,
    Withdrawn,
)
from stretchtimer.core.reminders.reminder_words import choice_labels, no_routine_text, offer_text, offer_title
from stretchtimer.core.reminders.reminders import Reminder
from stretchtimer.core.reminders.working_hours import tomorrow
from stretchtimer.core.session.session import Instant
from stretchtimer.core.session.timeline import Timeline
from stretchtimer.storage.reminder_file import ReminderFile

if TYPE_CHECKING:
    from stretchtimer.desktop.surroundings import Seen, Surroundings, Told

SNOOZE_MIN = 10


class Reminding(QObject):
    """Drives the reminder from the program's start to its end."""

    changed = Signal(object)
    """The `ReminderView`, whenever it may have changed; not as the minutes pass."""
    break_accepted = Signal(object)
    """A `Timeline` that the person wants to have ready."""
    left = Signal()
    """The machine is locked or goes to sleep."""
    message = Signal(str, str)
    """The title and text of an offer that no notification service shows, or of none: for the tray and the window."""
    troubles_found = Signal(object)
    """What this desktop cannot do, as a tuple of sentences: the answer to `examine`."""

    def __init__(
        self,
        preferences: Preferences,
        clock: Clock,
        file: ReminderFile,
        work: Work,
        surroundings: Callable[[Told], Surroundings] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences, self._clock, self._file, self._work = preferences, clock, file, work
        self._make_surroundings = surroundings
        self._surroundings: Surroundings | None = None
        self._kept = file.load()
        self._reminder = Reminder(preferences.settings.reminders, clock.now(), self._kept)
        self._asked: deque[bool] = deque()
        """Of each question that is not answered yet, the oldest first: whether it was asked what is in the way."""
        self._next = QTimer(self, singleShot=True, timerType=Qt.TimerType.VeryCoarseTimer)
        self._next.timeout.connect(self._ask)
        preferences.changed.connect(self._use)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication), "made after the application"
        self._application = application
        application.applicationStateChanged.connect(self._used)
        self._follow([])

    # What the tray, the settings and the shell ask and do

    @property
    def view(self) -> ReminderView:
        """How the reminder stands now."""
        return self._reminder.view(self._clock.now())

    def choose(self, choice: Choice, token: str = "") -> None:
        """Do what the person chose of the offer, by a click that Wayland's ``token`` is of."""
        match choice:
            case Choice.START:
                if token:
                    # By this Wayland knows that the person asked for the window; Qt reads it from here.
                    os.environ["XDG_ACTIVATION_TOKEN"] = token
                self.start_break()
            case Choice.LATER:
                self.snooze()
            case Choice.SKIP:
                self.skip()

    def start_break(self) -> bool:
        """Have a break ready, offered or not. Return whether there is one; if not, the person is told."""
        timeline = self._work.next_break()
        if timeline is None:
            self._preferences.troubled.emit(no_routine_text())
            self.message.emit(_("No break now"), no_routine_text())
            return False
        self._follow(self._reminder.accept(self._clock.now()))
        self.break_accepted.emit(timeline)
        return True

    def begun(self) -> None:
        """The person began to stretch, of their own accord or because it was offered."""
        self._follow(self._reminder.accept(self._clock.now()))

    def snooze(self, minutes: float = SNOOZE_MIN) -> None:
        """Have the break in ``minutes``."""
        self._follow(self._reminder.snooze(self._clock.now(), minutes))

    def skip(self) -> None:
        """Do without this break."""
        self._follow(self._reminder.skip(self._clock.now()))

    def pause_for(self, minutes: float) -> None:
        """Offer nothing for ``minutes``."""
        now = self._clock.now()
        self._follow(self._reminder.pause(now, now.wall_s + minutes * 60))

    def pause_until_tomorrow(self) -> None:
        """Offer nothing more today."""
        self._follow(self._reminder.pause(self._clock.now(), tomorrow(present(self._clock).local).timestamp()))

    def resume(self) -> None:
        """End a pause."""
        self._follow(self._reminder.resume(self._clock.now(), present(self._clock).local))

    def rested(self) -> None:
        """A session ended."""
        self._follow(self._reminder.rested(self._clock.now()))
        self._let_go_unless_needed()

    def examine(self) -> None:
        """Find out what this desktop cannot do: see `troubles_found`."""
        self._around.examine()

    def attend(self) -> None:
        """Hear of sleep and locks from now on, though reminders may be off: see `left`."""
        if self._surroundings is None:
            self._surroundings = self._turn_to_desktop()

    def close(self) -> None:
        """Take the offer back, let the desktop go, and follow nothing any more."""
        self._preferences.changed.disconnect(self._use)
        self._application.applicationStateChanged.disconnect(self._used)
        self._next.stop()
        self._let_go()

    # How it goes on

    def _let_go(self) -> None:
        if self._surroundings is not None:
            self._mailbox.close()
            self._mailbox.deleteLater()
            self._surroundings.close()
            self._surroundings = None

    def _let_go_unless_needed(self) -> None:
        """Let the desktop go if neither reminders nor a session have to hear of it."""
        if not self._reminder.settings.on and self._work.in_the_way() is not Obstacle.SESSION:
            self._let_go()

    @property
    def _around(self) -> Surroundings:
        """The desktop, which is turned to when reminders are first on, or a session is first prepared."""
        self.attend()
        assert self._surroundings is not None
        return self._surroundings

    def _turn_to_desktop(self) -> Surroundings:
        from stretchtimer.desktop.surroundings import Surroundings, Told  # noqa: PLC0415 - for reminders alone

        self._mailbox = Mailbox(self)
        self._asked.clear()
        return (self._make_surroundings or Surroundings)(
            Told(
                seen=self._soon(self._look),
                left=self._soon(self._leave),
                back=self._soon(lambda: self._follow(self._reminder.come_back(self._clock.now()))),
                chosen=self._soon(self.choose),
                unshown=self._soon(self._offer_elsewhere),
                troubles=self._soon(lambda found: self.troubles_found.emit(tuple(_(each) for each in found))),
            )
        )

    def _soon(self, call: Callable[..., object]) -> Callable[..., None]:
        """Return what has ``call`` called on this thread."""
        mailbox = self._mailbox
        return lambda *told: mailbox.post(partial(call, *told))

    def _ask(self) -> None:
        around, due = self._around, self._asks_what_is_in_the_way(self._clock.now())
        self._asked.append(due)
        around.look(due=due)

    def _asks_what_is_in_the_way(self, now: Instant) -> bool:
        return self._reminder.is_due(now) and self._work.in_the_way() is None

    def _leave(self) -> None:
        self._follow(self._reminder.leave(self._clock.now()))
        self.left.emit()

    def _look(self, seen: Seen) -> None:
        asked, now = self._asked.popleft(), self._clock.now()
        if self._asks_what_is_in_the_way(now) and not asked:
            self._ask()  # it came due while the desktop thought about the question
            return
        obstacle = self._work.in_the_way() or seen.obstacle
        timeline = self._work.next_break() if asked and obstacle is None else None
        if asked and obstacle is None and timeline is None:
            obstacle = Obstacle.NO_ROUTINE
        events = self._reminder.look(
            Look(
                now=now,
                local=self._clock.moment(now.wall_s).local,
                idle_s=seen.idle_s,
                obstacle=obstacle,
                last_session_s=self._work.last_session_s(),
            )
        )
        self._follow(events, timeline)

    def _follow(self, events: list[Event], timeline: Timeline | None = None) -> None:
        """Wait for the next look, keep what has to be kept, and show what ``events`` say: an offer of ``timeline``."""
        due_at_s = self._reminder.next_look_at
        if due_at_s is None:
            self._next.stop()
        else:
            self._next.start(_timer_ms(due_at_s - self._clock.now().monotonic_s))
        self._keep()
        for event in events:
            match event:
                case Withdrawn():
                    self._around.withdraw()
                case Offer() if timeline is not None:
                    self._offer(event, timeline)
        self.changed.emit(self.view)

    def _offer(self, offer: Offer, timeline: Timeline) -> None:
        due = self._clock.moment(offer.due_s).local
        text = offer_text(offer, timeline.name, ceil(timeline.total_s / 60), due)
        self._around.offer(offer_title(offer), text, choice_labels())

    def _offer_elsewhere(self, title: str, text: str) -> None:
        """Have the tray and the window show the offer, unless it is over by now."""
        if self.view.standing is Standing.OFFERED:
            self.message.emit(title, text)

    def _keep(self) -> None:
        kept = self._reminder.kept
        if kept != self._kept:
            self._kept = kept
            try:
                self._file.save(kept)
            except OSError as error:
                reason = error.strerror or error
                self._preferences.troubled.emit(_("The pause could not be saved: {reason}").format(reason=reason))

    def _use(self, settings: Settings) -> None:
        if settings.reminders != self._reminder.settings:
            self._follow(self._reminder.use(settings.reminders, self._clock.now()))
            self._let_go_unless_needed()

    def _used(self, state: Qt.ApplicationState) -> None:
        """Count from now where nothing else tells that the person is there, or that a lock is over."""
        view = self.view
        if state is not Qt.ApplicationState.ApplicationActive or view.idle_known:
            return
        if view.standing is Standing.SITTING:
            self.rested()
        elif view.standing is Standing.AWAY:
            self._follow(self._reminder.come_back(self._clock.now()))


def _timer_ms(wait_s: float) -> int:
    """Return for how long to set the timer, which goes by whole seconds and fires up to one too early."""
    return (ceil(wait_s) + 1) * 1000 if wait_s > 0 else 0
