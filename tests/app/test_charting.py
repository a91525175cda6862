"""What the Progress page says goes by the history, and what the person decides there is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchtimer.app.charting import Charting
from stretchtimer.app.preferences import Preferences
from stretchtimer.core.advice.plan_choice import Level, PlanChoice
from stretchtimer.core.advice.warnings import Cause
from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.records import Outcome, PainKind, ResultRecord
from stretchtimer.core.selftest.measurement import PainSign
from stretchtimer.core.theme_choice import ThemeChoice
from stretchtimer.storage.history import History
from stretchtimer.storage.settings import SettingsFile
from stretchtimer.ui.progress.progress_page import ProgressPage
from stretchtimer.ui.theme import Theme
from tests.samples import ManualClock
from tests.storage.histories import empty_history, pain, self_test, session, uuid


class Bench:
    """The page on a history in memory, with a sharp pain in it, and a settings file."""

    def __init__(self, theme: Theme, folder: Path) -> None:
        self.history: History = empty_history()
        self.history.merge(
            (session(1, "2026-11-20T09:00:00+01:00", pains=(pain(4, "2026-11-20T09:01:00+01:00"),)),), ()
        )
        self.history.add_test(self_test(7, "2026-11-20T08:00:00+01:00"))
        self.file = SettingsFile(folder / "settings.toml")
        self.preferences = Preferences(self.file)
        self.page = ProgressPage(theme)
        self.charting = Charting(self.page, self.history, self.preferences, ManualClock(), dict, self.page)
        self.charting.refresh()

    def put_away(self) -> None:
        """Put away all that is shown."""
        self.page.warnings_put_away.emit(self.page._warnings._warnings)

    @property
    def causes(self) -> list[Cause]:
        return [each.cause for each in self.page._warnings._warnings]


@pytest.fixture
def bench(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    theme = Theme(qapp, ThemeChoice.LIGHT)
    made = Bench(theme, tmp_path)
    qtbot.addWidget(made.page)
    yield made
    theme.deleteLater()
    qapp.setStyleSheet("")


def test_a_warning_that_was_confirmed_stays_away_after_a_restart(bench: Bench) -> None:
    assert bench.causes == [Cause.SHARP_PAIN]
    bench.put_away()
    assert bench.causes == []
    bench.charting._preferences = Preferences(bench.file)
    bench.charting.refresh()
    assert bench.causes == []


def test_a_new_pain_warns_again(bench: Bench) -> None:
    bench.put_away()
    bench.history.record_pain(uuid(1), pain(5, "2026-12-24T09:00:00+01:00"))
    bench.charting.refresh()
    assert bench.causes == [Cause.SHARP_PAIN]
    assert bench.history.pains()[-1].kind is PainKind.SHARP


def test_a_weakness_that_was_entered_after_the_confirmation_is_told_whatever_its_date(bench: Bench) -> None:
    bench.put_away()
    weak = ResultRecord(side=Side.LEFT, outcome=Outcome.LIFTED, pain=0, pain_signs=(PainSign.WEAKNESS,))
    bench.history.add_test(replace(self_test(8, "2026-11-19T08:00:00+01:00"), results=(weak,)))
    bench.charting.refresh()
    assert bench.causes == [Cause.WEAKNESS]
    bench.put_away()
    edited = replace(self_test(7, "2026-11-20T08:00:00+01:00"), results=(weak,))
    bench.history.edit_test(edited, revision_id=uuid(9), at=edited.at)
    bench.charting.refresh()
    assert bench.causes == [Cause.WEAKNESS], "it was corrected into an old test"


def test_a_plan_that_was_overruled_stays_so(bench: Bench) -> None:
    bench.page.plan_changed.emit(PlanChoice(level=Level.SEVERE))
    kept, _problems = bench.file.load()
    assert kept.advising.plan == PlanChoice(level=Level.SEVERE)
    plan = bench.page._plan._plan
    assert plan is not None
    assert plan.level is Level.SEVERE
