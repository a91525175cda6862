"""A picker to press and to look at, and what it shows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from stretchtimer.core.catalog.exercise import Kind, Position
from stretchtimer.core.catalog.routine import Routine, RoutineItem
from stretchtimer.core.figure.album import Album
from stretchtimer.core.picking.picker import Entry
from stretchtimer.storage.catalog import load_catalog
from stretchtimer.storage.poses import Poses
from stretchtimer.ui.stretch.catalogue_list import CatalogueList
from stretchtimer.ui.stretch.catalogue_model import Role
from stretchtimer.ui.stretch.exercise_figure import ExerciseFigure
from stretchtimer.ui.stretch.routine_parts import RoutineCard
from stretchtimer.ui.stretch.star import StarButton
from stretchtimer.ui.stretch.stretch_page import StretchPage, StretchView
from stretchtimer.ui.theme import Theme
from tests.samples import EXERCISES, exercise, routine

ASSETS = Path(__file__).parents[3] / "assets"
TEST = exercise("floor-test", kind=Kind.SELF_TEST, position=Position.SUPINE)
STANDING = exercise("standing-lunge", position=Position.STANDING, beside_desk=True, cautions=())
VIEW = StretchView(
    exercises=(*EXERCISES.values(), STANDING, TEST),
    routines=(routine("kneeling", RoutineItem(exercise="march", sets=1)),),
)
FIRST, KNEELING = "sample", "kneeling"


def real_view() -> StretchView:
    """Return the program's own exercises and routines, as at the first start of a person who should ask first."""
    catalog = load_catalog([ASSETS])
    return StretchView(
        exercises=tuple(catalog.exercises.values()),
        routines=tuple(catalog.routines.values()),
        waits_for_clearance=True,
        test_offer="Test before you stretch.",
        problems=("lunge.toml: a mistake",),
    )


class Picker:
    """Drives a `StretchPage` as a person does, and as the program does."""

    def __init__(
        self, theme: Theme, qtbot: QtBot, view: StretchView = VIEW, size: tuple[int, int] = (750, 600)
    ) -> None:
        self.page = StretchPage(theme, Album(Poses()))
        self.started: list[Routine] = []
        self.page.start_requested.connect(self.started.append)
        qtbot.addWidget(self.page)
        self.page.resize(*size)
        self.page.set_view(view)
        with qtbot.waitActive(self.page):
            self.page.show()
        self.page.setFocus()

    @property
    def list(self) -> CatalogueList:
        (found,) = self.page.findChildren(CatalogueList)
        return found

    @property
    def search(self) -> QLineEdit:
        return next(field for field in self.page.findChildren(QLineEdit) if field.placeholderText())

    @property
    def detail(self) -> QScrollArea:
        (found,) = self.page.findChildren(QScrollArea)
        return found

    @property
    def star(self) -> StarButton:
        (found,) = self.page.findChildren(StarButton)
        return found

    @property
    def figure(self) -> ExerciseFigure:
        (found,) = self.page.findChildren(ExerciseFigure)
        return found

    @property
    def start(self) -> QPushButton:
        found = self.page.findChild(QPushButton, "start")
        assert isinstance(found, QPushButton)
        return found

    @property
    def chosen(self) -> str:
        """The id of the current entry of the list."""
        entry: Entry | None = self.list.currentIndex().data(Role.ENTRY)
        return entry.id if entry else ""

    @property
    def rows(self) -> list[str]:
        """The headings and names of the list."""
        model = self.list.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    @property
    def words(self) -> list[str]:
        """Every text beside the list that can be seen."""
        self.settle()
        return [label.text() for label in self.page.findChildren(QLabel) if label.isVisible() and label.text()]

    def button(self, words: str) -> QAbstractButton:
        """Return the one visible button of these words, or of this accessible name."""
        (found,) = [
            button
            for button in self.page.findChildren(QAbstractButton)
            if button.isVisible() and words in (button.text(), button.accessibleName())
        ]
        return found

    def card(self, name: str) -> QAbstractButton:
        """Return the card of a routine's exercise."""
        (found,) = [card for card in self.page.findChildren(RoutineCard) if card.accessibleName() == name]
        return found

    def number(self, name: str) -> QSpinBox:
        """Return the number of the dosage that is called ``name``."""
        (found,) = [box for box in self.page.findChildren(QSpinBox) if box.accessibleName() == name]
        return found

    def choice(self, name: str) -> QComboBox:
        (found,) = [box for box in self.page.findChildren(QComboBox) if box.accessibleName() == name]
        return found

    def select(self, id: str) -> None:
        self.page.select(id)
        self.settle()

    def settle(self) -> None:
        """Let layouts inside layouts find their sizes: each asks for the next by an event."""
        for _round in range(8):
            QApplication.processEvents()

    def press(self, *keys: Any) -> None:
        """Press keys, each where the focus is."""
        for key in keys:
            code, modifier = key if isinstance(key, tuple) else (key, Qt.KeyboardModifier.NoModifier)
            focused = self.page.window().focusWidget()
            QTest.keyClick(focused or self.page, code, modifier)


def ctrl(key: Qt.Key) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    return key, Qt.KeyboardModifier.ControlModifier
