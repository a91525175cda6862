"""Which key of a session a key press in the window is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from stretchtimer.core.session.keys import Key

_KEYS = {
    Qt.Key.Key_Space: Key.SPACE,
    Qt.Key.Key_Return: Key.ENTER,
    Qt.Key.Key_Enter: Key.ENTER,
    Qt.Key.Key_Left: Key.LEFT,
    Qt.Key.Key_Right: Key.RIGHT,
    Qt.Key.Key_Plus: Key.PLUS,
    # Plus without Shift, where the two share a key.
    Qt.Key.Key_Equal: Key.PLUS,
    Qt.Key.Key_Escape: Key.ESCAPE,
    Qt.Key.Key_PageUp: Key.PAGE_UP,
    Qt.Key.Key_PageDown: Key.PAGE_DOWN,
    Qt.Key.Key_H: Key.H,
    # The media keys of a keyboard or a headset, where the desktop does not keep them for its player.
    Qt.Key.Key_MediaPlay: Key.SPACE,
    Qt.Key.Key_MediaPause: Key.SPACE,
    Qt.Key.Key_MediaTogglePlayPause: Key.SPACE,
    Qt.Key.Key_MediaNext: Key.RIGHT,
    Qt.Key.Key_MediaPrevious: Key.LEFT,
}
CHORDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
"""Modifiers that make a key something else: a shortcut of the window or the desktop."""


def session_key(event: QKeyEvent) -> Key | None:
    """Return the key that ``event`` is to a session; None for another key, a chord or a key that repeats itself."""
    if event.isAutoRepeat() or event.modifiers() & CHORDS:
        return None
    return _KEYS.get(Qt.Key(event.key()))


def asks_other_size(event: QKeyEvent) -> bool:
    """Whether ``event`` is the key that switches between the large window and the compact view."""
    return event.key() == Qt.Key.Key_C and not event.isAutoRepeat() and not event.modifiers() & CHORDS
