"""What a screen reader says of a session, in whichever window it is shown."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from stretchtimer.core.catalog import safety
from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.session import captions
from stretchtimer.core.session.cues import hip_words, pause_words
from stretchtimer.core.session.events import PauseReason
from stretchtimer.core.session.session import SessionView


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say ``text``, if there is any, as from ``widget``."""
    if text:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def announcement(view: SessionView) -> str:
    """Return what is said as ``view`` comes up: once for each phase, not each second."""
    if view.pause_reason is PauseReason.HURT:
        return safety.hurt_question()
    if view.pause_reason is not None:
        return pause_words(view.pause_reason)
    return _("{phase}: {hip}. {instruction}").format(
        phase=captions.phase_title(view.phase),
        hip=hip_words(captions.shown_side(view) or Side.BOTH),
        instruction=captions.instruction(view),
    )
