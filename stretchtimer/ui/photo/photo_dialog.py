"""The dialog in which the angle of one hip is measured on a photograph."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.selftest.selftest import hip_title
from stretchtimer.ui.photo.photo_measure import PhotoMeasure
from stretchtimer.ui.theme import Theme


class PhotoDialog(QDialog):
    """Closes as soon as the person takes an angle over.

    ``keep_in`` names where a copy would be kept; ``look_in`` is the folder in which photographs are looked for.
    """

    measured = Signal(float)
    """The angle in degrees, above the horizontal positive."""
    kept = Signal(QImage)
    """The photograph of which a copy is asked for."""

    def __init__(
        self, theme: Theme, side: Side, *, keep_in: str = "", look_in: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("{hip}: measure on a photograph").format(hip=hip_title(side)))
        em = self.fontMetrics().height()
        self._measure = PhotoMeasure(theme, keep_in=keep_in, look_in=look_in)
        self._measure.measured.connect(self._take_over)
        column = QVBoxLayout(self)
        column.setContentsMargins(em, em, em, em)
        column.addWidget(self._measure)
        self.resize(QSize(em * 84, em * 60).boundedTo(self.screen().availableSize() * 0.92))
        self._measure.setFocus()

    @property
    def looked_in(self) -> str:
        """The folder of the photograph that was opened last, or else the one that was looked in."""
        return self._measure.look_in

    def _take_over(self, angle_deg: float) -> None:
        picture = self._measure.picture_to_keep
        if picture is not None:
            self.kept.emit(picture)
        self.measured.emit(angle_deg)
        self.accept()
