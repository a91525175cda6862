"""How the picker's list paints its rows: headings, and cards of a figure and two lines."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from stretchtimer.core.catalog import safety
from stretchtimer.core.picking.picker import Entry
from stretchtimer.core.picking.picker_words import entry_facts
from stretchtimer.ui.figure.thumbnails import WIDER, Thumbnails
from stretchtimer.ui.stretch.catalogue_model import Index, Role
from stretchtimer.ui.stretch.star import paint_star
from stretchtimer.ui.theme import Theme, sized

FIGURE_EM = 3.2
"""How high a figure is, in heights of a line: 48 pixels in the usual letters."""
LEAST_WORDS_EM = 8
"""Where the words would have less room than that, they have the card for themselves."""


class CatalogueDelegate(QStyledItemDelegate):
    """Paints in the colours of the theme; sizes follow the font of the list."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._thumbnails, self._view = theme, thumbnails, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, D102
        heights = 2.3 if index.data(Role.ENTRY) is None else 3.9
        return QSize(10 * self._em, round(heights * self._em))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: D102
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place: QRect = option.rect
        if index.data(Role.ENTRY) is None:
            self._paint_heading(painter, place, index)
        else:
            card, state = self._card(place), option.state
            self._paint_ground(painter, card, state)
            words = self._paint_figure(painter, card, index, chosen=bool(state & QStyle.StateFlag.State_Selected))
            self._paint_words(painter, words, index)
        painter.restore()

    @property
    def _em(self) -> int:
        return QFontMetrics(self._view.font()).height()

    def _card(self, place: QRect) -> QRectF:
        return QRectF(place).adjusted(1.5, self._em / 6, -1.5, -self._em / 6)

    def _paint_heading(self, painter: QPainter, place: QRect, index: Index) -> None:
        text = place.adjusted(self._em // 4, 0, -self._em // 4, -self._em // 3)
        painter.setFont(sized(self._view.font(), 0.9, bold=True))
        painter.setPen(QColor(self._theme.palette.muted))
        painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, index.data())

    def _paint_ground(self, painter: QPainter, card: QRectF, state: QStyle.StateFlag) -> None:
        colours = self._theme.palette
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        focused = chosen and self._view.hasFocus()
        painter.setBrush(QColor(colours.accent_soft if chosen else colours.surface))
        painter.setPen(QPen(QColor(colours.accent if chosen or hovered else colours.line), 2 if focused else 1))
        painter.drawRoundedRect(card, 10, 10)

    def _paint_figure(self, painter: QPainter, card: QRectF, index: Index, *, chosen: bool) -> QRect:
        """Paint the figure of the entry, if it has one, and return the room for the words: the same in every row."""
        em, colours = self._em, self._theme.palette
        text = card.toRect().adjusted(em * 4 // 5, em // 3, -em * 4 // 5, -em // 3)
        figure = QRectF(0, 0, FIGURE_EM * WIDER * em, FIGURE_EM * em)
        figure.moveCenter(card.center())
        figure.moveLeft(card.left() + em / 2)
        words = text.adjusted(int(figure.right()) + em // 2 - text.left(), 0, 0, 0)
        if words.width() < LEAST_WORDS_EM * em:
            return text
        entry: Entry = index.data(Role.ENTRY)
        if shown := self._thumbnails.example(entry.exercises):
            self._thumbnails.paint(painter, figure, shown, colours.accent_soft if chosen else colours.surface)
        return words

    def _paint_words(self, painter: QPainter, text: QRect, index: Index) -> None:
        colours, em = self._theme.palette, self._em
        if index.data(Role.FAVOURITE):
            star = QRectF(text.right() - em, text.center().y() - em / 2, em, em)
            paint_star(painter, star, QColor(colours.stretched))
            text.setRight(text.right() - em * 3 // 2)
        upper = QRect(text.left(), text.top(), text.width(), text.height() // 2)
        lower = QRect(text.left(), upper.bottom() + 1, text.width(), text.height() - upper.height())
        self._write(painter, upper, index.data(), colours.text, bold=True)
        if index.data(Role.MARKED):
            taken = self._write(painter, lower, safety.short_clearance_mark(), colours.danger)
            lower.setLeft(lower.left() + taken + em // 2)
        self._write(painter, lower, entry_facts(index.data(Role.ENTRY)), colours.muted)

    def _write(self, painter: QPainter, place: QRect, text: str, colour: str, *, bold: bool = False) -> int:
        """Write one line of ``text``, cut where the room ends, and return the width that it takes."""
        font = sized(self._view.font(), 1.0 if bold else 0.92, bold=bold)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown)
