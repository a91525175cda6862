"""A group of settings on a card: rows of words at the left and a control at the right, each bound to its setting."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QSlider, QSpinBox, QVBoxLayout, QWidget

from stretchtimer.core.preferences import Settings
from stretchtimer.ui.theme import sized


class SettingsCard(QWidget):
    """Shows its part of the `Settings`; emits a whole new `Settings` for each change."""

    changed = Signal(object)

    def __init__(self, heading: str, note: str = "") -> None:
        super().__init__()
        self.settings = Settings()
        self.setters: list[Callable[[Settings], None]] = []
        """What shows new settings, one for each control."""
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
            words = QLabel(note)
            words.setProperty("role", "muted")
            words.setWordWrap(True)
            layout.addWidget(words)
        form = self._form = QGridLayout()
        form.setHorizontalSpacing(em)
        form.setVerticalSpacing(em // 2)
        form.setColumnStretch(0, 1)
        layout.addLayout(form)

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

    def row(self, words: QWidget, control: QWidget | None = None) -> None:
        """Add ``words`` at the left, over the whole width unless a ``control`` stands at the right."""
        row = self._form.rowCount()
        self._form.addWidget(words, row, 0, 1, 2 if control is None else 1)
        if control is not None:
            self._form.addWidget(control, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def narrow_row(self, control: QWidget) -> None:
        """Add ``control`` at the left, as wide as it wants to be."""
        self._form.addWidget(control, self._form.rowCount(), 0, Qt.AlignmentFlag.AlignLeft)

    def named_row(self, text: str, control: QWidget) -> None:
        """Add ``control`` with ``text`` at its left, which is its name for a screen reader too."""
        label = QLabel(text)
        label.setWordWrap(True)
        label.setBuddy(control)
        control.setAccessibleName(text)
        control.setMinimumWidth(self._em * 9)
        control.installEventFilter(self)
        self.row(label, control)

    def number(self, label: str, group: str, field: str, low: int, high: int, suffix: str) -> QSpinBox:
        """Add a whole number with its unit."""
        box = QSpinBox()
        box.setRange(low, high)
        box.setSuffix(suffix)
        box.valueChanged.connect(lambda value: self.change_in(group, **{field: value}))
        self.setters.append(lambda settings: quietly(box, lambda: box.setValue(_in(settings, group, field))))
        self.named_row(label, box)
        return box

    def check(self, label: str, group: str, field: str, beside: QWidget | None = None) -> QCheckBox:
        """Add something to tick."""
        box = QCheckBox(label)
        box.toggled.connect(lambda on: self.change_in(group, **{field: on}))
        self.setters.append(lambda settings: quietly(box, lambda: box.setChecked(_in(settings, group, field))))
        self.row(box, beside)
        return box

    def slider(self, label: str, group: str, field: str, low: int, high: int, scale: int) -> QSlider:
        """Add a slider whose numbers are ``scale`` times the setting."""
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(low, high)
        slider.setPageStep(10)
        slider.valueChanged.connect(
            lambda value: self.change_in(group, **{field: value if scale == 1 else value / scale})
        )
        self.setters.append(
            lambda settings: quietly(slider, lambda: slider.setValue(round(_in(settings, group, field) * scale)))
        )
        self.named_row(label, slider)
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
        """Add a place for how things stand, in words."""
        label = QLabel()
        label.setProperty("role", "muted")
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.row(label)
        return label


def quietly(widget: QWidget, change: Callable[[], None]) -> None:
    """Make ``change`` without telling it as the person's own."""
    with QSignalBlocker(widget):
        change()


def _in(settings: Settings, group: str, field: str) -> Any:
    return getattr(getattr(settings, group) if group else settings, field)
