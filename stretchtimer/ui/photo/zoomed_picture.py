"""A picture that can be zoomed and moved."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from stretchtimer.ui.photo.photo_place import PhotoPlace, fitted

ZOOM_STEP = 1.25


class ZoomedPicture(QWidget):
    """Shows a picture as large as there is room, or a part of it larger."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._place = fitted(QSizeF(1, 1), QSizeF(1, 1))
        self._seen: QPixmap | None = None
        """The visible part of the picture, kept because it is costly to scale; None until it is painted."""

    @property
    def picture(self) -> QImage:
        """The picture that is shown; a null one if there is none."""
        return self._image

    @property
    def place(self) -> PhotoPlace:
        """Where the picture lies in the widget."""
        return self._place

    def show_picture(self, image: QImage) -> None:
        """Show the whole of ``image``."""
        self._image = image
        self.fit()

    def zoom_at(self, factor: float, about: QPointF) -> None:
        """Show the picture ``factor`` times as large, what is at ``about`` where it is."""
        self.move_to(self._place.zoomed(factor, about))

    def fit(self) -> None:
        """Show the whole picture."""
        if not self._image.isNull():
            self.move_to(fitted(QSizeF(self._image.size()), QSizeF(self.size())))

    def move_to(self, place: PhotoPlace) -> None:
        """Show the picture at ``place``."""
        self._place, self._seen = place, None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102
        super().resizeEvent(event)
        self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Zoom with the focus; without it the page scrolls, as the person then most likely means."""
        if self.hasFocus() and not self._image.isNull():
            self.zoom_at(ZOOM_STEP ** (event.angleDelta().y() / 120), event.position())
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the visible part of the picture."""
        if self._image.isNull():
            return
        if self._seen is None or self._seen.devicePixelRatio() != self.devicePixelRatioF():
            self._seen = self._render()
        QPainter(self).drawPixmap(0, 0, self._seen)

    def _render(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        seen = QPixmap(self.size() * ratio)
        seen.setDevicePixelRatio(ratio)
        seen.fill(Qt.GlobalColor.transparent)
        target = self._place.area.intersected(QRectF(self.rect()))
        scale = self._place.scale
        source = QRectF((target.topLeft() - self._place.corner) / scale, target.size() / scale)
        painter = QPainter(seen)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if scale * ratio < 1:
            # Drawing would leave pixels out; this averages them.
            part: QRect = source.toAlignedRect().intersected(self._image.rect())
            size = (QSizeF(part.size()) * scale * ratio).toSize()
            small = self._image.copy(part).scaled(
                size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            painter.drawImage(
                QRectF(self._place.corner + QPointF(part.topLeft()) * scale, QSizeF(part.size()) * scale), small
            )
        else:
            painter.drawImage(target, self._image, source)
        painter.end()
        return seen
