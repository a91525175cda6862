"""The side as a word, in a column that stands on that side of the ring."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.ui.fit_label import FitLabel

# Shares of the window's height.
WORD = 1 / 8
CAPTION = 1 / 27


class SideColumn(QWidget):
    """ "LEFT", and under it whether that hip is at work or comes next."""

    def __init__(self, parent: QWidget, *, alignment: Qt.AlignmentFlag) -> None:
        super().__init__(parent)
        self._word = FitLabel(self, bold=True, alignment=alignment | Qt.AlignmentFlag.AlignBottom)
        self._caption = FitLabel(self, role="muted", alignment=alignment | Qt.AlignmentFlag.AlignTop)

    def show_side(self, side: Side, *, working: bool, role: str) -> None:
        """Name ``side``, the hip that is at work or the one that comes next, in the colour of ``role``."""
        self._word.set_words(side.word.upper())
        self._word.set_role(role)
        self._caption.set_words(_caption(side, working=working))

    def place(self, room: QRect, window_height: int) -> None:
        """Stand in the middle of ``room``, in the sizes of a window of ``window_height`` pixels."""
        self.setGeometry(room)
        word_height, caption_height = round(window_height * WORD * 1.25), round(window_height * CAPTION * 2.8)
        top = (room.height() - word_height) // 2
        self._word.set_largest(round(window_height * WORD))
        self._caption.set_largest(round(window_height * CAPTION))
        self._word.setGeometry(0, top, room.width(), word_height)
        self._caption.setGeometry(0, top + word_height, room.width(), caption_height)


def _caption(side: Side, *, working: bool) -> str:
    if side is Side.BOTH:
        return _("hips") if working else _("hips come next")
    return _("hip") if working else _("hip comes next")
