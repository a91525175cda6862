"""The chart of the report: angles, outcomes and minutes one above the other, on one time axis.

Hips and outcomes are told apart by shape, fill and words as well as by colour: it may be printed in black and white.
"""

from __future__ import annotations

from stretchtimer.core.language import _
from stretchtimer.core.progress.report import Report
from stretchtimer.ui.report.angles import Angles
from stretchtimer.ui.report.bars import Bars
from stretchtimer.ui.report.lanes import Lanes
from stretchtimer.ui.report.sheet import Sheet
from stretchtimer.ui.report.time_axis import TimeAxis

GAP_LINES = 0.6
DATE_LINES = 1.5
MOST_SERIES = 2
"""So many methods have a plot of their own; the tables have them all."""


def draw_chart(sheet: Sheet, report: Report) -> None:
    """Draw what there is of ``report`` over time, and under it what the shapes mean."""
    axis = TimeAxis(sheet, report)
    series = report.angles[:MOST_SERIES]
    parts: list[Angles | Lanes | Bars] = [Angles(sheet, axis, report, each) for each in series]
    if report.progress.tests:
        parts.append(Lanes(sheet, axis, report))
    parts.append(Bars(sheet, axis, report))
    lines = sum(part.lines + GAP_LINES for part in parts) - GAP_LINES
    top = sheet.picture(lines + DATE_LINES).top()
    sheet.painter.setFont(sheet.font(0.85))
    axis.draw(top, top + lines * sheet.em)
    for part in parts:
        part.draw(top)
        top += (part.lines + GAP_LINES) * sheet.em
    sheet.paragraph(_legend_words(measured=bool(series)), muted=True)


def _legend_words(*, measured: bool) -> str:
    bars = _(
        "Full bars: minutes a week of the left hip; empty bars: the right hip; the band: the 5 to 10 minutes that "
        "studies support. Where there are many tests, a mark stands for a month or more."
    )
    if not measured:
        return bars
    angles = _(
        "Discs and full lines: left hip; squares and broken lines: right hip; hollow: not comparable, for the reason "
        "that the list of tests gives. Strips: the error band around the first results of each hip."
    )
    return f"{angles} {bars}"
