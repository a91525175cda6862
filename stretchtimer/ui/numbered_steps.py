"""Steps, one below the other, each beside its number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from stretchtimer.ui.prose import Prose


class NumberedSteps(QWidget):
    """Shows sentences with numbers from 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[str, ...] = ()
        em = self.fontMetrics().height()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(em // 2)
        self._grid.setVerticalSpacing(em // 2)

    def show_steps(self, steps: Sequence[str]) -> None:
        """Show ``steps`` in place of those before."""
        if self._steps == tuple(steps):
            return
        self._steps = tuple(steps)
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()  # deleted only when the loop comes round: until then it would be painted
                widget.deleteLater()
        for row, step in enumerate(steps):
            self._grid.addWidget(Prose(str(row + 1), role="muted"), row, 0)
            self._grid.addWidget(Prose(step), row, 1)
