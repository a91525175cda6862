"""Which key asks for what during a session: one table for the window, the terminal and a presenter's remote."""

from __future__ import annotations

from enum import StrEnum

from stretchtimer.core.session.session import Command, SessionView, State

SETTLING_S = 0.4
"""A Space or Enter so soon after a phase change was meant for the phase before it."""


class Key(StrEnum):
    """A key, by what is printed on it."""

    SPACE = "space"
    ENTER = "enter"
    LEFT = "left"
    RIGHT = "right"
    PLUS = "plus"
    ESCAPE = "escape"
    PAGE_UP = "page_up"
    PAGE_DOWN = "page_down"
    H = "h"


_COMMANDS = {
    Key.LEFT: Command.BACK,
    Key.PAGE_UP: Command.BACK,
    Key.RIGHT: Command.SKIP,
    Key.PAGE_DOWN: Command.SKIP,
    Key.PLUS: Command.EXTEND,
    Key.ESCAPE: Command.STOP,
    Key.H: Command.HURT,
}


def command_for(key: Key, view: SessionView) -> Command | None:
    """Return what ``key`` asks for as the session stands; None if it asks for nothing now.

    Space and Enter start, pause and resume. A remote's Page Down is always the way on: it starts and resumes too, and
    skips while the session runs. Where repetitions wait for a key, Enter and Page Down count one.
    """
    if view.state is State.ENDED:
        return None
    if key in (Key.SPACE, Key.ENTER, Key.PAGE_DOWN):
        if view.state is State.READY:
            return Command.START
        if view.state is State.PAUSED:
            return Command.RESUME
    if key in (Key.SPACE, Key.ENTER) and view.elapsed_s < SETTLING_S:
        return None
    if view.state is State.RUNNING and view.waits_for_key and key in (Key.ENTER, Key.PAGE_DOWN):
        return Command.COUNT
    if key in (Key.SPACE, Key.ENTER):
        return Command.PAUSE
    command = _COMMANDS[key]
    return None if view.state is State.READY and command is not Command.STOP else command
