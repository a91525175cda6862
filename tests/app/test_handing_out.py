"""The handout from the window: the file, the paper, and what goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from stretchtimer.app.handing_out import HandingOut
from stretchtimer.app.library import Library
from stretchtimer.app.preferences import Preferences
from stretchtimer.core.catalog.safety import Condition
from stretchtimer.core.figure.album import Album
from stretchtimer.core.preferences import Safety
from stretchtimer.storage.poses import Poses
from stretchtimer.storage.settings import SettingsFile
from tests.reported import text_of
from tests.storage.samples import EXERCISE, ROUTINE, put

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


class Asked:
    """What hands out the routine of a folder, and what the person was told."""

    def __init__(self, page: QWidget, folder: Path) -> None:
        put(folder, "exercises", "lunge.toml", EXERCISE)
        put(folder, "routines", "short.toml", ROUTINE)
        self.page, self.told = page, list[str]()
        self.library, self.preferences = Library([folder]), Preferences(SettingsFile(folder / "settings.toml"))
        (self.routine,) = self.library.catalog.routines.values()
        album = Album(Poses())
        self.handing_out = HandingOut(page, self.library, self.preferences, album, self.told.append)


@pytest.fixture
def asked(qtbot: QtBot, tmp_path: Path) -> Iterator[Asked]:
    page = QWidget()
    qtbot.addWidget(page)
    asked = Asked(page, tmp_path / "data")
    yield asked
    asked.library.deleteLater()


def test_it_asks_for_a_file_and_writes_it(asked: Asked, tmp_path: Path) -> None:
    asked.handing_out.ask(asked.routine)
    dialog = asked.page.findChild(QFileDialog)
    assert dialog.isVisible()
    assert Path(dialog.selectedFiles()[0]).name == f"{asked.routine.id}.pdf"
    file = tmp_path / "wall.pdf"
    dialog.fileSelected.emit(str(file))
    dialog.close()
    assert asked.told == [f"The handout is in {file}."]
    (text,) = text_of(file.read_bytes())
    assert text.startswith(asked.routine.name)


@pytest.mark.parametrize(("place", "width"), [("en_US", 612), ("de_DE", 595)])
def test_the_paper_is_the_usual_one(asked: Asked, tmp_path: Path, place: str, width: int) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(place))
    asked.handing_out.save(asked.routine, str(tmp_path / "wall.pdf"))
    QLocale.setDefault(before)
    assert f"/MediaBox [0 0 {width}".encode() in (tmp_path / "wall.pdf").read_bytes()


def test_what_waits_for_clearance_is_marked(asked: Asked, tmp_path: Path) -> None:
    asked.preferences.set_safety(Safety(screened=True, conditions=(Condition.RECENT_SURGERY,)))
    asked.handing_out.save(asked.routine, str(tmp_path / "wall.pdf"))
    assert "Ask first" in text_of((tmp_path / "wall.pdf").read_bytes())[0]


def test_a_place_that_cannot_be_written_is_told(asked: Asked, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    asked.handing_out.save(asked.routine, str(tmp_path / "file" / "wall.pdf"))
    (told,) = asked.told
    assert "cannot be written" in told
