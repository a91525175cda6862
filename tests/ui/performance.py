"""A session on a page, with a clock that stands still until it is told to go."""

from __future__ import annotations

from stretchtimer.core.routine import RoutineItem
from stretchtimer.core.session import Command, Session, SessionView
from stretchtimer.core.timeline import compile_routine
from stretchtimer.ui.session_page import SessionPage
from tests.samples import EXERCISES, ManualClock, routine


class Performance:
    """Drives a `SessionPage` as the program does: keys and commands in, views out."""

    def __init__(self, page: SessionPage, *items: str | RoutineItem, repetitions_by_key: bool = False) -> None:
        self.page = page
        self.clock = ManualClock()
        self.session = Session(compile_routine(routine(*items), EXERCISES), repetitions_by_key=repetitions_by_key)
        self.show()

    @property
    def view(self) -> SessionView:
        return self.session.view(self.clock.now())

    def show(self) -> None:
        self.page.set_view(self.view)

    def go(self, seconds: float) -> None:
        """Let ``seconds`` pass, as if somebody looked whenever something was due."""
        end = self.clock.monotonic_s + seconds
        while (due := self.session.next_event_at) is not None and due <= end:
            self.session.advance(self.clock.go(due - self.clock.monotonic_s))
        self.session.advance(self.clock.go(end - self.clock.monotonic_s))
        self.show()

    def do(self, *commands: Command) -> None:
        for command in commands:
            self.session.handle(command, self.clock.now())
            self.show()
