"""The picker: what there is, on the left; what is chosen, and Start, on the right."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QSplitter, QVBoxLayout, QWidget

from stretchtimer.core.advice.warnings import Warning
from stretchtimer.core.catalog.exercise import Exercise, Side
from stretchtimer.core.catalog.routine import Routine, RoutineItem, of_exercise
from stretchtimer.core.figure.album import Album
from stretchtimer.core.language import _, ngettext
from stretchtimer.core.picking.picker import Entry, Wish, entries, sections
from stretchtimer.core.session.timeline import Pacing, compile_routine
from stretchtimer.ui.figure.thumbnails import Thumbnails
from stretchtimer.ui.stretch.catalogue_list import CatalogueList
from stretchtimer.ui.stretch.exercise_detail import ExerciseDetail
from stretchtimer.ui.stretch.picker_filters import PickerFilters
from stretchtimer.ui.stretch.problems_dialog import ProblemsDialog
from stretchtimer.ui.stretch.start_bar import StartBar
from stretchtimer.ui.theme import Theme
from stretchtimer.ui.warning_bar import WarningBar


class StretchView(Struct, frozen=True, kw_only=True):
    """Everything that the page shows."""

    exercises: tuple[Exercise, ...] = ()
    routines: tuple[Routine, ...] = ()
    favourites: tuple[str, ...] = ()
    recent: tuple[str, ...] = ()
    """Ids, the most recently done first."""
    pacing: Pacing = Pacing()
    waits_for_clearance: bool = False
    problems: tuple[str, ...] = ()
    """The mistakes in the person's own files, one a line."""
    own_folder: str = ""
    figure_moves: bool = True
    """Whether the figure moves, where the system allows animations."""
    test_offer: str = ""
    """The sentence that offers the self-test; empty if it is not due."""
    extra: Side | None = None
    """The hip that gets an extra set in a session."""
    warnings: tuple[Warning, ...] = ()
    """Those that wait for a confirmation, the most urgent first."""


