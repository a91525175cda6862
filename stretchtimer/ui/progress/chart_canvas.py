"""What a plot of the chart is painted on: one item of the scene, whose layers draw those of their values that are seen.

pyqtgraph has an item for each line and each set of marks, and works out the bounds of every one of them in every frame.
A canvas always fills its view box, so moving along the axis of time changes nothing of the scene.
"""

from __future__ import annotations

from itertools import chain, count
from typing import Protocol, TypeVar

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsObject, QStyleOptionGraphicsItem, QWidget

Values = TypeVar("Values", float, np.ndarray)


class Frame:
    """Where values stand in a plot while it is painted, in pixels from its upper left corner."""

    def __init__(self, box: pg.ViewBox, *, ratio: float | None) -> None:
        times, heights = box.viewRange()
        self.first, self.end = map(float, times)
        low, self._high = map(float, heights)
        self.width = float(box.width())
        self.per_pixel = (self.end - self.first) / max(1.0, self.width)
        """Seconds."""
        self._scale = float(box.height()) / (self._high - low)
        self.ratio = ratio
        """Of the screen: its pixels in one of the window. None for a picture, which is to be sharp at any size."""
        self._written: list[QRectF] = []

    def x(self, values: Values) -> Values:
        """Return where ``values`` of the time stand."""
        return (values - self.first) / self.per_pixel

    def y(self, values: Values) -> Values:
        """Return where ``values`` of the upright axis stand."""
        return (self._high - values) * self._scale

    def room_for(self, text: QRectF, below: float) -> QRectF:
        """Return where ``text`` hides no other one: there, lower by ``below``, or so far over it as it takes."""
        places = chain((text, text.translated(0, below)), (text.translated(0, -n * text.height()) for n in count(1)))
        free = next(place for place in places if not any(map(place.intersects, self._written)))
        self._written.append(free)
        return free


class Layer(Protocol):
    """What is drawn in a plot."""

    def draw(self, painter: QPainter, frame: Frame) -> None:
        """Draw what is seen in ``frame``."""


class Canvas(QGraphicsObject):
    """Fills ``box`` with its layers, the first one at the back. Whoever changes a layer calls `update`."""

    def __init__(self, box: pg.ViewBox) -> None:
        super().__init__(box)
        self.layers: tuple[Layer, ...] = ()
        self._box = box
        self._bounds = QRectF(box.rect())
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        box.sigRangeChanged.connect(self._move)
        box.sigResized.connect(self._fit)

    def boundingRect(self) -> QRectF:  # noqa: N802, D102
        return self._bounds

    def paint(  # noqa: D102
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        frame = Frame(self._box, ratio=widget.devicePixelRatioF() if widget else None)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for layer in self.layers:
            layer.draw(painter, frame)

    def _move(self, *_box_and_ranges: object) -> None:
        self.update()

    def _fit(self, *_box: object) -> None:
        self.prepareGeometryChange()
        self._bounds = QRectF(self._box.rect())
