"""The report's bars: the minutes a week of each hip, with the band that studies support."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.progress.dose import WEEKLY_TARGET_MIN
from stretchtimer.core.progress.report import Report
from stretchtimer.ui.palette import LIGHT
from stretchtimer.ui.report.sheet import Sheet
from stretchtimer.ui.report.time_axis import TimeAxis
from stretchtimer.ui.report.words import SIDES

MOST_BARS = 110
"""More weeks than these are taken together by month, quarter or year."""


class Bars:
    """The minutes in ``report``."""

    lines = 4.8
    """How high it is."""

    def __init__(self, sheet: Sheet, axis: TimeAxis, report: Report) -> None:
        self._sheet, self._axis = sheet, axis
        _grain, self._bins = report.dose_bins(MOST_BARS)

    def draw(self, top: float) -> None:
        """Draw the bars from ``top`` down: full for the left hip, empty for the right one."""
        axis, painter = self._axis, self._sheet.painter
        least, most = WEEKLY_TARGET_MIN
        highest = max([most * 1.15, *(max(each.left_min, each.right_min) for each in self._bins)])
        height = self.lines * self._sheet.em

        def y(minutes: float) -> float:
            return top + height * (1 - minutes / highest)

        band = QRectF(QPointF(axis.left, y(most)), QPointF(axis.right, y(least)))
        painter.fillRect(band, QColor(LIGHT.good_soft))
        drawn: list[float] = []
        for minutes in (0, most, least, int(highest)):
            # Where bars are high, the band becomes too low for words of its own.
            if all(abs(y(minutes) - other) > self._sheet.em for other in drawn):
                drawn.append(y(minutes))
                axis.line(y(minutes), LIGHT.line if minutes else LIGHT.muted)
                axis.label(y(minutes), _("{n} min").format(n=minutes))
        for each in self._bins:
            begin, end = map(axis.x, each.period)
            half = 0.42 * (end - begin)
            for side, mins in zip(SIDES, (each.left_min, each.right_min), strict=True):
                left = begin if side is Side.LEFT else begin + half
                self._draw_bar(side, QRectF(QPointF(left, y(mins)), QPointF(left + half, y(0))))

    def _draw_bar(self, side: Side, bar: QRectF) -> None:
        colour = LIGHT.stretched if side is Side.LEFT else LIGHT.right
        self._sheet.painter.setPen(self._sheet.pen(colour, 0.05))
        self._sheet.painter.setBrush(QBrush(QColor(colour)) if side is Side.LEFT else Qt.BrushStyle.NoBrush)
        self._sheet.painter.drawRect(bar)
