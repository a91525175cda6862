"""The small figure of one exercise, as a widget."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from stretchtimer.core.catalog.exercise import Exercise
from stretchtimer.ui.figure.thumbnails import WIDER, Thumbnails
from stretchtimer.ui.theme import Theme

HEIGHT_EM = 2.6


class Thumbnail(QWidget):
    """Shows ``exercise`` on a card; an empty place where it has no picture. What it shows, its card tells in words."""

    def __init__(self, exercise: Exercise, thumbnails: Thumbnails, theme: Theme) -> None:
        super().__init__()
        self._exercise, self._thumbnails, self._theme = exercise, thumbnails, theme
        em = self.fontMetrics().height()
        self.setFixedSize(round(HEIGHT_EM * WIDER * em), round(HEIGHT_EM * em))
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        self._thumbnails.paint(QPainter(self), QRectF(self.rect()), self._exercise, self._theme.palette.surface)
