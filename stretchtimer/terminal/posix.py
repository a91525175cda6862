"""The keyboard and the signals of a Unix terminal, waited for in one place."""

from __future__ import annotations

import codecs
import os
import select
import signal
import termios
import tty
from collections import deque
from contextlib import suppress
from types import FrameType

from stretchtimer.terminal.keystrokes import ESCAPE_DELAY_S, HANG_UP, Keystrokes

ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
HANDLED = (*ENDING, signal.SIGTSTP, signal.SIGCONT)


class PosixKeyboard:
    """Reads the terminal ``fd`` key by key; None stands for no terminal, where only signals come.

    Signals write their number into a pipe, and the pipe is waited for together with the keys. So none of them ever cuts
    into a session or into a write to the history: Ctrl-C is one more key.
    """

    def __init__(self, fd: int | None) -> None:
        self._fd = fd
        self._keystrokes = Keystrokes()
        self._characters = codecs.getincrementaldecoder("utf-8")("ignore")
        self._pressed: deque[str] = deque()

    @property
    def present(self) -> bool:
        """Whether there is a terminal to press keys on."""
        return self._fd is not None

    def __enter__(self) -> PosixKeyboard:
        self._signals, self._writing = os.pipe()
        for end in (self._signals, self._writing):
            os.set_blocking(end, False)
        self._wakeup_before = signal.set_wakeup_fd(self._writing, warn_on_full_buffer=False)
        # A signal that whoever started the program has it ignore (nohup) stays ignored.
        handled = (number for number in HANDLED if signal.getsignal(number) is not signal.SIG_IGN)
        self._handlers_before = {number: signal.signal(number, _heard) for number in handled}
        if self._fd is not None:
            self._mode_before = termios.tcgetattr(self._fd)
            tty.setcbreak(self._fd)
        return self

    def __exit__(self, *_reason: object) -> None:
        self._restore_mode()
        for number, handler in self._handlers_before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._wakeup_before)
        os.close(self._signals)
        os.close(self._writing)

    def wait(self, timeout_s: float | None) -> str:
        """Return the key pressed within ``timeout_s``, or nothing; see `Keyboard`."""
        if not self._pressed:
            # An Escape is told apart from an arrow by what follows it at once.
            patience_s = ESCAPE_DELAY_S if self._keystrokes.undecided else timeout_s
            sources = [self._signals] if self._fd is None else [self._signals, self._fd]
            ready, _writable, _failed = select.select(sources, [], [], patience_s)
            if self._signals in ready:
                self._pressed.extend(self._take_signals())
            elif self._fd is not None and ready:
                self._pressed.extend(self._take_keys(self._fd))
            else:
                self._pressed.extend(self._keystrokes.settle())
        return self._pressed.popleft() if self._pressed else ""

    def _take_keys(self, fd: int) -> list[str]:
        try:
            data = os.read(fd, 1024)
        except OSError:  # the terminal was closed
            data = b""
        return self._keystrokes.feed(self._characters.decode(data)) if data else [HANG_UP]

    def _take_signals(self) -> list[str]:
        numbers = os.read(self._signals, 1024)
        if signal.SIGTSTP in numbers:
            self._suspend()
        if signal.SIGCONT in numbers and self._fd is not None:
            tty.setcbreak(self._fd)  # the shell had the terminal in between
        return [HANG_UP] if any(number in ENDING for number in numbers) else []

    def _suspend(self) -> None:
        """Stand still until the shell sends the process on."""
        self._restore_mode()
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        signal.raise_signal(signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, _heard)
        if self._fd is not None:
            tty.setcbreak(self._fd)

    def _restore_mode(self) -> None:
        if self._fd is not None:
            with suppress(termios.error):  # a terminal that was closed has no mode
                termios.tcsetattr(self._fd, termios.TCSADRAIN, self._mode_before)


def _heard(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: that the signal has a handler makes Python write its number into the pipe."""
