"""The compact view of a session: what it shows, what its keys and buttons ask for, and where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRect, QSettings, QSize, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from stretchtimer.core.figure.album import Album
from stretchtimer.core.figure.picture import Picture
from stretchtimer.core.session.keys import Key
from stretchtimer.core.session.session import Command
from stretchtimer.storage.poses import Poses
from stretchtimer.ui.figure.figure_view import FigureView
from stretchtimer.ui.fit_label import FitLabel
from stretchtimer.ui.session.compact_places import place_within
from stretchtimer.ui.session.compact_view import CompactView
from stretchtimer.ui.session.ring import CountdownRing
from stretchtimer.ui.session.session_ring import MOVING_FRAME_MS
from stretchtimer.ui.theme import Theme
from tests.samples import EXERCISES, exercise
from tests.ui.performance import Performance, button, words

PICTURED = exercise("pictured", picture=Picture(way_in=("half-kneeling-upright",), poses=("half-kneeling",)))


@pytest.fixture
def memory(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def compact(theme: Theme, qtbot: QtBot, memory: QSettings, monkeypatch: pytest.MonkeyPatch) -> CompactView:
    monkeypatch.setitem(EXERCISES, PICTURED.id, PICTURED)
    return opened(theme, qtbot, memory)


def opened(theme: Theme, qtbot: QtBot, memory: QSettings, *, on_top: bool = True) -> CompactView:
    view = CompactView(theme, Album(Poses()), memory, on_top=on_top)
    # Not by addWidget, which closes: this window answers that by asking for the large one.
    qtbot.addWidget(QWidget(), before_close_func=lambda _widget: view.deleteLater())
    view.open_on(QApplication.primaryScreen())
    return view


def test_it_shows_ring_side_instruction_and_what_comes_next(compact: CompactView) -> None:
    performance = Performance(compact, "pictured")
    performance.do(Command.START, Command.SKIP)
    performance.go(1)
    assert {"Hold", "LEFT HIP", "Left knee down, right foot in front"} <= words(compact)
    assert any(text.startswith("Next: switch sides, right hip") for text in words(compact))
    assert compact.findChild(CountdownRing).value() == 29
    assert compact.findChild(FigureView).isVisible()


def test_it_is_small_frameless_and_stays_on_top(compact: CompactView) -> None:
    flags = compact.windowFlags()
    assert flags & Qt.WindowType.FramelessWindowHint
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert compact.height() < QApplication.primaryScreen().size().height() / 3


@pytest.mark.parametrize(
    ("qt_key", "key"),
    [(Qt.Key.Key_Space, Key.SPACE), (Qt.Key.Key_PageDown, Key.PAGE_DOWN), (Qt.Key.Key_Escape, Key.ESCAPE)],
)
def test_its_keys_are_those_of_the_session_page(compact: CompactView, qtbot: QtBot, qt_key: Qt.Key, key: Key) -> None:
    with qtbot.waitSignal(compact.key_pressed) as pressed:
        qtbot.keyClick(compact, qt_key)
    assert pressed.args == [key]


def test_a_key_a_button_and_closing_lead_back_to_the_large_window(compact: CompactView, qtbot: QtBot) -> None:
    for way in (lambda: qtbot.keyClick(compact, Qt.Key.Key_C), button(compact, "Enlarge").click, compact.close):
        with qtbot.waitSignal(compact.large_requested):
            way()
    assert compact.isVisible()


def test_it_hurts_can_be_said_at_any_moment_of_the_session(compact: CompactView, qtbot: QtBot) -> None:
    performance = Performance(compact, "pictured")
    assert not button(compact, "It hurts").isVisible()
    for command in (Command.START, Command.SKIP, Command.PAUSE):
        performance.do(command)
        assert button(compact, "It hurts").isVisible()
    with qtbot.waitSignal(compact.command_given) as given:
        button(compact, "It hurts").click()
    assert given.args == [Command.HURT]


def test_the_button_in_the_middle_does_what_the_moment_allows(compact: CompactView, qtbot: QtBot) -> None:
    performance = Performance(compact, "pictured")
    for name, command in (("Start", Command.START), ("Pause", Command.PAUSE), ("Resume", Command.RESUME)):
        with qtbot.waitSignal(compact.command_given) as given:
            button(compact, name).click()
        assert given.args == [command]
        performance.do(command)


def test_repetitions_that_wait_for_a_key_can_be_counted(compact: CompactView, qtbot: QtBot) -> None:
    performance = Performance(compact, "swing", repetitions_by_key=True)
    performance.do(Command.START, Command.SKIP)
    with qtbot.waitSignal(compact.command_given) as given:
        button(compact, "Count").click()
    assert given.args == [Command.COUNT]


@pytest.mark.usefixtures("long_words", "any_letters")
@pytest.mark.parametrize("on_top", [True, False])
def test_nothing_is_clipped_and_nothing_covers_it_hurts(
    theme: Theme, qtbot: QtBot, memory: QSettings, on_top: bool
) -> None:
    compact = opened(theme, qtbot, memory, on_top=on_top)
    performance = Performance(compact, "kneeling", "butterfly")
    performance.do(Command.START)
    hurt = next(each for each in compact.findChildren(QPushButton) if each.property("role") == "danger")
    for _ in performance.view.phases[1:]:
        performance.go(1)
        for child in compact.findChildren(QWidget):
            if child.isVisible() and child is not hurt:
                assert compact.rect().contains(child.geometry())
                assert not child.geometry().intersects(hurt.geometry()), child
        for push in compact.findChildren(QPushButton):
            assert push.width() >= push.fontMetrics().horizontalAdvance(push.text())
        performance.do(Command.SKIP)


def test_a_desktop_that_keeps_nothing_on_top_is_named(theme: Theme, qtbot: QtBot, memory: QSettings) -> None:
    compact = opened(theme, qtbot, memory, on_top=False)
    (remark,) = (text for text in words(compact) if "on top" in text)
    without = compact.height()
    compact.set_notice("The disk is full.")
    assert {"The disk is full."} <= words(compact)
    assert remark not in words(compact)
    assert compact.height() == without
    compact.set_notice("")
    assert remark in words(compact)


def test_a_notice_gets_a_line_of_its_own(compact: CompactView) -> None:
    before = compact.height()
    compact.set_notice("The disk is full.")
    assert compact.height() > before
    compact.set_notice("")
    assert compact.height() == before


def test_it_is_painted_as_often_as_its_picture_changes(compact: CompactView) -> None:
    performance = Performance(compact, "pictured")
    assert compact.frame_interval_ms(performance.view) is None
    performance.do(Command.START)
    performance.go(0.1)
    assert compact.frame_interval_ms(performance.view) == MOVING_FRAME_MS
    compact.set_animated(False)
    performance.go(0.1)
    assert compact.frame_interval_ms(performance.view) != MOVING_FRAME_MS


def test_it_comes_back_where_it_was_left(compact: CompactView, theme: Theme, qtbot: QtBot, memory: QSettings) -> None:
    compact.move(37, 41)
    compact.hide()
    assert opened(theme, qtbot, memory).pos() == QPoint(37, 41)


def test_it_comes_back_from_a_screen_that_is_unplugged(compact: CompactView, qapp: QApplication) -> None:
    compact.move(5000, 5000)
    qapp.screenRemoved.emit(QApplication.primaryScreen())
    assert QApplication.primaryScreen().availableGeometry().contains(compact.geometry())


def test_at_the_edge_of_the_screen_it_makes_room_for_a_notice(compact: CompactView) -> None:
    room = QApplication.primaryScreen().availableGeometry()
    compact.move(room.bottomRight() - compact.rect().bottomRight())
    compact.set_notice("The disk is full.")
    assert room.contains(compact.geometry())


def test_it_can_be_dragged_without_a_window_manager(compact: CompactView, qtbot: QtBot) -> None:
    before, hold = compact.pos(), QPoint(5, 5)
    qtbot.mousePress(compact, Qt.MouseButton.LeftButton, pos=hold)
    qtbot.mouseMove(compact, hold - QPoint(30, 20))
    qtbot.mouseRelease(compact, Qt.MouseButton.LeftButton, pos=hold)
    assert compact.pos() == before - QPoint(30, 20)


ROOM, BESIDE = QRect(0, 0, 1000, 800), QRect(1000, 0, 1000, 800)
SIZE = QSize(400, 200)


@pytest.mark.parametrize(
    ("kept", "place"),
    [
        (None, QPoint(580, 580)),
        (QPoint(100, 100), QPoint(100, 100)),
        (QPoint(1500, 100), QPoint(1500, 100)),
        (QPoint(1700, 700), QPoint(1600, 600)),
        (QPoint(-300, -50), QPoint(0, 0)),
        (QPoint(5000, 5000), QPoint(580, 580)),
    ],
)
def test_it_stands_on_a_screen_whatever_was_unplugged(kept: QPoint | None, place: QPoint) -> None:
    assert place_within([ROOM, BESIDE], SIZE, kept) == place


def test_its_words_are_never_clipped(compact: CompactView) -> None:
    Performance(compact, "kneeling").do(Command.START)
    for label in compact.findChildren(FitLabel):
        if label.isVisible():
            assert label.height_in(label.size()) <= label.height()


def test_an_unplugged_screen_is_no_matter_once_it_is_gone(theme: Theme, memory: QSettings, qapp: QApplication) -> None:
    shiboken6.delete(CompactView(theme, Album(Poses()), memory, on_top=True))
    qapp.screenRemoved.emit(QApplication.primaryScreen())
