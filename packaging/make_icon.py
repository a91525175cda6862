"""Draws assets/icons/stretchtimer.svg as a PNG of 256 pixels, for desktops that show no SVG. Run it after a change."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).parent.parent / "assets" / "icons"
SIZE_PX = 256


def main() -> None:
    """Write the PNG beside the SVG."""
    image = QImage(SIZE_PX, SIZE_PX, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(ICONS / "stretchtimer.svg")).render(painter)
    painter.end()
    image.save(str(ICONS / "stretchtimer.png"))


if __name__ == "__main__":
    main()
