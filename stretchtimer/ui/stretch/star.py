"""The star of a favourite, painted so that it looks the same whatever fonts there are."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QWidget

from stretchtimer.core.language import _
from stretchtimer.ui.theme import Theme

_POINTS = (
    (0.5, 0.05),
    (0.62, 0.38),
    (0.97, 0.39),
    (0.69, 0.6),
    (0.79, 0.94),
    (0.5, 0.74),
    (0.21, 0.94),
    (0.31, 0.6),
    (0.03, 0.39),
    (0.38, 0.38),
)
"""Corners of the star in a square of size 1."""


def paint_star(painter: QPainter, place: QRectF, colour: QColor, *, filled: bool = True) -> None:
    """Paint a five-pointed star, or its outline, into the square ``place``."""
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(
        QPolygonF([QPointF(place.x() + x * place.width(), place.y() + y * place.height()) for x, y in _POINTS])
    )


class StarButton(QAbstractButton):
    """Makes something a favourite, or no longer one: the star is filled while it is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(_("Favourite"))
        self.setToolTip(_("Favourite (Ctrl+D)"))
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802, D102
        side = self.fontMetrics().height() * 9 // 4
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the star; a frame shows the focus and the pointer."""
        colours = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(QColor(colours.accent), 2 if self.hasFocus() else 1))
            painter.drawRoundedRect(place, 9, 9)
        inset = place.width() / 4
        colour = QColor(colours.stretched if self.isChecked() else colours.muted)
        paint_star(painter, place.adjusted(inset, inset, -inset, -inset), colour, filled=self.isChecked())
