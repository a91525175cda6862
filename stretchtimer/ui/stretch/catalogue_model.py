"""The rows of the picker's list: headings and entries."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from stretchtimer.core.catalog import safety
from stretchtimer.core.language import _
from stretchtimer.core.picking.picker import Entry, Section
from stretchtimer.core.picking.picker_words import entry_facts

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What else the list asks for."""

    ENTRY = Qt.ItemDataRole.UserRole + 1
    """The `Entry`; None for a heading."""
    SECTION = Qt.ItemDataRole.UserRole + 2
    """The heading above."""
    FAVOURITE = Qt.ItemDataRole.UserRole + 3
    MARKED = Qt.ItemDataRole.UserRole + 4
    """Whether it shows that it waits for clearance."""


class _Row(Struct, frozen=True):
    section: str
    entry: Entry | None = None


class CatalogueModel(QAbstractListModel):
    """Headings and entries as rows. A heading cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[_Row] = []
        self._favourites: frozenset[str] = frozenset()
        self._marks_clearance = False

    def show_sections(self, sections: Iterable[Section], favourites: frozenset[str], marks_clearance: bool) -> None:
        """Show ``sections``; mark entries that wait for clearance if ``marks_clearance``."""
        self.beginResetModel()
        self._rows = []
        for section in sections:
            self._rows.append(_Row(section.heading))
            self._rows += (_Row(section.heading, entry) for entry in section.entries)
        self._favourites, self._marks_clearance = favourites, marks_clearance
        self.endResetModel()

    def find(self, id: str, section: str = "") -> QModelIndex:
        """Return where the entry ``id`` stands, in ``section`` if it is there; the first entry if there is none."""
        found = [number for number, row in enumerate(self._rows) if row.entry is not None and row.entry.id == id]
        there = [number for number in found if self._rows[number].section == section]
        return self.index((there or found or [1])[0])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008, D102
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:  # noqa: D102
        if not index.isValid() or self._rows[index.row()].entry is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: D102
        row = self._rows[index.row()]
        if role == Role.SECTION:
            return row.section
        if row.entry is None:
            return row.section if role == Qt.ItemDataRole.DisplayRole else None
        return self._entry_data(row.entry, role)

    def _entry_data(self, entry: Entry, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _(entry.name)
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join((_(entry.name), *self._facts(entry)))
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return ", ".join(self._facts(entry))
            case Role.ENTRY:
                return entry
            case Role.FAVOURITE:
                return entry.id in self._favourites
            case Role.MARKED:
                return self._is_marked(entry)
        return None

    def _facts(self, entry: Entry) -> list[str]:
        """Return all that a card says of ``entry``, its signs in words."""
        facts = [entry_facts(entry)]
        if entry.id in self._favourites:
            facts.append(_("Favourite"))
        if self._is_marked(entry):
            facts.append(safety.clearance_mark())
        return facts

    def _is_marked(self, entry: Entry) -> bool:
        return self._marks_clearance and entry.needs_clearance
