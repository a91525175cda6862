"""The report's lanes: for each hip a line for each outcome, with a mark for each test."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QPointF

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.progress.progress_bins import grain_of, result_bins
from stretchtimer.core.progress.report import Report
from stretchtimer.core.records import Outcome
from stretchtimer.core.selftest.selftest import hip_title, outcome_name
from stretchtimer.ui.outcome_mark import mark_brush, mark_path, mark_pen
from stretchtimer.ui.palette import LIGHT
from stretchtimer.ui.report.sheet import Sheet
from stretchtimer.ui.report.time_axis import TimeAxis
from stretchtimer.ui.report.words import SIDES

LANE_LINES = 1.2
MOST_MARKS = 40
"""So many marks fit beside each other; more tests are taken together by month, quarter or year."""


class Lanes:
    """The outcomes of the tests in ``report``."""

    def __init__(self, sheet: Sheet, axis: TimeAxis, report: Report) -> None:
        self._sheet, self._axis, self._tests = sheet, axis, report.progress.tests
        stopped = any(test.result_of(side) is Outcome.STOPPED for test in self._tests for side in SIDES)
        self._outcomes = tuple(Outcome) if stopped else (Outcome.PASSED, Outcome.LIFTED)

    @property
    def lines(self) -> float:
        """How high it is."""
        return len(SIDES) * len(self._outcomes) * LANE_LINES

    def draw(self, top: float) -> None:
        """Draw all lanes from ``top`` down."""
        rows = [(side, outcome) for side in SIDES for outcome in self._outcomes]
        for row, (side, outcome) in enumerate(rows):
            y = top + (row + 0.5) * LANE_LINES * self._sheet.em
            title = outcome_name(outcome)
            if outcome is self._outcomes[0]:
                title = _("{hip}: {outcome}").format(hip=hip_title(side), outcome=title)
            self._axis.label(y, title)
            self._axis.line(y, LIGHT.line)
            for day, share in self._marks(side, outcome):
                self._draw_mark(outcome, QPointF(self._axis.x(day), y), share)

    def _marks(self, side: Side, outcome: Outcome) -> Iterator[tuple[date, float]]:
        """Yield the day of each mark, and which share of the tests that it stands for had ``outcome``."""
        if len(self._tests) <= MOST_MARKS:
            for test in self._tests:
                if test.result_of(side) is outcome:
                    yield test.at.local.date(), 1.0
            return
        for each in result_bins(self._tests, grain_of(self._axis.days / MOST_MARKS)):
            counts = each.counts(side)
            if counts.of(outcome):
                middle = each.period.begin + (each.period.end - each.period.begin) / 2
                yield middle, counts.of(outcome) / sum(counts)

    def _draw_mark(self, outcome: Outcome, place: QPointF, share: float) -> None:
        em, painter = self._sheet.em, self._sheet.painter
        size = em * (0.3 + 0.4 * share)
        painter.save()
        painter.translate(place)
        painter.scale(size, size)
        painter.setPen(mark_pen(outcome, LIGHT, 0.09 * em))
        painter.setBrush(mark_brush(outcome, LIGHT))
        painter.drawPath(mark_path(outcome))
        painter.restore()
