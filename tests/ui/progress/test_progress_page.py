"""The progress page: statements, chart, table and pictures."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from stretchtimer.core.progress.progress import ProgressView, Range, progress_view
from stretchtimer.core.progress.progress_bins import Grain
from stretchtimer.core.theme_choice import ThemeChoice
from stretchtimer.ui.progress.chart import Chart
from stretchtimer.ui.progress.chart_row import RowName
from stretchtimer.ui.progress.date_axis import position
from stretchtimer.ui.progress.progress_page import ProgressPage
from stretchtimer.ui.theme import DARK, LIGHT, Theme
from tests.taken import LIFTED, NOW, PASSED, daily, dose, id_of, taken

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
SOME = progress_view(
    [taken(1, PASSED, LIFTED, number=1), taken(20, LIFTED, None, number=2, after_stretching=True)],
    [dose(0, 6.2, 3.0), dose(2, 11.0, 8.0)],
    NOW,
)
Show = Callable[[ProgressView], ProgressPage]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, ThemeChoice.LIGHT)
    yield theme
    theme.deleteLater()
    qapp.setStyleSheet("")


@pytest.fixture
def show(theme: Theme, qtbot: QtBot) -> Show:
    def show(view: ProgressView) -> ProgressPage:
        page = ProgressPage(theme)
        qtbot.addWidget(page)
        page.resize(1065, 780)
        page.set_view(view)
        with qtbot.waitExposed(page):
            page.show()
        qtbot.waitUntil(lambda: view.empty or (page.findChild(Chart) is not None and chart_of(page).isVisible()))
        return page

    return show


def shown(page: ProgressPage) -> str:
    """Return the texts that can be seen, a line each."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text())


def chart_of(page: ProgressPage) -> Chart:
    chart = page.findChild(Chart)
    assert isinstance(chart, Chart)
    return chart


def button(page: ProgressPage, text: str) -> QPushButton:
    return next(each for each in page.findChildren(QPushButton) if each.text() == text)


def span_of(view: ProgressView, chosen: Range) -> tuple[float, float]:
    first, end = map(position, view.span(chosen))
    return first, end


