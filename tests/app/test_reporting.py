"""The report from the window: the questions, the file, and what goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from stretchtimer.app.reporting import Reporting
from stretchtimer.core.paper import Paper
from stretchtimer.ui.report.dialog import ReportDialog
from tests.reported import measured, text_of
from tests.samples import ManualClock
from tests.storage.histories import empty_history
from tests.taken import NOW

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


Answering = Callable[[str], None]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answering:
    """Answer the question for a file."""

    def to(name: str) -> None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (name, ""))

    return to


class Asked:
    """A report that was asked for over a page, and what the person was told."""

    def __init__(self, qtbot: QtBot, *, days: tuple[float, ...] = (2,)) -> None:
        self.page, self.told = QWidget(), list[str]()
        qtbot.addWidget(self.page)
        self._history = empty_history()
        for number, each in enumerate(days, start=1):
            self._history.add_test(measured(each, 12, 8, number=number))
        clock = ManualClock(wall_s=NOW.utc.timestamp())
        self._reporting = Reporting(self.page, self._history, clock, dict, self.told.append)
        self._reporting.ask()
        self.dialog = self.page.findChild(ReportDialog)

    def save(self) -> None:
        buttons = self.dialog.findChild(QDialogButtonBox).buttons()
        next(each for each in buttons if "PDF" in each.text()).click()

    def choose(self, text: str) -> None:
        for box in self.dialog.findChildren(QComboBox):
            if box.findText(text) >= 0:
                box.setCurrentText(text)

    @property
    def words(self) -> str:
        return " ".join(label.text() for label in self.dialog.findChildren(QLabel) if label.isVisible())


def test_the_report_is_written_and_its_place_told(qtbot: QtBot, answer: Answering, tmp_path: Path) -> None:
    asked = Asked(qtbot, days=(400, 2))
    answer(str(tmp_path / "hips"))
    asked.choose("Letter")
    asked.save()
    pdf = (tmp_path / "hips.pdf").read_bytes()
    assert asked.told == [f"The report is in {tmp_path / 'hips.pdf'}."]
    assert asked.dialog.result() == QDialog.DialogCode.Accepted
    assert "17 Oct 2025 to 21 Nov 2026" in text_of(pdf)[0]
    assert b"/MediaBox [0 0 612" in pdf


def test_only_the_time_that_is_chosen_is_reported(qtbot: QtBot, answer: Answering, tmp_path: Path) -> None:
    asked = Asked(qtbot, days=(400, 2))
    answer(str(tmp_path / "hips.pdf"))
    asked.choose("The last four weeks")
    assert asked.dialog.first == date(2026, 10, 25)
    asked.save()
    text = text_of((tmp_path / "hips.pdf").read_bytes())[0]
    assert "25 Oct 2026 to 21 Nov 2026" in text and "2025" not in text


def test_an_empty_time_and_a_place_that_cannot_be_written_are_told(
    qtbot: QtBot, answer: Answering, tmp_path: Path
) -> None:
    asked = Asked(qtbot, days=(400,))
    answer(str(tmp_path / "hips.pdf"))
    asked.choose("The last year")
    asked.save()
    assert "nothing to report" in asked.words and asked.dialog.isVisible()
    (tmp_path / "file").touch()
    answer(str(tmp_path / "file" / "hips.pdf"))
    asked.choose("Everything")
    asked.save()
    assert "cannot be written" in asked.words and asked.dialog.isVisible()
    assert asked.told == []


def test_no_file_is_no_report(qtbot: QtBot, answer: Answering) -> None:
    asked = Asked(qtbot)
    answer("")
    asked.save()
    assert asked.dialog.isVisible() and asked.told == []


@pytest.mark.parametrize(("place", "paper"), [("de_DE", Paper.A4), ("en_US", Paper.LETTER)])
def test_the_paper_is_that_of_the_country(qtbot: QtBot, place: str, paper: Paper) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(place))
    try:
        dialog = ReportDialog(date(2026, 11, 21))
    finally:
        QLocale.setDefault(before)
    qtbot.addWidget(dialog)
    assert dialog.paper is paper
