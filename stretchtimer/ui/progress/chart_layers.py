"""The layers that the plots of the chart are made of: marks, joined points, boxes, level lines and notes."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap, QTransform

from stretchtimer.ui.progress.chart_canvas import Frame

NOTHING = np.empty(0)
OUTLINE_PX = 2
BEYOND_PX = 20.0
"""What is farther from the plot than this is not drawn; no mark and no pen is so wide."""


class Stamp(NamedTuple):
    """A mark as a pixmap, and half its width."""

    pixmap: QPixmap
    half_px: float


class Marks:
    """Shapes of a fixed size, in pixels, at points."""

    def __init__(self, shape: QPainterPath, shift_px: float = 0.0) -> None:
        """``shape`` is about one unit wide and high, around the origin. ``shift_px`` moves the marks to the right."""
        self._shape, self._shift_px = shape, shift_px
        self._pen, self._brush = QPen(), QBrush()
        self.xs = self.ys = self.sizes_px = NOTHING
        self._ratio: float | None = None
        """Of the screen for which there are stamps."""
        self._stamps: dict[float, Stamp] = {}
        """By the size."""

    def paint(self, pen: QPen, brush: QColor | QBrush) -> None:
        """Use the outline ``pen`` and the fill ``brush``."""
        self._pen, self._brush = pen, QBrush(brush)
        self._stamps.clear()

    def place(self, xs: np.ndarray, ys: np.ndarray, sizes_px: float | np.ndarray) -> None:
        """Stand at ``xs`` and ``ys``; sizes are taken to half a pixel."""
        self.xs, self.ys = xs, ys
        self.sizes_px = np.round(2 * np.broadcast_to(sizes_px, xs.shape)) / 2

    def draw(self, painter: QPainter, frame: Frame) -> None:
        """Draw what is seen in ``frame``."""
        beyond = BEYOND_PX * frame.per_pixel
        seen = np.flatnonzero((self.xs > frame.first - beyond) & (self.xs < frame.end + beyond))
        places = (frame.x(self.xs[seen]) + self._shift_px, frame.y(self.ys[seen]), self.sizes_px[seen])
        draw = self._draw_outline if frame.ratio is None else self._draw_stamp
        if frame.ratio != self._ratio:
            self._ratio = frame.ratio
            self._stamps.clear()
        for x, y, size_px in zip(*(each.tolist() for each in places), strict=True):
            draw(painter, x, y, size_px)

    def _draw_outline(self, painter: QPainter, x: float, y: float, size_px: float) -> None:
        painter.save()
        painter.translate(x, y)
        self._draw_one(painter, size_px)
        painter.restore()

    def _draw_stamp(self, painter: QPainter, x: float, y: float, size_px: float) -> None:
        stamp, half = self._stamps.get(size_px) or self._cut(size_px)
        painter.drawPixmap(round(x - half), round(y - half), stamp)

    def _cut(self, size_px: float) -> Stamp:
        """Return the mark as a pixmap, which is many times as quick to draw as its outline."""
        ratio, bounds = self._ratio or 1.0, self._shape.boundingRect()
        side = ceil((max(bounds.width(), bounds.height()) * size_px + self._pen.widthF() + 2) * ratio)
        pixmap = QPixmap(side, side)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(side / ratio / 2, side / ratio / 2)
        self._draw_one(painter, size_px)
        painter.end()
        stamp = self._stamps[size_px] = Stamp(pixmap, side / ratio / 2)
        return stamp

    def _draw_one(self, painter: QPainter, size_px: float) -> None:
        painter.setPen(self._pen)
        painter.setBrush(self._brush)
        painter.drawPath(QTransform.fromScale(size_px, size_px).map(self._shape))


class Run(NamedTuple):
    """Points that are joined, in the order of time."""

    xs: np.ndarray
    ys: np.ndarray
    name: str = ""

    def seen(self, frame: Frame) -> tuple[int, int]:
        """Return the number of the first point that is seen in ``frame``, and that of the first one after those."""
        begin, end = np.searchsorted(self.xs, (frame.first, frame.end)).tolist()
        return begin, end

    def points(self, frame: Frame, begin: int, end: int) -> list[QPointF]:
        """Return where the points from ``begin`` to before ``end`` stand."""
        xs, ys = frame.x(self.xs[begin:end]), frame.y(self.ys[begin:end])
        return list(map(QPointF, xs.tolist(), ys.tolist()))


class Curve:
    """Runs of joined points; one run is never joined with another."""

    def __init__(self) -> None:
        self.runs: tuple[Run, ...] = ()
        self._pen = QPen()

    def paint(self, pen: QPen) -> None:
        """Use ``pen``."""
        self._pen = pen

    def place(self, runs: Sequence[Run]) -> None:
        """Join each of ``runs``."""
        self.runs = tuple(runs)

    def draw(self, painter: QPainter, frame: Frame) -> None:
        """Draw what is seen in ``frame``, and one point on either side of it."""
        painter.setPen(self._pen)
        for run in self.runs:
            begin, end = run.seen(frame)
            painter.drawPolyline(run.points(frame, max(0, begin - 1), end + 1))


class Names:
    """The names of the runs of ``curve``, each over the first point that is seen."""

    def __init__(self, curve: Curve) -> None:
        self._curve = curve
        self._colour, self._font = QColor(), QFont()

    def paint(self, colour: QColor, font: QFont) -> None:
        """Use ``colour`` and ``font``."""
        self._colour, self._font = colour, font

    def draw(self, painter: QPainter, frame: Frame) -> None:
        """Draw what is seen in ``frame``."""
        painter.setPen(self._colour)
        painter.setFont(self._font)
        metrics = QFontMetricsF(self._font)
        for run in self._curve.runs:
            begin, end = run.seen(frame)
            if run.name and begin < end:
                (point,) = run.points(frame, begin, begin + 1)
                size = metrics.size(0, run.name)
                text = QRectF(point - QPointF(0, 1.4 * size.height()), size)
                painter.drawText(frame.room_for(text, 1.8 * size.height()), Qt.AlignmentFlag.AlignLeft, run.name)


class Boxes:
    """Rectangles: bars and bands."""

    def __init__(self) -> None:
        self.x0s = self.x1s = self.y0s = self.y1s = NOTHING
        self._fill = QColor()
        self._outline: QColor | None = None

    def paint(self, fill: QColor, outline: QColor | None = None) -> None:
        """Use the colours ``fill`` and ``outline``."""
        self._fill, self._outline = fill, outline

    def place(self, x0s: np.ndarray, x1s: np.ndarray, y0s: np.ndarray, y1s: np.ndarray) -> None:
        """Reach from ``x0s`` to ``x1s``, which may be infinite, and from ``y0s`` up to ``y1s``."""
        self.x0s, self.x1s, self.y0s, self.y1s = x0s, x1s, y0s, y1s

    def draw(self, painter: QPainter, frame: Frame) -> None:
        """Draw what is seen in ``frame``, on whole pixels: smooth edges would take ten times as long."""
        seen = np.flatnonzero((self.x1s > frame.first) & (self.x0s < frame.end))
        # A box that begins or ends far outside is cut where its outline is not seen.
        edges = (np.clip(frame.x(xs[seen]), -BEYOND_PX, frame.width + BEYOND_PX) for xs in (self.x0s, self.x1s))
        lefts, rights = map(np.rint, edges)
        tops, bottoms = (np.rint(frame.y(ys[seen])) for ys in (self.y1s, self.y0s))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        rects = list(map(QRectF, lefts.tolist(), tops.tolist(), (rights - lefts).tolist(), (bottoms - tops).tolist()))
        if self._outline is not None:
            painter.setBrush(self._outline)
            painter.drawRects(rects)
            inner = (rect.adjusted(OUTLINE_PX, OUTLINE_PX, -OUTLINE_PX, -OUTLINE_PX) for rect in rects)
            rects = [rect for rect in inner if rect.isValid()]
        painter.setBrush(self._fill)
        painter.drawRects(rects)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)


class Rules:
    """Level lines over the whole width."""

    def __init__(self) -> None:
        self.heights: tuple[float, ...] = ()
        self._pen = QPen()

    def paint(self, pen: QPen) -> None:
        """Use ``pen``."""
        self._pen = pen

    def place(self, heights: Sequence[float]) -> None:
        """Stand at ``heights``."""
        self.heights = tuple(heights)

    def draw(self, painter: QPainter, frame: Frame) -> None:
        """Draw what is seen in ``frame``."""
        painter.setPen(self._pen)
        for height in self.heights:
            y = frame.y(height)
            painter.drawLine(QPointF(0, y), QPointF(frame.width, y))


class Note:
    """A text that stands at the left or the right edge, however far the time is moved."""

    def __init__(self, align: Qt.AlignmentFlag) -> None:
        """``align`` says at which edge, and which part of the text is at its height."""
        self.text, self._height, self._align = "", 0.0, align
        self._colour, self._font = QColor(), QFont()

    def paint(self, colour: QColor, font: QFont) -> None:
        """Use ``colour`` and ``font``."""
        self._colour, self._font = colour, font

    def place(self, text: str, height: float) -> None:
        """Show ``text`` at ``height``; none if it is empty."""
        self.text, self._height = text, height

    def draw(self, painter: QPainter, frame: Frame) -> None:
        """Draw what is seen in ``frame``."""
        line = QFontMetricsF(self._font).height()
        shares = {Qt.AlignmentFlag.AlignTop: 0.0, Qt.AlignmentFlag.AlignVCenter: 0.5, Qt.AlignmentFlag.AlignBottom: 1.0}
        share = shares[self._align & Qt.AlignmentFlag.AlignVertical_Mask]
        painter.setPen(self._colour)
        painter.setFont(self._font)
        air = line / 4
        room = QRectF(air, frame.y(self._height) - share * line, frame.width - 2 * air, line)
        painter.drawText(room, self._align, self.text)
