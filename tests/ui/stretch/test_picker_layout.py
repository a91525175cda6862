"""The picker is whole in every size, with long words and large letters, and follows the theme."""

from __future__ import annotations

from gettext import NullTranslations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from stretchtimer.core import language
from stretchtimer.core.figure.album import Album
from stretchtimer.core.theme_choice import ThemeChoice
from stretchtimer.storage.poses import Poses
from stretchtimer.ui.prose import Prose
from stretchtimer.ui.stretch.stretch_page import StretchPage
from stretchtimer.ui.theme import DARK, LIGHT, Theme
from tests.ui.long_words import LongWords
from tests.ui.stretch.picking import Picker, real_view

SMALLEST, LARGE = (750, 600), (1770, 1080)
"""The room of the page in the smallest window, and in one of 1920 x 1080: the pages' column takes 150."""
SMALLEST_IN_LARGE_LETTERS = (670, 600)
"""As `SMALLEST`, where the pages' column needs more."""
SHOWN = ("s3-leg-dangle", "s4-knee-to-chest-alt", "thirteen-stretches", "s1-self-test-supine")


def clipped(page: QWidget) -> list[str]:
    """Return the texts that have less room than they need, or lie outside the page or their scrolled part."""
    faults = []
    for widget in page.findChildren(QWidget):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.isVisible() or not _has_words(widget):
            continue
        needed = widget.minimumSizeHint() if isinstance(widget, QLabel) else widget.sizeHint()
        height = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else needed.height()
        if (
            widget.width() < needed.width()
            or widget.height() < height
            or not _bounds(page, widget).contains(_place(page, widget))
        ):
            faults.append(widget.text())
    return faults


def _has_words(widget: QLabel | QAbstractButton) -> bool:
    return bool(widget.text())


def _place(page: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint()), widget.size())


def _bounds(page: QWidget, widget: QWidget) -> QRect:
    """Return where ``widget`` must lie: within the page and, sideways, within the part that scrolls up and down."""
    for scroll in page.findChildren(QScrollArea):
        if scroll.isAncestorOf(widget):
            view = _place(page, scroll.viewport())
            return QRect(view.left(), -10_000, view.width(), 20_000)
    return page.rect()


def open_all(theme: Theme, qtbot: QtBot, size: tuple[int, int]) -> Picker:
    return Picker(theme, qtbot, real_view(), size)


@pytest.mark.parametrize("id", SHOWN)
@pytest.mark.parametrize("size", [SMALLEST, LARGE])
@pytest.mark.parametrize("translations", [NullTranslations(), LongWords()], ids=["english", "long"])
def test_no_text_is_clipped(
    theme: Theme,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    translations: NullTranslations,
    id: str,
) -> None:
    monkeypatch.setattr(language, "_translations", translations)
    picker = open_all(theme, qtbot, size)
    picker.select(id)
    picker.settle()
    assert clipped(picker.page) == []


@pytest.mark.parametrize("id", SHOWN)
@pytest.mark.usefixtures("large_letters")
def test_no_text_is_clipped_in_large_letters(theme: Theme, qtbot: QtBot, id: str) -> None:
    picker = open_all(theme, qtbot, SMALLEST_IN_LARGE_LETTERS)
    picker.select(id)
    picker.settle()
    assert clipped(picker.page) == []


def test_the_test_of_clipping_notices_a_clipped_text(theme: Theme, qtbot: QtBot) -> None:
    picker = open_all(theme, qtbot, SMALLEST)
    picker.start.setFixedWidth(20)
    picker.settle()
    assert clipped(picker.page) == ["Start"]


def test_lines_are_no_longer_than_the_eye_can_follow(theme: Theme, qtbot: QtBot) -> None:
    picker = open_all(theme, qtbot, LARGE)
    for prose in picker.page.findChildren(Prose):
        assert prose.width() <= 75 * prose.fontMetrics().averageCharWidth()


@pytest.mark.parametrize(("size", "beside"), [(SMALLEST, False), (LARGE, True)])
def test_the_figure_stands_beside_the_steps_only_where_there_is_room(
    theme: Theme, qtbot: QtBot, size: tuple[int, int], beside: bool
) -> None:
    picker = open_all(theme, qtbot, size)
    picker.select("s4-kneeling-psoas")
    picker.settle()
    (heading,) = (label for label in picker.page.findChildren(QLabel) if label.text() == "Steps, for the left hip")
    steps, figure = _place(picker.page, heading), _place(picker.page, picker.figure)
    assert (figure.top() == steps.top()) is beside
    assert (figure.left() > steps.right()) is beside
    assert (figure.bottom() < steps.top()) is not beside


def test_the_chosen_entry_is_in_sight(theme: Theme, qtbot: QtBot) -> None:
    picker = open_all(theme, qtbot, LARGE)
    picker.select("s1-self-test-supine")
    picker.page.resize(*SMALLEST)
    picker.settle()
    row = picker.list.visualRect(picker.list.currentIndex())
    assert picker.list.viewport().rect().intersects(row)


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_the_cards_follow_the_theme(theme: Theme, qtbot: QtBot, choice: ThemeChoice) -> None:
    picker = open_all(theme, qtbot, SMALLEST)
    theme.choose(choice)
    picker.settle()
    colours = DARK if choice is ThemeChoice.DARK else LIGHT
    shown = _colours(picker.list.viewport().grab().toImage())
    for colour in (colours.accent_soft, colours.surface, colours.accent):
        assert QColor(colour).rgb() in shown
    for other in (LIGHT if colours is DARK else DARK)[:2]:
        assert QColor(other).rgb() not in shown


def _colours(image: QImage) -> set[int]:
    return {image.pixel(x, y) for x in range(image.width()) for y in range(0, image.height(), 3)}


def test_a_star_is_seen_where_a_favourite_is(theme: Theme, qtbot: QtBot) -> None:
    picker = open_all(theme, qtbot, SMALLEST)
    star = QColor(LIGHT.stretched).rgb()
    assert star not in _colours(picker.star.grab().toImage())
    picker.star.setChecked(True)
    assert star in _colours(picker.star.grab().toImage())


def test_the_page_asks_for_no_more_than_the_smallest_window_has(theme: Theme) -> None:
    page = StretchPage(theme, Album(Poses()))
    assert page.minimumSizeHint().width() <= SMALLEST[0]
    assert page.minimumSizeHint().height() <= SMALLEST[1]
    page.deleteLater()
