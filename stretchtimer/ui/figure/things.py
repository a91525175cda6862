"""The things that belong to a pose: mat, bed, ball, cushion, chair, wall and desk."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from stretchtimer.core.figure.figure import PropShape
from stretchtimer.core.figure.pose import PropKind
from stretchtimer.ui.figure.colours import FigureColours
from stretchtimer.ui.figure.part import Part


def parts(prop: PropShape, colours: FigureColours, *, from_above: bool) -> Iterator[Part]:
    """Yield the shapes of ``prop``, in units of the stature, y upwards."""
    box = QRectF(prop.low.x, prop.low.y, prop.high.x - prop.low.x, prop.high.y - prop.low.y)
    match prop.kind:
        case PropKind.BALL:
            yield _rounded(box, box.height() / 2, colours.thing)
        case PropKind.CUSHION:
            yield _rounded(box, box.height() / 2, colours.prop)
        case PropKind.MAT:
            yield _rounded(box, 0.03 if from_above else box.height() / 2, colours.prop)
        case PropKind.WALL:
            yield _rounded(box, 0.0, colours.prop)
        case PropKind.BED:
            yield from _bed(box, colours)
        case PropKind.CHAIR:
            yield from _chair(box, colours)
        case PropKind.DESK:
            yield from _desk(box, colours)


def _rounded(box: QRectF, corner: float, colour: str) -> Part:
    path = QPainterPath()
    path.addRoundedRect(box, corner, corner)
    return Part(path, colour)


def _bed(box: QRectF, colours: FigureColours) -> Iterator[Part]:
    """Yield two legs, a frame, and the mattress on it."""
    frame = box.height() * 0.45
    for left in (box.left() + 0.03, box.right() - 0.06):
        yield _rounded(QRectF(left, box.top(), 0.03, frame), 0.0, colours.floor)
    yield _rounded(QRectF(box.left(), box.top() + frame - 0.05, box.width(), 0.06), 0.01, colours.floor)
    yield _rounded(QRectF(box.left(), box.top() + frame, box.width(), box.height() - frame), 0.035, colours.prop)


def _chair(box: QRectF, colours: FigureColours) -> Iterator[Part]:
    """Yield a chair whose back is on the left, towards the person."""
    thick = 0.022
    seat = box.top() + box.height() * 0.5
    yield _rounded(QRectF(box.left(), box.top(), thick, box.height()), thick / 2, colours.prop)
    yield _rounded(QRectF(box.left(), seat, box.width(), thick), thick / 2, colours.prop)
    yield _rounded(QRectF(box.right() - thick, box.top(), thick, seat - box.top()), thick / 2, colours.prop)


def _desk(box: QRectF, colours: FigureColours) -> Iterator[Part]:
    """Yield a table top on two legs."""
    thick = 0.025
    yield _rounded(QRectF(box.left(), box.bottom() - thick, box.width(), thick), thick / 2, colours.prop)
    for left in (box.left() + 0.03, box.right() - 0.03 - thick):
        yield _rounded(QRectF(left, box.top(), thick, box.height() - thick), 0.0, colours.prop)
