"""The time axis that all parts of the report's chart share."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLineF, QLocale, QRectF, Qt
from PySide6.QtGui import QColor

from stretchtimer.core.language import _
from stretchtimer.core.progress.progress_bins import Grain, grain_of
from stretchtimer.core.progress.report import Report
from stretchtimer.ui.palette import LIGHT
from stretchtimer.ui.report.sheet import Sheet
from stretchtimer.ui.report.words import month_words

LABEL_EMS = 9.0
"""The room for words before the axis."""
EDGE_EMS = 0.7
"""The room for half a mark at both ends."""
MOST_DATES = 8
_UNDER = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop


class TimeAxis:
    """The days of ``report`` across ``sheet``."""

    def __init__(self, sheet: Sheet, report: Report) -> None:
        self._sheet = sheet
        # A bar begins on the Monday of its week.
        self.first = min([report.first, *(week.monday for week in report.weeks[:1])])
        self.last = report.last
        self.days = max((self.last - self.first).days + 1, 7)
        self.left, self.right = LABEL_EMS * sheet.em, sheet.width

    def x(self, day: date) -> float:
        """Return where ``day`` begins; days outside are at the ends."""
        edge = EDGE_EMS * self._sheet.em
        share = min(max((day - self.first).days / self.days, 0.0), 1.0)
        return self.left + edge + (self.right - self.left - 2 * edge) * share

    def line(self, y: float, colour: str) -> None:
        """Draw a line across the chart at ``y``."""
        self._sheet.painter.setPen(self._sheet.pen(colour, 0.05))
        self._sheet.painter.drawLine(QLineF(self.left, y, self.right, y))

    def label(self, y: float, words: str) -> None:
        """Write ``words`` before the axis, their middle at ``y``."""
        em = self._sheet.em
        self._sheet.painter.setPen(QColor(LIGHT.text))
        box = QRectF(0, y - em, self.left - 0.5 * em, 2 * em)
        self._sheet.painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def draw(self, top: float, bottom: float) -> None:
        """Draw as many dates as have room, and their lines from ``top`` to ``bottom``."""
        painter, em = self._sheet.painter, self._sheet.em
        grain = grain_of(self.days / MOST_DATES)
        begin = grain.period(self.first).begin
        while begin <= self.last:
            if begin >= self.first:
                x = self.x(begin)
                painter.setPen(self._sheet.pen(LIGHT.line, 0.04))
                painter.drawLine(QLineF(x, top, x, bottom))
                painter.setPen(QColor(LIGHT.text))
                box = QRectF(x - 5 * em, bottom + 0.2 * em, 10 * em, 1.5 * em)
                painter.drawText(
                    box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, _date_words(begin, grain)
                )
            begin = grain.period(begin).end


def _date_words(day: date, grain: Grain) -> str:
    if grain is Grain.YEAR:
        return str(day.year)
    if grain is Grain.WEEK:
        # Translators: Qt's format of a day without its year.
        return QLocale().toString(QDate(day.year, day.month, day.day), _("d MMM"))
    return month_words(grain.period(day))
