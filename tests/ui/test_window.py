from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from stretchtimer.ui.page_column import PageColumn, PageName, page_title
from stretchtimer.ui.theme import Theme
from stretchtimer.ui.window import SMALLEST, Window, first_size

Make = Callable[[], Window]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    before = qapp.palette(), qapp.styleSheet()
    theme = Theme(qapp)
    yield theme
    theme.deleteLater()
    qapp.setPalette(before[0])
    qapp.setStyleSheet(before[1])


@pytest.fixture
def made() -> list[PageName]:
    """The pages that were made, in order."""
    return []


@pytest.fixture
def make(qtbot: QtBot, theme: Theme, tmp_path: Path, made: list[PageName]) -> Make:
    """Make a window that keeps its place in the same file each time."""

    def page(name: PageName) -> QWidget:
        made.append(name)
        field = QLineEdit()
        field.setObjectName(name)
        return field

    def window() -> Window:
        geometry = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        result = Window({name: lambda name=name: page(name) for name in PageName}, geometry)
        result.add_keys()
        qtbot.addWidget(result)
        return result

    return window


@pytest.fixture
def window(make: Make, qtbot: QtBot) -> Window:
    window = make()
    window.show_page(PageName.STRETCH)
    with qtbot.waitExposed(window):
        window.show()
    return window


def visible(window: Window) -> list[str]:
    """Return the names of the pages that can be seen."""
    return [field.objectName() for field in window.findChildren(QLineEdit) if field.isVisible()]


def chosen(window: Window) -> list[str]:
    """Return the words of the buttons of the column that are marked."""
    return [button.text() for button in window.findChildren(QPushButton) if button.isChecked()]


@pytest.mark.usefixtures("large_letters")
def test_in_large_letters_the_column_leaves_four_fifths_of_the_smallest_window(make: Make, qtbot: QtBot) -> None:
    window = make()
    window.resize(SMALLEST)
    with qtbot.waitExposed(window):
        window.show()
    column = window.findChild(PageColumn)
    assert column.width() <= SMALLEST.width() / 5
    (title,) = (label for label in column.findChildren(QLabel))
    assert title.height() >= title.heightForWidth(title.width())
    assert title.width() >= title.minimumSizeHint().width()


@pytest.mark.parametrize(("number", "name"), list(enumerate(PageName, start=1)))
def test_ctrl_and_a_number_turns_to_a_page_and_gives_it_the_keys(
    window: Window, qtbot: QtBot, number: int, name: PageName
) -> None:
    with qtbot.waitSignal(window.page_shown) as shown:
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0.value + number), Qt.KeyboardModifier.ControlModifier)
    assert shown.args == [name]
    assert visible(window) == [name]
    assert chosen(window) == [page_title(name)]
    assert window.page(name).hasFocus()


@pytest.mark.parametrize("name", PageName)
def test_a_click_in_the_column_turns_to_a_page(window: Window, qtbot: QtBot, name: PageName) -> None:
    (button,) = [button for button in window.findChildren(QPushButton) if button.text() == page_title(name)]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert visible(window) == [name]
    assert chosen(window) == [page_title(name)]


def test_a_page_is_made_when_it_is_first_shown_and_only_then(window: Window, made: list[PageName]) -> None:
    assert made == [PageName.STRETCH]
    for name in (PageName.PROGRESS, PageName.STRETCH, PageName.PROGRESS):
        window.show_page(name)
    assert made == [PageName.STRETCH, PageName.PROGRESS]


def test_a_session_takes_the_whole_window_and_gives_it_back(window: Window, qtbot: QtBot) -> None:
    session = QLineEdit(objectName="session")
    window.take_over(session)
    assert window.taken_over
    assert visible(window) == ["session"]
    assert session.hasFocus()
    with qtbot.assertNotEmitted(window.page_shown):
        qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert visible(window) == ["session"]
    window.give_back()
    assert not window.taken_over
    assert visible(window) == [PageName.STRETCH]
    assert window.page(PageName.STRETCH).hasFocus()
    window.take_over(session)
    assert visible(window) == ["session"]


def test_closing_is_told_before_the_window_goes(window: Window) -> None:
    seen: list[bool] = []
    window.closing.connect(lambda: seen.append(window.isVisible()))
    window.close()
    assert seen == [True]
    assert not window.isVisible()


def test_its_place_is_remembered(make: Make) -> None:
    first = make()
    assert first.size() == first_size(first.screen().availableSize())
    first.resize(SMALLEST.width(), 640)
    first.close()
    assert make().size() == QSize(SMALLEST.width(), 640)


def test_it_never_starts_in_full_screen(make: Make) -> None:
    first = make()
    first.showFullScreen()
    first.close()
    assert not make().isFullScreen()


def test_a_damaged_place_is_the_first_size(make: Make, tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_text("[window]\ngeometry=nonsense\n")
    unmoved = make()
    assert unmoved.size() == first_size(unmoved.screen().availableSize())


def test_it_gets_no_smaller_than_its_pages_can_bear(window: Window) -> None:
    window.resize(300, 200)
    assert window.size() == SMALLEST


def test_f11_is_full_screen_and_back_also_in_a_session(window: Window, qtbot: QtBot) -> None:
    window.take_over(QWidget())
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()
    assert window.isVisible()


def test_a_notice_stays_until_it_is_dismissed(window: Window, qtbot: QtBot) -> None:
    def words() -> list[str]:
        return [label.text() for label in window.findChildren(QLabel) if label.isVisible() and "disk" in label.text()]

    window.set_notice("The disk is full.")
    assert words() == ["The disk is full."]
    (dismiss,) = [button for button in window.findChildren(QPushButton) if button.text() == "Dismiss"]
    qtbot.mouseClick(dismiss, Qt.MouseButton.LeftButton)
    assert words() == []
    window.set_notice("The disk is full again.")
    assert words() == ["The disk is full again."]
    window.set_notice("")
    assert words() == []


def test_a_minimized_window_comes_forward(window: Window) -> None:
    window.showMinimized()
    window.come_forward()
    assert not window.isMinimized()
    assert window.isVisible()


def test_the_first_paint_is_told_once(make: Make, qtbot: QtBot) -> None:
    window = make()
    window.show_page(PageName.STRETCH)
    told: list[bool] = []
    window.painted.connect(lambda: told.append(True))
    window.show()
    qtbot.waitUntil(lambda: bool(told), timeout=2000)
    window.repaint()
    for hide in (window.showMinimized, window.hide):
        hide()
        QApplication.processEvents()
        window.showNormal()
        qtbot.waitExposed(window)
        QApplication.processEvents()
    assert told == [True]


def test_a_page_that_was_covered_is_brought_up_to_date(window: Window) -> None:
    window.show_page(PageName.PROGRESS)
    shown: list[PageName] = []
    window.page_shown.connect(shown.append)
    window.take_over(QLabel("a session"))
    window.give_back()
    assert shown == [PageName.PROGRESS]


@pytest.mark.parametrize(
    ("screen", "size"), [((1920, 1080), (1240, 780)), ((1280, 720), (1203, 677)), ((800, 600), (900, 600))]
)
def test_the_first_size_fits_the_screen(screen: tuple[int, int], size: tuple[int, int]) -> None:
    assert first_size(QSize(*screen)) == QSize(*size)