def test_the_libraries_of_the_chart_wait_until_it_is_shown() -> None:
    code = """
import sys
from PySide6.QtWidgets import QApplication
from stretchtimer.ui.progress.progress_page import ProgressPage
from stretchtimer.ui.theme import Theme
from tests.taken import daily
app = QApplication([])
page = ProgressPage(Theme(app))
page.set_view(daily(9))
before = {"pyqtgraph", "numpy"} & set(sys.modules)
page.show()
app.processEvents()
app.processEvents()
print(sorted(before), "pyqtgraph" in sys.modules)
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert run.stdout == "[] True\n"
    assert "Traceback" not in run.stderr


def test_without_data_it_says_what_will_be_here(show: Show, qtbot: QtBot) -> None:
    page = show(progress_view((), (), NOW))
    assert "Here you will see how your hips get on" in shown(page)
    with qtbot.waitSignal(page.test_requested):
        button(page, "Take the self-test").click()
    assert page.findChild(Chart) is None


def test_statements_stand_before_the_curves(show: Show) -> None:
    words = shown(show(SOME))
    assert "Left hip\nPassed\npassed on 20 Nov 2026\nPassed 1 of the last 2 tests\nToo early to say: 1 result" in words
    assert "Right hip\nLifted\nlifted on 20 Nov 2026" in words
    assert "6.2 and 3.0 min\nLeft 6.2 min: within 5 to 10\nRight 3.0 min: below 5 so far" in words


@pytest.mark.parametrize(
    "view",
    [
        progress_view([taken(0, PASSED, None)], (), NOW),
        progress_view((), [dose(0, 3.0, 2.0)], NOW),
        progress_view([taken(0, PASSED, PASSED), taken(0, PASSED, PASSED, number=2)], (), NOW),
    ],
    ids=["one test of one hip", "sessions only", "two tests at once"],
)
def test_little_data_is_enough(show: Show, view: ProgressView) -> None:
    page = show(view)
    assert chart_of(page).isVisible()
    assert not chart_of(page).grab().toImage().isNull()


def test_a_first_result_takes_the_place_of_the_invitation(show: Show, qtbot: QtBot) -> None:
    page = show(progress_view((), (), NOW))
    page.set_view(SOME)
    qtbot.waitUntil(lambda: page.findChild(Chart) is not None)
    assert "Here you will see" not in shown(page)


@pytest.mark.parametrize(
    ("text", "chosen"),
    [("4 weeks", Range.FOUR_WEEKS), ("3 months", Range.THREE_MONTHS), ("A year", Range.YEAR), ("All", Range.ALL)],
)
def test_a_range_button_shows_its_range(show: Show, text: str, chosen: Range) -> None:
    view = daily(800)
    page = show(view)
    button(page, text).click()
    assert chart_of(page).span == pytest.approx(span_of(view, chosen), abs=0.02 * 800 * 86_400)
    assert button(page, text).isChecked()


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Home, Qt.Key.Key_End]
)
def test_no_key_leads_beyond_the_data(show: Show, key: Qt.Key) -> None:
    view = daily(800)
    page = show(view)
    chart = chart_of(page)
    for _turn in range(40):
        QTest.keyClick(chart, key)
    first, end = span_of(view, Range.ALL)
    air = 0.011 * (end - first)
    assert chart.span[0] >= first - air
    assert chart.span[1] <= end + air
    assert chart.span[1] - chart.span[0] >= 14 * 86_400 * 0.999
    assert not any(button(page, text).isChecked() for text in ("4 weeks", "3 months", "A year", "All"))


def test_the_view_that_was_moved_to_stays_when_new_data_comes(show: Show) -> None:
    page = show(daily(800))
    QTest.keyClick(chart_of(page), Qt.Key.Key_Home)
    before = chart_of(page).span
    page.set_view(daily(801))
    assert chart_of(page).span == pytest.approx(before, abs=86_400 * 9)


def test_the_values_under_the_pointer_are_in_words(show: Show) -> None:
    page = show(SOME)
    chart = chart_of(page)
    place = chart._rows[RowName.LANES].plot.box.mapViewToScene(QPointF(position(SOME.tests[-1].at.local), 1.0))
    chart.scene().sigMouseMoved.emit(place)
    words = shown(page)
    assert "20 Nov 2026 09:00: left passed, right lifted." in words
    assert "Week of 16 Nov 2026: left 6.2 min, right 3.0 min." in words
    chart.scene().sigMouseMoved.emit(QPointF(-5, -5))
    assert "Week of 16 Nov" not in shown(page)


def test_ten_years_are_taken_together_until_the_person_looks_closer(show: Show) -> None:
    page = show(daily(3650))
    chart = chart_of(page)
    button(page, "All").click()
    assert (chart._rows[RowName.LANES].part.grain, chart._rows[RowName.WEEKS].part.grain) == (
        Grain.QUARTER,
        Grain.QUARTER,
    )
    place = chart._rows[RowName.LANES].plot.box.mapViewToScene(QPointF(position(NOW.local), 1.0))
    chart.scene().sigMouseMoved.emit(place)
    assert "1 Oct 2026 to 31 Dec 2026: left passed 52 of 52, right passed 26 of 52." in shown(page)
    button(page, "4 weeks").click()
    assert (chart._rows[RowName.LANES].part.grain, chart._rows[RowName.WEEKS].part.grain) == (None, Grain.WEEK)


@pytest.mark.qt_log_ignore("Mouse event .* not accepted", "does not support propagateSizeHints")
def test_a_double_click_on_a_result_asks_to_edit_it(show: Show, qtbot: QtBot) -> None:
    chart = chart_of(show(SOME))
    place = chart._rows[RowName.LANES].plot.box.mapViewToScene(QPointF(position(SOME.tests[0].at.local), 1.0)).toPoint()
    with qtbot.waitSignal(chart.edit_requested) as asked:
        _double_click(chart, place)
    assert asked.args == [id_of(2)]


def _double_click(chart: Chart, place: QPoint) -> None:
    for part in (QTest.mouseClick, QTest.mouseDClick, QTest.mouseRelease):
        part(chart.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_a_report_can_be_asked_for_as_soon_as_there_is_data(show: Show, qtbot: QtBot) -> None:
    assert not button(show(progress_view((), (), NOW)), "Report…").isVisible()
    page = show(daily(3))
    with qtbot.waitSignal(page.report_requested):
        button(page, "Report…").click()


def test_the_table_has_the_same_data(show: Show, qtbot: QtBot) -> None:
    page = show(SOME)
    button(page, "Table").click()
    assert not chart_of(page).isVisible()
    tests, weeks = page._tables._tests, page._tables._weeks
    assert tests.isVisible()
    assert weeks.isVisible()
    assert (tests.model().rowCount(), weeks.model().rowCount()) == (2, 3)
    tests.choose(id_of(2))
    with qtbot.waitSignal(page.edit_requested) as asked:
        QTest.keyClick(tests, Qt.Key.Key_Return)
    assert asked.args == [id_of(2)]


def test_the_chart_follows_the_theme(show: Show, theme: Theme) -> None:
    chart = chart_of(show(SOME))
    for choice, palette in ((ThemeChoice.DARK, DARK), (ThemeChoice.LIGHT, LIGHT)):
        theme.choose(choice)
        assert chart.grab().toImage().pixelColor(2, chart.height() - 2) == QColor(palette.surface)


def test_copy_puts_a_sharp_picture_on_the_clipboard(show: Show) -> None:
    page = show(SOME)
    button(page, "Copy").click()
    picture = QGuiApplication.clipboard().image()
    assert picture.size() == chart_of(page).size() * 2
    assert _colours(picture) > 20


@pytest.mark.parametrize(
    ("name", "saved"), [("chart.svg", "chart.svg"), ("chart.png", "chart.png"), ("my.chart", "my.chart.png")]
)
def test_save_writes_png_and_svg(
    show: Show, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, saved: str
) -> None:
    page = show(SOME)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / name), "PNG picture (*.png)"))
    button(page, "Save…").click()
    file = tmp_path / saved
    assert f"Saved: {file}" in shown(page)
    if file.suffix == ".svg":
        assert QSvgRenderer(str(file)).isValid()
        assert "Left hip" in file.read_text()
    else:
        assert _colours(QImage(str(file))) > 20


def test_a_picture_that_cannot_be_saved_is_told(show: Show, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    page = show(SOME)
    for name in ("none/chart.png", "none/chart.svg"):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, name=name: (str(tmp_path / name), ""))
        button(page, "Save…").click()
        assert "The picture could not be saved: " in shown(page)
        assert "No such file or directory" in shown(page)


def _colours(image: QImage) -> int:
    return len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)})
