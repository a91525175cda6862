"""The figures of a step of the self-test, side by side where there are two, with a word under each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.figure.album import Album
from stretchtimer.core.figure.portrayal import Portrayal
from stretchtimer.core.selftest.selftest_pictures import picture_words, step_pictures
from stretchtimer.core.selftest.selftest_steps import Step
from stretchtimer.ui.figure.figure_view import FigureView
from stretchtimer.ui.fit_label import FitLabel
from stretchtimer.ui.theme import Theme

WORDS = 1 / 7
"""How high the letters under a figure are, as a part of the place."""


class SelfTestFigures(QWidget):
    """Shows what a step looks like on the tested side."""

    def __init__(self, theme: Theme, album: Album, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._album = album
        self._figures = [FigureView(theme, ground="surface") for _place in range(2)]
        self._words = [FitLabel(bold=True, alignment=Qt.AlignmentFlag.AlignCenter) for _place in range(2)]
        # As large as there is room: the words of the step come first.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for column, (figure, words) in enumerate(zip(self._figures, self._words, strict=True)):
            grid.addWidget(figure, 0, column)
            grid.addWidget(words, 1, column)
        grid.setRowStretch(0, 5)
        grid.setRowStretch(1, 1)

    def show_step(self, step: Step) -> None:
        """Show the pictures of ``step``; nothing where it has none."""
        pictures = step_pictures(step)
        self.setVisible(bool(pictures))
        for place, (figure, words) in enumerate(zip(self._figures, self._words, strict=True)):
            shown = pictures[place] if place < len(pictures) else None
            self._grid.setColumnStretch(place, int(shown is not None))
            motion = self._album.of(shown.picture) if shown else None
            figure.setVisible(motion is not None)
            words.setVisible(shown is not None and bool(shown.words))
            if shown is None or motion is None:
                continue
            side = step.tested
            label = side.word[:1].upper() + side.word[1:] if side else ""
            figure.show_figure(motion, Portrayal(figure=motion.still(side or Side.RIGHT), side=side), label)
            figure.setAccessibleName(picture_words(shown, motion.description, side))
            words.set_words(shown.words)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102
        super().resizeEvent(event)
        for words in self._words:
            words.set_largest(round(self.height() * WORDS))
