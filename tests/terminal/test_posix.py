from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator

import pytest

if sys.platform == "win32":
    pytest.skip("the keyboard of Unix", allow_module_level=True)

import termios

from stretchtimer.core.session.keys import Key
from stretchtimer.terminal.keystrokes import HANG_UP
from stretchtimer.terminal.posix import ENDING, PosixKeyboard


@pytest.fixture
def terminal() -> Iterator[tuple[int, int]]:
    """The two ends of a terminal: the person's, and the program's."""
    ends = os.openpty()
    yield ends
    for end in ends:
        try:
            os.close(end)
        except OSError:  # a test has closed it
            continue


def test_keys_are_read_one_by_one_without_enter(terminal: tuple[int, int]) -> None:
    person, program = terminal
    with PosixKeyboard(program) as keyboard:
        os.write(person, b" h\x1b[C")
        assert [keyboard.wait(5) for _each in range(3)] == [Key.SPACE.value, "h", Key.RIGHT.value]


def test_a_lone_escape_is_told_after_a_moment(terminal: tuple[int, int]) -> None:
    person, program = terminal
    with PosixKeyboard(program) as keyboard:
        os.write(person, b"\x1b")
        assert keyboard.wait(5) == ""
        assert keyboard.wait(5) == Key.ESCAPE.value


def test_nothing_pressed_is_nothing(terminal: tuple[int, int]) -> None:
    with PosixKeyboard(terminal[1]) as keyboard:
        assert keyboard.wait(0.0) == ""


def test_what_is_typed_does_not_show_and_the_terminal_is_as_it_was_after_it(terminal: tuple[int, int]) -> None:
    _person, program = terminal
    before = termios.tcgetattr(program)
    with PosixKeyboard(program):
        assert not termios.tcgetattr(program)[3] & (termios.ECHO | termios.ICANON)
    assert termios.tcgetattr(program) == before


def test_the_terminal_is_as_it_was_after_an_error_too(terminal: tuple[int, int]) -> None:
    before = termios.tcgetattr(terminal[1])
    with pytest.raises(RuntimeError), PosixKeyboard(terminal[1]):
        raise RuntimeError
    assert termios.tcgetattr(terminal[1]) == before


def test_a_terminal_that_goes_away_hangs_up(terminal: tuple[int, int]) -> None:
    person, program = terminal
    with PosixKeyboard(program) as keyboard:
        os.close(person)
        assert keyboard.wait(5) == HANG_UP


@pytest.mark.parametrize("number", ENDING)
def test_a_signal_is_one_more_key(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    with PosixKeyboard(None) as keyboard:
        os.kill(os.getpid(), number)
        assert keyboard.wait(5) == HANG_UP
    assert signal.getsignal(number) is before


def test_a_signal_that_is_ignored_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with PosixKeyboard(None) as keyboard:
            os.kill(os.getpid(), signal.SIGHUP)
            assert keyboard.wait(0.0) == ""
    finally:
        signal.signal(signal.SIGHUP, before)


def test_without_a_terminal_there_is_no_keyboard() -> None:
    with PosixKeyboard(None) as keyboard:
        assert not keyboard.present
        assert keyboard.wait(0.0) == ""
