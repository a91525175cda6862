"""The icon in the tray: it tells by its shape alone how long it is to the next break."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPolygonF

from stretchtimer.core.reminders.reminder_values import ReminderView, Standing
from stretchtimer.ui.palette import LIGHT

STEPS = 8
"""A pie of so many pieces: finer ones are not told apart in 22 pixels."""
SIZES = (16, 20, 22, 24, 32, 44, 48, 64)
"""Of the trays of today, once and twice as fine. Painted for each: scaled from another, the edges blur."""

# Shares of the icon's edge. A disc of its own lies under the shape, so it is seen on light and dark bars alike.
DISC = QRectF(0.02, 0.02, 0.96, 0.96)
PIE = QRectF(0.17, 0.17, 0.66, 0.66)
SHADOW = QRectF(0.37, 0.14, 0.51, 0.51)
"""Laid over the full moon, it leaves the crescent."""


class TrayShape(StrEnum):
    """What the icon shows."""

    PIE = "pie"
    """As much as is left until the break."""
    ARROW = "arrow"
    """Upwards: time to stand up."""
    BARS = "bars"
    """Paused, as on any player."""
    MOON = "moon"
    """No break comes: nobody is there, or it is no working time."""


class TrayMark(Struct, frozen=True):
    """A shape, and for a pie how many of its `STEPS` pieces are left."""

    shape: TrayShape
    pieces: int = 0


def tray_mark(view: ReminderView) -> TrayMark:
    """Return what the icon shows of ``view``. A break that comes has one piece left until it is there."""
    match view.standing:
        case Standing.SITTING | Standing.SNOOZED:
            return TrayMark(TrayShape.PIE, max(1, round(view.fraction_left * STEPS)))
        case Standing.WAITING | Standing.OFFERED:
            return TrayMark(TrayShape.ARROW)
        case Standing.PAUSED:
            return TrayMark(TrayShape.BARS)
    return TrayMark(TrayShape.MOON)


def tray_icon(mark: TrayMark) -> QIcon:
    """Return the icon of ``mark`` in the sizes that trays have."""
    icon = QIcon()
    for size in SIZES:
        picture = QPixmap(size, size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(LIGHT.accent))
        painter.drawEllipse(DISC)
        _paint(painter, mark)
        painter.end()
        icon.addPixmap(picture)
    return icon


def _paint(painter: QPainter, mark: TrayMark) -> None:
    painter.setBrush(QColor(LIGHT.on_accent))
    match mark.shape:
        case TrayShape.PIE:
            # Sixteenths of a degree, from twelve o'clock; what is left ends there, as the ring of a session does.
            painter.drawPie(PIE, 90 * 16, -round(mark.pieces / STEPS * 360 * 16))
        case TrayShape.ARROW:
            head = ((0.5, 0.14), (0.8, 0.5), (0.2, 0.5))
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in head]))
            painter.drawRect(QRectF(0.4, 0.48, 0.2, 0.36))
        case TrayShape.BARS:
            painter.drawRect(QRectF(0.31, 0.26, 0.13, 0.48))
            painter.drawRect(QRectF(0.56, 0.26, 0.13, 0.48))
        case TrayShape.MOON:
            painter.drawEllipse(PIE)
            painter.setBrush(QColor(LIGHT.accent))
            painter.drawEllipse(SHADOW)
