"""The search field and the filters above the list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QComboBox,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from stretchtimer.core.catalog.exercise import Kind
from stretchtimer.core.catalog.exercise_words import kind_words
from stretchtimer.core.language import _, ngettext
from stretchtimer.core.picking.picker import Place, Wish
from stretchtimer.ui.flow_layout import FlowLayout

MINUTES = (2, 5, 10, 15, 20)
BESIDE_EM = 17
"""From this width on, in heights of a line, the two boxes stand beside each other."""


class PickerFilters(QWidget):
    """Emits a `Wish` with each change, and `left` as the person turns from the search to what it found."""

    changed = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        em = self.fontMetrics().height()
        self._search = _Search()
        self._search.left.connect(self.left)
        self._search.setPlaceholderText(_("Search stretches and routines"))
        self._search.setAccessibleName(_("Search stretches and routines"))
        self._search.setToolTip(_("Ctrl+F"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._tell)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(em // 2)
        layout.addWidget(self._search)
        layout.addLayout(self._places(em))
        layout.addLayout(self._boxes(em))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._find)

    @property
    def wish(self) -> Wish:
        """What the person is looking for."""
        place = next((place for place, chip in self._chips.items() if chip.isChecked()), Place.ALL)
        kind = self._kind.currentData()
        return Wish(
            words=self._search.text(),
            place=place,
            kind=None if kind is None else Kind(kind),
            minutes=self._minutes.currentData(),
        )

    def clear(self) -> None:
        """Look for everything again."""
        self._search.clear()
        self._chips[Place.ALL].setChecked(True)
        self._kind.setCurrentIndex(0)
        self._minutes.setCurrentIndex(0)

    def _places(self, em: int) -> FlowLayout:
        flow = FlowLayout(spacing=em // 3)
        group = QButtonGroup(self)
        self._chips: dict[Place, QPushButton] = {}
        for place in Place:
            chip = QPushButton(_place_words(place))
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.setChecked(place is Place.ALL)
            chip.toggled.connect(lambda on: self._tell() if on else None)
            group.addButton(chip)
            flow.addWidget(chip)
            self._chips[place] = chip
        return flow

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Set the two boxes below each other where they would show too little beside each other."""
        super().resizeEvent(event)
        beside = self.width() >= BESIDE_EM * self.fontMetrics().height()
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._box_row.setDirection(direction)

    def _boxes(self, em: int) -> QBoxLayout:
        self._kind = _Choice()
        self._kind.setAccessibleName(_("Kind"))
        self._kind.addItem(_("Any kind"), None)
        for kind in Kind:
            self._kind.addItem(kind_words(kind), kind.value)
        self._minutes = _Choice()
        self._minutes.setAccessibleName(_("Minutes that you have"))
        self._minutes.addItem(_("Any length"), None)
        for minutes in MINUTES:
            words = ngettext("At most {n} minute", "At most {n} minutes", minutes).format(n=minutes)
            self._minutes.addItem(words, minutes)
        self._box_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box_row.setSpacing(em // 3)
        for box in (self._kind, self._minutes):
            box.currentIndexChanged.connect(self._tell)
            self._box_row.addWidget(box, 1)
        return self._box_row

    def _find(self) -> None:
        self._search.setFocus()
        self._search.selectAll()

    def _tell(self) -> None:
        self.changed.emit(self.wish)


class _Search(QLineEdit):
    """Emits `left` for the keys that lead to what was found; Escape clears it first."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave the field by Escape, Enter and Down."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _Choice(QComboBox):
    """Cuts its text where the room ends, for a long translation may not push the list wide; its menu shows it all."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(5)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the box with as much of the text as there is room for."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


def _place_words(place: Place) -> str:
    return {
        Place.ALL: _("All"),
        Place.BESIDE_DESK: _("Beside the desk"),
        Place.STANDING: _("Standing"),
        Place.KNEELING: _("Kneeling"),
        Place.SITTING: _("Sitting"),
        Place.LYING: _("Lying"),
    }[place]
