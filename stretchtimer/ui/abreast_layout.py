"""A layout that sets two widgets side by side, equally wide, or one over the other where there is no room for both."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class AbreastLayout(QLayout):
    """Needs the width of its wider widget only; its height follows from the width that it is given."""

    def __init__(self, *, spacing: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(QMargins())
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802, D102
        self._items.append(item)

    def count(self) -> int:  # noqa: D102
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802, D102
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802, D102
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802, D102
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:  # noqa: N802, D102
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802, D102
        return sum(self._heights(width)) + self.spacing() * (len(self._heights(width)) - 1)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802, D102
        super().setGeometry(rect)
        side_by_side, width = self._abreast(rect.width()), self._width(rect.width())
        left, top = rect.x(), rect.y()
        for item in self._items:
            height = _height(item, width)
            item.setGeometry(QRect(left, top, width, max(height, rect.height()) if side_by_side else height))
            if side_by_side:
                left += width + self.spacing()
            else:
                top += height + self.spacing()

    def sizeHint(self) -> QSize:  # noqa: N802, D102
        hints = [item.sizeHint() for item in self._items]
        width = self._needed(max((hint.width() for hint in hints), default=0))
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802, D102
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _needed(self, each: int) -> int:
        """Return the width of all, of which ``each`` is so wide, side by side."""
        return each * len(self._items) + self.spacing() * max(0, len(self._items) - 1)

    def _abreast(self, width: int) -> bool:
        return width >= self._needed(self.minimumSize().width())

    def _width(self, width: int) -> int:
        """Return how wide each is in ``width``."""
        if not self._abreast(width) or not self._items:
            return width
        return (width - self.spacing() * (len(self._items) - 1)) // len(self._items)

    def _heights(self, width: int) -> list[int]:
        """Return the heights of the rows."""
        heights = [_height(item, self._width(width)) for item in self._items] or [0]
        return [max(heights)] if self._abreast(width) else heights


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
