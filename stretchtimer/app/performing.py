"""A session in the window: the conductor's moments on a precise timer, the picture on another."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from stretchtimer.app.compacting import Compacting
from stretchtimer.conductor import Conductor
from stretchtimer.core.language import _
from stretchtimer.core.records import Ending
from stretchtimer.core.session.events import Ended, Event, Paused, PauseReason
from stretchtimer.core.session.session import Command, State
from stretchtimer.core.session.timeline import Timeline
from stretchtimer.ui.session.compact_view import CompactView
from stretchtimer.ui.session.session_page import SessionPage
from stretchtimer.ui.session.summary_panel import SessionSummary
from stretchtimer.ui.window import Window


class Performer(QObject):
    """Performs one timeline at a time, on the whole window or in the compact view."""

    began = Signal()
    """The person began to stretch."""
    ended = Signal()
    """The history has something new."""

    def __init__(
        self,
        window: Window,
        page: SessionPage,
        compacting: Compacting,
        conduct: Callable[[Timeline], Conductor],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._page, self._compacting, self._conduct = window, page, compacting, conduct
        self._conductor: Conductor | None = None
        self._notice, self._animated, self._begun = "", True, False
        # A cue is due at an exact moment, so one precise timer is set for it; nothing polls.
        self._due = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._due.timeout.connect(lambda: self._after(self._conductor.advance() if self._conductor else []))
        self._frame = QTimer(self, singleShot=True)
        self._frame.timeout.connect(self._show)
        for shown in (page, compacting):
            shown.key_pressed.connect(lambda key: self._after(self._conductor.press(key) if self._conductor else []))
            shown.command_given.connect(self.command)
        page.compact_requested.connect(compacting.enter)
        page.closed.connect(self._close)
        compacting.moved.connect(self._go_on_elsewhere)

    @property
    def under_way(self) -> bool:
        """Whether a session was begun and is not over."""
        return self._conductor is not None and self._conductor.view().state in (State.RUNNING, State.PAUSED)

    @property
    def occupies(self) -> bool:
        """Whether the person is at a session now, and not at one that was paused and forgotten."""
        return self._conductor is not None and self._conductor.occupies

    def prepare(self, timeline: Timeline) -> None:
        """Put ``timeline`` on the window, ready to be started."""
        self.stop()
        self._conductor, self._begun = self._conduct(timeline), False
        self._notice = ""
        self._page.set_notice("")
        self._window.take_over(self._page)
        self._show()

    def animate(self, wanted: bool) -> None:
        """Let the figure move, if the system allows it, or not."""
        self._animated = wanted
        self._face.set_animated(wanted)

    def command(self, command: Command) -> None:
        """Pass a command of the person on."""
        if self._conductor is not None:
            self._after(self._conductor.command(command))

    def leave(self) -> None:
        """Pause the session, if one runs: the machine goes to sleep or is locked."""
        if self._conductor is not None:
            self._after(self._conductor.leave())

    def stop(self) -> None:
        """End the session, if one is under way, and keep what was held."""
        if self._conductor is not None and self._conductor.view().state is not State.ENDED:
            self.command(Command.STOP)

    @property
    def _face(self) -> SessionPage | CompactView:
        """What shows the session now."""
        return self._compacting.view if self._compacting.active else self._page

    def _go_on_elsewhere(self) -> None:
        """Bring the face that shows the session from now on up to date."""
        self._face.set_animated(self._animated)
        self._face.set_notice(self._notice)
        self._show()

    def _say(self, notice: str) -> None:
        self._notice = notice
        self._face.set_notice(notice)

    def _after(self, events: list[Event]) -> None:
        """Show what ``events`` changed and wait for the next moment."""
        conductor = self._conductor
        if conductor is None:
            return
        for event in events:
            match event:
                case Paused(reason=PauseReason.SLEPT):
                    self._say(_("The computer was away. This hold starts again when you go on."))
                case Ended(ending=ending):
                    self._finish(conductor, ending)
                    return
        if conductor.view().state is State.RUNNING:
            self._say(conductor.trouble)
            if not self._begun:
                self._begun = True
                self.began.emit()
        self._show()
        due_s = conductor.due_in_s
        if due_s is None:
            self._due.stop()
        else:
            self._due.start(ceil(due_s * 1000))

    def _show(self) -> None:
        """Paint the present moment, and come back when the picture changes again."""
        if self._conductor is None:
            return
        view, face = self._conductor.view(), self._face
        face.set_view(view)
        interval_ms = face.frame_interval_ms(view)
        if interval_ms is None or not face.isVisible():
            self._frame.stop()
        else:
            self._frame.start(interval_ms)

    def _finish(self, conductor: Conductor, ending: Ending) -> None:
        self._due.stop()
        self._frame.stop()
        self._compacting.leave()
        if conductor.nothing_began:
            self._close()
            return
        self._page.set_view(conductor.view())
        self._page.show_summary(_summary(conductor, ending))
        self.ended.emit()

    def _close(self) -> None:
        if self._conductor is not None:
            self._conductor.retry_writing()
        self._conductor = None
        self._window.give_back()


def _summary(conductor: Conductor, ending: Ending) -> SessionSummary:
    """Return what the session of ``conductor`` came to."""
    credited = [hold for hold in conductor.holds if hold.credits_hip_flexor]
    return SessionSummary(
        ending=ending,
        left_s=sum(hold.left_s for hold in credited),
        right_s=sum(hold.right_s for hold in credited),
        held=sum(hold.finished for hold in conductor.holds),
        planned=sum(phase.is_work for phase in conductor.view().timeline.phases),
        trouble=conductor.trouble,
    )
