"""The page of a session: what is seen in each state, which keys and buttons ask for what."""

import gettext
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFontMetrics
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from stretchtimer.core import language
from stretchtimer.core.keys import Key
from stretchtimer.core.records import Ending
from stretchtimer.core.session import Command
from stretchtimer.core.theme_choice import ThemeChoice
from stretchtimer.ui.fit_label import FitLabel
from stretchtimer.ui.ring import CountdownRing
from stretchtimer.ui.session_page import SHORTEST_FRAME_MS, SessionPage
from stretchtimer.ui.session_progress import SessionProgress
from stretchtimer.ui.side_column import SideColumn
from stretchtimer.ui.summary_panel import SessionSummary
from stretchtimer.ui.theme import Theme
from tests.ui.performance import Performance

Box = tuple[int, int]

# The offscreen platform says so of every window with a least size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, ThemeChoice.DARK)
    yield theme
    theme.deleteLater()
    qapp.setStyleSheet("")


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> SessionPage:
    return shown_page(theme, qtbot)


def shown_page(theme: Theme, qtbot: QtBot, size: Box = (1240, 780)) -> SessionPage:
    page = SessionPage(theme)
    qtbot.addWidget(page)
    page.resize(*size)
    with qtbot.waitExposed(page):
        page.show()
    return page


def words(page: QWidget) -> set[str]:
    """Return every text that is seen on ``page``."""
    kinds = (FitLabel, QPushButton)
    seen = {widget.text() for kind in kinds for widget in page.findChildren(kind) if widget.isVisible()}
    ring = page.findChild(CountdownRing)
    return seen | ({ring.accessibleName()} if ring.isVisible() else set())


def button(page: QWidget, name: str) -> QPushButton:
    return next(found for found in page.findChildren(QPushButton) if found.accessibleName() == name)


def side_columns(page: SessionPage) -> list[SideColumn]:
    return [column for column in page.findChildren(SideColumn) if column.isVisible()]


# What is seen


def test_before_the_start_it_says_what_comes_how_to_kneel_and_how_to_start(page: SessionPage) -> None:
    Performance(page, "kneeling")
    assert {"Kneeling", "Kneel with the right foot in front.", "Start", "Press Space"} <= words(page)
    assert not button(page, "It hurts").isVisible()
    assert "3:49 in all" in words(page)


def test_a_hold_shows_seconds_side_cue_set_and_what_comes_next(page: SessionPage) -> None:
    performance = Performance(page, "kneeling")
    performance.do(Command.START)
    performance.go(5 + 11)
    assert page.findChild(CountdownRing).value() == 19
    assert {
        "Hold",
        "LEFT",
        "hip",
        "Left knee down, right foot in front",
        "Set 1 of 3",
        "Next: switch sides, right hip",
        "3:33 left",
    } <= words(page)


def test_left_stands_left_of_the_ring_and_right_stands_right_of_it(page: SessionPage) -> None:
    performance = Performance(page, "kneeling")
    performance.do(Command.START)
    ring = page.findChild(CountdownRing).geometry()
    performance.go(6)
    (left,) = side_columns(page)
    assert left.geometry().right() < ring.left()
    performance.go(38)
    (right,) = side_columns(page)
    assert right.geometry().left() > ring.right()


def test_sides_are_physical_in_a_language_that_is_written_from_the_right(page: SessionPage) -> None:
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    Performance(page, "kneeling").do(Command.START)
    (left,) = side_columns(page)
    assert left.geometry().right() < page.findChild(CountdownRing).geometry().left()


def test_both_hips_stand_on_both_sides(page: SessionPage) -> None:
    Performance(page, "butterfly").do(Command.START)
    assert len(side_columns(page)) == 2
    assert {"BOTH", "hips come next"} <= words(page)


def test_a_switch_names_the_side_that_comes_and_its_position(page: SessionPage) -> None:
    performance = Performance(page, "kneeling")
    performance.do(Command.START)
    performance.go(5 + 30 + 2)
    assert {"Switch sides", "RIGHT", "hip comes next", "Right knee down, left foot in front"} <= words(page)


