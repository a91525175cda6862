from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from stretchtimer.core.progress.progress import Week
from stretchtimer.core.theme_choice import ThemeChoice
from stretchtimer.ui.listing import result_listing, week_listing
from stretchtimer.ui.selftest.result_table import ResultTable
from stretchtimer.ui.theme import Theme
from tests.taken import LIFTED, PASSED, id_of, taken

TESTS = (
    taken(1, PASSED, LIFTED, number=1),
    taken(20, LIFTED, None, number=2, note="stiff", after_stretching=True),
    taken(50, PASSED, PASSED, number=3),
)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, ThemeChoice.LIGHT)
    yield theme
    theme.deleteLater()
    qapp.setStyleSheet("")


@pytest.fixture
def table(theme: Theme, qtbot: QtBot) -> ResultTable:
    table = ResultTable(theme, result_listing(()), "Self-tests")
    qtbot.addWidget(table)
    table.show_listing(result_listing(TESTS, frozenset([id_of(3)])))
    return table


def cells(table: ResultTable, column: int) -> list[str]:
    model = table.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_every_value_is_there_in_words(table: ResultTable) -> None:
    model = table.model()
    assert [model.headerData(n, Qt.Orientation.Horizontal) for n in range(5)] == [
        "Date",
        "Left hip",
        "Right hip",
        "Remarks",
        "How",
    ]
    assert cells(table, 0) == ["20 Nov 2026 09:00", "1 Nov 2026 09:00", "2 Oct 2026 09:00"]
    assert cells(table, 1) == ["passed", "lifted", "passed"]
    assert cells(table, 2) == ["lifted", "not tested", "passed"]
    assert cells(table, 3) == ["", "after stretching, stiff", "corrected"]
    assert cells(table, 4) == ["On the floor, by eye"] * 3


def test_dates_sort_by_time_and_not_by_letter(table: ResultTable) -> None:
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert cells(table, 0) == ["2 Oct 2026 09:00", "1 Nov 2026 09:00", "20 Nov 2026 09:00"]


def test_minutes_sort_as_numbers(theme: Theme, qtbot: QtBot) -> None:
    table = ResultTable(theme, week_listing(()), "Weeks")
    qtbot.addWidget(table)
    table.show_listing(week_listing([Week(date(2026, 11, 9), 10.0, 0.0), Week(date(2026, 11, 16), 9.5, 0.0)]))
    assert cells(table, 0) == ["2026-W47", "2026-W46"]
    table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert cells(table, 2) == ["9.5", "10.0"]


def test_enter_opens_the_current_test_and_it_stays_current(table: ResultTable, qtbot: QtBot) -> None:
    table.choose(id_of(2))
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [id_of(2)]
    table.show_listing(result_listing(TESTS[1:]))
    assert table.current_id == id_of(2)
    table.show_listing(result_listing(TESTS[:1]))
    assert table.current_id == ""


def test_a_long_note_is_cut_and_whole_in_the_tool_tip(theme: Theme, qtbot: QtBot) -> None:
    note = "It felt odd after the stairs. " * 20
    table = ResultTable(theme, result_listing(()), "Tests")
    qtbot.addWidget(table)
    table.show_listing(result_listing((taken(1, PASSED, LIFTED, note=note),)))
    assert max(map(table.columnWidth, range(table.model().columnCount()))) <= 20 * table.fontMetrics().height()
    tips = [table.model().index(0, n).data(Qt.ItemDataRole.ToolTipRole) for n in range(table.model().columnCount())]
    assert any(note.strip() in tip for tip in tips)


def test_the_model_keeps_to_the_rules_of_qt(table: ResultTable, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(table.model(), force_py=True)
