"""Pictures as the bytes of a file: PNG and SVG."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QBuffer, QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

PIXELS_PER_INCH = 96
"""As a browser counts them, so that an SVG is as large there as the PNG."""


class Format(StrEnum):
    """A kind of file, as its name ends."""

    PNG = "png"
    SVG = "svg"


class Drawing(Struct, frozen=True, kw_only=True):
    """Something to draw, in pixels."""

    width: int
    height: int
    ground: str
    """The colour behind it, "#rrggbb": the thin edges between the limbs have it too."""
    title: str
    description: str = ""
    """What is seen, for those who do not see it; an SVG says it."""
    paint: Callable[[QPainter], None]


def picture_bytes(drawing: Drawing, format: Format) -> bytes:
    """Return the file. Needs an application object of Qt if there are letters in the ``drawing``."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    if format is Format.SVG:
        _write_svg(drawing, buffer)
    else:
        QImageWriter(buffer, QByteArray(b"png")).write(_image(drawing))
    return bytes(buffer.data().data())


def _image(drawing: Drawing) -> QImage:
    image = QImage(drawing.width, drawing.height, QImage.Format.Format_RGB32)
    image.setText("Title", drawing.title)
    image.setText("Description", drawing.description)
    image.fill(QColor(drawing.ground))
    with QPainter(image) as painter:
        drawing.paint(painter)
    return image


def _write_svg(drawing: Drawing, buffer: QBuffer) -> None:
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setResolution(PIXELS_PER_INCH)
    generator.setSize(QSize(drawing.width, drawing.height))
    generator.setViewBox(QRectF(0, 0, drawing.width, drawing.height))
    generator.setTitle(drawing.title)
    generator.setDescription(drawing.description)
    with QPainter(generator) as painter:
        painter.fillRect(QRectF(0, 0, drawing.width, drawing.height), QColor(drawing.ground))
        drawing.paint(painter)
