"""A session on a page, with a clock that stands still until it is told to go."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from stretchtimer.core.catalog.routine import RoutineItem
from stretchtimer.core.figure.album import Album
from stretchtimer.core.records import Ending
from stretchtimer.core.session.session import Command, Session, SessionView
from stretchtimer.core.session.timeline import compile_routine
from stretchtimer.storage.poses import Poses
from stretchtimer.ui.fit_label import FitLabel
from stretchtimer.ui.session.ring import CountdownRing
from stretchtimer.ui.session.session_page import SessionPage
from stretchtimer.ui.session.summary_panel import SessionSummary
from stretchtimer.ui.theme import Theme
from tests.samples import EXERCISES, ManualClock, routine

Box = tuple[int, int]


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


def shown_page(theme: Theme, qtbot: QtBot, size: Box = (1240, 780)) -> SessionPage:
    page = SessionPage(theme, Album(Poses()))
    qtbot.addWidget(page)
    page.resize(*size)
    with qtbot.waitExposed(page):
        page.show()
    return page


def words(page: QWidget) -> set[str]:
    """Return every text that is seen on ``page``."""
    kinds = (FitLabel, QPushButton)
    seen = {widget.text() for kind in kinds for widget in page.findChildren(kind) if widget.isVisible()}
    ring = page.findChild(CountdownRing)
    return seen | ({ring.accessibleName()} if ring.isVisible() else set())


def button(page: QWidget, name: str) -> QPushButton:
    return next(found for found in page.findChildren(QPushButton) if found.accessibleName() == name)


def hurting(page: SessionPage) -> Performance:
    performance = Performance(page, "kneeling")
    performance.do(Command.START, Command.SKIP, Command.HURT)
    return performance


def summary(**changes: Any) -> SessionSummary:
    values = {"ending": Ending.COMPLETED, "left_s": 90.0, "right_s": 29.6, "held": 6, "planned": 6}
    return SessionSummary(**(values | changes))
