"""A score from 0 to 10 that need not be given."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QLabel, QSpinBox, QVBoxLayout, QWidget

from stretchtimer.core.language import _

_NOT_SAID = -1


class ScoreField(QWidget):
    """Its ``name`` over a number; below 0 nothing is said."""

    changed = Signal()

    def __init__(self, name: str, *, whose: str) -> None:
        """``whose`` goes before the name for a screen reader."""
        super().__init__()
        em = self.fontMetrics().height()
        self._box = _Score()
        self._box.setMinimumWidth(em * 5)
        self._box.setAccessibleName(_("{hip}: {question}").format(hip=whose, question=name))
        self._box.valueChanged.connect(self.changed)
        label = QLabel(name)
        label.setBuddy(self._box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em // 4)
        column.addWidget(label)
        column.addWidget(self._box, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def score(self) -> int | None:
        """The score; None if it was not given."""
        value = self._box.value()
        return None if value == _NOT_SAID else value

    def set_score(self, score: int | None) -> None:
        """Show ``score``, without a signal."""
        with QSignalBlocker(self._box):
            self._box.setValue(_NOT_SAID if score is None else score)


class _Score(QSpinBox):
    """Scrolls with the page instead of changing under the wheel, until it has the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(_NOT_SAID, 10)
        self.setSpecialValueText("–")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Change by the wheel only with the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
