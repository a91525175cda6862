from __future__ import annotations

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QStyle, QStyleOptionButton
from pytestqt.qtbot import QtBot

from stretchtimer.ui.control_button import ControlButton


@pytest.mark.parametrize("role", ["", "primary", "danger"])
@pytest.mark.usefixtures("theme", "any_letters")
def test_the_room_that_it_asks_for_holds_its_words_beside_padding_and_border(qtbot: QtBot, role: str) -> None:
    button = ControlButton("Answer later", role=role)
    qtbot.addWidget(button)
    font = button.font()
    font.setWeight(QFont.Weight.DemiBold)
    button.setFont(font)
    button.resize(button.minimumSizeHint())
    button.ensurePolished()
    option = QStyleOptionButton()
    button.initStyleOption(option)
    room = button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, button)
    assert room.width() >= button.fontMetrics().horizontalAdvance(button.text())
    assert room.height() >= button.fontMetrics().height()
