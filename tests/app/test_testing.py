"""What the Self-test page saves goes into the history and the settings, and comes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchtimer.app import testing
from stretchtimer.app.preferences import Preferences
from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.figure.album import Album
from stretchtimer.core.preferences import Measuring
from stretchtimer.core.selftest.measurement import Method, Protocol, State
from stretchtimer.core.selftest.selftest import SelfTestDraft
from stretchtimer.core.theme_choice import ThemeChoice
from stretchtimer.storage.database import StorageTrouble
from stretchtimer.storage.history import History
from stretchtimer.storage.poses import Poses
from stretchtimer.storage.settings import SettingsFile
from stretchtimer.ui.selftest.selftest_page import SelfTestPage
from stretchtimer.ui.theme import Theme
from tests.samples import ManualClock
from tests.storage.histories import MEASURED, empty_history, hold, moment, session, uuid

YESTERDAY = "2026-11-20T05:30:00+00:00"
"""25.5 hours before the clock of these tests."""


class Bench:
    """The page on a history in memory and a settings file."""

    def __init__(self, theme: Theme, folder: Path) -> None:
        self.history: History = empty_history()
        self.settings = SettingsFile(folder / "settings.toml")
        self.photographs = folder / "photographs"
        self.page = SelfTestPage(theme, Album(Poses()))
        ids = iter(range(100, 200))
        self.testing = testing.Testing(
            self.page,
            self.history,
            Preferences(self.settings),
            ManualClock(),
            lambda: uuid(next(ids)),
            self.photographs,
        )


@pytest.fixture
def bench(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    theme = Theme(qapp, ThemeChoice.LIGHT)
    bench = Bench(theme, tmp_path)
    qtbot.addWidget(bench.page)
    yield bench
    bench.testing.deleteLater()
    theme.deleteLater()
    bench.history.close()
    qapp.setStyleSheet("")


def test_a_draft_is_kept_with_the_hours_since_stretching(bench: Bench) -> None:
    bench.history.merge([session(1, YESTERDAY, holds=(hold(2, YESTERDAY),))], [])
    draft = SelfTestDraft(
        results=MEASURED.results, protocol=Protocol.EDGE, rater="Ada", state=State.RESTED, note=MEASURED.note
    )
    bench.page.saved.emit(draft)
    expected = replace(MEASURED, id=uuid(100), at=moment("2026-11-21T07:00:00+00:00"), hours_since_stretch=25.5)
    assert bench.history.tests() == (expected,)
    bench.testing.refresh()
    assert bench.page._view is not None
    assert (bench.page._view.hours_since_stretch, bench.page._view.tests) == (25.5, (expected,))


def test_only_a_test_that_is_dated_anew_has_other_stretching_before_it(bench: Bench) -> None:
    bench.history.merge([session(1, YESTERDAY)], [MEASURED])
    noted = replace(MEASURED, note="colder")
    bench.page.edited.emit(noted)
    assert bench.history.tests() == (noted,)
    bench.page.edited.emit(replace(noted, at=moment("2026-11-20T07:30:00+00:00")))
    dated = bench.history.tests()[0]
    assert (dated.hours_since_stretch, dated.after_stretching) == (2.0, True)
    bench.page.edited.emit(replace(dated, at=moment("2026-11-19T07:30:00+00:00")))
    dated = bench.history.tests()[0]
    assert (dated.hours_since_stretch, dated.after_stretching) == (None, False)
    assert [revision.before for revision in bench.history.revisions()][:2] == [MEASURED, noted]


def test_how_the_test_is_taken_is_kept_in_the_settings(bench: Bench) -> None:
    measuring = Measuring(protocol=Protocol.EDGE, method=Method.TAPE, thigh_cm=41.7, rater="Ada")
    bench.page.measuring_changed.emit(measuring)
    assert bench.settings.load()[0].measuring == measuring
    assert bench.page._view is not None
    assert bench.page._view.measuring == measuring


def picture() -> QImage:
    image = QImage(8, 6, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    return image


def test_a_photograph_is_kept_where_the_page_said(bench: Bench) -> None:
    assert bench.page._view is not None
    assert bench.page._view.photographs == str(bench.photographs)
    bench.page.photograph_kept.emit(picture(), Side.LEFT)
    (file,) = bench.photographs.iterdir()
    assert file.name.startswith("self-test-20261121-")
    assert file.name.endswith("-left.jpg")
    assert QImage(str(file)).size() == picture().size()


def test_a_photograph_that_cannot_be_kept_is_told(bench: Bench) -> None:
    bench.photographs.write_bytes(b"")
    with pytest.raises(StorageTrouble, match="The photograph cannot be kept"):
        bench.testing._keep_photograph(picture(), Side.RIGHT)
