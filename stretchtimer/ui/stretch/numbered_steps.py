"""Steps, one below the other, each beside its number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QStyle, QStyleOption, QVBoxLayout, QWidget

from stretchtimer.ui.prose import Prose


class NumberedSteps(QWidget):
    """Shows sentences with numbers from 1, and tells which one the person looks at: by pointer, key or finger."""

    looked_at = Signal(object)
    """The number of the step, counted from 0; None for none of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._rows: list[StepRow] = []
        self._looked_at: int | None = None
        self._add_row()

    def show_steps(self, steps: Sequence[str], pictures: Sequence[str] = ()) -> None:
        """Show ``steps`` in place of those before; ``pictures`` says of each what its picture shows."""
        while len(self._rows) < len(steps):
            self._add_row()
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(steps))
            if number < len(steps):
                row.show_step(steps[number], pictures[number] if pictures else "")

    def _add_row(self) -> None:
        row = StepRow(len(self._rows) + 1, self)
        row.watched.connect(self._tell)
        self._column.addWidget(row)
        if self._rows:
            # A widget that comes later would be the window's last for the Tab key.
            QWidget.setTabOrder(self._rows[-1], row)
        self._rows.append(row)

    def _tell(self) -> None:
        """Tell which step is looked at: the pointer comes before the focus, which stays where it was put."""
        pointed = [number for number, row in enumerate(self._rows) if row.pointed]
        focused = [number for number, row in enumerate(self._rows) if row.hasFocus()]
        looked_at = next(iter(pointed + focused), None)
        if looked_at != self._looked_at:
            self._looked_at = looked_at
            self.looked_at.emit(looked_at)


class StepRow(QAbstractButton):
    """One step. With a picture it can be pointed at, focused and pressed."""

    watched = Signal()
    """The pointer or the focus came or went."""

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.pointed = False
        self._pictured = False
        self._words = Prose()
        self.setProperty("role", "step")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        em = self.fontMetrics().height()
        ordinal = Prose(str(number), role="muted")
        ordinal.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        ordinal.setFixedWidth(em)
        row = QHBoxLayout(self)
        row.setContentsMargins(em // 3, em // 4, em // 3, em // 4)
        row.setSpacing(em // 4)
        row.addWidget(ordinal, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    def show_step(self, words: str, picture: str) -> None:
        """Show ``words``; ``picture`` says what the picture of the step shows, if it has one."""
        self._pictured = bool(picture)
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(picture)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if picture else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, self._pictured)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802, D102
        super().enterEvent(event)
        self._point(self._pictured)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802, D102
        super().leaveEvent(event)
        self._point(False)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802, D102
        super().focusInEvent(event)
        self.watched.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802, D102
        super().focusOutEvent(event)
        self.watched.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the ground and the frame that the style sheet gives a step."""
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, QPainter(self), self)

    def _point(self, pointed: bool) -> None:
        if pointed != self.pointed:
            self.pointed = pointed
            self.watched.emit()
