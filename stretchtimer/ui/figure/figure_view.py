"""The large figure: it shows a portrayal, breathes with whoever holds still, and names the stretched side."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QWidget

from stretchtimer.core.figure.figure import Box, Figure, mirror
from stretchtimer.core.figure.motion import Motion
from stretchtimer.core.figure.plane import Point
from stretchtimer.core.figure.portrayal import Portrayal
from stretchtimer.ui.figure.colours import DARK, LIGHT
from stretchtimer.ui.figure.label_place import label_place
from stretchtimer.ui.figure.painting import FigurePainter, placing
from stretchtimer.ui.theme import Theme

BREATH_S = 6.0
"""One calm breath, in and out: ten a minute."""
FULLNESS = 6
"""In how many steps the chest fills: two pictures a second, which is calm and costs next to nothing."""
LABEL_SHARE = 1 / 13
"""How high the letters of the side are, as a part of the smaller edge; never below the window's own letters."""


class FigureView(QWidget):
    """Paints a figure as large as it fits, on the ground of the window."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, ground: str = "ground") -> None:
        """Take the ``theme``, and which colour of its palette is behind the figure."""
        super().__init__(parent)
        self._ground = ground
        self._theme = theme
        self._motion: Motion | None = None
        self._portrayal: Portrayal | None = None
        self._label = ""
        self._fullness = 0
        self._alone = False
        self._label_ways: dict[tuple[Motion, Figure | None, bool, float], Point] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.update)

    def show_figure(
        self, motion: Motion, portrayal: Portrayal, label: str = "", *, breath_s: float = 0.0, alone: bool = False
    ) -> None:
        """Show ``portrayal``, which belongs to ``motion``, with ``label`` at the stretched hip.

        ``breath_s`` is how long somebody has held still; it repaints only where the picture looks different. ``alone``
        puts the label where this figure leaves room, and not where it can stay during the whole movement.
        """
        self._alone = alone
        fullness = _fullness(breath_s) if portrayal.breathes else 0
        before = (self._motion, self._portrayal, self._label, self._fullness)
        if (motion, portrayal, label, fullness) != before:
            self._motion, self._portrayal, self._label, self._fullness = motion, portrayal, label, fullness
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802, D102
        side = self.fontMetrics().height() * 14
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        if self._motion is not None and self._portrayal is not None:
            self._paint(QPainter(self), self._motion, self._portrayal)

    def _paint(self, painter: QPainter, motion: Motion, portrayal: Portrayal) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        figures = FigurePainter(DARK if self._theme.dark else LIGHT, getattr(self._theme.palette, self._ground))
        shown = [(portrayal.figure, 1.0)]
        if portrayal.coming is not None:
            shown = [(portrayal.figure, 1 - portrayal.turned), (portrayal.coming, portrayal.turned)]
        for figure, opacity in shown:
            painter.setOpacity(opacity)
            box = mirrored_box(motion.box) if figure.mirrored else motion.box
            place = placing(box, QRectF(self.rect()))
            figures.paint_scene(painter, figure, place, box.left, box.right)
            figures.paint(painter, figure, place, muscle=motion.picture.muscle, breath=self._fullness / FULLNESS)
            if self._label and portrayal.coming is None:
                self._write(painter, motion, figure, place)

    def _write(self, painter: QPainter, motion: Motion, figure: Figure, place: QTransform) -> None:
        """Write the side beside the stretched hip, where nothing of the body is, with a thin line to the hip."""
        font = QFont(self.font())
        font.setBold(True)
        letters = max(self.fontInfo().pixelSize(), round(min(self.width(), self.height()) * LABEL_SHARE))
        font.setPixelSize(letters)
        metrics = QFontMetricsF(font)
        size = metrics.size(Qt.TextFlag.TextSingleLine, self._label)
        hip = figure.stretched.leg.hip
        middle = hip + self._label_way(motion, figure, size / abs(place.m22()))
        spot, at_hip = place.map(QPointF(middle.x, middle.y)), place.map(QPointF(hip.x, hip.y))
        colour = QColor(self._theme.palette.stretched)
        room = QRectF(0, 0, size.width(), size.height())
        room.moveCenter(spot)
        inside = QRectF(self.rect())
        room.moveLeft(min(max(room.left(), inside.left()), inside.right() - room.width()))
        painter.setPen(QPen(colour, max(1.0, letters / 14)))
        painter.drawLine(_edge_towards(room, at_hip), at_hip)
        painter.setFont(font)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._label)

    def _label_way(self, motion: Motion, figure: Figure, size: QSizeF) -> Point:
        """Return the way from the hip to the label; it is looked for once, as that takes as long as painting."""
        known = (motion, figure if self._alone else None, figure.mirrored, round(size.width(), 3))
        if known not in self._label_ways:
            figures = [figure] if self._alone else _key_figures(motion, figure.mirrored)
            place = label_place(figures, size.width(), size.height())
            self._label_ways = {known: place - figures[0].stretched.leg.hip}
        return self._label_ways[known]


def _key_figures(motion: Motion, mirrored: bool) -> list[Figure]:
    """Return the figures of the hold or the movement."""
    figures = [motion.key(number) for number in range(len(motion.picture.way_in), motion.key_count)]
    return [mirror(figure) for figure in figures] if mirrored else figures


def mirrored_box(box: Box) -> Box:
    """Return where ``box`` is in the mirror image."""
    return Box(-box.right, box.bottom, -box.left, box.top)


def _fullness(breath_s: float) -> int:
    """Return how full the chest is after ``breath_s`` of calm breathing, from 0 to `FULLNESS`."""
    part = breath_s / BREATH_S % 1.0
    return round(FULLNESS * (1 - abs(1 - 2 * part)))


def _edge_towards(room: QRectF, target: QPointF) -> QPointF:
    """Return the point on the edge of ``room`` that is nearest to ``target``."""
    return QPointF(min(max(target.x(), room.left()), room.right()), min(max(target.y(), room.top()), room.bottom()))
