"""The dates under a plot."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pyqtgraph as pg
import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from stretchtimer.core.records import Moment
from stretchtimer.ui.progress.date_axis import DAY_S, DateAxis, day_at, position

FIRST, END = position(date(2020, 1, 15)), position(date(2030, 1, 15))


@pytest.fixture
def axis(qapp: QApplication) -> Iterator[DateAxis]:
    box = pg.ViewBox(enableMenu=False)
    axis = DateAxis(box)
    axis.use(qapp.font(), "black", "grey")
    axis.show_dates(True)
    yield axis


def dates(axis: DateAxis, days: float, width: float) -> list[tuple[date, str]]:
    return list(axis.dates(FIRST, FIRST + days * DAY_S, days / width))


@pytest.mark.parametrize(
    ("days", "written"),
    [
        (28, ["20 Jan", "27 Jan", "3 Feb", "10 Feb"]),
        (365, ["Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "2021"]),
        (1460, ["Apr", "Jul", "Oct", "2021", "Apr", "Jul", "Oct", "2022", "Apr", "Jul", "Oct", "2023", "Apr", "Jul",
                "Oct", "2024"]),
        (3650, ["2021", "2022", "2023", "2024", "2025", "2026", "2027", "2028", "2029", "2030"]),
    ],
)  # fmt: skip
def test_the_finest_dates_are_written_that_have_room(axis: DateAxis, days: int, written: list[str]) -> None:
    assert [text for _day, text in dates(axis, days, 800)] == written


def test_a_date_stands_at_the_begin_of_what_it_names(axis: DateAxis) -> None:
    assert dates(axis, 28, 800)[0][0] == date(2020, 1, 20)
    assert dates(axis, 365, 800)[0][0] == date(2020, 2, 1)
    assert dates(axis, 3650, 800)[0][0] == date(2021, 1, 1)


@pytest.mark.parametrize("width", [120, 300, 800, 1700])
@pytest.mark.parametrize("days", [14, 29, 60, 91, 200, 365, 800, 1500, 3650, 9000])
def test_no_date_reaches_into_the_next(axis: DateAxis, days: int, width: int) -> None:
    metrics = QFontMetrics(axis.font())
    for (day, text), (after, next_text) in pairwise(dates(axis, days, width)):
        room = (position(after) - position(day)) / DAY_S / days * width
        assert room > (metrics.horizontalAdvance(text) + metrics.horizontalAdvance(next_text)) / 2


def test_a_moment_stands_at_the_hour_that_it_was_for_the_person() -> None:
    late = Moment.parse("2026-11-21T23:30:00+05:30")
    assert day_at(position(late)) == date(2026, 11, 21)
    assert position(late) == position(late.local)
