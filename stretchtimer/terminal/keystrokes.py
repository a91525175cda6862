"""What a terminal sends, read as keys."""

from __future__ import annotations

from collections.abc import Iterator

from stretchtimer.core.session.keys import Key

ESCAPE = "\x1b"
ESCAPE_DELAY_S = 0.05
"""The Escape key and the arrows begin with the same sign: what follows it so soon belongs to it."""
HANG_UP = "hang up"
"""In the place of a key: the terminal went away, or the system asks for an end."""

_SIGNS = {" ": Key.SPACE, "\r": Key.ENTER, "\n": Key.ENTER, "+": Key.PLUS}
_SEQUENCES = {
    "[C": Key.RIGHT,
    "[D": Key.LEFT,
    "OC": Key.RIGHT,
    "OD": Key.LEFT,
    "OM": Key.ENTER,  # of a keypad, as are the next two
    "Ok": Key.PLUS,
    "O ": Key.SPACE,
    "[5~": Key.PAGE_UP,
    "[6~": Key.PAGE_DOWN,
}


class Keystrokes:
    """Tells keys in the characters of a terminal, however they are cut into pieces.

    A key is its name in `Key`; a letter is itself, in lower case. What has no meaning here, such as F5, is left out.
    """

    def __init__(self) -> None:
        self._waiting = ""

    @property
    def undecided(self) -> bool:
        """Whether an Escape may still turn out to be the beginning of another key."""
        return bool(self._waiting)

    def feed(self, text: str) -> list[str]:
        """Return the keys that ``text``, after what came before it, completes."""
        self._waiting += text
        return list(self._complete())

    def settle(self) -> list[str]:
        """Nothing followed for `ESCAPE_DELAY_S`: return what was begun as it is."""
        waiting, self._waiting = self._waiting, ""
        return [Key.ESCAPE.value] if waiting == ESCAPE else []

    def _complete(self) -> Iterator[str]:
        while self._waiting:
            length = _length(self._waiting)
            if length is None:
                return
            first, self._waiting = self._waiting[:length], self._waiting[length:]
            key = _meaning(first)
            if key:
                yield key


def _length(text: str) -> int | None:
    """Return how many characters of ``text`` are its first key; None if that is still open."""
    if not text.startswith(ESCAPE):
        return 1
    if len(text) == 1:
        return None
    if text[1] == ESCAPE:
        return 1
    if text[1] == "O":
        return 3 if len(text) > 2 else None
    if text[1] != "[":
        return 2  # a letter with Alt
    # ECMA-48, 5.4: parameters, then one final sign from @ to ~.
    return next((end + 1 for end in range(2, len(text)) if "@" <= text[end] <= "~"), None)


def _meaning(key: str) -> str:
    """Return the name of ``key``, empty for one without a meaning here."""
    if key == ESCAPE:
        return Key.ESCAPE.value
    if key.startswith(ESCAPE):
        known = _SEQUENCES.get(key[1:])
        return known.value if known else ""
    if key in _SIGNS:
        return _SIGNS[key].value
    return key.lower() if key.isprintable() else ""
