"""The warnings that stand before a session, confirmed at the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from stretchtimer.core.advice.warning_words import confirmation_words, tier_name, warning_source, warning_words
from stretchtimer.core.advice.warnings import Warning
from stretchtimer.core.language import _
from stretchtimer.core.session.keys import Key
from stretchtimer.terminal.keyboard import Keyboard
from stretchtimer.terminal.keystrokes import HANG_UP
from stretchtimer.terminal.screen import Screen


def caution_person(keyboard: Keyboard, screen: Screen, warnings: Sequence[Warning]) -> bool:
    """Show ``warnings``, the most urgent first, and return whether the person deliberately confirmed them.

    That takes a whole word, which nobody types by mistake. Without a keyboard nobody can confirm anything.
    """
    for warning in warnings:
        screen.line(f"{tier_name(warning.tier)}. {warning_words(warning)}")
        screen.line(warning_source(warning))
    if not keyboard.present:
        return False
    word = _("yes")
    screen.line(confirmation_words(warnings[0].tier))
    screen.line(_("Type the word “{word}” to confirm this; Escape leaves.").format(word=word))
    return _typed(keyboard, screen, word)


def _typed(keyboard: Keyboard, screen: Screen, word: str) -> bool:
    """Wait until ``word`` was typed without a mistake; False if the person left instead."""
    typed = ""
    while typed != word:
        pressed = keyboard.wait(None)
        if pressed in (HANG_UP, Key.ESCAPE.value):
            return False
        typed = typed + pressed if word.startswith(typed + pressed) else ""
    screen.line(word)
    return True
