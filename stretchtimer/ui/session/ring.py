"""The countdown: a ring that empties clockwise round the number, and what is being done, in words."""

from __future__ import annotations

from enum import StrEnum
from math import cos, pi, radians, sin

from msgspec import Struct
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from stretchtimer.ui.fit_label import largest_fit
from stretchtimer.ui.session.tabular_figure import TabularFigure
from stretchtimer.ui.theme import Theme

# Shares of the ring's diameter.
THICKNESS = 0.045
DIGITS = QRectF(-0.37, -0.245, 0.74, 0.42)
"""Where the number stands, from the centre. As high as 0.42 diameters: see `stretchtimer.ui.session.session_stage`."""
TITLE = QRectF(-0.30, 0.22, 0.60, 0.11)
TITLE_IN_TWO_LINES = QRectF(-0.24, 0.205, 0.48, 0.19)
TITLE_SIZE = 0.086


class RingLook(StrEnum):
    """What the ring counts, told by its colour and always by its title too."""

    WORK = "work"
    BETWEEN = "between"
    """Getting ready, changing sides, resting."""
    PAUSED = "paused"


class RingView(Struct, frozen=True, kw_only=True):
    """What the ring shows."""

    look: RingLook
    title: str
    figure: int | None
    """The number; None leaves the middle free."""
    whole: int
    """The number that a full ring stands for."""
    fraction: float
    """How much of the ring is left, from 1 to 0."""


class CountdownRing(QProgressBar):
    """A progress bar that paints itself as a ring; so a screen reader reads its value like that of any other."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = RingView(look=RingLook.BETWEEN, title="", figure=None, whole=1, fraction=1.0)
        self._figure = TabularFigure(self.font())
        self._title_font = QFont(self.font())
        self._title_room, self._in_two_lines = QRectF(), False
        self.setTextVisible(False)
        theme.changed.connect(self.update)

    @property
    def steps(self) -> int:
        """How many pixels of the screen a full ring is long."""
        return max(1, round(pi * self._diameter * (1 - THICKNESS) * self.devicePixelRatioF()))

    @property
    def digit_height(self) -> float:
        """How high the number is, in pixels of the window."""
        return DIGITS.height() * self._diameter

    def show_view(self, view: RingView) -> None:
        """Show ``view``; repaints only what looks different, and nothing if the picture is the same."""
        before, self._view = self._view, view
        if before.title != view.title:
            self.setAccessibleName(view.title)
            self._fit_title()
        if (before.figure, before.whole) != (view.figure, view.whole):
            self.setRange(0, view.whole)
            self.setValue(min(view.whole, view.figure or 0))
        if (before.look, before.title) != (view.look, view.title):
            self.update()
            return
        if before.figure != view.figure:
            self.update(self._placed(DIGITS).toAlignedRect())
        steps = self.steps
        if round(before.fraction * steps) != round(view.fraction * steps):
            self._update_arc(before.fraction, view.fraction)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        colours = self._theme.palette
        paused = self._view.look is RingLook.PAUSED
        arc = {
            RingLook.WORK: colours.stretched,
            RingLook.BETWEEN: colours.accent,
            RingLook.PAUSED: colours.muted,
        }[self._view.look]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ring(painter, QColor(colours.track), QColor(arc))
        digits = self._placed(DIGITS)
        if self._view.figure is not None and digits.intersects(QRectF(event.rect())):
            brush = QBrush(QColor(colours.muted if paused else colours.text))
            self._figure.paint(painter, self._view.figure, digits, brush)
        if self._title_room.intersects(QRectF(event.rect())):
            painter.setFont(self._title_font)
            painter.setPen(QColor(colours.text if paused else arc))
            # Text that just fits into one line would be broken if it were allowed to.
            wrap = Qt.TextFlag.TextWordWrap if self._in_two_lines else Qt.TextFlag.TextSingleLine
            painter.drawText(self._title_room, wrap | Qt.AlignmentFlag.AlignCenter, self._view.title)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102
        super().resizeEvent(event)
        self._fit_title()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802, D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._figure = TabularFigure(self.font())
            self._fit_title()
            self.update()

    @property
    def _diameter(self) -> int:
        return min(self.width(), self.height())

    def _placed(self, share: QRectF) -> QRectF:
        """Return ``share``, given in diameters from the centre, in pixels."""
        d, centre = self._diameter, QRectF(self.rect()).center()
        return QRectF(centre.x() + share.x() * d, centre.y() + share.y() * d, share.width() * d, share.height() * d)

    def _paint_ring(self, painter: QPainter, track: QColor, arc: QColor) -> None:
        pen = QPen(track, THICKNESS * self._diameter, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        circle = self._circle()
        painter.drawEllipse(circle)
        if self._view.fraction > 0:
            pen.setColor(arc)
            painter.setPen(pen)
            # Sixteenths of a degree, from twelve o'clock; clockwise is negative.
            painter.drawArc(circle, 90 * 16, -round(self._view.fraction * 360 * 16))

    def _circle(self) -> QRectF:
        """Return the middle line of the ring."""
        r = (1 - THICKNESS) / 2 - 0.002
        return self._placed(QRectF(-r, -r, 2 * r, 2 * r))

    def _update_arc(self, before: float, now: float) -> None:
        """Repaint where the end of the arc was and is; all of it after a leap."""
        if abs(before - now) > 0.05 or min(before, now) <= 0:
            self.update()
            return
        reach = THICKNESS * self._diameter / 2 + 2
        ends = [QRectF(end.x() - reach, end.y() - reach, 2 * reach, 2 * reach) for end in map(self._end, (before, now))]
        self.update(ends[0].united(ends[1]).toAlignedRect())

    def _end(self, fraction: float) -> QPointF:
        circle, angle = self._circle(), radians(360 * fraction - 90)
        r = circle.width() / 2
        return circle.center() + QPointF(r * cos(angle), r * sin(angle))

    def _fit_title(self) -> None:
        """Choose place and font of the title: one line, unless it is much larger in two."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setPixelSize(max(1, round(TITLE_SIZE * self._diameter)))
        line, lines = self._placed(TITLE), self._placed(TITLE_IN_TWO_LINES)
        one = largest_fit(font, self._view.title, line.size().toSize(), 0)
        two = largest_fit(font, self._view.title, lines.size().toSize(), int(Qt.TextFlag.TextWordWrap))
        self._in_two_lines = one < 0.9 * two
        self._title_room = lines if self._in_two_lines else line
        font.setPixelSize(two if self._in_two_lines else one)
        self._title_font = font
