"""A box to tick whose sentence goes on in the next line where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

LEAST_EM = 12
"""The narrowest it may become, in heights of a line."""
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class SentenceTick(QCheckBox):
    """Is pressed anywhere on its words. Qt's own check box cuts them."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:  # noqa: N802, D102
        own = super().minimumSizeHint()
        return QSize(min(own.width(), LEAST_EM * self.fontMetrics().height()), own.height())

    def hasHeightForWidth(self) -> bool:  # noqa: N802, D102
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802, D102
        room = self.sizeHint()
        lines = self.fontMetrics().boundingRect(QRect(0, 0, width - self._beside(), 1 << 16), _WRAPPED, self.text())
        return room.height() + max(0, lines.height() - self.fontMetrics().height())

    def hitButton(self, place: QPoint) -> bool:  # noqa: N802, D102
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the box as the style has it, and the words beside it."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_CheckBox, option)
        group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        painter.setPen(self.palette().color(group, QPalette.ColorRole.WindowText))
        painter.drawText(self.rect().adjusted(self._left(), 0, -self._right(), 0), _WRAPPED, self.text())

    def _left(self) -> int:
        """Return where the words begin."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        return self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self).left()

    def _right(self) -> int:
        return self.fontMetrics().height() // 4

    def _beside(self) -> int:
        """Return how much of the width the words cannot have."""
        return self._left() + self._right()
