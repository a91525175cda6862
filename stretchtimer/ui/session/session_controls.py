"""The buttons of a session: small, at the edge, each with its key."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from stretchtimer.core.language import _
from stretchtimer.core.session.captions import minutes
from stretchtimer.core.session.session import Command, SessionView, State
from stretchtimer.core.session.timeline import EXTENSION_S
from stretchtimer.ui.control_button import ControlButton
from stretchtimer.ui.fit_label import SMALLEST_PX, FitLabel

LONGEST_S = 600 * 60 - 1
"""The longest time for which there is room beside the buttons, in seconds: ten hours."""


class SessionControls(QWidget):
    """The row of buttons under a session, and the time that is left of all of it."""

    command_given = Signal(object)
    """A `Command`."""
    compact_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._back = self._button(
            Command.BACK, _("← Back"), _("Back"), _("Begin this again; twice, the one before (Left arrow, Page Up)")
        )
        self._main = ControlButton("", role="primary")
        self._main_command = Command.PAUSE
        self._main.clicked.connect(lambda: self.command_given.emit(self._main_command))
        self._skip = self._button(
            Command.SKIP, _("Skip →"), _("Skip"), _("Go on to what comes next (Right arrow, Page Down)")
        )
        more = _("{n} seconds more (Plus)").format(n=EXTENSION_S)
        self._extend = self._button(Command.EXTEND, _("+ {n} s").format(n=EXTENSION_S), more, more)
        self._count = self._button(
            Command.COUNT, _("Count"), _("Count one repetition"), _("One repetition is done (Enter, Page Down)")
        )
        self._left = FitLabel(role="muted", alignment=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._left.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._stop = self._button(
            Command.STOP, _("Stop"), _("Stop"), _("End the session; what was held is kept (Escape)")
        )
        self._compact = ControlButton(_("Compact"), tip=_("Go on in a small window beside your work (C)"))
        self._compact.clicked.connect(self.compact_requested)
        self._lay_out()
        self._offer(State.RUNNING)

    def set_view(self, view: SessionView) -> None:
        """Offer what can be asked of ``view``."""
        self._offer(view.state)
        self._count.setVisible(view.waits_for_key and view.state is State.RUNNING)
        self._left.setVisible(view.state is not State.READY)
        self._left.set_words(_("{time} left").format(time=minutes(view.total_remaining_s)))

    def fit(self, wanted_px: int, width: int) -> None:
        """Be ``width`` wide, and write in ``wanted_px`` or as much smaller as that takes."""
        self.setFixedWidth(width)
        for pixels in range(wanted_px, SMALLEST_PX - 1, -1):
            self._write_in(pixels)
            if self._row.sizeHint().width() <= width:
                break

    def _button(self, command: Command, text: str, name: str, tip: str) -> ControlButton:
        button = ControlButton(text, name=name, tip=tip)
        button.clicked.connect(lambda: self.command_given.emit(command))
        return button

    def _lay_out(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self._back, self._main, self._skip, self._extend, self._count):
            row.addWidget(button)
            # A button that is not offered keeps its place, so that the others stay where they are.
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            button.setSizePolicy(policy)
        row.addStretch(1)
        row.addWidget(self._left)
        row.addWidget(self._compact)
        row.addWidget(self._stop)

    def _offer(self, state: State) -> None:
        moving = state in (State.RUNNING, State.PAUSED)
        for button in (self._back, self._main, self._skip, self._extend):
            button.setVisible(moving)
        paused = state is State.PAUSED
        self._main_command = Command.RESUME if paused else Command.PAUSE
        text, tip = (
            (_("Resume"), _("Go on (Space, Enter, Page Down)"))
            if paused
            else (_("Pause"), _("Stand still (Space, Enter)"))
        )
        if text != self._main.text():
            self._main.setText(text)
            self._main.setAccessibleName(text)
            self._main.setToolTip(tip)

    def _write_in(self, pixels: int) -> None:
        """Use that font. What changes its text gets the room for any of its texts, so that nothing moves later."""
        for button in self.findChildren(ControlButton):
            button.set_font_size(pixels)
        text, widths = self._main.text(), []
        for word in (_("Resume"), _("Pause")):
            self._main.setText(word)
            widths.append(self._main.sizeHint().width())
        self._main.setText(text)
        self._main.setMinimumWidth(max(widths))
        font = QFont(self.font())
        font.setPixelSize(pixels)
        metrics = QFontMetrics(font)
        # A label of fixed size lays nothing out again when its text changes each second.
        longest = metrics.horizontalAdvance(_("{time} left").format(time=minutes(LONGEST_S)))
        self._left.set_largest(pixels)
        self._left.setFixedSize(longest + pixels, round(1.5 * metrics.height()))
        self._row.setSpacing(pixels // 2)
        self._row.invalidate()
