"""Two widgets side by side where there is room, else one over the other."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from stretchtimer.ui.abreast_layout import AbreastLayout

SPACING = 20


def shown(qtbot: QtBot, width: int) -> tuple[QWidget, list[QWidget]]:
    window, both = QWidget(), [QLabel("one two three four five six"), QWidget()]
    column, layout = QVBoxLayout(window), AbreastLayout(spacing=SPACING)
    column.setContentsMargins(0, 0, 0, 0)
    both[0].setWordWrap(True)
    both[0].setMinimumWidth(100)
    both[1].setMinimumSize(150, 40)
    for widget in both:
        layout.addWidget(widget)
    column.addLayout(layout)
    column.addStretch(1)
    qtbot.addWidget(window)
    window.resize(width, 400)
    with qtbot.waitExposed(window):
        window.show()
    return window, both


@pytest.mark.parametrize("width", [2 * 150 + SPACING, 600])
def test_both_are_equally_wide_side_by_side(qtbot: QtBot, width: int) -> None:
    _window, (one, other) = shown(qtbot, width)
    assert one.y() == other.y() == 0
    assert one.width() == other.width() == (width - SPACING) // 2
    assert other.x() - one.geometry().right() - 1 == SPACING


def test_without_room_one_stands_over_the_other(qtbot: QtBot) -> None:
    width = 2 * 150 + SPACING - 1
    window, (one, other) = shown(qtbot, width)
    assert window.width() == width
    assert (one.x(), other.x()) == (0, 0)
    assert one.width() == other.width() == width
    assert other.y() == one.height() + SPACING


def test_the_wider_of_both_is_all_the_width_that_is_needed(qtbot: QtBot) -> None:
    window, (one, _other) = shown(qtbot, 10)
    assert window.width() == 150
    assert one.height() == one.heightForWidth(150)
