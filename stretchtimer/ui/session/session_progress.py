"""How far the whole session is: one segment for each hold or set of repetitions."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from stretchtimer.core.language import _
from stretchtimer.core.session.session import SessionView
from stretchtimer.ui.theme import Theme


class SessionProgress(QProgressBar):
    """A bar of segments: done ones full, the one under way filled as far as it got."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._filled_px = 0
        self._fraction_done = 0.0
        self.setTextVisible(False)
        self.setRange(0, 1)
        self.setAccessibleName(_("Holds and sets done"))
        theme.changed.connect(self.update)

    def set_view(self, view: SessionView) -> None:
        """Show how far ``view`` is."""
        segments = sum(phase.is_work for phase in view.phases)
        done = sum(phase.is_work for phase in view.phases[: view.index])
        if (segments, done) != (self.maximum(), self.value()):
            self.setRange(0, max(1, segments))
            self.setValue(done)
            self.update()
        self._fraction_done = 1 - view.fraction_left if view.phase.is_work else 0.0
        filled_px = round(self._fraction_done * self._segment(done).width() * self.devicePixelRatioF())
        if filled_px != self._filled_px:
            self._filled_px = filled_px
            self.update(self._segment(done).toAlignedRect())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        colours = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(self.maximum()):
            segment = self._segment(number)
            if segment.intersects(QRectF(event.rect())):
                _paint_bar(painter, segment, colours.accent if number < self.value() else colours.track)
        if self._fraction_done:
            segment = self._segment(self.value())
            painter.setClipRect(segment.adjusted(0, 0, -(1 - self._fraction_done) * segment.width(), 0))
            _paint_bar(painter, segment, colours.stretched)

    def _segment(self, number: int) -> QRectF:
        pitch = self.width() / self.maximum()
        # A session of a hundred holds still shows that it has segments.
        gap = min(self.height() * 0.8, pitch / 4)
        width = (self.width() + gap) / self.maximum() - gap
        return QRectF(number * (width + gap), 0, width, self.height())


def _paint_bar(painter: QPainter, bar: QRectF, colour: str) -> None:
    radius = min(bar.height(), bar.width()) / 2
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(bar, radius, radius)
