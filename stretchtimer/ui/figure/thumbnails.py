"""Small still pictures of exercises, each painted once and kept."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

from stretchtimer.core.catalog.exercise import Exercise, Side
from stretchtimer.core.figure.album import Album
from stretchtimer.core.figure.motion import Motion
from stretchtimer.core.figure.picture import Picture
from stretchtimer.ui.figure.colours import DARK, LIGHT
from stretchtimer.ui.figure.still_picture import StillPicture
from stretchtimer.ui.theme import Theme

WIDER = 1.25
"""How many times as wide as high a thumbnail is: as most bodies that lie or lunge."""

_Look = tuple[str, str, int, int, float]
"""The id of the exercise, the ground's colour, width, height, and the screen's pixels for one of the window."""


class Thumbnails:
    """Paints pictures when they are first asked for, and forgets them when the theme changes.

    Of an exercise that its file changed, the new picture takes the place of the old one.
    """

    def __init__(self, album: Album, theme: Theme) -> None:
        self._album, self._theme = album, theme
        self._kept: dict[_Look, tuple[Picture, QPixmap]] = {}
        theme.changed.connect(self._kept.clear)

    def paint(self, painter: QPainter, place: QRectF, exercise: Exercise, paper: str) -> None:
        """Paint ``exercise`` into ``place``, on a ground of the colour ``paper``; nothing where it has no picture."""
        motion = self._album.motion(exercise)
        device = painter.device()
        if motion is None or device is None:
            return
        size, scale = place.size().toSize(), device.devicePixelRatio()
        look = (exercise.id, paper, size.width(), size.height(), scale)
        kept = self._kept.get(look)
        if kept is None or kept[0] != motion.picture:
            kept = self._kept[look] = (motion.picture, self._painted(motion, size, scale, paper))
        painter.drawPixmap(QPointF(place.topLeft().toPoint()), kept[1])

    def example(self, exercises: Iterable[Exercise]) -> Exercise | None:
        """Return which of ``exercises`` stands for all: the first that stretches the hip flexor, of those pictured."""
        pictured = [exercise for exercise in exercises if exercise.picture is not None]
        return next((exercise for exercise in pictured if exercise.credits_hip_flexor), next(iter(pictured), None))

    def _painted(self, motion: Motion, size: QSize, scale: float, paper: str) -> QPixmap:
        pixmap = QPixmap(size * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(QColor(0, 0, 0, 0))
        painter = QPainter(pixmap)
        pictures = StillPicture(DARK if self._theme.dark else LIGHT, paper)
        pictures.paint(painter, motion, Side.RIGHT, QRectF(0, 0, size.width(), size.height()))
        painter.end()
        return pixmap
