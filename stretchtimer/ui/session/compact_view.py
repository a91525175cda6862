"""A session in a small window beside the work, for exercises that are done standing: ring, side, what comes next."""

from __future__ import annotations

from math import ceil
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, QSettings, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QFontInfo,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import QApplication, QWidget

from stretchtimer.core.figure.album import Album
from stretchtimer.core.language import _
from stretchtimer.core.session import captions
from stretchtimer.core.session.cues import hip_words
from stretchtimer.core.session.session import Command, SessionView, State
from stretchtimer.ui.control_button import ControlButton
from stretchtimer.ui.figure.animations import may_move
from stretchtimer.ui.fit_label import FitLabel
from stretchtimer.ui.qt_keys import asks_other_size, session_key
from stretchtimer.ui.session.compact_places import compact_places, compact_size, place_within
from stretchtimer.ui.session.ring import CountdownRing
from stretchtimer.ui.session.session_announcing import announce, announcement
from stretchtimer.ui.session.session_figure import SessionFigure
from stretchtimer.ui.session.session_ring import frame_interval_ms, ring_view
from stretchtimer.ui.theme import Theme

PLACE = "compact/place"
"""Where the window file keeps the place: the upper left corner on the desktop."""


def keeps_on_top() -> bool:
    """Whether a window can keep itself above the others here: Wayland has no such request."""
    return not QGuiApplication.platformName().startswith("wayland")


