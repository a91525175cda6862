"""A group of settings on a card: rows of words at the left and a control at the right, each bound to its setting."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSlider,
    QSpinBox,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from stretchtimer.core.preferences import Settings
from stretchtimer.ui.settings.state_list import StateList, muted, selectable
from stretchtimer.ui.theme import sized

# Widths of the controls in line heights, so that they stand under each other from card to card.
NUMBER_EMS = 10
CHOICE_EMS = 14
ROW_EMS = 2
"""The least height of a row that has a control: without it, rows of boxes stand closer than rows of fields."""


class SettingsCard(QWidget):
    """Shows its part of the `Settings`; emits a whole new `Settings` for each change."""

    changed = Signal(object)

    def __init__(self, heading: str, note: str = "") -> None:
        super().__init__()
        self.settings = Settings()
        self.setters: list[Callable[[Settings], None]] = []
        """What shows new settings, one for each control."""
        self._needed: tuple[str, str] | None = None
        em = self._em = self.fontMetrics().height()
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(em, em, em, em)
        layout.setSpacing(em // 2)
        title = QLabel(heading)
        title.setFont(sized(self.font(), 1.15, bold=True))
        layout.addWidget(title)
        if note:
            layout.addWidget(muted(note))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(em * 2 // 3)
        layout.addLayout(self._rows)

    def show_settings(self, settings: Settings) -> None:
        """Show ``settings``, without telling that as the person's change."""
        self.settings = settings
        for setter in self.setters:
            setter(settings)

    def change(self, settings: Settings) -> None:
        """Tell ``settings`` as what the person wants now."""
        self.settings = settings
        self.changed.emit(settings)

    def change_in(self, group: str, **changes: Any) -> None:
        """Tell a change in one group of the settings; the empty name is for those outside of any."""
        inside = replace(getattr(self.settings, group), **changes) if group else None
        self.change(replace(self.settings, **({group: inside} if group else changes)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let the wheel scroll the page, also over a field: it must not change what the person scrolls past."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    # Rows

    def follow(self, group: str, field: str) -> None:
        """Have the rows that are added from now on answer only while ``field`` is ticked: else they change nothing."""
        self._needed = group, field

    def follow_nothing(self) -> None:
        """End what `follow` began."""
        self._needed = None

    def row(self, words: QWidget, control: QWidget | None = None, *, note: str = "", indent: int = 0) -> None:
        """Add ``words`` at the left, over the whole width unless a ``control`` stands at the right.

        The ``note`` and each later `state` stand under the words, set in by ``indent`` pixels.
        """
        row, middle = QHBoxLayout(), QVBoxLayout()
        self._under, self._indent = QVBoxLayout(), indent
        self._under.setSpacing(0 if indent else self._em // 6)  # a box has air of its own
        # The frame of the focus goes round a box and its words, not on to the edge of the card.
        edge = Qt.AlignmentFlag.AlignLeft if isinstance(words, QCheckBox) else Qt.AlignmentFlag(0)
        self._under.addWidget(words, 0, edge)
        if note:
            self._add_under(muted(note))
        middle.addStretch(1)
        middle.addLayout(self._under)
        middle.addStretch(1)
        row.setSpacing(self._em)
        row.addStrut(round(ROW_EMS * self._em))
        row.addLayout(middle, 1)
        self._follow_with(words)
        if control is not None:
            self._follow_with(control)
            row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self._rows.addLayout(row)

    def narrow_row(self, control: QWidget) -> None:
        """Add ``control`` at the left, as wide as it wants to be."""
        self._rows.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft)

    def named_row(self, text: str, control: QWidget, note: str = "", *, beside: QWidget | None = None) -> None:
        """Add ``control`` with ``text`` at its left, its name for a screen reader too, and a ``note`` under it.

        ``beside`` is what stands at the right, if it is more than the control itself.
        """
        label = QLabel(text)
        label.setWordWrap(True)
        label.setBuddy(control)
        control.setAccessibleName(text)
        control.setAccessibleDescription(note)
        control.setMinimumWidth(self._em * (NUMBER_EMS if isinstance(control, QAbstractSpinBox) else CHOICE_EMS))
        control.installEventFilter(self)
        self.row(label, beside or control, note=note)

    def number(self, label: str, group: str, field: str, low: int, high: int, suffix: str, note: str = "") -> QSpinBox:
        """Add a whole number with its unit."""
        box = QSpinBox()
        box.setRange(low, high)
        box.setSuffix(suffix)
        # What is typed counts once it is done: on its way to 120 it is no 12.
        box.setKeyboardTracking(False)
        box.valueChanged.connect(lambda value: self.change_in(group, **{field: value}))

        def show(settings: Settings) -> None:
            value = _in(settings, group, field)
            if value != box.value():  # else it would wipe what is being typed
                quietly(box, lambda: box.setValue(value))

        self.setters.append(show)
        self.named_row(label, box, note)
        return box

    def check(self, label: str, group: str, field: str, *, note: str = "", beside: QWidget | None = None) -> QCheckBox:
        """Add something to tick, with a ``note`` under its words."""
        box = QCheckBox(label)
        box.toggled.connect(lambda on: self.change_in(group, **{field: on}))
        self.setters.append(lambda settings: quietly(box, lambda: box.setChecked(_in(settings, group, field))))
        self.checked_row(box, note=note, beside=beside)
        return box

    def checked_row(self, box: QCheckBox, *, note: str = "", beside: QWidget | None = None) -> None:
        """Add ``box`` with a ``note`` under its words."""
        box.setAccessibleDescription(note)
        self.row(box, beside, note=note, indent=_left_of_words(box))

    def slider(
        self, label: str, group: str, field: str, low: int, high: int, scale: int, words: Callable[[int], str]
    ) -> QSlider:
        """Add a slider whose numbers are ``scale`` times the setting; ``words`` says a number with its unit."""
        slider, told = QSlider(Qt.Orientation.Horizontal), muted("")
        told.setWordWrap(False)
        slider.setRange(low, high)
        slider.setPageStep(10)

        def tell(value: int) -> None:
            told.setText(words(value))

        def show(settings: Settings) -> None:
            value = round(_in(settings, group, field) * scale)
            quietly(slider, lambda: slider.setValue(value))
            tell(value)

        slider.valueChanged.connect(tell)
        slider.valueChanged.connect(
            lambda value: self.change_in(group, **{field: value if scale == 1 else value / scale})
        )
        self.setters.append(show)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._em // 2)
        row.addWidget(told)
        row.addWidget(slider)
        self.named_row(label, slider, beside=both)
        return slider

    def choice(self, label: str, group: str, field: str, words: Mapping[StrEnum, str]) -> QComboBox:
        """Add a list to choose from."""
        box = QComboBox()
        for value, text in words.items():
            box.addItem(text, value)
        kind = type(next(iter(words)))
        box.currentIndexChanged.connect(lambda _index: self.change_in(group, **{field: kind(box.currentData())}))
        self.setters.append(
            lambda settings: quietly(box, lambda: box.setCurrentIndex(box.findData(_in(settings, group, field))))
        )
        self.named_row(label, box)
        return box

    def state(self) -> QLabel:
        """Add a place for how things stand, in words, under those of the last row."""
        label = selectable("")
        self._add_under(label)
        return label

    def list_of_states(self, heading: str = "") -> StateList:
        """Add a place for several such sentences, under all rows."""
        states = StateList(heading)
        self._rows.addWidget(states)
        return states

    def _add_under(self, label: QLabel) -> None:
        """Put ``label`` under the words of the last row."""
        label.setContentsMargins(self._indent, 0, 0, 0)
        self._under.addWidget(label)

    def _follow_with(self, widget: QWidget) -> None:
        """Enable ``widget`` while what it follows is ticked, if it follows anything."""
        if needed := self._needed:
            self.setters.append(lambda settings: widget.setEnabled(_in(settings, *needed)))


def quietly(widget: QWidget, change: Callable[[], None]) -> None:
    """Make ``change`` without telling it as the person's own."""
    with QSignalBlocker(widget):
        change()


def _left_of_words(box: QCheckBox) -> int:
    """Return how far from the left edge of ``box`` its words begin, in pixels."""
    option = QStyleOptionButton()
    box.ensurePolished()
    box.initStyleOption(option)
    return box.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, box).left()


def _in(settings: Settings, group: str, field: str) -> Any:
    return getattr(getattr(settings, group) if group else settings, field)
