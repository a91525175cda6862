"""The chart as a picture: for the clipboard, as PNG and as SVG.

pyqtgraph's own exporters are not used: its SVG exporter stumbles over the closed paths that Qt 6.11 writes.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from stretchtimer.core.language import _
from stretchtimer.ui.progress.chart import Chart

SHARPER = 2
"""A picture has so many pixels for each one on the screen, so that it can be printed."""


def picture(chart: Chart) -> QImage:
    """Return the chart as it is seen, in twice the resolution."""
    image = QImage(chart.size() * SHARPER, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(SHARPER)
    image.fill(chart.backgroundBrush().color())
    _paint(chart, QPainter(image))
    return image


def save_picture(chart: Chart, path: Path) -> None:
    """Write the chart to ``path``: as SVG if it ends in .svg, else as PNG, which it ends in. Raises OSError."""
    if path.suffix.lower() == ".svg":
        path.touch()  # Qt only writes a line on its log where a file cannot be opened.
        drawing = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
        drawing.setFileName(str(path))
        # Texts of the axes were laid out for the screen's resolution.
        drawing.setResolution(chart.logicalDpiX())
        drawing.setViewBox(chart.rect())
        drawing.setSize(chart.size())
        drawing.setTitle(_("Self-tests and weekly minutes of stretching"))
        painter = QPainter(drawing)
        painter.fillRect(chart.rect(), chart.backgroundBrush())
        _paint(chart, painter)
    elif not picture(chart).save(str(path)):
        path.touch()  # Raises what Qt does not tell.
        raise OSError(_("The picture could not be written."))


def _paint(chart: Chart, painter: QPainter) -> None:
    """Draw the scene of ``chart`` with ``painter``, its marks as outlines rather than as pixels of the screen."""
    items = [item for item in chart.scene().items() if hasattr(item, "setExportMode")]
    for item in items:
        item.setExportMode(True, {"antialias": True})
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    chart.scene().render(painter, QRectF(chart.rect()), QRectF(chart.rect()))
    painter.end()
    for item in items:
        item.setExportMode(False)
