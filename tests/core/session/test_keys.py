from __future__ import annotations

import pytest

from stretchtimer.core.session.keys import SETTLING_S, Key, command_for
from stretchtimer.core.session.session import TRANSITIONS, Command, SessionView, State
from tests.core.session.phases import timeline, view_of

SWING = timeline("swing")


def view(state: State, *, waits_for_key: bool = False, elapsed_s: float = 2.0) -> SessionView:
    return view_of(SWING, 1, state=state, waits_for_key=waits_for_key, elapsed_s=elapsed_s)


TABLE = {
    State.READY: {
        Key.SPACE: Command.START,
        Key.ENTER: Command.START,
        Key.PAGE_DOWN: Command.START,
        Key.ESCAPE: Command.STOP,
    },
    State.RUNNING: {
        Key.SPACE: Command.PAUSE,
        Key.ENTER: Command.PAUSE,
        Key.LEFT: Command.BACK,
        Key.PAGE_UP: Command.BACK,
        Key.RIGHT: Command.SKIP,
        Key.PAGE_DOWN: Command.SKIP,
        Key.PLUS: Command.EXTEND,
        Key.ESCAPE: Command.STOP,
        Key.H: Command.HURT,
    },
    State.PAUSED: {
        Key.SPACE: Command.RESUME,
        Key.ENTER: Command.RESUME,
        Key.LEFT: Command.BACK,
        Key.PAGE_UP: Command.BACK,
        Key.RIGHT: Command.SKIP,
        Key.PAGE_DOWN: Command.RESUME,
        Key.PLUS: Command.EXTEND,
        Key.ESCAPE: Command.STOP,
        Key.H: Command.HURT,
    },
    State.ENDED: {},
}


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("key", Key)
def test_each_key_asks_for_its_command(key: Key, state: State) -> None:
    assert command_for(key, view(state)) is TABLE[state].get(key)


@pytest.mark.parametrize("waits_for_key", [False, True])
@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("key", Key)
def test_no_key_asks_for_what_the_session_refuses(key: Key, state: State, waits_for_key: bool) -> None:
    command = command_for(key, view(state, waits_for_key=waits_for_key))
    assert command is None or (state, command) in TRANSITIONS


@pytest.mark.parametrize("key", [Key.SPACE, Key.ENTER])
@pytest.mark.parametrize(("elapsed_s", "heeded"), [(0.0, False), (0.399, False), (SETTLING_S, True), (0.401, True)])
def test_a_stray_press_right_after_a_phase_change_does_nothing(key: Key, elapsed_s: float, heeded: bool) -> None:
    command = command_for(key, view(State.RUNNING, elapsed_s=elapsed_s))
    assert command is (Command.PAUSE if heeded else None)


@pytest.mark.parametrize("key", [Key.ENTER, Key.SPACE])
def test_a_stray_press_counts_no_repetition_either(key: Key) -> None:
    assert command_for(key, view(State.RUNNING, waits_for_key=True, elapsed_s=0.3)) is None


@pytest.mark.parametrize("key", [key for key in Key if key not in (Key.SPACE, Key.ENTER)])
def test_the_other_keys_are_heeded_at_once(key: Key) -> None:
    assert command_for(key, view(State.RUNNING, elapsed_s=0.0)) is TABLE[State.RUNNING][key]


@pytest.mark.parametrize("key", [Key.SPACE, Key.ENTER])
def test_a_session_can_be_started_and_resumed_at_once(key: Key) -> None:
    assert command_for(key, view(State.READY, elapsed_s=0.0)) is Command.START
    assert command_for(key, view(State.PAUSED, elapsed_s=0.1)) is Command.RESUME


def test_where_repetitions_wait_enter_and_page_down_count_and_space_pauses() -> None:
    waiting = view(State.RUNNING, waits_for_key=True)
    assert command_for(Key.ENTER, waiting) is Command.COUNT
    assert command_for(Key.PAGE_DOWN, waiting) is Command.COUNT
    assert command_for(Key.SPACE, waiting) is Command.PAUSE
    assert command_for(Key.RIGHT, waiting) is Command.SKIP
