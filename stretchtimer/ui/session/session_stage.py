"""The picture of a session: the ring in the middle, the side on its own side, the instruction under the ring."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.figure.album import Album
from stretchtimer.core.language import _
from stretchtimer.core.session import captions
from stretchtimer.core.session.session import Command, SessionView, State
from stretchtimer.ui.control_button import ControlButton
from stretchtimer.ui.fit_label import FitLabel
from stretchtimer.ui.session.ring import CountdownRing
from stretchtimer.ui.session.session_figure import SessionFigure
from stretchtimer.ui.session.session_ring import ring_view
from stretchtimer.ui.session.side_column import SideColumn
from stretchtimer.ui.session.stage_places import DETAIL, INSTRUCTION, NAME, stage_places
from stretchtimer.ui.theme import Theme


class SessionStage(QWidget):
    """What is seen from two metres. It takes a view and lays itself out once, not at each tick."""

    command_given = Signal(object)
    """A `Command`: start, or that it hurts."""

    def __init__(self, theme: Theme, album: Album, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window_height, self._control_px = self.height(), self.fontInfo().pixelSize()
        self._places = stage_places(self.size(), self._window_height)
        left, top = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignTop
        self._set = FitLabel(self, role="muted", alignment=left | top)
        self._name = FitLabel(self, bold=True, alignment=left | top)
        self.ring = CountdownRing(theme, self)
        self.figure = SessionFigure(theme, album, self)
        self._figure_left = False
        self._sides = {
            Side.LEFT: SideColumn(self, alignment=left),
            Side.RIGHT: SideColumn(self, alignment=Qt.AlignmentFlag.AlignRight),
        }
        self._instruction = FitLabel(self, bold=True)
        self._detail = FitLabel(self, role="muted")
        self._start = self._button(Command.START, _("Start"), _("Begin (Space, Enter, Page Down)"), "primary")
        self._hurt = self._button(Command.HURT, _("It hurts"), _("Stop the clock and say how it hurts (H)"), "danger")

    def set_view(self, view: SessionView) -> None:
        """Show ``view``."""
        self.ring.show_view(ring_view(view))
        self._name_exercise(_(view.phase.exercise.name), captions.set_words(view.coming_work or view.phase))
        self._say(captions.instruction(view), _detail(view))
        self._show_figure(view)
        self._show_side(captions.shown_side(view), working=view.phase.is_work, paused=view.state is State.PAUSED)
        self._start.setVisible(view.state is State.READY)
        self._hurt.setVisible(view.state in (State.RUNNING, State.PAUSED))

    def set_sizes(self, window_height: int, control_px: int) -> None:
        """Choose all sizes for a window of ``window_height`` whose buttons are written in ``control_px``."""
        self._window_height, self._control_px = window_height, control_px
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102
        super().resizeEvent(event)
        self._lay_out()

    def _button(self, command: Command, text: str, tip: str, role: str) -> ControlButton:
        button = ControlButton(text, self, tip=tip, role=role)
        button.clicked.connect(lambda: self.command_given.emit(command))
        return button

    def _show_figure(self, view: SessionView) -> None:
        """Show the figure in the column that names no side; where both are named, in the right one."""
        self.figure.set_view(view)
        self._figure_left = captions.shown_side(view) is Side.RIGHT
        self._place_figure()

    def _place_figure(self) -> None:
        self.figure.setGeometry(self._places.figure_left if self._figure_left else self._places.figure_right)

    def _show_side(self, side: Side | None, *, working: bool, paused: bool) -> None:
        role = "muted" if paused else "stretched" if working else "accent"
        for place, column in self._sides.items():
            taken = self.figure.isVisibleTo(self) and (place is Side.LEFT) is self._figure_left
            column.setVisible(side in (place, Side.BOTH) and not taken)
            if side is not None:
                column.show_side(side, working=working, role=role)

    def _name_exercise(self, name: str, set_words: str) -> None:
        self._name.set_words(name)
        self._set.set_words(set_words)
        first_line, second_line = self._places.set, self._places.name
        self._name.move(second_line.left(), second_line.top() if set_words else first_line.top())

    def _lay_out(self) -> None:
        height = self._window_height
        places = self._places = stage_places(self.size(), height)
        for label, share in (
            (self._set, DETAIL),
            (self._name, NAME),
            (self._instruction, INSTRUCTION),
            (self._detail, DETAIL),
        ):
            label.set_largest(round(height * share))
        self.ring.setGeometry(places.ring)
        self._set.setGeometry(places.set)
        self._name.setGeometry(places.name)
        self._name_exercise(self._name.text(), self._set.text())
        self._sides[Side.LEFT].place(places.left, height)
        self._sides[Side.RIGHT].place(places.right, height)
        self._place_figure()
        self._place_words()
        self._place_buttons()

    def _say(self, instruction: str, detail: str) -> None:
        if (instruction, detail) != (self._instruction.text(), self._detail.text()):
            self._instruction.set_words(instruction)
            self._detail.set_words(detail)
            self._place_words()

    def _place_words(self) -> None:
        """Put the detail right under the instruction, and both into the middle of their place."""
        room = self._places.words
        detail_height = round(self._window_height * DETAIL * 1.3)
        gap = detail_height // 4
        height = self._instruction.height_in(QSize(room.width(), room.height() - detail_height - gap))
        top = room.top() + (room.height() - height - gap - detail_height) // 2
        self._instruction.setGeometry(room.left(), top, room.width(), height)
        self._detail.setGeometry(room.left(), top + height + gap, room.width(), detail_height)

    def _place_buttons(self) -> None:
        ring, corner = self._places.ring, self._places.corner
        self._start.fit(round(ring.height() * 0.13), QSize(round(ring.width() * 0.66), round(ring.height() * 0.3)))
        self._start.move(ring.center() - QPoint(self._start.width() // 2, self._start.height() // 2))
        self._hurt.fit(round(1.1 * self._control_px), corner.size())
        self._hurt.move(corner.right() - self._hurt.width() + 1, corner.top())


def _detail(view: SessionView) -> str:
    """Return the smaller line: what comes next, or what the person can do now."""
    if view.state is State.READY:
        return _("{time} in all").format(time=captions.minutes(view.timeline.total_s))
    if view.state is State.PAUSED:
        return _("Space goes on, Escape stops")
    if view.waits_for_key:
        return _("Press Enter or Page Down after each. {next}").format(next=captions.next_words(view))
    return captions.next_words(view)
