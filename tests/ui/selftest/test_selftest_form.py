"""The texts that go with a self-test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.preferences import Measuring
from stretchtimer.core.records import Outcome
from stretchtimer.core.selftest.measurement import Method
from stretchtimer.core.theme_choice import ThemeChoice
from stretchtimer.ui.selftest.selftest_form import SelfTestForm
from stretchtimer.ui.theme import Theme
from tests.storage.histories import MEASURED


@pytest.fixture
def form(qapp: QApplication, qtbot: QtBot) -> Iterator[SelfTestForm]:
    theme = Theme(qapp, ThemeChoice.LIGHT)
    form = SelfTestForm(theme)
    qtbot.addWidget(form)
    form.clear(Measuring(method=Method.PHONE), None)
    form.choose(Side.LEFT, Outcome.PASSED)
    form.show()
    yield form
    theme.deleteLater()
    qapp.setStyleSheet("")


def test_a_note_that_is_too_long_is_not_saved_and_said(form: SelfTestForm) -> None:
    form.note.setText("x" * 500)
    assert not form.point_to_trouble()
    form.note.setText("x" * 501)
    assert form._trouble.isVisible()
    assert form._trouble.text() == "A note has at most 500 characters, not 501."
    assert form.point_to_trouble()
    assert form.focusWidget() is form.note
    form.note.setText("short")
    assert not form._trouble.isVisible()
    assert not form.point_to_trouble()


def test_so_is_a_name(form: SelfTestForm) -> None:
    form._rater._box.setText("x" * 501)
    assert form._trouble.text() == "The name of who measured has at most 500 characters, not 501."
    assert form.point_to_trouble()
    assert form.focusWidget() is form._rater._box


def test_a_kept_name_that_is_too_long_is_said_when_its_test_is_corrected(form: SelfTestForm) -> None:
    form.load(replace(MEASURED, rater="x" * 501))
    assert form.point_to_trouble()
    form.load(MEASURED)
    assert not form.point_to_trouble()
