"""The place of the picture in the self-test: which knee is pulled and which hip is tested, each on its own side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.figure.album import Album
from stretchtimer.core.language import _
from stretchtimer.core.selftest.measurement import Protocol
from stretchtimer.core.selftest.selftest_steps import Step, StepKind
from stretchtimer.ui.fit_label import FitLabel
from stretchtimer.ui.selftest.selftest_figures import SelfTestFigures
from stretchtimer.ui.theme import Theme

SIDES = (Side.LEFT, Side.RIGHT)
SHARES = (0.15, 0.09, 0.08)
"""The largest font of the side, the part of the body and its task, in heights of the place."""


class SelfTestSides(QWidget):
    """LEFT on the left, RIGHT on the right, as the person who lies on the back has them; the figure over both."""

    def __init__(self, theme: Theme, album: Album, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        em = self.fontMetrics().height()
        grid = QGridLayout(self)
        grid.setContentsMargins(em, em, em, em)
        grid.setHorizontalSpacing(em * 2)
        grid.setVerticalSpacing(0)
        below = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        self._rows = tuple({side: FitLabel(bold=row < 2, alignment=below) for side in SIDES} for row in range(3))
        for number, labels in enumerate(self._rows, start=1):
            for column, side in enumerate(SIDES):
                grid.addWidget(labels[side], number, column)
                grid.setColumnStretch(column, 1)
        self._figures = SelfTestFigures(theme, album)
        grid.addWidget(self._figures, 0, 0, 1, 2)
        for row, stretch in enumerate((16, 6, 4, 5)):
            grid.setRowStretch(row, stretch)

    def show_step(self, step: Step) -> None:
        """Show what each side does in ``step``."""
        self._figures.show_step(step)
        for side in SIDES:
            part, task, role = _words(step, side)
            for labels, words in zip(self._rows, (side.word.upper(), part, task), strict=True):
                labels[side].set_words(words)
                labels[side].set_role(role if labels is not self._rows[-1] else "")
        self._even_out()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102
        super().resizeEvent(event)
        self._even_out()

    def _even_out(self) -> None:
        """Write both sides in the same size, so that neither seems to matter more."""
        for labels, share in zip(self._rows, SHARES, strict=True):
            for label in labels.values():
                label.set_largest(round(self.height() * share))
            smaller = min(label.font().pixelSize() for label in labels.values())
            for label in labels.values():
                label.set_largest(smaller)


def _words(step: Step, side: Side) -> tuple[str, str, str]:
    """Return the part of the body, what it does, and the role that colours it."""
    at_edge = step.approach.protocol is Protocol.EDGE
    if step.tested is None:
        hangs = at_edge and step.kind is StepKind.LIE_DOWN
        return (_("knee"), _("is held"), "accent") if hangs else (_("leg"), _("lies straight"), "accent")
    if step.tested is side:
        return _("hip"), _tested_words(step.kind, at_edge=at_edge), "stretched"
    pulled = step.kind is StepKind.PULL
    return _("knee"), _("pull it to the chest") if pulled else _("is held at the chest"), "accent"


def _tested_words(kind: StepKind, *, at_edge: bool) -> str:
    if kind is StepKind.MEASURE:
        return _("is measured: the leg hangs") if at_edge else _("is measured: the leg stays down")
    if kind is StepKind.LOOK:
        return _("does the thigh come down?") if at_edge else _("does the leg stay flat?")
    return _("is tested: the leg hangs") if at_edge else _("is tested: the leg stays down")
