"""The large figure: it shows a portrayal, breathes with whoever holds still, and names the stretched side."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QTransform
from PySide6.QtWidgets import QWidget

from stretchtimer.core.figure.figure import Box, Figure
from stretchtimer.core.figure.motion import Motion
from stretchtimer.core.figure.portrayal import Portrayal
from stretchtimer.ui.figure.colours import DARK, LIGHT
from stretchtimer.ui.figure.label_place import label_place
from stretchtimer.ui.figure.painting import FigurePainter, placing
from stretchtimer.ui.theme import Theme

BREATH_S = 6.0
"""One calm breath, in and out: ten a minute."""
FULLNESS = 6
"""In how many steps the chest fills; each is painted once and kept. That makes two pictures a second."""
LABEL_SHARE = 1 / 15
"""How high the letters of the side are, as a part of the smaller edge; never below the window's own letters."""


class FigureView(QWidget):
    """Paints a figure as large as it fits, on the ground of the window."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._motion: Motion | None = None
        self._portrayal: Portrayal | None = None
        self._label = ""
        self._fullness = 0
        self._kept: dict[int, QPixmap] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._forget)

    @property
    def pictures_kept(self) -> int:
        """How many pictures of the same figure are kept, one for each fullness of the chest."""
        return len(self._kept)

    def show_figure(self, motion: Motion, portrayal: Portrayal, label: str = "", *, breath_s: float = 0.0) -> None:
        """Show ``portrayal``, which belongs to ``motion``, with ``label`` at the stretched hip.

        ``breath_s`` is how long somebody has held still; it repaints only where the picture looks different.
        """
        fullness = _fullness(breath_s) if portrayal.breathes else 0
        same = (motion, portrayal, label) == (self._motion, self._portrayal, self._label)
        if not same:
            self._motion, self._portrayal, self._label = motion, portrayal, label
            self._kept.clear()
        if not same or fullness != self._fullness:
            self._fullness = fullness
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802, D102
        side = self.fontMetrics().height() * 14
        return QSize(side, side)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102
        self._forget()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        if self._motion is None or self._portrayal is None:
            return
        painter = QPainter(self)
        if self._portrayal.changes:
            self._paint(painter, 0.0)
        else:
            painter.drawPixmap(0, 0, self._picture(self._fullness))

    def _picture(self, fullness: int) -> QPixmap:
        """Return the figure with its chest so full, painted when it is first asked for."""
        if fullness not in self._kept:
            ratio = self.devicePixelRatioF()
            pixmap = QPixmap(self.size() * ratio)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            self._paint(painter, fullness / FULLNESS)
            painter.end()
            self._kept[fullness] = pixmap
        return self._kept[fullness]

    def _paint(self, painter: QPainter, breath: float) -> None:
        motion, portrayal = self._motion, self._portrayal
        if motion is None or portrayal is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        figures = FigurePainter(DARK if self._theme.dark else LIGHT, self._theme.palette.ground)
        shown = [(portrayal.figure, 1.0)]
        if portrayal.coming is not None:
            shown = [(portrayal.figure, 1 - portrayal.turned), (portrayal.coming, portrayal.turned)]
        for figure, opacity in shown:
            painter.setOpacity(opacity)
            box = mirrored_box(motion.box) if figure.mirrored else motion.box
            place = placing(box, QRectF(self.rect()))
            figures.paint_scene(painter, figure, place, box.left, box.right)
            figures.paint(painter, figure, place, muscle=motion.picture.muscle, breath=breath)
            if self._label and portrayal.coming is None:
                self._write(painter, figure, place)
        painter.setOpacity(1.0)

    def _write(self, painter: QPainter, figure: Figure, place: QTransform) -> None:
        """Write the side beside the stretched hip, where nothing of the body is, with a thin line to the hip."""
        font = QFont(self.font())
        font.setBold(True)
        letters = max(self.fontInfo().pixelSize(), round(min(self.width(), self.height()) * LABEL_SHARE))
        font.setPixelSize(letters)
        metrics = QFontMetricsF(font)
        size = metrics.size(Qt.TextFlag.TextSingleLine, self._label)
        scale = abs(place.m22())
        hip = figure.stretched.leg.hip
        middle = label_place(figure, size.width() / scale, size.height() / scale)
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

    def _forget(self) -> None:
        self._kept.clear()
        self.update()


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
