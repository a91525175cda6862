"""Drawn photographs of a known angle, in every orientation that a camera writes."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
from PySide6.QtCore import QBuffer, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from stretchtimer.core.selftest.photo_angle import Landmark

COLOURS = {
    Landmark.HIP: QColor(255, 0, 0),
    Landmark.KNEE: QColor(0, 200, 0),
    Landmark.FLOOR: QColor(0, 0, 255),
    Landmark.FLOOR_TOO: QColor(255, 0, 255),
}
# How a picture that was stored is to be turned, by the number in its EXIF tag 0x0112.
ORIENTATIONS = {
    1: QTransform(),
    2: QTransform(-1, 0, 0, 1, 0, 0),
    3: QTransform(-1, 0, 0, -1, 0, 0),
    4: QTransform(1, 0, 0, -1, 0, 0),
    5: QTransform(0, 1, 1, 0, 0, 0),
    6: QTransform(0, 1, -1, 0, 0, 0),
    7: QTransform(0, -1, -1, 0, 0, 0),
    8: QTransform(0, -1, 1, 0, 0, 0),
}


def photograph(angle: float, *, tilt: float = 0.0, scale: float = 1.0, head_right: bool = False) -> QImage:
    """Return a picture with a disc in its own colour for each landmark; the thigh lies ``angle`` degrees up."""
    image = QImage(round(1200 * scale), round(900 * scale), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.translate(image.rect().center())
    painter.scale(-scale if head_right else scale, scale)
    painter.rotate(tilt)
    painter.setPen(Qt.PenStyle.NoPen)
    knee = QTransform().rotate(-angle).map(QPointF(280.0, 0.0))
    for landmark, place in {
        Landmark.HIP: QPointF(0, 0),
        Landmark.KNEE: knee,
        Landmark.FLOOR: QPointF(-330, 85),
        Landmark.FLOOR_TOO: QPointF(330, 85),
    }.items():
        painter.setBrush(COLOURS[landmark])
        painter.drawEllipse(place, 14, 14)
    painter.end()
    return image


def write_jpeg(upright: QImage, file: Path, orientation: int) -> None:
    """Write ``upright`` as a camera does that was held otherwise: the pixels turned, and the tag that turns them."""
    stored = upright.transformed(ORIENTATIONS[orientation].inverted()[0])
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert stored.save(buffer, "JPEG", 95)
    jpeg = bytes(buffer.data().data())
    entry = struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0)
    tiff = b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", 1) + entry + struct.pack("<I", 0)
    segment = b"Exif\0\0" + tiff
    file.write_bytes(jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment + jpeg[2:])


def centre_of(colour: QColor, seen: QImage) -> QPointF:
    """Return the middle of what has ``colour`` in ``seen``."""
    image = seen.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4).astype(int)
    wanted = (colour.blue(), colour.green(), colour.red())
    rows, columns = np.nonzero((abs(pixels[:, :, :3] - wanted) < 60).all(axis=2))
    return QPointF(columns.mean(), rows.mean())
