"""The page of a session: it shows a view, and passes on keys and commands. What they do is decided elsewhere."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFontInfo, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QVBoxLayout, QWidget

from stretchtimer.core.catalog import safety
from stretchtimer.core.figure.album import Album
from stretchtimer.core.session.events import PauseReason
from stretchtimer.core.session.keys import Key
from stretchtimer.core.session.session import Command, SessionView, State
from stretchtimer.ui.figure.animations import may_move
from stretchtimer.ui.fit_label import FitLabel
from stretchtimer.ui.qt_keys import asks_other_size, session_key
from stretchtimer.ui.session.hurt_panel import HurtPanel
from stretchtimer.ui.session.session_announcing import announce, announcement
from stretchtimer.ui.session.session_controls import SessionControls
from stretchtimer.ui.session.session_progress import SessionProgress
from stretchtimer.ui.session.session_ring import frame_interval_ms
from stretchtimer.ui.session.session_stage import SessionStage
from stretchtimer.ui.session.summary_panel import SessionSummary, SummaryPanel
from stretchtimer.ui.theme import Theme


class SessionPage(QWidget):
    """The countdown, the question behind "It hurts", and the summary at the end."""

    key_pressed = Signal(object)
    """A `Key`; what it asks for depends on how the session stands."""
    command_given = Signal(object)
    """A `Command`, given by a button or by an answer."""
    compact_requested = Signal()
    """The session is to go on in the compact view."""
    closed = Signal()
    """The person has seen the summary."""

    def __init__(self, theme: Theme, album: Album, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: tuple[Any, ...] = ()
        """The state and the phase that were last announced."""
        self._asked_index: int | None = None
        """The phase in which the question behind "It hurts" was asked, until the session goes on."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._session = QWidget()
        self._stage = SessionStage(theme, album)
        self._notice = FitLabel(bold=True)
        self._progress = SessionProgress(theme)
        self._controls = SessionControls()
        self._summary = SummaryPanel()
        self._lay_out()
        self._hurt = HurtPanel(self)
        self._stage.command_given.connect(self._give)
        self._controls.command_given.connect(self._give)
        self._controls.compact_requested.connect(self.compact_requested)
        self._hurt.command_given.connect(self._answer)
        self._hurt.dismissed.connect(self._close_question)
        self._summary.closed.connect(self.closed)

    def set_view(self, view: SessionView) -> None:
        """Show ``view``. Cheap where only time went by: called at each event, and every `frame_interval_ms`."""
        if view.state is State.ENDED:
            # The last picture stays until the summary takes its place.
            return
        self._stage.set_view(view)
        self._progress.set_view(view)
        self._controls.set_view(view)
        self._show_question(view)
        told = (view.state, view.pause_reason, view.index)
        if told != self._told:
            if not self._told or self._told[0] is State.READY:
                self._stack.setCurrentWidget(self._session)
                # The button that started the session is gone, and its focus must not pass to the next one.
                self.setFocus()
            self._told = told
            announce(self, announcement(view))

    def set_animated(self, wanted: bool) -> None:
        """Let the figure move if the system allows it, or only go from pose to pose, as reduced motion asks for."""
        self._stage.figure.animated = may_move(self, wanted=wanted)

    def set_notice(self, text: str) -> None:
        """Say ``text`` above the buttons until another text, or an empty one, takes its place."""
        if text != self._notice.text():
            self._notice.set_words(text)
            self._notice.setVisible(bool(text))
            announce(self, text)

    def show_summary(self, summary: SessionSummary) -> None:
        """Show what came of the session. The next view shows a session again."""
        self._told = ()
        self._asked_index = None
        self._close_question()
        self._stack.setCurrentWidget(self._summary)
        self._summary.show_summary(summary)

    def frame_interval_ms(self, view: SessionView) -> int | None:
        """Return after how many milliseconds the picture of ``view`` changes by time alone; None if it does not."""
        return frame_interval_ms(view, self._stage.ring, figure_changes=self._stage.figure.changes)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        key = session_key(event)
        if self._stack.currentWidget() is self._summary:
            event.ignore()
        elif key is not None:
            if key is Key.H:
                self._asked_index = None
            self.key_pressed.emit(key)
        elif asks_other_size(event) and self._hurt.isHidden():
            self.compact_requested.emit()
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102
        super().resizeEvent(event)
        self._size()

    def event(self, event: QEvent) -> bool:  # noqa: D102
        if event.type() == QEvent.Type.ApplicationFontChange:
            # Not before every widget in the page has heard of its font.
            QTimer.singleShot(0, self, self._size)
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802, D102
        super().showEvent(event)
        if not event.spontaneous():
            # Another session comes up, even if it begins as the last one did.
            self._told = ()
            self.setFocus()

    def _size(self) -> None:
        """Choose every size for the window: from two metres its height is the measure, near by the system's font."""
        height, margin = self.height(), self.height() // 30
        control_px = max(QFontInfo(QApplication.font()).pixelSize(), height // 48)
        self._edge.setContentsMargins(margin, 0, margin, margin // 2)
        self._edge.setSpacing(margin // 2)
        self._notice.setFixedHeight(height // 14)
        self._notice.set_largest(height // 30)
        self._progress.setFixedHeight(max(6, height // 90))
        self._controls.fit(control_px, self.width() - 2 * margin)
        self._stage.set_sizes(height, control_px)
        self._hurt.setGeometry(self.rect())

    def _lay_out(self) -> None:
        self._edge = QVBoxLayout()
        for widget in (self._notice, self._progress, self._controls):
            self._edge.addWidget(widget)
        self._notice.hide()
        column = QVBoxLayout(self._session)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stage, 1)
        column.addLayout(self._edge)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._session)
        self._stack.addWidget(self._summary)

    def _give(self, command: Command) -> None:
        if command is Command.HURT:
            self._asked_index = None
        self.command_given.emit(command)

    def _answer(self, command: Command) -> None:
        if command is Command.MILD_PAIN:
            self._hurt.advise()
            announce(self, safety.mild_advice())
        self.command_given.emit(command)

    def _show_question(self, view: SessionView) -> None:
        """Ask how it hurts, once for each time that the person says so."""
        if view.pause_reason is not PauseReason.HURT:
            self._asked_index = None
            self._close_question()
        elif self._asked_index is None:
            self._asked_index = view.index
            self._session.setEnabled(False)
            self._hurt.ask()
        elif self._asked_index != view.index:
            self._close_question()

    def _close_question(self) -> None:
        if not self._hurt.isHidden():
            self._hurt.hide()
            self._session.setEnabled(True)
            self.setFocus()
