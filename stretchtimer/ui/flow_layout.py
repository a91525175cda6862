"""A layout that sets widgets in a row and goes on in a new one where there is no room, as text does."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

from stretchtimer.ui.item_layout import ItemLayout


class FlowLayout(ItemLayout):
    """Needs the width of its widest widget only; its height follows from the width that it is given."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 8) -> None:
        super().__init__(parent, spacing=spacing)

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802, D102
        return Qt.Orientation(0)

    def heightForWidth(self, width: int) -> int:  # noqa: N802, D102
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802, D102
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802, D102
        widths = [item.sizeHint().width() for item in self._items]
        height = max((item.sizeHint().height() for item in self._items), default=0)
        return QSize(sum(widths) + self.spacing() * max(0, len(widths) - 1), height)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Return the height that the rows need in the width of ``rect``; with ``move``, put the widgets there."""
        place, row_height = rect.topLeft(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if place.x() > rect.x() and place.x() + size.width() > rect.x() + rect.width():
                place, row_height = QPoint(rect.x(), place.y() + row_height + self.spacing()), 0
            if move:
                item.setGeometry(QRect(place, size.boundedTo(QSize(rect.width(), size.height()))))
            place += QPoint(size.width() + self.spacing(), 0)
            row_height = max(row_height, size.height())
        return place.y() + row_height - rect.y()
