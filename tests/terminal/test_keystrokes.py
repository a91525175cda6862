from __future__ import annotations

import pytest

from stretchtimer.core.session.keys import Key
from stretchtimer.terminal.keystrokes import Keystrokes


@pytest.mark.parametrize(
    ("sent", "key"),
    [
        (" ", Key.SPACE),
        ("\r", Key.ENTER),
        ("\n", Key.ENTER),
        ("+", Key.PLUS),
        ("h", Key.H),
        ("H", Key.H),
        ("\x1b[C", Key.RIGHT),
        ("\x1b[D", Key.LEFT),
        ("\x1bOC", Key.RIGHT),  # while a program has the arrows in their application mode
        ("\x1bOD", Key.LEFT),
        ("\x1b[5~", Key.PAGE_UP),
        ("\x1b[6~", Key.PAGE_DOWN),
        ("\x1bOM", Key.ENTER),
    ],
)
def test_what_a_terminal_sends_is_the_key_that_was_pressed(sent: str, key: Key) -> None:
    keystrokes = Keystrokes()
    assert keystrokes.feed(sent) == [key.value]
    assert not keystrokes.undecided


@pytest.mark.parametrize("sent", ["\x1b[C", "\x1bOD", "\x1b[5~", "\x1b[1;5C"])
def test_a_sequence_may_come_in_pieces(sent: str) -> None:
    whole = Keystrokes().feed(sent)
    keystrokes = Keystrokes()
    pieces = [keystrokes.feed(sign) for sign in sent]
    assert pieces[:-1] == [[]] * (len(sent) - 1)
    assert pieces[-1] == whole


def test_an_escape_that_nothing_follows_is_the_escape_key() -> None:
    keystrokes = Keystrokes()
    assert keystrokes.feed("\x1b") == []
    assert keystrokes.undecided
    assert keystrokes.settle() == [Key.ESCAPE.value]
    assert not keystrokes.undecided
    assert keystrokes.settle() == []


def test_two_escapes_are_two_keys() -> None:
    keystrokes = Keystrokes()
    assert keystrokes.feed("\x1b\x1b") == [Key.ESCAPE.value]
    assert keystrokes.settle() == [Key.ESCAPE.value]


@pytest.mark.parametrize(
    "sent",
    [
        "\x1b[H",  # Home: its H is no h
        "\x1b[1;5C",  # Ctrl-Right
        "\x1b[15~",  # F5
        "\x1bOP",  # F1
        "\x1bh",  # Alt-h
        "\x1b[I",  # the terminal came to the front
        "\x7f",
        "\x00",
    ],
)
def test_other_keys_mean_nothing(sent: str) -> None:
    keystrokes = Keystrokes()
    assert keystrokes.feed(sent) == []
    assert keystrokes.settle() == []


def test_a_sequence_that_stays_unfinished_is_no_escape() -> None:
    keystrokes = Keystrokes()
    assert keystrokes.feed("\x1b[") == []
    assert keystrokes.settle() == []
    assert keystrokes.feed("m") == ["m"]


def test_keys_pressed_in_a_row_come_in_order() -> None:
    assert Keystrokes().feed("h\x1b[CM ä") == ["h", "right", "m", "space", "ä"]
