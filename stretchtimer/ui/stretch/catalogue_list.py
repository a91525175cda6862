"""The list of the picker: cards under headings."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from stretchtimer.core.language import _
from stretchtimer.core.picking.picker import Entry, Section
from stretchtimer.ui.figure.thumbnails import Thumbnails
from stretchtimer.ui.stretch.catalogue_card import CatalogueDelegate
from stretchtimer.ui.stretch.catalogue_model import CatalogueModel, Role
from stretchtimer.ui.theme import Theme


class CatalogueList(QListView):
    """Emits `chosen` as the current entry changes and `started` when the person presses Enter on one."""

    chosen = Signal(object)
    """The `Entry`."""
    started = Signal()

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = CatalogueModel()
        self.setModel(self._catalogue)
        self.setItemDelegate(CatalogueDelegate(theme, thumbnails, self))
        self.setAccessibleName(_("Exercises and routines"))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.doubleClicked.connect(lambda _index: self.started.emit())
        self.selectionModel().currentChanged.connect(self._tell)
        theme.changed.connect(self.viewport().update)

    def show_sections(self, sections: Iterable[Section], favourites: frozenset[str], marks_clearance: bool) -> None:
        """Show ``sections``; mark entries that wait for clearance if ``marks_clearance``."""
        self._catalogue.show_sections(sections, favourites, marks_clearance)

    @property
    def section(self) -> str:
        """The heading above the chosen entry: an entry on top stands in its own section too."""
        return self.currentIndex().data(Role.SECTION) or ""

    def choose(self, id: str, section: str = "") -> None:
        """Choose the entry ``id``, in ``section`` if it is there, or the first one if there is none of that id."""
        index = self._catalogue.find(id, section)
        self.setCurrentIndex(index)
        if index.row() == 1:
            self.scrollToTop()  # with the heading above it
        else:
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter starts, Home goes to the first entry instead of its heading; letters search as in any list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.started.emit()
        elif event.key() == Qt.Key.Key_Home:
            self.choose("")
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the chosen entry in sight."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Lay the rows out anew when the font changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()

    def _tell(self, current: QModelIndex, _previous: QModelIndex) -> None:
        entry: Entry | None = current.data(Role.ENTRY) if current.isValid() else None
        if entry is not None:
            self.chosen.emit(entry)
