"""The safety question before the first session."""

from __future__ import annotations

from msgspec.structs import replace

from stretchtimer.core.catalog import safety
from stretchtimer.core.catalog.safety import Condition
from stretchtimer.core.language import _
from stretchtimer.core.preferences import Safety
from stretchtimer.core.session.keys import Key
from stretchtimer.terminal.keyboard import Keyboard
from stretchtimer.terminal.keystrokes import HANG_UP
from stretchtimer.terminal.screen import Screen


def screen_person(keyboard: Keyboard, screen: Screen, before: Safety) -> Safety | None:
    """Ask whether any condition applies and return the answers; None if the person left instead.

    Without a keyboard nobody can answer: then the advice is printed, and the question is asked another time.
    """
    screen.line(safety.screening_question())
    if not keyboard.present:
        for condition in Condition:
            screen.line(f"- {safety.condition_words(condition)}")
        screen.line(safety.consult_advice())
        return before
    conditions = []
    for condition in Condition:
        applies = _ask(keyboard, screen, safety.condition_words(condition))
        if applies is None:
            return None
        if applies:
            conditions.append(condition)
    if conditions:
        screen.line(safety.consult_advice())
    return replace(before, screened=True, conditions=tuple(conditions), cleared=False)


def _ask(keyboard: Keyboard, screen: Screen, statement: str) -> bool | None:
    """Return whether ``statement`` is true of the person; None if they left."""
    yes, no = _("y"), _("n")
    screen.line(_("{statement}: {yes} or {no}?").format(statement=statement, yes=yes, no=no))
    while True:
        pressed = keyboard.wait(None)
        if pressed in (HANG_UP, Key.ESCAPE.value):
            return None
        if pressed in (yes, no):
            screen.line(pressed)
            return pressed == yes
