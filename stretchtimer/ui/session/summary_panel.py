"""The end of a session: what each hip got."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontInfo, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from stretchtimer.core.catalog import safety
from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _, ngettext
from stretchtimer.core.records import Ending
from stretchtimer.core.session.captions import duration_words
from stretchtimer.core.session.keys import SETTLING_S, Key
from stretchtimer.ui.control_button import ControlButton
from stretchtimer.ui.fit_label import FitLabel
from stretchtimer.ui.qt_keys import session_key


class SessionSummary(Struct, frozen=True, kw_only=True):
    """What came of a session."""

    ending: Ending
    left_s: float
    """Seconds of the left hip that count towards its dose, as really held."""
    right_s: float
    held: int
    """Holds and sets of repetitions that were finished."""
    planned: int
    trouble: str = ""
    """What went wrong, as a sentence: the history that could not be written."""
    note: str = ""
    """Further sentences."""


class SummaryPanel(QWidget):
    """Says in words what each hip got, each on its own side; closes by its button or a key."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._heading = FitLabel(self, bold=True)
        self._count = FitLabel(self, role="muted")
        self._words = FitLabel(self)
        self._trouble = FitLabel(self, role="danger", bold=True)
        self._hips = {Side.LEFT: _HipResult(Side.LEFT), Side.RIGHT: _HipResult(Side.RIGHT)}
        self._done = ControlButton(
            _("Done"), tip=_("Back to the list (Space, Enter, Page Down, Escape)"), role="primary"
        )
        self._done.clicked.connect(self.closed)
        # A Space that was meant for the last hold must not close the summary of it.
        self._settling = QTimer(self, singleShot=True, interval=round(SETTLING_S * 1000))
        self._lay_out()

    def show_summary(self, summary: SessionSummary) -> None:
        """Show ``summary``, and take no key for a moment."""
        self._heading.set_words(_heading(summary.ending))
        self._count.set_words(
            ngettext("{held} of {n} hold finished", "{held} of {n} holds finished", summary.planned).format(
                held=summary.held, n=summary.planned
            )
        )
        advice = safety.sharp_advice() if summary.ending is Ending.HURT else ""
        self._words.set_words("\n".join(filter(None, (advice, summary.note))))
        self._trouble.set_words(summary.trouble)
        self._hips[Side.LEFT].show_seconds(summary.left_s)
        self._hips[Side.RIGHT].show_seconds(summary.right_s)
        self._words.setVisible(bool(self._words.text()))
        self._trouble.setVisible(bool(summary.trouble))
        self._size()
        self._settling.start()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        if session_key(event) not in (Key.SPACE, Key.ENTER, Key.PAGE_DOWN, Key.ESCAPE):
            event.ignore()
        elif not self._settling.isActive():
            self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102
        super().resizeEvent(event)
        self._size()

    def _size(self) -> None:
        across, height = self.width() // 12, self.height()
        self._column.setContentsMargins(across, height // 16, across, height // 16)
        self._column.setSpacing(height // 40)
        self._heading.set_largest(height // 12)
        self._count.set_largest(height // 24)
        self._words.set_largest(height // 24)
        self._trouble.set_largest(height // 28)
        for hip in self._hips.values():
            hip.set_largest(height // 11)
        own_px = QFontInfo(QApplication.font()).pixelSize()
        self._done.fit(max(own_px, height // 28), QSize(self.width() // 2, height // 8))

    def _lay_out(self) -> None:
        # Not mirrored in a language that is written from the right: left is on the left.
        hips = QHBoxLayout()
        hips.setDirection(QHBoxLayout.Direction.LeftToRight)
        hips.setSpacing(40)
        for hip in self._hips.values():
            hips.addWidget(hip)
        column = self._column = QVBoxLayout(self)
        column.addWidget(self._heading, 3)
        column.addWidget(self._count, 1)
        column.addLayout(hips, 5)
        column.addWidget(self._words, 5)
        column.addWidget(self._trouble, 2)
        column.addWidget(self._done, 0, Qt.AlignmentFlag.AlignHCenter)


class _HipResult(QWidget):
    """The time that one hip got."""

    def __init__(self, side: Side) -> None:
        super().__init__()
        self._hip = FitLabel(role="muted")
        self._time = FitLabel(bold=True)
        self._hip.set_words(_("Left hip") if side is Side.LEFT else _("Right hip"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._hip, 1)
        column.addWidget(self._time, 2)

    def show_seconds(self, seconds: float) -> None:
        """Show how long this hip was stretched."""
        self._time.set_words(duration_words(seconds))

    def set_largest(self, pixels: int) -> None:
        """Never write the time larger than ``pixels``."""
        self._time.set_largest(pixels)
        self._hip.set_largest(pixels // 2)


def _heading(ending: Ending) -> str:
    return {
        Ending.COMPLETED: _("Done. Well held."),
        Ending.STOPPED: _("Stopped"),
        Ending.HURT: _("Ended because it hurts"),
        Ending.INTERRUPTED: _("Interrupted"),
    }[ending]
