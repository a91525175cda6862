"""A plot over time: a view box, an axis of values at its left, and an axis of time, or a mere line, under it."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtGui import QFont, QFontMetrics, QPen
from PySide6.QtWidgets import QGraphicsGridLayout, QGraphicsLineItem, QSizePolicy

from stretchtimer.ui.progress.chart_canvas import Canvas
from stretchtimer.ui.progress.date_axis import DateAxis


class TimePlot(pg.GraphicsWidget):  # type: ignore[misc]
    """Holds a `Canvas`. It is moved along the time only.

    pyqtgraph's own PlotItem brings the widgets of a menu with it, which take most of the time that a chart takes.
    """

    def __init__(self) -> None:
        super().__init__()
        self.box = pg.ViewBox(enableMenu=False, defaultPadding=0)
        self.box.setMouseEnabled(x=True, y=False)
        self.box.disableAutoRange()
        self.left, self._dates = pg.AxisItem("left"), DateAxis(self.box)
        # It would write its title anew in every frame, to find a unit for the values.
        self.left.enableAutoSIPrefix(False)
        self.left.linkToView(self.box)
        self.canvas = Canvas(self.box)
        self._hair = QGraphicsLineItem(self.box)
        self._hair.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        grid = self._grid = QGraphicsGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addItem(self.left, 0, 0)
        grid.addItem(self.box, 0, 1)
        grid.addItem(self._dates, 1, 1)
        grid.setRowStretchFactor(0, 1)
        grid.setColumnStretchFactor(1, 1)

    @property
    def span(self) -> tuple[float, float]:
        """The begin and the end of what is seen."""
        first, end = self.box.viewRange()[0]
        return first, end

    @property
    def seconds_per_pixel(self) -> float:
        """How much of the time a pixel stands for."""
        (first, end), width = self.span, float(self.box.width())
        return (end - first) / max(1.0, width)

    def show_span(self, first: float, end: float) -> None:
        """Show the time from ``first`` to ``end``."""
        self.box.setXRange(first, end, padding=0)

    def show_heights(self, low: float, high: float) -> None:
        """Show the values from ``low`` to ``high``."""
        self.box.setYRange(low, high, padding=0)

    def show_dates(self, dated: bool) -> None:
        """Write the dates under the plot, or leave them to another one."""
        self._dates.show_dates(dated)

    @property
    def dated(self) -> bool:
        """Whether it has dates of its own."""
        return self._dates.dated

    def point_at(self, when: float | None) -> None:
        """Show the line of the pointer at ``when``; none if it is elsewhere."""
        self._hair.setVisible(when is not None)
        if when is not None:
            x = (when - self.span[0]) / self.seconds_per_pixel
            self._hair.setLine(x, 0, x, self.box.height())

    def paint_axes(self, font: QFont, text: str, line: str, hair: QPen, width: int) -> None:
        """Use ``font`` and the colours ``text`` and ``line``; the axis of values is ``width`` pixels wide."""
        metrics = QFontMetrics(font)
        self.left.setWidth(width)
        self._hair.setPen(hair)
        self._dates.use(font, text, line)
        self.left.setStyle(tickFont=font, tickLength=0, tickAlpha=0, tickTextOffset=metrics.height() // 2)
        # The label of a tick at the very edge may reach that far beyond the axis.
        self.left.setStyle(hideOverlappingLabels=2 * metrics.height())
        self.left.setTextPen(text)
        self.left.setPen(pg.mkPen(None))
