"""A layout that sets widgets side by side, equally wide, or one over the other where there is no room for that."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem

from stretchtimer.ui.item_layout import ItemLayout


class AbreastLayout(ItemLayout):
    """Needs the width of its wider widget only; its height follows from the width that it is given."""

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802, D102
        return Qt.Orientation.Horizontal

    def heightForWidth(self, width: int) -> int:  # noqa: N802, D102
        heights = self._heights(width)
        return sum(heights) + self.spacing() * (len(heights) - 1)

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
