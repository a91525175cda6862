"""The plot of angles, and the words of the cards over it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.progress.angle_lane import Standing, angle_points, band_of
from stretchtimer.core.progress.progress import ProgressView, progress_view
from stretchtimer.core.progress.progress_bins import Grain
from stretchtimer.core.progress.trend import series_of
from stretchtimer.core.records import SelfTestRecord
from stretchtimer.core.selftest.measurement import BackFlat, Method
from stretchtimer.core.selftest.measurement_words import method_name
from stretchtimer.core.theme_choice import ThemeChoice
from stretchtimer.ui.progress.angles_plot import AnglesPlot
from stretchtimer.ui.progress.chart import Chart
from stretchtimer.ui.progress.chart_canvas import Frame
from stretchtimer.ui.progress.chart_row import HALVES, RowName
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
    runs = part(chart, RowName.ANGLES)._hips[Side.LEFT].line.runs
    assert sorted(run.ys.tolist() for run in runs) == [[8.0] * 3, [15.0] * 4]
    assert {run.name for run in runs} == {method_name(Method.PHOTO), method_name(Method.PHONE)}


def test_the_cards_say_the_label_and_the_numbers(show: Show) -> None:
    words = shown(show(view_of(*IMPROVING)))
    assert "Left hip\nImproved\n+15° → +5°: 10° better, outside the error of 5°." in words
    assert "Right hip\nPlateau" in words


def test_by_eye_there_is_no_plot_of_angles(show: Show) -> None:
    page = show(view_of(taken(1, PASSED, None)))
    assert chart_of(page)._rows.shown == (RowName.LANES, RowName.WEEKS)
    assert not button(page, "Hips apart").isVisible()


def test_the_hips_can_be_shown_apart_and_what_was_felt_too(show: Show) -> None:
    page = show(view_of(*IMPROVING))
    chart = chart_of(page)
    assert chart._rows.shown == (RowName.ANGLES, RowName.LANES, RowName.WEEKS)
    button(page, "Hips apart").click()
    button(page, "Tightness and pain").click()
    assert chart._rows.shown == tuple(RowName)
    spans = {chart._rows[name].plot.box.viewRange()[0][0] for name in chart._rows.shown}
    assert len(spans) == 1, "one time axis"
    heights = {tuple(chart._rows[name].plot.box.viewRange()[1]) for name in (RowName.ANGLES, RowName.ANGLES_RIGHT)}
    assert len(heights) == 1, "one scale"
    left, right = (
        [hip.marks[Standing.INSIDE].xs for hip in part(chart, name)._hips.values()]
        for name in (RowName.ANGLES, RowName.ANGLES_RIGHT)
    )
    assert len(left[0])
    assert not len(left[1])
    assert len(right[1])
    assert not len(right[0])
    button(page, "Hips apart").click()
    assert RowName.ANGLES_RIGHT not in chart._rows.shown


@pytest.mark.parametrize(("width", "stacked"), [(1400, False), (700, True)])
def test_the_hips_stand_side_by_side_where_there_is_room(show: Show, width: int, stacked: bool) -> None:
    page = show(view_of(*IMPROVING))
    chart = chart_of(page)
    button(page, "Hips apart").click()
    page.resize(width, 900)
    assert chart.stacked is stacked
    left, right = (chart._rows[name].plot.geometry() for name in HALVES)
    assert (left.width(), left.height()) == (right.width(), right.height())
    assert (left.top() < right.top(), left.left() < right.left()) == (stacked, not stacked)
    assert {chart._rows[name].plot.span for name in chart._rows.shown} == {chart.span}


@pytest.mark.parametrize("width", [600, 1065, 1700])
def test_the_rows_fill_the_chart_whatever_is_shown(show: Show, width: int) -> None:
    page = show(view_of(*IMPROVING))
    chart = chart_of(page)
    page.resize(width, 900)
    for text in ("Hips apart", "Tightness and pain", "Hips apart", "Tightness and pain"):
        button(page, text).click()
        places = [chart._rows[name].plot.geometry() for name in chart._rows.shown]
        assert max(place.bottom() for place in places) == pytest.approx(chart.height())
        assert all(0 <= place.left() < place.right() <= chart.width() for place in places)


def test_side_by_side_each_hip_has_dates_of_its_own(show: Show) -> None:
    page = show(view_of(*IMPROVING))
    chart = chart_of(page)

    def dated() -> list[RowName]:
        return [name for name in chart._rows.shown if chart._rows[name].plot.dated]

    page.resize(1400, 900)
    assert dated() == [RowName.WEEKS]
    button(page, "Hips apart").click()
    assert dated() == [*HALVES, RowName.WEEKS]
    page.resize(700, 900)
    assert dated() == [RowName.WEEKS]


def test_what_is_said_of_a_series_is_told_under_the_pointer_with_its_numbers(show: Show) -> None:
    page = show(view_of(*IMPROVING))
    chart = chart_of(page)
    plot = chart._rows[RowName.ANGLES].plot
    chart.scene().sigMouseMoved.emit(plot.box.mapViewToScene(QPointF(position(IMPROVING[-1].at.local), 9.0)))
    words = shown(page)
    assert (
        "Left hip: Improved. +15° → +5°: 10° better, outside the error of 5°. "
        "9 results count, over 56 days. On the floor, by phone." in words
    )
    assert "Right hip: Plateau. +10° → +10°: inside the error of 5°." in words
    assert "<br>Left hip: Improved. +15° → +5°: 10° better" in plot.canvas.toolTip()


def test_of_a_longer_time_the_median_of_each_series_is_told(show: Show) -> None:
    page = show(view_of(*history_years.tests(365, 1)))
    chart = chart_of(page)
    button(page, "All").click()
    plot = chart._rows[RowName.ANGLES].plot
    chart.scene().sigMouseMoved.emit(plot.box.mapViewToScene(QPointF(position(NOW.local), 9.0)))
    words = shown(page)
    assert "16 Nov 2026 to 22 Nov 2026: left passed" in words
    assert re.search(r"Left hip: Improved\..*Here the median of \d results: \+\d", words)
    assert re.search(r"Right hip: .*Here the median of \d results: \+\d", words)


def test_the_names_of_methods_do_not_hide_each_other(show: Show) -> None:
    class Written(Frame):
        def room_for(self, text: QRectF, below: float) -> QRectF:
            places.append(super().room_for(text, below))
            return places[-1]

    places: list[QRectF] = []
    by_photo = [measured(56 - n * 5, 15, 15, number=20 + n, method=Method.PHOTO) for n in range(3)]
    plot = part(chart_of(show(view_of(*IMPROVING, *by_photo))), RowName.ANGLES).plot
    frame = Written(plot.box, ratio=1.0)
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for layer in plot.canvas.layers:
        layer.draw(painter, frame)
    painter.end()
    assert len(places) == 4
    assert not any(one.intersects(other) for one, other in combinations(places, 2))


def test_why_a_point_is_hollow_is_said_under_the_pointer_and_in_the_table(show: Show) -> None:
    tests = (*IMPROVING[:-1], measured(1, 30, 10, number=30, back=BackFlat.NO))
    page = show(view_of(*tests))
    chart = chart_of(page)
    place = chart._rows[RowName.ANGLES].plot.box.mapViewToScene(QPointF(position(tests[-1].at.local), 9.0))
    chart.scene().sigMouseMoved.emit(place)
    assert "left: not used for the trend: the low back did not lie flat" in shown(page)
    inside = chart._rows[RowName.ANGLES].plot.box.mapViewToScene(QPointF(position(tests[-2].at.local), 9.0))
    chart.scene().sigMouseMoved.emit(inside)
    assert "right: inside the error of 5° around +10°" in shown(page)
    button(page, "Table").click()
    model = page._tables._tests.model()
    remarks = [model.index(row, 3).data() for row in range(model.rowCount())]
    assert any("not used for the trend, left: the low back did not lie flat" in words for words in remarks)


def test_the_axis_prints_which_way_is_positive(show: Show) -> None:
    chart = chart_of(show(view_of(*IMPROVING)))
    assert "+ above level" in chart._rows[RowName.ANGLES].plot.left.labelText


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
        counts = {standing: len(marks.xs) for standing, marks in hip.marks.items()}
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
    low, high = lanes.plot.box.viewRange()[1]
    per_pixel = lanes.plot.box.viewPixelSize()[1]
    for marks in lanes._marks.values():
        reaches = marks.sizes_px / 2 * per_pixel
        assert np.all(low < marks.ys - reaches)
        assert np.all(marks.ys + reaches < high)
