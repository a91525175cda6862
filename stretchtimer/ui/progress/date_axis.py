"""The time axis of the chart, in the person's local time: years, quarters, months or weeks, whichever fit.

Its unit is the second of the person's own wall clock, counted as if it were UTC. So midnight is always a multiple of
86,400, a week always as long as another, and a test stands at the hour it was for the person, wherever that was.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pyqtgraph as pg
from PySide6.QtCore import QDate, QLineF, QLocale, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QGraphicsWidget, QSizePolicy, QStyleOptionGraphicsItem, QWidget

from stretchtimer.core.language import _
from stretchtimer.core.progress.progress_bins import Grain
from stretchtimer.core.records import Moment

DAY_S = 86_400.0
STEPS = (
    (Grain.WEEK, 1),
    (Grain.WEEK, 2),
    (Grain.MONTH, 1),
    (Grain.QUARTER, 1),
    (Grain.YEAR, 1),
    (Grain.YEAR, 2),
    (Grain.YEAR, 5),
    (Grain.YEAR, 10),
)
"""From one date to the next, from fine to coarse."""
SHORTEST_DAYS = {Grain.WEEK: 7, Grain.MONTH: 28, Grain.QUARTER: 90, Grain.YEAR: 365}


def position(when: Moment | datetime | date) -> float:
    """Return where ``when``, in the person's local time, or the midnight a day begins with, stands on the axis."""
    if isinstance(when, Moment):
        return when.utc.timestamp() + 60 * when.offset_min
    if isinstance(when, datetime):
        return when.replace(tzinfo=UTC).timestamp()
    return datetime(when.year, when.month, when.day, tzinfo=UTC).timestamp()


def day_at(seconds: float) -> date:
    """Return the day in which the position ``seconds`` lies."""
    return datetime.fromtimestamp(seconds, UTC).date()


class DateAxis(QGraphicsWidget):
    """The line under ``box``, with dates, written as the person's language writes them, or without any.

    pyqtgraph's own takes longer to find its ticks than all else in a frame takes.
    """

    def __init__(self, box: pg.ViewBox) -> None:
        super().__init__()
        self._box, self.dated = box, False
        """Whether dates are written."""
        self._pen, self._colour = QPen(), QColor()
        self._rooms: dict[Grain, float] = {}
        """How wide a date is, with the air beside it, in pixels."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.sigXRangeChanged.connect(self._move)

    def show_dates(self, dated: bool) -> None:
        """Write the dates, or leave them to another plot."""
        self.dated = dated
        self._fit()

    def use(self, font: QFont, text: str, line: str) -> None:
        """Use ``font`` and the colours of the ``text`` and of the ``line``."""
        self.setFont(font)
        self._colour, self._pen = QColor(text), pg.mkPen(line)
        self._fit()

    def boundingRect(self) -> QRectF:  # noqa: N802, D102
        # The text of a date at the very edge reaches beyond it.
        beyond = 2 * QFontMetrics(self.font()).height()
        return QRectF(self.rect()).adjusted(-beyond, 0, beyond, 0)

    def paint(  # noqa: D102
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        width = self.size().width()
        painter.setPen(self._pen)
        painter.drawLine(QLineF(0, 0.5, width, 0.5))
        if not self.dated:
            return
        first, end = self._box.viewRange()[0]
        painter.setPen(self._colour)
        painter.setFont(self.font())
        for day, text in self.dates(first, end, (end - first) / DAY_S / max(1.0, width)):
            x = (position(day) - first) / (end - first) * width
            room = QRectF(x - 50, 0, 100, self.size().height())
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)

    def dates(self, first: float, end: float, days_per_pixel: float) -> Iterator[tuple[date, str]]:
        """Yield the days that are written between two positions, and how: as many as have room."""
        steps = (step for step in STEPS if SHORTEST_DAYS[step[0]] * step[1] / days_per_pixel >= self._rooms[step[0]])
        grain, every = next(steps, STEPS[-1])
        period = grain.period(day_at(first))
        last = day_at(end)
        while period.begin <= last:
            if position(period.begin) >= first and _number(period.begin, grain) % every == 0:
                yield period.begin, _text(period.begin, grain)
            period = grain.period(period.end)

    def _move(self, *_box_and_range: object) -> None:
        self.update()

    def _fit(self) -> None:
        metrics, example = QFontMetrics(self.font()), date(2026, 11, 30)
        height = metrics.height()
        self._rooms = {grain: metrics.horizontalAdvance(_text(example, grain)) + height for grain in Grain}
        own_px = round(height * 1.8) if self.dated else height // 2
        self.setMinimumHeight(own_px)
        self.setMaximumHeight(own_px)
        self.update()


def _number(day: date, grain: Grain) -> int:
    """Return a number that grows by one with each period of ``grain`` that may be left out."""
    return day.year if grain is Grain.YEAR else day.toordinal() // 7


def _text(day: date, grain: Grain) -> str:
    """Return the day as it is written, in Qt's words: strftime knows only the language of the C library."""
    form = "yyyy" if grain is Grain.YEAR or day.month == 1 else "MMM"
    if grain is Grain.WEEK:
        # Translators: Qt's format of a day without its year, under a chart.
        form = _("d MMM")
    return QLocale().toString(QDate(day.year, day.month, day.day), form)
