"""The keyboard of a Windows console."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import msvcrt
    import signal
    import time
    from types import FrameType

    from stretchtimer.core.session.keys import Key
    from stretchtimer.terminal.keystrokes import HANG_UP, Keystrokes

    LOOK_S = 0.03
    """The C runtime cannot wait for a key and for a time at once, so it is asked again and again."""
    PREFIXES = ("\x00", "\xe0")
    SCAN_CODES = {"K": Key.LEFT, "M": Key.RIGHT, "I": Key.PAGE_UP, "Q": Key.PAGE_DOWN}
    ENDING = (signal.SIGINT, signal.SIGBREAK, signal.SIGTERM)

    class WindowsKeyboard:
        """Reads the console key by key, if ``present`` says that there is one."""

        def __init__(self, present: bool) -> None:
            self._present = present
            self._hung_up = False

        @property
        def present(self) -> bool:
            """Whether there is a console to press keys on."""
            return self._present

        def __enter__(self) -> WindowsKeyboard:
            self._handlers_before = {number: signal.signal(number, self._end) for number in ENDING}
            return self

        def __exit__(self, *_reason: object) -> None:
            for number, handler in self._handlers_before.items():
                signal.signal(number, handler)

        def wait(self, timeout_s: float | None) -> str:
            """Return the key pressed within ``timeout_s``, or nothing; see `Keyboard`."""
            until = None if timeout_s is None else time.monotonic() + timeout_s
            while True:
                if self._hung_up:
                    return HANG_UP
                if self._present and msvcrt.kbhit():
                    return _read_key()
                left_s = LOOK_S if until is None else min(LOOK_S, until - time.monotonic())
                if left_s <= 0:
                    return ""
                time.sleep(left_s)

        def _end(self, _number: int, _frame: FrameType | None) -> None:
            self._hung_up = True

    def _read_key() -> str:
        sign = msvcrt.getwch()
        if sign in PREFIXES:
            known = SCAN_CODES.get(msvcrt.getwch())
            return known.value if known else ""
        if sign == "\x03":  # Ctrl-C while the console hands it on as a sign
            return HANG_UP
        keystrokes = Keystrokes()  # a console sends Escape alone
        keys = keystrokes.feed(sign) or keystrokes.settle()
        return keys[0] if keys else ""
