"""The search field and the filters above the list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from stretchtimer.core.exercise import Kind
from stretchtimer.core.exercise_words import kind_words
from stretchtimer.core.language import _, ngettext
from stretchtimer.core.picker import Place, Wish
from stretchtimer.ui.flow_layout import FlowLayout

MINUTES = (2, 5, 10, 15, 20)


class PickerFilters(QWidget):
    """Emits a `Wish` with each change."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        em = self.fontMetrics().height()
        self._search = QLineEdit()
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
        QShortcut(QKeySequence("Escape"), self._search, self._search.clear)

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

    def _boxes(self, em: int) -> QHBoxLayout:
        self._kind = QComboBox()
        self._kind.setAccessibleName(_("Kind"))
        self._kind.addItem(_("Any kind"), None)
        for kind in Kind:
            self._kind.addItem(kind_words(kind), kind.value)
        self._minutes = QComboBox()
        self._minutes.setAccessibleName(_("Minutes that you have"))
        self._minutes.addItem(_("Any length"), None)
        for minutes in MINUTES:
            words = ngettext("At most {n} minute", "At most {n} minutes", minutes).format(n=minutes)
            self._minutes.addItem(words, minutes)
        row = QHBoxLayout()
        row.setSpacing(em // 3)
        for box in (self._kind, self._minutes):
            # A long translation may not push the list wide: the box shows what fits and its list the rest.
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
            box.currentIndexChanged.connect(self._tell)
            row.addWidget(box, 1)
        return row

    def _find(self) -> None:
        self._search.setFocus()
        self._search.selectAll()

    def _tell(self) -> None:
        self.changed.emit(self.wish)


def _place_words(place: Place) -> str:
    return {
        Place.ALL: _("All"),
        Place.BESIDE_DESK: _("Beside the desk"),
        Place.STANDING: _("Standing"),
        Place.KNEELING: _("Kneeling"),
        Place.SITTING: _("Sitting"),
        Place.LYING: _("Lying"),
    }[place]
