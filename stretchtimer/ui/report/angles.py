"""The report's angles: what one method measured in one position, over time."""

from __future__ import annotations

from itertools import count, takewhile

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPolygonF

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.progress.report import AnglePoint, AngleSeries, Report, thinned
from stretchtimer.core.selftest.measurement_words import degrees_words, method_name, protocol_name
from stretchtimer.ui.palette import LIGHT
from stretchtimer.ui.report.sheet import Sheet
from stretchtimer.ui.report.time_axis import TimeAxis
from stretchtimer.ui.report.words import SIDES

MOST_POINTS = 60
BAND_OPACITY = 0.12


class Angles:
    """The angles of ``series``."""

    lines = 8.0
    """How high it is, with its title."""

    def __init__(self, sheet: Sheet, axis: TimeAxis, report: Report, series: AngleSeries) -> None:
        self._sheet, self._axis, self._series = sheet, axis, series
        self._bands = {side: report.band(series, side) for side in SIDES}
        self._points = {side: thinned(series.of(side), MOST_POINTS) for side in SIDES}
        angles = [point.angle_deg for points in self._points.values() for point in points]
        self._least, self._most = min(0.0, *angles) - 2, max(10.0, *angles) + 2

    def draw(self, top: float) -> None:
        """Draw the title, the scale and both hips from ``top`` down."""
        em, painter = self._sheet.em, self._sheet.painter
        painter.setPen(QColor(LIGHT.muted))
        title = _("{method}, {position}: degrees of the thigh, above the horizontal positive").format(
            method=method_name(self._series.method), position=protocol_name(self._series.protocol).lower()
        )
        box = QRectF(self._axis.left, top, self._axis.right - self._axis.left, 1.3 * em)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        self._top = top + 1.3 * em
        step = 5 if self._most - self._least < 30 else 10
        lowest = -(-self._least // step) * step
        for angle in takewhile(lambda angle: angle <= self._most, count(lowest, step)):
            self._axis.line(self._y(angle), LIGHT.line if angle else LIGHT.muted)
            self._axis.label(self._y(angle), degrees_words(angle))
        for side in SIDES:
            self._draw_band(side)
        for side in SIDES:
            self._draw_hip(side)

    def _y(self, angle_deg: float) -> float:
        height = (self.lines - 1.3) * self._sheet.em
        return self._top + height * (self._most - angle_deg) / (self._most - self._least)

    def _draw_band(self, side: Side) -> None:
        """Draw the error band, as far as it is on the scale."""
        band = self._bands[side]
        if band is None:
            return
        left, right = self._axis.x(band.first), self._axis.x(band.last)
        top, bottom = (self._y(min(max(each, self._least), self._most)) for each in (band.high_deg, band.low_deg))
        tint = QColor(_colour(side))
        tint.setAlphaF(BAND_OPACITY)
        self._sheet.painter.fillRect(QRectF(left, top, right - left, bottom - top), tint)

    def _draw_hip(self, side: Side) -> None:
        painter, points = self._sheet.painter, self._points[side]
        pen = self._sheet.pen(_colour(side), 0.1)
        pen.setStyle(Qt.PenStyle.SolidLine if side is Side.LEFT else Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF([self._place(point) for point in points if point.compared]))
        painter.setPen(self._sheet.pen(_colour(side), 0.1))
        for point in points:
            self._draw_point(side, self._place(point), filled=point.compared)

    def _draw_point(self, side: Side, place: QPointF, *, filled: bool) -> None:
        """Draw a disc for the left hip, a square for the right one; hollow where it is not compared."""
        radius = 0.24 * self._sheet.em
        self._sheet.painter.setBrush(QColor(_colour(side) if filled else LIGHT.surface))
        if side is Side.LEFT:
            self._sheet.painter.drawEllipse(place, radius, radius)
        else:
            self._sheet.painter.drawRect(QRectF(place - QPointF(radius, radius), place + QPointF(radius, radius)))

    def _place(self, point: AnglePoint) -> QPointF:
        return QPointF(self._axis.x(point.day), self._y(point.angle_deg))


def _colour(side: Side) -> str:
    return LIGHT.stretched if side is Side.LEFT else LIGHT.right
