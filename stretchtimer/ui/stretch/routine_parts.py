"""The exercises of a routine, in order, each on a card that leads to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOption,
    QVBoxLayout,
    QWidget,
)

from stretchtimer.core.catalog import safety
from stretchtimer.core.language import _
from stretchtimer.core.picking.picker import Part
from stretchtimer.core.picking.picker_words import part_facts
from stretchtimer.core.session.captions import minutes
from stretchtimer.ui.figure.thumbnails import Thumbnails
from stretchtimer.ui.prose import Prose
from stretchtimer.ui.stretch.thumbnail import Thumbnail
from stretchtimer.ui.theme import Theme


class RoutineParts(QWidget):
    """Emits the id of the exercise whose card the person presses."""

    exercise_chosen = Signal(str)

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._thumbnails = theme, thumbnails
        self._shown: tuple[tuple[Part, ...], bool] = ((), False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self.fontMetrics().height() // 3)

    def show_parts(self, parts: Sequence[Part], *, marks_clearance: bool, after: QWidget) -> None:
        """Show ``parts``, next for the Tab key ``after`` that widget; mark those that wait if ``marks_clearance``."""
        if self._shown == (tuple(parts), marks_clearance):
            return
        self._shown = (tuple(parts), marks_clearance)
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()  # deleted only when the loop comes round: until then it would be painted
                widget.deleteLater()
        before = after
        for number, part in enumerate(parts, 1):
            exercise = part.prescription.exercise
            figure = Thumbnail(exercise, self._thumbnails, self._theme)
            card = RoutineCard(number, part, figure, marked=marks_clearance and exercise.needs_clearance)
            card.clicked.connect(lambda _on=False, id=exercise.id: self.exercise_chosen.emit(id))
            self._column.addWidget(card)
            # A widget that comes later would be the window's last for the Tab key.
            QWidget.setTabOrder(before, card)
            before = card


LEAST_EM = 21
"""Narrower than that, in heights of a line, a card has no room for a figure."""


class RoutineCard(QAbstractButton):
    """One exercise: its number, figure and name, how much of it, and how long it takes."""

    def __init__(self, number: int, part: Part, figure: QWidget, *, marked: bool) -> None:
        super().__init__()
        name, facts = _(part.prescription.exercise.name), part_facts(part.prescription)
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)  # may be narrower than its words
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(_("Show this exercise"))
        self.setAccessibleName(name)
        self.setAccessibleDescription(", ".join(filter(None, (facts, safety.clearance_mark() if marked else ""))))
        em = self._em = self.fontMetrics().height()
        self._figure = figure
        words = QVBoxLayout()
        words.setSpacing(em // 5)
        words.addWidget(Prose(name, bold=True))
        words.addWidget(Prose(facts, factor=0.92, role="muted"))
        if marked:
            words.addWidget(Prose(safety.clearance_mark(), factor=0.92, role="danger"))
        ordinal, time = QLabel(str(number)), QLabel(minutes(part.length_s))
        ordinal.setMinimumWidth(em * 6 // 5)
        for label in (ordinal, time):
            label.setProperty("role", "muted")
            label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(em * 4 // 5, em // 2, em * 4 // 5, em // 2)
        row.setSpacing(em * 3 // 4)
        row.addWidget(ordinal, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addStretch(0)
        row.addWidget(time, 0, Qt.AlignmentFlag.AlignTop)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least size, which is that without a figure."""
        least = super().minimumSizeHint()
        spared = 0 if self._figure.isHidden() else self._figure.width() + self._row.spacing()
        return QSize(least.width() - spared, least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Show the figure where there is room."""
        super().resizeEvent(event)
        self._figure.setVisible(self.width() >= LEAST_EM * self._em)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the ground that the style sheet gives a card."""
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, QPainter(self), self)
