"""The list of the picker: cards under headings, painted from the theme."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from stretchtimer.core import safety
from stretchtimer.core.captions import minutes
from stretchtimer.core.language import _, ngettext
from stretchtimer.core.picker import Entry, Section, dosage_words
from stretchtimer.ui.theme import Theme, sized

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What the delegate asks the model for."""

    ENTRY = Qt.ItemDataRole.UserRole + 1
    FAVOURITE = Qt.ItemDataRole.UserRole + 2
    MARKED = Qt.ItemDataRole.UserRole + 3


def entry_facts(entry: Entry) -> str:
    """Return the second line of an entry: what it asks and how long it takes."""
    if entry.routine is None:
        return _("Each hip on its own · about 2 minutes")
    if entry.single is not None:
        return _("{dosage} · {time}").format(dosage=dosage_words(entry.prescriptions[0]), time=minutes(entry.total_s))
    count = len(entry.prescriptions)
    words = ngettext("{n} exercise", "{n} exercises", count).format(n=count)
    return _("{exercises} · {time}").format(exercises=words, time=minutes(entry.total_s))


class CatalogueModel(QAbstractListModel):
    """Headings and entries as rows. A heading cannot be chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[str | Entry] = []
        self._favourites: frozenset[str] = frozenset()
        self._marks_clearance = False

    def show_sections(self, sections: tuple[Section, ...], favourites: frozenset[str], marks_clearance: bool) -> None:
        """Show ``sections``; mark entries that wait for clearance if ``marks_clearance``."""
        self.beginResetModel()
        self._rows = []
        for section in sections:
            self._rows += [section.heading, *section.entries]
        self._favourites, self._marks_clearance = favourites, marks_clearance
        self.endResetModel()

    def row_of(self, id: str) -> QModelIndex:
        """Return the first row of the entry ``id``, or an invalid index."""
        for number, row in enumerate(self._rows):
            if isinstance(row, Entry) and row.id == id:
                return self.index(number)
        return QModelIndex()

    def first_entry(self) -> QModelIndex:
        """Return the first row that can be chosen, or an invalid index."""
        return self.index(1) if len(self._rows) > 1 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008, D102
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:  # noqa: D102
        if not index.isValid() or isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: D102
        row = self._rows[index.row()]
        if isinstance(row, str):
            return row if role == Qt.ItemDataRole.DisplayRole else None
        marked = self._marks_clearance and row.needs_clearance
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _(row.name)
            case Qt.ItemDataRole.ToolTipRole:
                lines = (_(row.name), entry_facts(row), safety.clearance_mark() if marked else "")
                return "\n".join(filter(None, lines))
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return entry_facts(row)
            case Role.ENTRY:
                return row
            case Role.FAVOURITE:
                return row.id in self._favourites
            case Role.MARKED:
                return marked
        return None


class CatalogueList(QListView):
    """Emits `chosen` as the current entry changes and `started` when the person presses Enter on one."""

    chosen = Signal(object)
    started = Signal()
    favourite_toggled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.catalogue = CatalogueModel(self)
        self.setModel(self.catalogue)
        self.setItemDelegate(_CardDelegate(theme, self))
        self.setAccessibleName(_("Exercises and routines"))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.doubleClicked.connect(lambda _index: self.started.emit())
        self.selectionModel().currentChanged.connect(self._tell)
        theme.changed.connect(self.viewport().update)

    @property
    def entry(self) -> Entry | None:
        """The chosen entry."""
        index = self.currentIndex()
        return index.data(Role.ENTRY) if index.isValid() else None

    def choose(self, id: str) -> None:
        """Choose the entry ``id``, or the first one if there is none of that id."""
        index = self.catalogue.row_of(id)
        if not index.isValid():
            index = self.catalogue.first_entry()
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter starts, Home goes to the first entry instead of its heading; letters search as in any list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.started.emit()
        elif event.key() == Qt.Key.Key_Home:
            self.setCurrentIndex(self.catalogue.first_entry())
            self.scrollToTop()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Lay the rows out anew when the font changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()

    def _tell(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.chosen.emit(current.data(Role.ENTRY) if current.isValid() else None)


class _CardDelegate(QStyledItemDelegate):
    """Paints a heading as small capitals and an entry as a card with two lines."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        em = QFontMetrics(self._view.font()).height()
        return QSize(10 * em, round(2.3 * em) if index.data(Role.ENTRY) is None else round(3.9 * em))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if index.data(Role.ENTRY) is None:
            self._paint_heading(painter, place, str(index.data()))
        else:
            self._paint_card(painter, place, state, index)
        painter.restore()

    def _paint_heading(self, painter: QPainter, place: QRect, text: str) -> None:
        em = QFontMetrics(self._view.font()).height()
        painter.setFont(sized(self._view.font(), 0.9, bold=True))
        painter.setPen(QColor(self._theme.palette.muted))
        painter.drawText(
            place.adjusted(em // 4, 0, -em // 4, -em // 3),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom,
            text,
        )

    def _paint_card(self, painter: QPainter, place: QRect, state: QStyle.StateFlag, index: Index) -> None:
        colours = self._theme.palette
        em = QFontMetrics(self._view.font()).height()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        card = QRectF(place).adjusted(1.5, em / 6, -1.5, -em / 6)
        painter.setBrush(QColor(colours.accent_soft if chosen else colours.surface))
        focused = chosen and self._view.hasFocus()
        painter.setPen(QPen(QColor(colours.accent if chosen or hovered else colours.line), 2 if focused else 1))
        painter.drawRoundedRect(card, 10, 10)
        text = card.toRect().adjusted(em * 4 // 5, em // 3, -em * 4 // 5, -em // 3)
        if index.data(Role.FAVOURITE):
            star = QRectF(text.right() - em, text.center().y() - em / 2, em, em)
            _paint_star(painter, star, QColor(colours.stretched))
            text.setRight(text.right() - em * 3 // 2)
        upper = QRect(text.left(), text.top(), text.width(), text.height() // 2)
        lower = QRect(text.left(), upper.bottom() + 1, text.width(), text.height() - upper.height())
        self._line(painter, upper, index.data(), colours.text, bold=True)
        facts = entry_facts(index.data(Role.ENTRY))
        if index.data(Role.MARKED):
            self._line(painter, lower, _("Ask first · {facts}").format(facts=facts), colours.danger)
        else:
            self._line(painter, lower, facts, colours.muted)

    def _line(self, painter: QPainter, place: QRect, text: str, colour: str, *, bold: bool = False) -> None:
        font: QFont = sized(self._view.font(), 1.0 if bold else 0.92, bold=bold)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)


def _paint_star(painter: QPainter, place: QRectF, colour: QColor) -> None:
    """Paint a five-pointed star into ``place``."""
    unit = (
        (0.5, 0.05),
        (0.62, 0.38),
        (0.97, 0.39),
        (0.69, 0.6),
        (0.79, 0.94),
        (0.5, 0.74),
        (0.21, 0.94),
        (0.31, 0.6),
        (0.03, 0.39),
        (0.38, 0.38),
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(
        QPolygonF([QPointF(place.x() + x * place.width(), place.y() + y * place.height()) for x, y in unit])
    )
