"""The rows of the chart, of which some are shown, on one axis of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pyqtgraph as pg
from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGraphicsScene

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.progress.progress import ProgressView
from stretchtimer.ui.progress.angles_plot import SIDES, AnglesPlot
from stretchtimer.ui.progress.chart_row import HALVES, Row, RowName, new_row
from stretchtimer.ui.theme import Palette

SHARES = {RowName.ANGLES: 5, RowName.ANGLES_RIGHT: 5, RowName.LANES: 4, RowName.FELT: 2, RowName.WEEKS: 3}
"""How the height is divided between the rows that are shown."""
GAP_PX = 4.0
"""Between two plots, and over a caption."""


class Spot(NamedTuple):
    """A place in the chart."""

    name: RowName
    when: float
    """As a position on the axis of time."""


class Rows(QObject):
    """The rows of a chart, in ``scene``. All of them show the same time."""

    moved_by_hand = Signal()
    """The person zoomed or moved the axis."""
    unfit = Signal()
    """The time that is seen or the room for it changed: `fit` is to be called once the rows can be seen."""

    def __init__(self, scene: QGraphicsScene, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scene = scene
        self._room = QRectF()
        self._room_changed = False
        self._rows: dict[RowName, Row] = {}
        self._view: ProgressView | None = None
        self._look: tuple[Palette, QFont] | None = None
        self._following = False
        self.shown: tuple[RowName, ...] = ()
        self.beside = False
        """Whether the hips that are shown apart stand side by side."""

    def __getitem__(self, name: RowName) -> Row:
        return self._rows[name]

    def show_view(self, view: ProgressView) -> None:
        """Show ``view``; the part of the time that is seen stays, unless it reaches beyond the data."""
        self._view = view
        for row in self._rows.values():
            row.show_view(view)

    def arrange(self, shown: tuple[RowName, ...], *, beside: bool) -> bool:
        """Show the rows ``shown``, and the hips ``beside`` each other if apart; return whether that is a change."""
        apart = RowName.ANGLES_RIGHT in shown
        for name in shown:
            self._have(name)
            if isinstance(part := self._rows[name].part, AnglesPlot):
                part.show_sides(_sides(name, apart=apart))
        beside = beside and apart
        changed = (shown, beside) != (self.shown, self.beside)
        if changed:
            span = self.span if self.shown else None
            self.shown, self.beside = shown, beside
            self._show()
            if self._look is not None:
                self.paint(*self._look)
            if span is not None:
                self.show_span(*span)
        self._write_captions()
        return changed

    def paint(self, palette: Palette, font: QFont) -> None:
        """Use the colours of ``palette`` and the type of ``font``."""
        self._look = (palette, font)
        for row in self._rows.values():
            row.paint(palette, font)
        self._write_captions()

    def fit(self) -> None:
        """Take as many tests and weeks together as the room demands."""
        shown = [self._rows[name].part for name in self.shown]
        before = [part.grain for part in shown]
        for part in shown:
            part.fit()
        if [part.grain for part in shown] != before:
            self._write_captions()

    def lay(self, room: QRectF) -> None:
        """Fill ``room``."""
        self._room = room
        self._lay()

    # The time

    @property
    def span(self) -> tuple[float, float]:
        """The begin and the end of what is seen, as positions on the axis of time."""
        return self._rows[self.shown[-1]].plot.span

    def show_span(self, first: float, end: float) -> None:
        """Show the time from ``first`` to ``end`` in every row."""
        self._following = True
        for name in self.shown:
            self._rows[name].plot.show_span(first, end)
        self._following = False
        self.unfit.emit()

    def spot_at(self, place: QPointF) -> Spot | None:
        """Return what is at ``place`` of the scene, if there is a plot."""
        boxes = ((name, self._rows[name].plot.box) for name in self.shown)
        found = ((name, box) for name, box in boxes if box.sceneBoundingRect().contains(place))
        return next((Spot(name, box.mapSceneToView(place).x()) for name, box in found), None)

    def point_at(self, when: float | None) -> None:
        """Show the line of the pointer at ``when`` in every row; none if it is elsewhere."""
        for row in self._rows.values():
            row.plot.point_at(when)

    def _follow(self, box: pg.ViewBox, span: tuple[float, float]) -> None:
        """Let all rows show what one of them was moved to."""
        if not self._following and any(self._rows[name].plot.box is box for name in self.shown):
            self.show_span(*span)

    # Building

    def _have(self, name: RowName) -> None:
        """Make a row unless it is there: those that nobody has looked at are not."""
        if name in self._rows:
            return
        row = self._rows[name] = new_row(name)
        self._scene.addItem(row.caption)
        self._scene.addItem(row.plot)
        row.plot.box.sigRangeChangedManually.connect(self._tell_moved)
        row.plot.box.sigXRangeChanged.connect(self._follow)
        row.plot.box.sigResized.connect(self._resized)
        if self._view is not None:
            row.show_view(self._view)

    def _tell_moved(self, _axes: object) -> None:
        self.moved_by_hand.emit()

    def _resized(self, _box: object) -> None:
        self._room_changed = True

    def _levels(self) -> Iterator[tuple[RowName, ...]]:
        """Yield what stands at one height, from the top down."""
        for name in self.shown:
            if not (self.beside and name in HALVES):
                yield (name,)
            elif name is RowName.ANGLES:
                yield HALVES

    def _lay(self) -> None:
        """Give each row its place: captions as high as their text, and plots what is left."""
        if self._look is None:
            return
        _palette, font = self._look
        room, levels = self._room, list(self._levels())
        # Both hips have one scale and one caption, which stands over the left one.
        captions = {level: self._rows[level[0]].caption for level in levels if level[0] is not RowName.ANGLES_RIGHT}
        high = {level: caption.height_for(room.width()) for level, caption in captions.items()}
        fixed = {level: self._rows[level[0]].fixed_height(font) for level in levels}
        shares = {level: SHARES[level[0]] for level in levels if fixed[level] is None}
        left = room.height() - sum(high.values()) - sum(filter(None, fixed.values())) - GAP_PX * (len(levels) - 1)
        y = room.y()
        for level in levels:
            if level in captions:
                captions[level].setGeometry(QRectF(room.x(), y, room.width(), high[level]))
                y += high[level]
            height = fixed[level] or max(0.0, left) * shares[level] / sum(shares.values())
            width = (room.width() - GAP_PX * (len(level) - 1)) / len(level)
            for number, name in enumerate(level):
                place = QRectF(room.x() + number * (width + GAP_PX), y, width, height)
                self._rows[name].plot.setGeometry(place)
            y += height + GAP_PX
        if self._room_changed:
            self._room_changed = False
            self.unfit.emit()

    def _show(self) -> None:
        """Show what is to be shown. Side by side each hip has its own dates."""
        for name, row in self._rows.items():
            row.plot.setVisible(name in self.shown)
            row.caption.setVisible(name in self.shown and name is not RowName.ANGLES_RIGHT)
            row.plot.show_dates(name is RowName.WEEKS or (self.beside and name in HALVES))

    def _write_captions(self) -> None:
        """Say over each plot what it shows, on as many lines as that takes."""
        if self._look is not None:
            for name in self.shown:
                self._rows[name].write_caption(*self._look)
            self._lay()


def _sides(name: RowName, *, apart: bool) -> Sequence[Side]:
    """Return whose angles a row shows."""
    if name is RowName.ANGLES_RIGHT:
        return (Side.RIGHT,)
    return (Side.LEFT,) if apart else SIDES