def test_a_pause_says_that_it_is_one_and_how_to_go_on(page: SessionPage) -> None:
    performance = Performance(page, "kneeling")
    performance.do(Command.START, Command.PAUSE)
    assert {"Paused", "Resume", "Space goes on, Escape stops"} <= words(page)
    assert "Pause" not in words(page)
    performance.do(Command.RESUME)
    assert {"Pause", "Get ready"} <= words(page)


def test_repetitions_that_wait_for_a_key_show_how_many_are_left(page: SessionPage, qtbot: QtBot) -> None:
    performance = Performance(page, "swing", repetitions_by_key=True)
    performance.do(Command.START, Command.SKIP)
    assert page.findChild(CountdownRing).value() == 5
    with qtbot.waitSignal(page.command_given) as given:
        button(page, "Count one repetition").click()
    performance.do(*given.args)
    assert page.findChild(CountdownRing).value() == 4
    assert {
        "Repetition 2 of 5",
        "Press Enter or Page Down after each. Next: switch sides, right hip",
    } <= words(page)


def test_the_bar_has_a_segment_for_each_hold(page: SessionPage) -> None:
    performance = Performance(page, "kneeling")
    performance.do(Command.START)
    performance.go(5 + 30 + 8 + 10)
    progress = page.findChild(SessionProgress)
    assert (progress.value(), progress.maximum()) == (1, 6)


def test_a_notice_is_seen_until_it_is_taken_back(page: SessionPage) -> None:
    Performance(page, "kneeling")
    page.set_notice("The disk is full.")
    assert "The disk is full." in words(page)
    page.set_notice("")
    assert "The disk is full." not in words(page)


# Sizes


