"""The page of a session: whole in every size, with long words and large letters, and readable from two metres."""

from __future__ import annotations

import gettext
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from stretchtimer.core import language
from stretchtimer.core.records import Ending
from stretchtimer.core.session.session import Command
from stretchtimer.core.theme_choice import ThemeChoice
from stretchtimer.ui.fit_label import FitLabel
from stretchtimer.ui.session.ring import CountdownRing
from stretchtimer.ui.session.session_page import SessionPage
from stretchtimer.ui.session.session_progress import SessionProgress
from stretchtimer.ui.session.side_column import SideColumn
from stretchtimer.ui.theme import Theme
from tests.ui.performance import Box, Performance, button, hurting, shown_page, summary


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


SIZES = [(900, 600), (1240, 780), (1920, 1080), (3840, 2160)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.usefixtures("longer_words", "any_letters")
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
@pytest.mark.usefixtures("longer_words", "any_letters")
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
    theme: Theme, qtbot: QtBot, qapp: QApplication
) -> None:
    page = shown_page(theme, qtbot)
    Performance(page, "kneeling").do(Command.START)
    stop, side = button(page, "Stop"), page.findChild(SideColumn).findChild(FitLabel)
    before = stop.font().pixelSize(), side.font().pixelSize()
    theme.choose(ThemeChoice.DARK)
    assert (stop.font().pixelSize(), side.font().pixelSize()) == before
    usual, larger = qapp.font(), qapp.font()
    larger.setPointSizeF(usual.pointSizeF() * 2)
    qapp.setFont(larger)
    qtbot.waitUntil(lambda: stop.font().pixelSize() > before[0])
    qapp.setFont(usual)
