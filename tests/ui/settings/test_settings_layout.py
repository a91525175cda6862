"""Where things stand on the settings: nothing is cut, words and controls keep to their edges."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from stretchtimer.core.language import _
from stretchtimer.core.preferences import Reminders, Settings
from stretchtimer.desktop import attention, autostart, idle, media, notifications, speech_finder
from stretchtimer.ui.page_column import ROOM_FOR_TITLE_PX
from stretchtimer.ui.settings.settings_card import SettingsCard
from stretchtimer.ui.settings.settings_page import SettingsPage, SettingsView
from stretchtimer.ui.settings.settings_sound import DeviceBox
from stretchtimer.ui.window import SMALLEST

DEVICE = "Jabra Evolve2 65 Mono, a very long name of a headset at USB port 3"


def shown(qtbot: QtBot, settings: Settings) -> SettingsPage:
    """Return the page in the smallest window, with all that it can have to say."""
    page = SettingsPage()
    qtbot.addWidget(page)
    page.resize(SMALLEST.width() - ROOM_FOR_TITLE_PX, SMALLEST.height())
    page.set_view(
        SettingsView(
            settings=settings,
            sound_state=_("Sound is ready."),
            sound_devices=(DEVICE,),
            media_state=_(media.NOT_HERE),
            voice_state=_(speech_finder.INSTALL_A_VOICE),
            standing=_("The next break is due at {time}.").format(time="09:45"),
            lacks=(_(idle.UNKNOWN), _(notifications.NO_SERVICE), *(_(each) for each in attention.UNKNOWN.values())),
            login_state=_(autostart.SANDBOXED),
            places=(("History", "/a/long/way/into/the/folders/of/somebody/share/stretchtimer/history.sqlite3"),),
        )
    )
    with qtbot.waitExposed(page):
        page.show()
    return page


ON, OFF = Settings(reminders=Reminders(on=True, begin="20:00", end="08:00", days=())), Settings()


@pytest.mark.usefixtures("theme", "long_words", "any_letters")
@pytest.mark.parametrize("settings", [ON, OFF], ids=["on", "off"])
def test_no_word_is_cut_in_the_smallest_window(qtbot: QtBot, settings: Settings) -> None:
    page = shown(qtbot, settings)
    assert page.horizontalScrollBar().maximum() == 0
    for label in page.findChildren(QLabel):
        if label.isVisible():
            assert label.heightForWidth(label.width()) <= label.height(), label.text()
    for box in page.findChildren(QCheckBox):
        assert box.width() >= box.sizeHint().width(), box.text()
    for push in page.findChildren(QPushButton):
        assert push.width() >= push.fontMetrics().horizontalAdvance(push.text()), push.text()
    for choice in page.findChildren(QComboBox):
        if not isinstance(choice, DeviceBox):
            assert room_for_words(choice) >= choice.fontMetrics().horizontalAdvance(choice.currentText())


def room_for_words(box: QComboBox) -> int:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    return box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, box).width()


@pytest.mark.usefixtures("theme")
def test_a_long_name_of_a_device_is_cut_in_the_field_and_whole_in_the_list(qtbot: QtBot) -> None:
    page = shown(qtbot, ON)
    (box,) = page.findChildren(DeviceBox)
    wide = box.fontMetrics().horizontalAdvance(DEVICE)
    box.setCurrentIndex(1)
    assert room_for_words(box) < wide <= box.view().minimumWidth()
    assert box.toolTip() == DEVICE


@pytest.mark.usefixtures("theme", "any_letters")
def test_words_and_controls_keep_to_their_edges(qtbot: QtBot) -> None:
    page = shown(qtbot, ON)
    for card in page.findChildren(SettingsCard):
        layout = card.layout()
        assert layout is not None
        inner = card.rect().marginsRemoved(layout.contentsMargins())
        left_of_boxes = {left_of_words(box, card) for box in card.findChildren(QCheckBox)}
        assert len(left_of_boxes) <= 1
        muted = [each for each in card.findChildren(QLabel) if each.property("role") == "muted" and each.isVisible()]
        under = {left(each, card) + each.contentsMargins().left() for each in muted if is_sentence(each)}
        assert under <= left_of_boxes | {inner.left()}
        fields = [*card.findChildren(QAbstractSpinBox), *card.findChildren(QComboBox)]
        assert {right(each, card) for each in fields if each.accessibleName() != "Working hours from"} <= {
            inner.right()
        }


def is_sentence(label: QLabel) -> bool:
    return label.text().endswith(".")


def left(widget: QWidget, card: QWidget) -> int:
    return widget.mapTo(card, QPoint(0, 0)).x()


def right(widget: QWidget, card: QWidget) -> int:
    return left(widget, card) + widget.width() - 1


def left_of_words(box: QCheckBox, card: QWidget) -> int:
    option = QStyleOptionButton()
    box.initStyleOption(option)
    return left(box, card) + box.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, box).left()