class Longer(gettext.NullTranslations):
    """A language whose words are half as long again as English ones."""

    def gettext(self, message: str) -> str:
        return " ".join(word if word.startswith("{") else word + "n" * (len(word) // 2) for word in message.split(" "))

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        return self.gettext(plural)


@pytest.fixture
def longer_words() -> Iterator[None]:
    language.use(Longer())
    yield
    language.use(gettext.NullTranslations())


@pytest.fixture(params=[1.0, 1.5])
def font_factor(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[float]:
    usual = qapp.font()
    larger = qapp.font()
    larger.setPointSizeF(usual.pointSizeF() * request.param)
    qapp.setFont(larger)
    yield request.param
    qapp.setFont(usual)


SIZES = [(900, 600), (1240, 780), (1920, 1080), (3840, 2160)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.usefixtures("longer_words", "font_factor")
def test_nothing_is_clipped_and_nothing_overlaps(theme: Theme, qtbot: QtBot, size: Box) -> None:
    page = shown_page(theme, qtbot, size)
    performance = Performance(page, "kneeling", "butterfly")
    performance.do(Command.START)
    page.set_notice("A notice of a few words.")
    for _ in performance.view.phases[1:]:
        performance.go(1)
        assert_well_laid_out(page)
        performance.do(Command.SKIP)
    assert_well_laid_out(page)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.usefixtures("longer_words", "font_factor")
def test_the_question_the_advice_and_the_summary_are_not_clipped(theme: Theme, qtbot: QtBot, size: Box) -> None:
    page = shown_page(theme, qtbot, size)
    performance = hurting(page)
    assert_texts_fit(page)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_M)
    performance.do(Command.MILD_PAIN)
    assert_texts_fit(page)
    page.show_summary(summary(ending=Ending.HURT, note="A note. " * 10, trouble="Cannot write /a/long/path. " * 4))
    assert_texts_fit(page)
    assert_apart(page)


def assert_well_laid_out(page: SessionPage) -> None:
    assert_texts_fit(page)
    assert_apart(page)


def assert_texts_fit(page: SessionPage) -> None:
    """Check that each text has the room that it needs, within the window."""
    QApplication.processEvents()
    for label in page.findChildren(FitLabel):
        if label.isVisible():
            assert_fits(label)
    for push in page.findChildren(QPushButton):
        if push.isVisible():
            assert push.width() >= push.fontMetrics().horizontalAdvance(push.text())
            assert page.rect().contains(push.rect().translated(push.mapTo(page, push.rect().topLeft())))


def assert_fits(label: FitLabel) -> None:
    flags = Qt.TextFlag.TextWordWrap
    needed = QFontMetrics(label.font()).boundingRect(label.contentsRect(), flags, label.text())
    assert needed.width() <= label.contentsRect().width(), label.text()
    assert needed.height() <= label.contentsRect().height(), label.text()


def assert_apart(page: SessionPage) -> None:
    """Check that no two of the texts, the ring and the buttons cover each other."""
    texts = [widget for kind in (FitLabel, QPushButton) for widget in page.findChildren(kind) if widget.text()]
    rings = [page.findChild(CountdownRing), page.findChild(SessionProgress)]
    widgets = [widget for widget in (*texts, *rings) if widget.isVisible()]
    boxes = {}
    for widget in widgets:
        inner = widget.contentsRect()
        boxes[widget] = inner.translated(widget.mapTo(page, widget.rect().topLeft()))
    for first in widgets:
        for second in widgets:
            if first is not second and first.parent() is not second and second.parent() is not first:
                assert not boxes[first].intersects(boxes[second]), (first, second)


@pytest.mark.parametrize("size", SIZES)
def test_the_number_is_at_least_a_quarter_of_the_window_high(theme: Theme, qtbot: QtBot, size: Box) -> None:
    page = shown_page(theme, qtbot, size)
    Performance(page, "kneeling").do(Command.START)
    assert page.findChild(CountdownRing).digit_height >= size[1] / 4


@pytest.mark.parametrize("size", SIZES)
def test_the_instruction_is_readable_from_two_metres(theme: Theme, qtbot: QtBot, size: Box) -> None:
    page = shown_page(theme, qtbot, size)
    performance = Performance(page, "kneeling")
    performance.do(Command.START)
    performance.go(6)
    label = next(
        found for found in page.findChildren(FitLabel) if found.text() == "Left knee down, right foot in front"
    )
    assert label.font().pixelSize() >= size[1] / 18


def test_sizes_follow_the_theme_and_the_font_while_a_session_runs(
    theme: Theme, page: SessionPage, qtbot: QtBot, qapp: QApplication
) -> None:
    Performance(page, "kneeling").do(Command.START)
    stop, side = button(page, "Stop"), page.findChild(SideColumn).findChild(FitLabel)
    before = stop.font().pixelSize(), side.font().pixelSize()
    theme.choose(ThemeChoice.LIGHT)
    assert (stop.font().pixelSize(), side.font().pixelSize()) == before
    usual, larger = qapp.font(), qapp.font()
    larger.setPointSizeF(usual.pointSizeF() * 2)
    qapp.setFont(larger)
    qtbot.waitUntil(lambda: stop.font().pixelSize() > before[0])
    qapp.setFont(usual)


# Keys and buttons


@pytest.mark.parametrize(
    ("qt_key", "key"),
    [
        (Qt.Key.Key_Space, Key.SPACE),
        (Qt.Key.Key_Return, Key.ENTER),
        (Qt.Key.Key_Enter, Key.ENTER),
        (Qt.Key.Key_Left, Key.LEFT),
        (Qt.Key.Key_Right, Key.RIGHT),
        (Qt.Key.Key_Plus, Key.PLUS),
        (Qt.Key.Key_Equal, Key.PLUS),
        (Qt.Key.Key_Escape, Key.ESCAPE),
        (Qt.Key.Key_PageUp, Key.PAGE_UP),
        (Qt.Key.Key_PageDown, Key.PAGE_DOWN),
        (Qt.Key.Key_H, Key.H),
    ],
)
def test_keys_are_passed_on(page: SessionPage, qtbot: QtBot, qt_key: Qt.Key, key: Key) -> None:
    Performance(page, "kneeling").do(Command.START)
    with qtbot.waitSignal(page.key_pressed) as pressed:
        qtbot.keyClick(page, qt_key)
    assert pressed.args == [key]


def test_chords_and_other_keys_are_left_to_the_window(page: SessionPage, qtbot: QtBot) -> None:
    Performance(page, "kneeling")
    with qtbot.assertNotEmitted(page.key_pressed):
        qtbot.keyClick(page, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(page, Qt.Key.Key_F11)


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("Back", Command.BACK),
        ("Pause", Command.PAUSE),
        ("Skip", Command.SKIP),
        ("15 seconds more (Plus)", Command.EXTEND),
        ("Stop", Command.STOP),
        ("It hurts", Command.HURT),
    ],
)
def test_buttons_give_commands_and_say_their_key(page: SessionPage, qtbot: QtBot, name: str, command: Command) -> None:
    Performance(page, "kneeling").do(Command.START)
    with qtbot.waitSignal(page.command_given) as given:
        qtbot.mouseClick(button(page, name), Qt.MouseButton.LeftButton)
    assert given.args == [command]
    assert "(" in button(page, name).toolTip()
    assert page.hasFocus()


def test_the_large_button_starts_and_the_page_has_the_keys_afterwards(page: SessionPage, qtbot: QtBot) -> None:
    performance = Performance(page, "kneeling")
    start = button(page, "Start")
    start.setFocus()
    with qtbot.waitSignal(page.command_given) as given:
        qtbot.keyClick(start, Qt.Key.Key_Return)
    assert given.args == [Command.START]
    performance.do(Command.START)
    assert not start.isVisible()
    assert page.hasFocus()


def test_a_button_that_tab_reached_takes_space_but_leaves_the_arrows_to_the_session(
    page: SessionPage, qtbot: QtBot
) -> None:
    Performance(page, "kneeling").do(Command.START)
    stop = button(page, "Stop")
    stop.setFocus()
    with qtbot.waitSignal(page.key_pressed) as pressed:
        qtbot.keyClick(stop, Qt.Key.Key_Right)
    assert pressed.args == [Key.RIGHT]
    with qtbot.assertNotEmitted(page.key_pressed), qtbot.waitSignal(page.command_given) as given:
        qtbot.keyClick(stop, Qt.Key.Key_Space)
    assert given.args == [Command.STOP]


# It hurts


def hurting(page: SessionPage) -> Performance:
    performance = Performance(page, "kneeling")
    performance.do(Command.START, Command.SKIP, Command.HURT)
    return performance


def test_it_asks_how_it_hurts_and_no_stray_key_answers(page: SessionPage, qtbot: QtBot) -> None:
    hurting(page)
    assert "How does it hurt?" in words(page)
    with qtbot.assertNotEmitted(page.key_pressed), qtbot.assertNotEmitted(page.command_given):
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_H):
            qtbot.keyClick(QApplication.focusWidget(), key)


@pytest.mark.parametrize(
    ("key", "command"),
    [
        (Qt.Key.Key_1, Command.MILD_PAIN),
        (Qt.Key.Key_M, Command.MILD_PAIN),
        (Qt.Key.Key_2, Command.SHARP_PAIN),
        (Qt.Key.Key_S, Command.SHARP_PAIN),
    ],
)
def test_keys_answer_how_it_hurts(page: SessionPage, qtbot: QtBot, key: Qt.Key, command: Command) -> None:
    hurting(page)
    with qtbot.waitSignal(page.command_given) as given:
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert given.args == [command]


def test_a_mild_pain_brings_advice_and_then_space_goes_on(page: SessionPage, qtbot: QtBot) -> None:
    performance = hurting(page)
    button(page, "Mild: a discomfort that eases when I let go").click()
    performance.do(Command.MILD_PAIN)
    assert any(text.startswith("Let go and check your position") for text in words(page))
    assert "How does it hurt?" not in words(page)
    with qtbot.waitSignal(page.key_pressed) as pressed:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert pressed.args == [Key.SPACE]
    performance.do(Command.RESUME)
    assert "Hold" in words(page)
    assert button(page, "Pause").isEnabled()
    assert page.hasFocus()


def test_the_question_can_be_put_aside_and_asked_again(page: SessionPage, qtbot: QtBot) -> None:
    performance = hurting(page)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    performance.show()
    assert "How does it hurt?" not in words(page)
    assert "Paused" in words(page)
    qtbot.keyClick(page, Qt.Key.Key_H)
    performance.do(Command.HURT)
    assert "How does it hurt?" in words(page)


def test_skipping_after_the_advice_shows_what_comes_then(page: SessionPage) -> None:
    performance = hurting(page)
    button(page, "Mild: a discomfort that eases when I let go").click()
    performance.do(Command.MILD_PAIN, Command.SKIP)
    assert {"Paused", "RIGHT"} <= words(page)


# The end


def summary(**changes: Any) -> SessionSummary:
    values = {"ending": Ending.COMPLETED, "left_s": 90.0, "right_s": 29.6, "held": 6, "planned": 6}
    return SessionSummary(**(values | changes))


def test_the_summary_says_what_each_hip_got(page: SessionPage) -> None:
    Performance(page, "kneeling")
    page.show_summary(summary(note="Well done.", trouble="The history cannot be written: disk full."))
    assert {
        "Done. Well held.",
        "Left hip",
        "1 min 30 s",
        "Right hip",
        "30 s",
        "6 of 6 holds finished",
        "Well done.",
        "The history cannot be written: disk full.",
    } <= words(page)


def test_a_sharp_pain_ends_with_medical_advice(page: SessionPage) -> None:
    hurting(page)
    page.show_summary(summary(ending=Ending.HURT))
    assert any("seek medical advice" in text for text in words(page))
    assert "How does it hurt?" not in words(page)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_PageDown])