class CompactView(QWidget):
    """A frameless window that stays on top. Keys as on the session page; dragged with the mouse at any free spot."""

    key_pressed = Signal(object)
    """A `Key`."""
    command_given = Signal(object)
    """A `Command`, given by a button."""
    large_requested = Signal()
    """The session is to go on in the large window."""

    def __init__(self, theme: Theme, album: Album, memory: QSettings, *, on_top: bool = True) -> None:
        """Take the ``theme``, the pictures, where the place is remembered, and whether `keeps_on_top`."""
        super().__init__(
            None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        )
        self._theme, self._memory = theme, memory
        self._told: tuple[Any, ...] = ()
        self._grip: QPoint | None = None
        """Where the window is held while it is dragged, from its corner."""
        self._main_command = Command.START
        self._remark = (
            ""
            if on_top
            else _(
                "This desktop lets no window keep itself on top. Its window menu may: Alt+Space, then Always on Top."
            )
        )
        self.setWindowTitle(_("Stretch Timer, compact"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._ring = CountdownRing(theme, self)
        self._figure = SessionFigure(theme, album, self, names_side=False)
        left = Qt.AlignmentFlag.AlignLeft
        self._side = FitLabel(self, bold=True, alignment=left | Qt.AlignmentFlag.AlignVCenter)
        self._instruction = FitLabel(self, alignment=left | Qt.AlignmentFlag.AlignTop)
        self._next = FitLabel(self, role="muted", alignment=left | Qt.AlignmentFlag.AlignBottom)
        self._notice = FitLabel(self, role="muted", alignment=left | Qt.AlignmentFlag.AlignVCenter)
        self._hurt = ControlButton(_("It hurts"), self, tip=_("Stop the clock and say how it hurts (H)"), role="danger")
        self._main = ControlButton("", self, role="primary")
        self._large = ControlButton(_("Enlarge"), self, tip=_("Go on in the large window (C)"))
        self._hurt.clicked.connect(lambda: self.command_given.emit(Command.HURT))
        self._main.clicked.connect(lambda: self.command_given.emit(self._main_command))
        self._large.clicked.connect(self.large_requested)
        theme.changed.connect(self.update)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication), "made after the application"
        application.screenRemoved.connect(self._come_back)
        self._notice.hide()
        self.set_notice("")

    # What a session shows on its page it shows here too

    def set_view(self, view: SessionView) -> None:
        """Show ``view``."""
        if view.state is State.ENDED:
            return
        self._ring.show_view(ring_view(view))
        self._figure.set_view(view)
        self._show_words(view)
        self._offer(view)
        told = (view.state, view.pause_reason, view.index)
        if told != self._told:
            self._told = told
            announce(self, announcement(view))

    def set_animated(self, wanted: bool) -> None:
        """Let the figure move if the system allows it, or only go from pose to pose."""
        self._figure.animated = may_move(self, wanted=wanted)

    def set_notice(self, text: str) -> None:
        """Say ``text`` in a line of its own; without one, what this desktop cannot do."""
        words = text or self._remark
        if words != self._notice.text():
            self._notice.set_words(words)
            self._notice.setVisible(bool(words))
            self._size()
            self._come_back()
            announce(self, text)

    def frame_interval_ms(self, view: SessionView) -> int | None:
        """Return after how many milliseconds the picture of ``view`` changes by time alone; None if it does not."""
        return frame_interval_ms(view, self._ring, figure_changes=self._figure.changes)

    # Its place on the desktop

    def open_on(self, screen: QScreen) -> None:
        """Show the window where it was last, or at the lower right of ``screen``."""
        self._told = ()
        self._size()
        kept = self._memory.value(PLACE)
        self._stand(screen, kept if isinstance(kept, QPoint) else None)
        self.show()
        self.raise_()
        self.activateWindow()
        self.setFocus()

    def _stand(self, screen: QScreen, wanted: QPoint | None) -> None:
        """Stand at ``wanted`` if that is on any screen, else at the lower right of ``screen``."""
        screens = [screen, *(each for each in QGuiApplication.screens() if each is not screen)]
        self.move(place_within([each.availableGeometry() for each in screens], self.size(), wanted))

    def _come_back(self) -> None:
        """Stand wholly on a screen, where one was unplugged or the view grew: not every desktop sees to that."""
        if self.isVisible() and (left := QGuiApplication.primaryScreen()):
            self._stand(left, self.pos())

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Remember the place; not at each step of a drag, which would write the file each time."""
        super().hideEvent(event)
        self._memory.setValue(PLACE, self.pos())

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Go back to the large window: closing this one is no word about the session."""
        event.ignore()
        self.large_requested.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begin a drag, by the desktop itself where it helps with that."""
        handle = self.windowHandle()
        if event.button() is Qt.MouseButton.LeftButton and not (handle and handle.startSystemMove()):
            self._grip = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802, D102
        if self._grip is not None:
            self.move(event.globalPosition().toPoint() - self._grip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802, D102
        self._grip = None

    # Keys, sizes, paint

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        key = session_key(event)
        if key is not None:
            self.key_pressed.emit(key)
        elif asks_other_size(event):
            self.large_requested.emit()
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:  # noqa: D102
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._size()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the edge, since the desktop draws no frame."""
        painter = QPainter(self)
        painter.setPen(QColor(self._theme.palette.line))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _size(self) -> None:
        self.setFixedSize(compact_size(self._letter_px, noticed=bool(self._notice.text())))
        self._lay_out()

    @property
    def _letter_px(self) -> int:
        return QFontInfo(QApplication.font()).pixelSize()

    def _lay_out(self) -> None:
        letter = self._letter_px
        places = compact_places(letter, noticed=bool(self._notice.text()))
        for widget, place in (
            (self._ring, places.ring),
            (self._figure, places.figure),
            (self._side, places.side),
            (self._instruction, places.instruction),
            (self._next, places.next),
            (self._notice, places.notice),
        ):
            widget.setGeometry(place)
        self._side.set_largest(ceil(2.2 * letter))
        self._instruction.set_largest(ceil(1.15 * letter))
        for label in (self._next, self._notice):
            label.set_largest(letter)
        self._place_buttons(places.buttons)

    def _place_buttons(self, row: QRect) -> None:
        """Give each button a third of the row, from its left."""
        gap = row.height() // 6
        third = QSize((row.width() - 2 * gap) // 3, row.height())
        for number, button in enumerate((self._hurt, self._main, self._large)):
            button.fit(self._letter_px, third)
            button.setGeometry(QRect(QPoint(row.left() + number * (third.width() + gap), row.top()), third))

    def _show_words(self, view: SessionView) -> None:
        side = captions.shown_side(view)
        role = "muted" if view.state is State.PAUSED else "stretched" if view.phase.is_work else "accent"
        self._side.set_role(role)
        self._side.set_words(hip_words(side).upper() if side else _(view.phase.exercise.name))
        self._instruction.set_words(captions.instruction(view))
        self._next.set_words(captions.next_words(view))

    def _offer(self, view: SessionView) -> None:
        """Offer what can be asked of ``view``."""
        self._hurt.setVisible(view.state in (State.RUNNING, State.PAUSED))
        command, text, tip = _main_offer(view)
        if text != self._main.text():
            self._main_command = command
            self._main.setText(text)
            self._main.setAccessibleName(text)
            self._main.setToolTip(tip)


def _main_offer(view: SessionView) -> tuple[Command, str, str]:
    """Return what the button in the middle does, its text and its tip."""
    if view.state is State.READY:
        return Command.START, _("Start"), _("Begin (Space, Enter, Page Down)")
    if view.state is State.PAUSED:
        return Command.RESUME, _("Resume"), _("Go on (Space, Enter, Page Down)")
    if view.waits_for_key:
        return Command.COUNT, _("Count"), _("One repetition is done (Enter, Page Down)")
    return Command.PAUSE, _("Pause"), _("Stand still (Space, Enter)")
