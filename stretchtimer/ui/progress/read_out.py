"""The words under the chart, which change with every movement of the pointer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget


class ReadOut(QWidget):
    """Shows a text, and grows with a long one, but never shrinks: what stands around it keeps its place.

    It has no layout. A label in one has the whole page laid out anew whenever its text changes, which takes as long as
    painting the chart.
    """

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel(" ", self)
        self._label.setProperty("role", "muted")
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setMinimumHeight(self.fontMetrics().height() * lines)

    def show_text(self, text: str) -> None:
        """Show ``text``."""
        self._label.setText(text)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102
        super().resizeEvent(event)
        self._label.resize(self.size())
        self._make_room()

    def _make_room(self) -> None:
        needed = self._label.heightForWidth(self.width())
        if needed > self.minimumHeight():
            self.setMinimumHeight(needed)
