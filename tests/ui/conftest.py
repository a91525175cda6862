"""The theme, for widgets that paint themselves; long words and large letters, for all that must not clip them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtWidgets import QApplication

from stretchtimer.core import language
from stretchtimer.core.theme_choice import ThemeChoice
from stretchtimer.ui.theme import Theme
from tests.ui.long_words import LongWords


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, ThemeChoice.LIGHT)
    yield theme
    theme.deleteLater()
    qapp.setStyleSheet("")


@pytest.fixture
def long_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_translations", LongWords())


@contextmanager
def _letters(application: QApplication, factor: float) -> Iterator[None]:
    usual, other = application.font(), application.font()
    other.setPointSizeF(usual.pointSizeF() * factor)
    application.setFont(other)
    yield
    application.setFont(usual)


@pytest.fixture
def large_letters(qapp: QApplication) -> Iterator[None]:
    with _letters(qapp, 1.5):
        yield


@pytest.fixture(params=[1.0, 1.5])
def any_letters(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    with _letters(qapp, request.param):
        yield
