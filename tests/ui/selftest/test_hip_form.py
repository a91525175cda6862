"""What the form of one hip asks beyond the numbers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.records import Outcome, ResultRecord
from stretchtimer.core.selftest.measurement import PainSign
from stretchtimer.core.selftest.selftest_entry import HipEntry
from stretchtimer.core.theme_choice import ThemeChoice
from stretchtimer.ui.selftest.hip_form import HipForm
from stretchtimer.ui.theme import Theme


@pytest.fixture
def form(qapp: QApplication, qtbot: QtBot) -> Iterator[HipForm]:
    theme = Theme(qapp, ThemeChoice.LIGHT)
    form = HipForm(theme, Side.LEFT, size=1.0)
    qtbot.addWidget(form)
    form.set_details(True)
    form.show()
    yield form
    theme.deleteLater()
    qapp.setStyleSheet("")


@pytest.mark.parametrize("pain", [None, 0, 3])
def test_signs_of_a_nerve_are_asked_for_and_kept_whatever_the_pain(form: HipForm, pain: int | None) -> None:
    form.set_entry(HipEntry(side=Side.LEFT, outcome=Outcome.PASSED, pain=pain))
    weakness = form._signs._buttons[PainSign.WEAKNESS]
    assert weakness.isVisible()
    weakness.click()
    assert form.reading.result == ResultRecord(
        side=Side.LEFT, outcome=Outcome.PASSED, pain=pain, pain_signs=(PainSign.WEAKNESS,)
    )


@pytest.mark.parametrize("pain", [None, 0, 3])
def test_a_result_that_is_corrected_keeps_its_signs(form: HipForm, pain: int | None) -> None:
    kept = ResultRecord(side=Side.LEFT, outcome=Outcome.LIFTED, pain=pain, pain_signs=(PainSign.NUMBNESS,))
    form.set_entry(HipEntry.of(kept))
    assert form.reading.result == kept
