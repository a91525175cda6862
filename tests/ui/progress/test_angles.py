"""The plot of angles, and the words of the cards over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.progress.angle_lane import Standing, angle_points, band_of
from stretchtimer.core.progress.progress import ProgressView, progress_view
from stretchtimer.core.progress.progress_bins import Grain
from stretchtimer.core.progress.trend import series_of
from stretchtimer.core.records import SelfTestRecord
from stretchtimer.core.selftest.measurement import BackFlat, Method
from stretchtimer.core.theme_choice import ThemeChoice
from stretchtimer.ui.progress.angles_plot import AnglesPlot
from stretchtimer.ui.progress.chart import Chart
from stretchtimer.ui.progress.chart_rows import RowName
from stretchtimer.ui.progress.date_axis import position
from stretchtimer.ui.progress.lanes_plot import LanesPlot
from stretchtimer.ui.progress.progress_page import ProgressPage
from stretchtimer.ui.theme import Theme
from tests import history_years
from tests.reported import measured
from tests.taken import NOW, PASSED, dose, taken

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
Show = Callable[[ProgressView], ProgressPage]
IMPROVING = tuple(measured(7.0 * (8 - n), 15 if n < 4 else 5, 10, number=n + 1) for n in range(9))


def view_of(*tests: SelfTestRecord) -> ProgressView:
    return progress_view(tests, [dose(week, 6.0, 6.0) for week in range(9)], NOW)


@pytest.fixture
def show(qapp: QApplication, qtbot: QtBot) -> Iterator[Show]:
    theme = Theme(qapp, ThemeChoice.LIGHT)

    def show(view: ProgressView) -> ProgressPage:
        page = ProgressPage(theme)
        qtbot.addWidget(page)
        page.resize(1065, 900)
        page.set_view(view)
        with qtbot.waitExposed(page):
            page.show()
        qtbot.waitUntil(lambda: page.findChild(Chart) is not None and chart_of(page).isVisible())
        return page

    yield show
    theme.deleteLater()
    qapp.setStyleSheet("")


def chart_of(page: ProgressPage) -> Chart:
    chart = page.findChild(Chart)
    assert isinstance(chart, Chart)
    return chart


def part(chart: Chart, name: RowName) -> AnglesPlot:
    found = chart._rows[name].part
    assert isinstance(found, AnglesPlot)
    return found


def shown(page: ProgressPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text())


def button(page: ProgressPage, text: str) -> QPushButton:
    return next(each for each in page.findChildren(QPushButton) if each.text() == text)


def standings(*tests: SelfTestRecord, side: Side = Side.LEFT) -> list[Standing]:
    series = next(each for each in series_of(tests) if each.kind.side is side)
    return [point.standing for point in angle_points(series, None)]


@pytest.mark.parametrize(
    ("angle", "standing"),
    [(5.0, Standing.OUTSIDE), (5.1, Standing.INSIDE), (14.9, Standing.INSIDE), (15.0, Standing.OUTSIDE)],
)
def test_a_point_is_inside_the_band_up_to_the_error(angle: float, standing: Standing) -> None:
    start = [measured(40 - 7 * n, 10, 10, number=n) for n in range(3)]
    assert standings(*start, measured(5, angle, 10, number=9))[-1] is standing


def test_a_result_that_is_not_used_is_apart() -> None:
    bad = measured(7, 10, 10, number=2, back=BackFlat.NO)
    assert standings(measured(20, 10, 10, number=1), bad) == [Standing.INSIDE, Standing.APART]
    assert standings(bad) == [Standing.APART]


def test_of_a_longer_time_only_what_counts_is_taken_together() -> None:
    tests = [measured(3 * n, 10.0 + n, 9, number=n + 1) for n in range(4)]
    tests.append(measured(1, 40, 9, number=9, back=BackFlat.NO))
    series = next(each for each in series_of(tests) if each.kind.side is Side.LEFT)
    points = angle_points(series, Grain.YEAR)
    assert [point.angle_deg for point in points] == [11.5]
    band = band_of(series)
    assert band is not None
    assert (band.low_deg, band.high_deg) == (7.0, 17.0)


def test_two_ways_of_measuring_are_never_joined(show: Show) -> None:
    by_photo = [measured(20 - n * 5, 8, 8, number=20 + n, method=Method.PHOTO) for n in range(3)]
    chart = chart_of(show(view_of(*IMPROVING[:4], *by_photo)))
    chart.show_apart(True)
    _xs, ys = part(chart, RowName.ANGLES)._hips[Side.LEFT]._line.getData()
    breaks = np.flatnonzero(np.isnan(ys))
    runs = [run[~np.isnan(run)].tolist() for run in np.split(ys, breaks)]
    assert sorted(filter(None, runs)) == [[8.0] * 3, [15.0] * 4]


def test_the_cards_say_the_label_and_the_numbers(show: Show) -> None:
    words = shown(show(view_of(*IMPROVING)))
    assert "Left hip\nImproved\n+15° → +5°: 10° better, outside the error of 5°." in words
    assert "Right hip\nPlateau" in words


def test_by_eye_there_is_no_plot_of_angles(show: Show) -> None:
    page = show(view_of(taken(1, PASSED, None)))
    assert chart_of(page)._shown == (RowName.LANES, RowName.WEEKS)
    assert not button(page, "Hips apart").isVisible()


def test_the_hips_can_be_shown_apart_and_what_was_felt_too(show: Show) -> None:
    page = show(view_of(*IMPROVING))
    chart = chart_of(page)
    assert chart._shown == (RowName.ANGLES, RowName.LANES, RowName.WEEKS)
    button(page, "Hips apart").click()
    button(page, "Tightness and pain").click()
    assert chart._shown == tuple(RowName)
    spans = {chart._rows[name].plot.vb.viewRange()[0][0] for name in chart._shown}
    assert len(spans) == 1, "one time axis"
    heights = {tuple(chart._rows[name].plot.vb.viewRange()[1]) for name in (RowName.ANGLES, RowName.ANGLES_RIGHT)}
    assert len(heights) == 1, "one scale"
    left, right = (
        [hip._marks[Standing.INSIDE].points() for hip in part(chart, name)._hips.values()]
        for name in (RowName.ANGLES, RowName.ANGLES_RIGHT)
    )
    assert len(left[0])
    assert not len(left[1])
    assert len(right[1])
    assert not len(right[0])
    button(page, "Hips apart").click()
    assert RowName.ANGLES_RIGHT not in chart._shown


def test_why_a_point_is_hollow_is_said_under_the_pointer_and_in_the_table(show: Show) -> None:
    tests = (*IMPROVING[:-1], measured(1, 30, 10, number=30, back=BackFlat.NO))
    page = show(view_of(*tests))
    chart = chart_of(page)
    place = chart._rows[RowName.ANGLES].plot.vb.mapViewToScene(QPointF(position(tests[-1].at.local), 9.0))
    chart.scene().sigMouseMoved.emit(place)
    assert "left: not used for the trend: the low back did not lie flat" in shown(page)
    inside = chart._rows[RowName.ANGLES].plot.vb.mapViewToScene(QPointF(position(tests[-2].at.local), 9.0))
    chart.scene().sigMouseMoved.emit(inside)
    assert "right: inside the error of 5° around +10°" in shown(page)
    button(page, "Table").click()
    model = page._tables._tests.model()
    remarks = [model.index(row, 3).data() for row in range(model.rowCount())]
    assert any("not used for the trend, left: the low back did not lie flat" in words for words in remarks)


def test_the_axis_prints_which_way_is_positive(show: Show) -> None:
    chart = chart_of(show(view_of(*IMPROVING)))
    assert "+ above level" in chart._rows[RowName.ANGLES].plot.getAxis("left").labelText


def test_a_year_of_daily_tests_becomes_medians(show: Show) -> None:
    page = show(view_of(*history_years.tests(365, 1)))
    chart = chart_of(page)
    button(page, "4 weeks").click()
    assert part(chart, RowName.ANGLES).grain is None
    button(page, "All").click()
    assert part(chart, RowName.ANGLES).grain is Grain.WEEK


def test_the_band_begins_with_the_first_result_that_counts() -> None:
    tests = (measured(30, 10, 10, number=1, back=BackFlat.NO), measured(20, 10, 10, number=2), IMPROVING[-1])
    band = band_of(series_of(tests)[0])
    assert band is not None
    assert band.first == tests[1].at.local.date()


def test_one_measured_result_is_one_hollow_mark(show: Show) -> None:
    page = show(view_of(measured(1, 10, 4, number=1)))
    plot = part(chart_of(page), RowName.ANGLES)
    for hip in plot._hips.values():
        counts = {standing: len(marks.points()) for standing, marks in hip._marks.items()}
        assert counts == {Standing.OUTSIDE: 0, Standing.INSIDE: 1, Standing.APART: 0}
    assert "It takes three, over two weeks." in shown(page)


def test_the_table_lists_each_series_with_its_label(show: Show) -> None:
    by_photo = measured(1, 8, 8, number=20, method=Method.PHOTO)
    page = show(view_of(*IMPROVING[:-1], by_photo))
    button(page, "Table").click()
    model = page._tables._trends.model()
    rows = sorted(tuple(model.index(row, column).data() for column in range(3)) for row in range(model.rowCount()))
    assert rows == [
        ("Left hip", "On the floor, by phone", "Improved"),
        ("Left hip", "On the floor, by photograph", "Too early to say"),
        ("Right hip", "On the floor, by phone", "Plateau"),
        ("Right hip", "On the floor, by photograph", "Too early to say"),
    ]


def test_low_lanes_hold_the_largest_of_their_marks(show: Show) -> None:
    page = show(view_of(*history_years.tests(365, 1)))
    button(page, "All").click()
    lanes = chart_of(page)._rows[RowName.LANES].part
    assert isinstance(lanes, LanesPlot)
    assert lanes.grain is not None
    low, high = lanes.plot.vb.viewRange()[1]
    per_pixel = lanes.plot.vb.viewPixelSize()[1]
    for marks in lanes._marks.values():
        for point in marks.points():
            reach = point.size() / 2 * per_pixel
            assert low < point.pos().y() - reach
            assert point.pos().y() + reach < high
