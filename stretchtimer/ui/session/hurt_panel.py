"""The question behind "It hurts", laid over the session: how does it hurt?"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontInfo, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from stretchtimer.core.catalog import safety
from stretchtimer.core.language import _
from stretchtimer.core.session.session import Command
from stretchtimer.ui.control_button import AnswerButton, ControlButton
from stretchtimer.ui.fit_label import FitLabel
from stretchtimer.ui.qt_keys import CHORDS, session_key

_ANSWER_KEYS = {
    Qt.Key.Key_1: Command.MILD_PAIN,
    Qt.Key.Key_M: Command.MILD_PAIN,
    Qt.Key.Key_2: Command.SHARP_PAIN,
    Qt.Key.Key_S: Command.SHARP_PAIN,
}


class HurtPanel(QWidget):
    """Asks, and after a mild answer says what to do. It has the focus itself, so that no stray key answers."""

    command_given = Signal(object)
    """A `Command`: the answer, and after a mild one how to go on."""
    dismissed = Signal()
    """The question was put aside without an answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asking = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)
        self._heading = FitLabel(self, bold=True)
        self._advice = FitLabel(self)
        self._mild = self._answer(Command.MILD_PAIN, "1", safety.mild_choice())
        self._sharp = self._answer(Command.SHARP_PAIN, "2", safety.sharp_choice())
        self._buttons = QWidget(self)
        self._aside = ControlButton(_("Not now"), tip=_("Stay paused without an answer (Escape)"))
        self._aside.clicked.connect(self.dismissed)
        self._after = [
            self._way_on(Command.RESUME, _("Go on"), _("It no longer hurts (Space, Enter, Page Down)"), "primary"),
            self._way_on(Command.SKIP, _("Skip →"), _("Leave this one out (Right arrow)"), ""),
            self._way_on(Command.STOP, _("Stop"), _("End the session; what was held is kept (Escape)"), ""),
        ]
        self._lay_out()
        self.hide()

    def ask(self) -> None:
        """Lay the question over the session."""
        self._show(asking=True, heading=safety.hurt_question())

    def advise(self) -> None:
        """Say what to do about a mild pain."""
        self._show(asking=False, heading=_("Let go first"))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        key = Qt.Key(event.key())
        if not self._asking or event.modifiers() & CHORDS:
            # After the answer the session is merely paused, and its keys work as in any pause.
            event.ignore()
        elif key in _ANSWER_KEYS and not event.isAutoRepeat():
            self.command_given.emit(_ANSWER_KEYS[key])
        elif key == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self.dismissed.emit()
        elif session_key(event) is None:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102
        super().resizeEvent(event)
        self._size()

    def _show(self, *, asking: bool, heading: str) -> None:
        self._asking = asking
        self._heading.set_words(heading)
        self.setAccessibleName(heading)
        self._advice.set_words(safety.mild_advice())
        self._advice.setVisible(not asking)
        for widget in (self._mild, self._sharp, self._aside):
            widget.setVisible(asking)
        for widget in self._after:
            widget.setVisible(not asking)
        self._size()
        self.show()
        self.raise_()
        self.setFocus()

    def _answer(self, command: Command, key: str, words: str) -> AnswerButton:
        button = AnswerButton(key, words, self)
        button.clicked.connect(lambda: self.command_given.emit(command))
        return button

    def _way_on(self, command: Command, text: str, tip: str, role: str) -> ControlButton:
        button = ControlButton(text, tip=tip, role=role)
        button.clicked.connect(lambda: self.command_given.emit(command))
        return button

    def _lay_out(self) -> None:
        row = self._row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        for button in (*self._after, self._aside):
            row.addWidget(button)
        row.addStretch(1)
        column = self._column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._heading, 3)
        column.addWidget(self._advice, 8)
        column.addWidget(self._mild, 4)
        column.addWidget(self._sharp, 4)
        column.addStretch(1)
        column.addWidget(self._buttons)
        column.addStretch(1)

    def _size(self) -> None:
        """Choose margins and fonts for the window."""
        across, height = self.width() // 9, self.height()
        self._column.setContentsMargins(across, 0, across, 0)
        self._column.setSpacing(height // 30)
        self._row.setSpacing(height // 40)
        self._heading.set_largest(height // 12)
        self._advice.set_largest(height // 19)
        self._mild.set_largest(height // 18)
        self._sharp.set_largest(height // 18)
        for button in (*self._after, self._aside):
            button.fit(
                max(QFontInfo(QApplication.font()).pixelSize(), height // 36), QSize(self.width() // 4, height // 8)
            )
