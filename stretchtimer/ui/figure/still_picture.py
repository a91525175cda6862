"""The still picture of an exercise: the figure that stands for it and, of a movement, where that starts as a ghost."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.figure.figure import bounds
from stretchtimer.core.figure.motion import MARGIN, Motion
from stretchtimer.core.figure.portrayal import turned_to
from stretchtimer.ui.figure.colours import FigureColours, faded
from stretchtimer.ui.figure.painting import FigurePainter, placing

PALE = 0.72
"""How far the colours of the ghost are gone towards the ground's."""


class StillPicture:
    """Paints still pictures in the ``colours`` of a theme on a ground of the colour ``paper``, "#rrggbb".

    The ghost has paler colours of its own instead of being transparent, which in a PDF or an SVG would let each limb
    shine through the other.
    """

    def __init__(self, colours: FigureColours, paper: str) -> None:
        self._figures = FigurePainter(colours, paper)
        self._ghosts = FigurePainter(faded(colours, paper, PALE), paper)

    def paint(self, painter: QPainter, motion: Motion, side: Side, place: QRectF, *, key: int | None = None) -> None:
        """Paint ``motion`` with ``side`` stretched, as large as it fits into ``place``.

        ``key`` asks for that key pose alone, counted from 0.
        """
        shown = [motion.held] if key is None else [motion.key(key)]
        if key is None and motion.moves:
            shown.insert(0, motion.start)
        shown = [turned_to(side, figure) for figure in shown]
        box = bounds(shown, MARGIN)
        where = placing(box, place)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        *ghosts, figure = shown
        self._figures.paint_scene(painter, figure, where, box.left, box.right)
        for ghost in ghosts:
            self._ghosts.paint(painter, ghost, where, muscle=False)
        self._figures.paint(painter, figure, where, muscle=motion.picture.muscle)
