"""The mark of each outcome, told apart by shape and fill as well as by colour: in the chart, the lists, the cards."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from stretchtimer.core.records import Outcome
from stretchtimer.ui.theme import Palette


def mark_path(outcome: Outcome) -> QPainterPath:
    """Return the shape of ``outcome`` around the origin, at most one unit wide and high.

    Passed is a disc, lifted a triangle that points up as the leg came up, stopped a cross.
    """
    path = QPainterPath()
    match outcome:
        case Outcome.PASSED:
            path.addEllipse(QPointF(0, 0), 0.5, 0.5)
        case Outcome.LIFTED:
            path.addPolygon(QPolygonF([QPointF(0, -0.5), QPointF(0.55, 0.45), QPointF(-0.55, 0.45)]))
            path.closeSubpath()
        case Outcome.STOPPED:
            for start, end in (((-0.45, -0.45), (0.45, 0.45)), ((-0.45, 0.45), (0.45, -0.45))):
                path.moveTo(*start)
                path.lineTo(*end)
    return path


def mark_colour(outcome: Outcome, palette: Palette) -> QColor:
    """Return the colour of ``outcome``. Lifted is neutral: most people's legs lift, and that is no alarm."""
    return QColor(
        {
            Outcome.PASSED: palette.good,
            Outcome.LIFTED: palette.text,
            Outcome.STOPPED: palette.danger,
        }[outcome]
    )


def mark_pen(outcome: Outcome, palette: Palette, width: float) -> QPen:
    """Return the outline of the mark, ``width`` pixels wide at any scale."""
    pen = QPen(mark_colour(outcome, palette), width)
    pen.setCosmetic(True)
    return pen


def mark_brush(outcome: Outcome, palette: Palette) -> QBrush:
    """Return the fill of the mark: full where the leg stayed down, the ground of a card where it did not."""
    return QBrush(mark_colour(outcome, palette) if outcome is Outcome.PASSED else QColor(palette.surface))


def mark_pixmap(outcome: Outcome, palette: Palette, size: int, ratio: float) -> QPixmap:
    """Return the mark in a square of ``size`` pixels, for a screen with the device pixel ratio ``ratio``."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(size / 2, size / 2)
    painter.scale(size * 0.7, size * 0.7)
    painter.setPen(mark_pen(outcome, palette, max(1.5, size / 9)))
    painter.setBrush(mark_brush(outcome, palette))
    painter.drawPath(mark_path(outcome))
    painter.end()
    return pixmap
