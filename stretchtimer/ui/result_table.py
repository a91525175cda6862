"""Tests and weeks as plain tables: for a screen reader, and for whoever would rather read than look."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from stretchtimer.core.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.progress import Week
from stretchtimer.core.records import Outcome, SelfTestRecord
from stretchtimer.core.selftest import hip_title, outcome_name
from stretchtimer.ui.dates import day_words, minutes_words, time_words
from stretchtimer.ui.outcome_mark import mark_pixmap
from stretchtimer.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
SORT_ROLE = Qt.ItemDataRole.UserRole


class Cell(Struct, frozen=True):
    """One cell."""

    words: str
    order: str | float
    """By what the column is sorted."""
    mark: Outcome | None = None
    number: bool = False


class Row(Struct, frozen=True):
    """One row, and the id of the test that it shows, if it shows one."""

    cells: tuple[Cell, ...]
    test_id: str = ""


def result_rows(tests: Sequence[SelfTestRecord], corrected: frozenset[str] = frozenset()) -> tuple[Row, ...]:
    """Return a row for each of ``tests``; those whose id is in ``corrected`` say so."""
    return tuple(
        Row(
            (
                Cell(time_words(test.at.local), test.at.utc.timestamp()),
                *(_outcome_cell(test.result_of(side)) for side in (Side.LEFT, Side.RIGHT)),
                _remarks(test, test.id in corrected),
            ),
            test.id,
        )
        for test in tests
    )


def result_headers() -> tuple[str, ...]:
    """Return the headers over `result_rows`."""
    return (_("Date"), hip_title(Side.LEFT), hip_title(Side.RIGHT), _("Remarks"))


def week_rows(weeks: Sequence[Week]) -> tuple[Row, ...]:
    """Return a row for each of ``weeks``, newest first."""
    return tuple(
        Row(
            (
                Cell(week.name, week.monday.toordinal()),
                Cell(day_words(week.monday), week.monday.toordinal()),
                *(Cell(minutes_words(minutes), minutes, number=True) for minutes in (week.left_min, week.right_min)),
            )
        )
        for week in reversed(weeks)
    )


def week_headers() -> tuple[str, ...]:
    """Return the headers over `week_rows`."""
    return (_("Week"), _("Begins on"), _("Left hip, min"), _("Right hip, min"))


class ResultTable(QTableView):
    """Rows under ``headers``, sorted by a click on one of them. Double click or Enter opens a test."""

    opened = Signal(str)
    """The id of a test."""
    delete_pressed = Signal(str)
    """The id of the current test, at the Delete key."""
    chosen = Signal(str)
    """The id of the test that is now the current row; empty if there is none."""

    def __init__(self, theme: Theme, headers: tuple[str, ...], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model(theme, headers, self)
        self._sorted = QSortFilterProxyModel(self, sortRole=SORT_ROLE)
        self._sorted.setSourceModel(self._model)
        self.setModel(self._sorted)
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
        self.doubleClicked.connect(lambda _index: self._open())
        self.selectionModel().currentRowChanged.connect(lambda _new, _old: self.chosen.emit(self.current_id))
        theme.changed.connect(self.viewport().update)

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        """Show ``rows``; the current test stays the current one if it is still there."""
        kept = self.current_id
        self._model.set_rows(rows)
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 2.1))
        self.horizontalHeader().setStretchLastSection(not (rows and rows[0].cells[-1].number))
        for column in range(self._model.columnCount()):
            self.setColumnWidth(column, self._wide_enough(column))
        self.choose(kept)

    @property
    def current_id(self) -> str:
        """The id of the test in the current row; empty if there is none."""
        index = self._sorted.mapToSource(self.currentIndex())
        return self._model.rows[index.row()].test_id if index.isValid() else ""

    def choose(self, test_id: str) -> None:
        """Make the row of the test ``test_id`` the current one, if it is there."""
        for number, row in enumerate(self._model.rows):
            if test_id and row.test_id == test_id:
                self.setCurrentIndex(self._sorted.mapFromSource(self._model.index(number, 0)))
                return
        self.chosen.emit(self.current_id)

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
        """Return a width for ``column`` from its header and its first rows: all of them would take seconds."""
        metrics = self.fontMetrics()
        texts = [row.cells[column].words for row in self._model.rows[:50]]
        header = str(self._model.headerData(column, Qt.Orientation.Horizontal))
        widest = max(metrics.horizontalAdvance(text) for text in [*texts, f"{header}    "])
        return widest + 3 * metrics.height()


class _Model(QAbstractTableModel):
    def __init__(self, theme: Theme, headers: tuple[str, ...], parent: QTableView) -> None:
        super().__init__(parent)
        self._theme, self._headers, self._table = theme, headers, parent
        self.rows: tuple[Row, ...] = ()

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(bool(self.rows) and self.rows[0].cells[section].number)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.rows[index.row()].cells[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return cell.words
            case Qt.ItemDataRole.DecorationRole if cell.mark:
                size = self._table.fontMetrics().height() * 4 // 5
                return mark_pixmap(cell.mark, self._theme.palette, size, self._table.devicePixelRatioF())
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(cell.number)
            case _ if role == SORT_ROLE:
                return cell.order
        return None


def _alignment(number: bool) -> Qt.AlignmentFlag:
    return (Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter


def _outcome_cell(outcome: Outcome | None) -> Cell:
    rank = list(Outcome).index(outcome) if outcome else len(Outcome)
    return Cell(outcome_name(outcome), rank, outcome)


def _remarks(test: SelfTestRecord, corrected: bool) -> Cell:
    remarks = [
        *([_("after stretching")] if test.after_stretching else []),
        *([_("corrected")] if corrected else []),
        *([test.note] if test.note else []),
    ]
    words = ", ".join(remarks)
    return Cell(words, words)