class StretchPage(QWidget):
    """Emits what the person wants to do; it knows neither the history nor the files."""

    start_requested = Signal(object)
    """A `Routine`, with the dosage as the person set it."""
    self_test_requested = Signal()
    favourite_toggled = Signal(str, bool)
    clearance_confirmed = Signal()
    handout_requested = Signal(object)
    """A `Routine` that the person wants on paper."""

    def __init__(self, theme: Theme, album: Album, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        thumbnails = Thumbnails(album, theme)
        self._view = StretchView()
        self._entries: tuple[Entry, ...] = ()
        self._by_id: dict[str, Exercise] = {}
        self._entry: Entry | None = None
        self._routine: Routine | None = None
        self._filters = PickerFilters()
        self._list = CatalogueList(theme, thumbnails)
        self._detail = ExerciseDetail(theme, album, thumbnails)
        self._bar = StartBar()
        self._warnings = WarningBar()
        self.warnings_confirmed = self._warnings.confirmed
        self._lay_out()
        self._filters.changed.connect(self._show_sections)
        self._filters.left.connect(self._list.setFocus)
        self._list.chosen.connect(self._show_entry)
        self._list.started.connect(self._bar.press)
        self._detail.dosage_changed.connect(self._take_dosage)
        self._detail.clearance_confirmed.connect(self.clearance_confirmed)
        self._detail.exercise_chosen.connect(self._turn_to)
        self._detail.handout_requested.connect(self._hand_out)
        self._detail.star.clicked.connect(self._toggle_favourite)
        self._bar.started.connect(self._begin)
        self._bar.test_chosen.connect(self.self_test_requested)
        QShortcut(QKeySequence("Ctrl+D"), self, self._detail.star.click)
        QShortcut(QKeySequence("Ctrl+P"), self, self._hand_out)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._bar.press)
        self.setFocusProxy(self._list)

    def set_view(self, view: StretchView) -> None:
        """Show ``view``. What is chosen stays chosen, if it is still there."""
        if view == self._view:
            return
        self._view = view
        self._by_id = {exercise.id: exercise for exercise in view.exercises}
        self._entries = entries(view.exercises, view.routines, self._by_id, view.pacing, view.extra)
        self._bar.show_offer(view.test_offer)
        self._warnings.show_warnings(view.warnings)
        self._detail.set_animated(view.figure_moves)
        count = len(view.problems)
        self._problems.setText(
            ngettext("{n} mistake in your files…", "{n} mistakes in your files…", count).format(n=count)
        )
        self._problems.setVisible(bool(count))
        self._show_sections(self._filters.wish)

    def select(self, id: str) -> None:
        """Choose the entry ``id``, whatever was searched for."""
        self._filters.clear()
        self._list.choose(id)

    def ask_about_warnings(self) -> None:
        """Show the warnings that wait for a confirmation, and ask for it."""
        self._warnings.ask()

    # What is shown

    def _show_sections(self, wish: Wish) -> None:
        chosen, section = self._entry.id if self._entry else "", self._list.section
        shown = sections(self._entries, wish, self._view.favourites, self._view.recent)
        self._list.show_sections(shown, frozenset(self._view.favourites), self._view.waits_for_clearance)
        self._list.setVisible(bool(shown))
        self._nothing.setVisible(not shown)
        if shown:
            self._list.choose(chosen, section)

    def _show_entry(self, entry: Entry) -> None:
        self._entry, self._routine = entry, entry.routine
        self._detail.show_entry(
            entry, favourite=entry.id in self._view.favourites, marks_clearance=self._view.waits_for_clearance
        )
        if entry.single is not None and entry.single.timed:
            self._take_dosage(self._detail.dosage.item)
        else:
            self._bar.show_total(entry.total_s if entry.routine else None)

    def _take_dosage(self, item: RoutineItem) -> None:
        """Make the chosen exercise's routine one with the dosage of ``item``."""
        self._routine = of_exercise(self._by_id[item.exercise], item)
        timeline = compile_routine(self._routine, self._by_id, self._view.pacing, extra=self._view.extra)
        self._bar.show_total(timeline.total_s)

    # What the person does

    def _begin(self) -> None:
        if self._routine is not None:
            self.start_requested.emit(self._routine)
        elif self._entry is not None:
            self.self_test_requested.emit()

    def _hand_out(self) -> None:
        if self._entry is not None and self._entry.single is None:
            self.handout_requested.emit(self._entry.routine)

    def _turn_to(self, id: str) -> None:
        self.select(id)
        self._list.setFocus()

    def _toggle_favourite(self) -> None:
        if self._entry is not None:
            self.favourite_toggled.emit(self._entry.id, self._entry.id not in self._view.favourites)

    def _show_problems(self) -> None:
        ProblemsDialog(self._view.problems, self._view.own_folder, self).open()

    # Layout

    def _lay_out(self) -> None:
        em = self.fontMetrics().height()
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(9)
        splitter.addWidget(self._left_column(em))
        splitter.addWidget(self._right_column())
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        splitter.setSizes([em * 29, em * 46])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._warnings)
        layout.addWidget(splitter, 1)

    def _left_column(self, em: int) -> QWidget:
        self._nothing = self._empty_state(em)
        self._problems = QPushButton()
        self._problems.setProperty("role", "danger")
        self._problems.clicked.connect(self._show_problems)
        self._problems.hide()
        column = QWidget()
        column.setMaximumWidth(em * 34)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(em, em * 3 // 2, em // 2, em)
        layout.setSpacing(em // 2)
        self._list.setMinimumWidth(em * 11)
        layout.addWidget(self._filters)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._nothing, 1)
        layout.addWidget(self._problems)
        return column

    def _empty_state(self, em: int) -> QWidget:
        place = QWidget()
        words = QLabel(_("Nothing fits this search."))
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setWordWrap(True)
        clear = QPushButton(_("Clear the filters"))
        clear.clicked.connect(self._filters.clear)
        layout = QVBoxLayout(place)
        layout.setSpacing(em)
        layout.addStretch(1)
        layout.addWidget(words)
        layout.addWidget(clear, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        place.hide()
        return place

    def _right_column(self) -> QWidget:
        scroll = QScrollArea()
        scroll.setObjectName("detail")  # has a frame while the arrow keys scroll it
        scroll.setAccessibleName(_("What is chosen"))
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._detail)
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addWidget(self._bar)
        return column