def test_a_key_closes_the_summary_but_not_one_that_was_meant_for_the_last_hold(
    page: SessionPage, qtbot: QtBot, key: Qt.Key
) -> None:
    Performance(page, "kneeling")
    page.show_summary(summary())
    with qtbot.assertNotEmitted(page.closed), qtbot.assertNotEmitted(page.key_pressed):
        qtbot.keyClick(QApplication.focusWidget(), key)
    closed: list[bool] = []
    page.closed.connect(lambda: closed.append(True))

    def press_again() -> None:
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert closed

    qtbot.waitUntil(press_again, timeout=2000)


def test_the_next_session_takes_the_place_of_the_summary(page: SessionPage) -> None:
    Performance(page, "kneeling")
    page.show_summary(summary())
    Performance(page, "kneeling")
    assert "Start" in words(page)
    assert "Done" not in words(page)
    assert page.hasFocus()


# Screen readers and time


def test_a_screen_reader_hears_each_phase_once(page: SessionPage, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    performance = Performance(page, "kneeling")
    performance.do(Command.START)
    for _ in range(60):
        performance.go(0.1)
    performance.do(Command.PAUSE)
    assert heard[1:] == [
        "Get ready: left hip. Kneel with the right foot in front.",
        "Hold: left hip. Left knee down, right foot in front",
        "Paused.",
    ]


def test_the_picture_is_painted_only_as_often_as_it_changes(page: SessionPage) -> None:
    performance = Performance(page, "kneeling")
    assert page.frame_interval_ms(performance.view) is None
    performance.do(Command.START)
    assert page.frame_interval_ms(performance.view) == SHORTEST_FRAME_MS
    performance.go(5)
    hold_ms = page.frame_interval_ms(performance.view)
    ring = page.findChild(CountdownRing)
    assert hold_ms == max(SHORTEST_FRAME_MS, round(30_000 / ring.steps))
    performance.do(Command.PAUSE)
    assert page.frame_interval_ms(performance.view) is None
