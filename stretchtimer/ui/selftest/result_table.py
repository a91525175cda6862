"""Tests and weeks as plain tables: for a screen reader, and for whoever would rather read than look."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from stretchtimer.ui.listing import Listing
from stretchtimer.ui.outcome_mark import mark_pixmap
from stretchtimer.ui.theme import Theme

WIDEST_EM = 20
"""The widest a column is at first, in heights of a line."""
Index = QModelIndex | QPersistentModelIndex


class ResultTable(QTableView):
    """Shows a `Listing`, sorted by a click on a header. Double click or Enter opens a test."""

    opened = Signal(str)
    """The id of a test."""
    delete_pressed = Signal(str)
    """The id of the current test, at the Delete key."""
    chosen = Signal(str)
    """The id of the test that is now the current row; empty if there is none."""

    def __init__(self, theme: Theme, listing: Listing, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model(theme, listing, self)
        self.setModel(self._model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(not listing.columns[-1].number)
        self.doubleClicked.connect(lambda _index: self._open())
        self.selectionModel().currentRowChanged.connect(lambda _new, _old: self.chosen.emit(self.current_id))
        theme.changed.connect(self.viewport().update)

    def show_listing(self, listing: Listing) -> None:
        """Show ``listing``; the current test stays the current one if it is still there."""
        kept = self.current_id
        header = self.horizontalHeader()
        self._model.show_listing(listing, header.sortIndicatorSection(), header.sortIndicatorOrder())
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 2.1))
        for column in range(self._model.columnCount()):
            self.setColumnWidth(column, self._wide_enough(column))
        self.choose(kept)

    @property
    def current_id(self) -> str:
        """The id of the test in the current row; empty if there is none."""
        return self._model.id_at(self.currentIndex().row()) if self.currentIndex().isValid() else ""

    def choose(self, test_id: str) -> None:
        """Make the row of the test ``test_id`` the current one, if it is there."""
        row = self._model.row_of(test_id) if test_id else None
        if row is not None:
            self.setCurrentIndex(self._model.index(row, 0))
        else:
            self.chosen.emit(self.current_id)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show the row that keys go to: Qt makes the first one the current one without choosing it."""
        super().focusInEvent(event)
        if self.currentIndex().isValid():
            self.selectRow(self.currentIndex().row())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open()
        elif event.key() == Qt.Key.Key_Delete and self.current_id:
            self.delete_pressed.emit(self.current_id)
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        if self.current_id:
            self.opened.emit(self.current_id)

    def _wide_enough(self, column: int) -> int:
        """Return a width for ``column`` from its header and its first rows: all of them would take seconds.

        A long note does not push the columns behind it out of sight; the tool tip has it whole.
        """
        rows = range(min(50, self._model.rowCount()))
        texts = [str(self._model.index(row, column).data()) for row in rows]
        texts.append(str(self._model.headerData(column, Qt.Orientation.Horizontal)) + "    ")
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(text) for text in texts) + 3 * metrics.height()
        return min(widest, WIDEST_EM * metrics.height())


class _Model(QAbstractTableModel):
    def __init__(self, theme: Theme, listing: Listing, table: QTableView) -> None:
        super().__init__(table)
        self._theme, self._table = theme, table
        self._columns, self._id_of = listing.columns, listing.id_of
        self._items = list(listing.items)

    def show_listing(self, listing: Listing, column: int, order: Qt.SortOrder) -> None:
        self.beginResetModel()
        self._columns, self._id_of = listing.columns, listing.id_of
        self._items = self._sorted(list(listing.items), column, order)
        self.endResetModel()

    def id_at(self, row: int) -> str:
        return self._id_of(self._items[row])

    def row_of(self, test_id: str) -> int | None:
        return next((row for row, item in enumerate(self._items) if self._id_of(item) == test_id), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].header
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self._columns[section].number)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column, item = self._columns[index.column()], self._items[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return column.words(item)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column.number)
            case Qt.ItemDataRole.DecorationRole if column.mark and (outcome := column.mark(item)):
                size = self._table.fontMetrics().height() * 4 // 5
                return mark_pixmap(outcome, self._theme.palette, size, self._table.devicePixelRatioF())
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        kept = [(index, self._items[index.row()]) for index in self.persistentIndexList()]
        self._items = self._sorted(self._items, column, order)
        places = {id(item): row for row, item in enumerate(self._items)}
        for index, item in kept:
            self.changePersistentIndex(index, self.index(places[id(item)], index.column()))
        self.layoutChanged.emit()

    def _sorted(self, items: list[Any], column: int, order: Qt.SortOrder) -> list[Any]:
        return sorted(items, key=self._columns[column].order, reverse=order is Qt.SortOrder.DescendingOrder)


def _alignment(number: bool) -> Qt.AlignmentFlag:
    return (Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
