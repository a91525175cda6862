"""What the desktop tells a reminder and shows for it, asked on a thread of its own: a service may hang for a while."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from queue import SimpleQueue

from msgspec import Struct

from stretchtimer.core.language import mark
from stretchtimer.core.reminders.reminder_values import Choice, Obstacle
from stretchtimer.desktop import attention, idle
from stretchtimer.desktop.absence import Absence
from stretchtimer.desktop.attention import Attention
from stretchtimer.desktop.dbus import Bus, NoAnswer, session_bus, system_address
from stretchtimer.desktop.idle import Idle
from stretchtimer.desktop.notifications import NO_SERVICE, Notifications
from stretchtimer.desktop.unforeseen import go_on_after

NO_SIGNALS = mark(
    "Nothing here tells when the computer sleeps or is locked. It is noticed afterwards, by the gap in time."
)


class Seen(Struct, frozen=True):
    """What there was to see at one moment."""

    idle_s: float | None
    """Seconds since the last touch; None if nothing tells."""
    obstacle: Obstacle | None
    """What is in the way, if that was asked."""


class Told(Struct, frozen=True, kw_only=True):
    """Whom to tell. Each is called on another thread than the one that asked."""

    seen: Callable[[Seen], object]
    left: Callable[[], object]
    """The machine is locked or goes to sleep."""
    back: Callable[[], object]
    chosen: Callable[[Choice, str], object]
    """What the person chose of an offer, and Wayland's token for the window to come forward."""
    unshown: Callable[[str, str], object]
    """The title and text of an offer that no notification service took."""
    troubles: Callable[[tuple[str, ...]], object]
    """What this desktop cannot do, as sentences to be translated."""


class Surroundings:
    """The desktop around the program. Every method returns at once; the answers go to ``told``."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._session: Bus | None = None
        self._machine: Bus | None = None
        self._notifications: Notifications | None = None
        self._hears_of_absence = False
        self._idle, self._attention = Idle(()), Attention({})
        self._thread = threading.Thread(target=self._work, name="surroundings", daemon=True)
        self._thread.start()
        self._jobs.put(self._open)

    def look(self, *, due: bool) -> None:
        """Have `Told.seen` told how long nobody touched the machine and, if a break is ``due``, what is in the way."""
        self._jobs.put(partial(self._look, due))

    def offer(self, title: str, text: str, labels: Mapping[Choice, str]) -> None:
        """Show an offer with a button for each of ``labels``."""
        self._jobs.put(partial(self._offer, title, text, labels))

    def withdraw(self) -> None:
        """Take the offer back."""
        self._jobs.put(self._withdraw)

    def examine(self) -> None:
        """Have `Told.troubles` told what this desktop cannot do."""
        self._jobs.put(self._examine)

    def close(self, patience_s: float = 1.0) -> None:
        """Take the offer back and let everything go. Waits for that at most ``patience_s``."""
        self._jobs.put(self._withdraw)
        self._jobs.put(None)
        self._thread.join(patience_s)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            go_on_after(job)
        self._idle.close()
        for bus in (self._session, self._machine):
            if bus is not None:
                bus.close()

    def _open(self) -> None:
        absence = Absence(self._told.left, self._told.back)
        if sys.platform == "linux":
            with suppress(NoAnswer):
                self._session = session_bus()
                absence.watch_session(self._session)
            with suppress(NoAnswer):
                self._machine = Bus(system_address())
                absence.watch_machine(self._machine)
                self._hears_of_absence = True
        self._idle = Idle(idle.questions(self._session))
        self._attention = Attention(attention.questions(self._session))

    def _look(self, due: bool) -> None:
        idle_s: float | None = None
        obstacle: Obstacle | None = None
        try:
            idle_s = self._idle.idle_s()
            obstacle = self._attention.obstacle() if due else None
        finally:
            self._told.seen(Seen(idle_s, obstacle))  # whatever happened: only after an answer is there a next look

    def _offer(self, title: str, text: str, labels: Mapping[Choice, str]) -> None:
        try:
            self._find_notifications().offer(title, text, labels)
        except NoAnswer:
            self._told.unshown(title, text)

    def _find_notifications(self) -> Notifications:
        """Return what shows the offers, and listens from the first of them on. Raises NoAnswer without a bus."""
        if self._session is None:
            raise NoAnswer("no session bus")
        if self._notifications is None:
            self._notifications = Notifications(self._session, self._told.chosen)
        return self._notifications

    def _withdraw(self) -> None:
        if self._notifications is not None:
            self._notifications.withdraw()

    def _examine(self) -> None:
        self._idle.idle_s()
        try:
            shown = self._find_notifications().trouble()
        except NoAnswer:
            shown = NO_SERVICE
        absence = "" if self._hears_of_absence else NO_SIGNALS
        self._told.troubles(tuple(filter(None, (self._idle.trouble, shown, absence, *self._attention.troubles()))))
