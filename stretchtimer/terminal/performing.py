"""Performs a session: waits for the next moment or the next key, and prints what came of it."""

from __future__ import annotations

from stretchtimer.conductor import Conductor
from stretchtimer.core.catalog import safety
from stretchtimer.core.language import _
from stretchtimer.core.records import Ending, PainKind
from stretchtimer.core.session.cues import pause_words
from stretchtimer.core.session.events import Ended, Event, PainReported, Paused, PauseReason, PhaseBegan
from stretchtimer.core.session.keys import Key
from stretchtimer.core.session.session import Command, State
from stretchtimer.terminal import words
from stretchtimer.terminal.keyboard import Keyboard
from stretchtimer.terminal.keystrokes import HANG_UP
from stretchtimer.terminal.screen import Screen

KEYS = {key.value: key for key in Key}
ANSWERS = {"m": Command.MILD_PAIN, "s": Command.SHARP_PAIN}


def perform(conductor: Conductor, keyboard: Keyboard, screen: Screen) -> Ending:
    """Perform the session of ``conductor`` to its end and return which it was; without a keyboard it starts at once.

    However this is left, also by an error of the terminal, the session has ended and the history has what was held.
    """
    performance = _Performance(conductor, keyboard, screen)
    try:
        return performance.run()
    finally:
        if conductor.view().state is not State.ENDED:
            conductor.command(Command.STOP)


class _Performance:
    def __init__(self, conductor: Conductor, keyboard: Keyboard, screen: Screen) -> None:
        self._conductor, self._keyboard, self._screen = conductor, keyboard, screen
        self._trouble = ""
        self._asks_how_it_hurts = False
        self._ending = Ending.INTERRUPTED

    def run(self) -> Ending:
        if not self._keyboard.present:
            self._tell_all(self._conductor.command(Command.START))
        while self._conductor.view().state is not State.ENDED:
            self._screen.countdown(words.countdown_line(self._conductor.view()))
            self._tell_all(self._react(self._keyboard.wait(self._conductor.due_in_s)))
        for line in words.summary_lines(self._conductor.holds):
            self._screen.line(line)
        return self._ending

    def _react(self, pressed: str) -> list[Event]:
        if pressed == HANG_UP:
            return self._conductor.command(Command.STOP)
        if self._asks_how_it_hurts and pressed in ANSWERS:
            return self._conductor.command(ANSWERS[pressed])
        if pressed in KEYS:
            return self._conductor.press(KEYS[pressed])
        return self._conductor.advance()

    def _tell_all(self, events: list[Event]) -> None:
        for event in events:
            self._tell(event)
        trouble = self._conductor.trouble
        if trouble != self._trouble:
            self._trouble = trouble
            if trouble:
                self._screen.line(trouble)

    def _tell(self, event: Event) -> None:
        match event:
            case PhaseBegan(phase=phase):
                self._asks_how_it_hurts = False
                view = self._conductor.view()
                if phase is view.phase:  # not one that is over already
                    self._screen.line(words.phase_line(view))
            case Paused(reason=reason):
                self._tell_pause(reason)
            case PainReported(kind=PainKind.MILD):
                self._asks_how_it_hurts = False
                self._screen.line(safety.mild_advice())
                self._screen.line(_("Press Space to go on."))
            case Ended(ending=ending):
                self._ending = ending
                if ending is Ending.HURT:
                    self._screen.line(safety.sharp_advice())

    def _tell_pause(self, reason: PauseReason) -> None:
        self._asks_how_it_hurts = reason is PauseReason.HURT
        lines = words.hurt_lines() if self._asks_how_it_hurts else [pause_words(reason)]
        for line in lines:
            self._screen.line(line)
        if not self._keyboard.present:  # nobody there could go on
            self._tell_all(self._conductor.command(Command.RESUME))
