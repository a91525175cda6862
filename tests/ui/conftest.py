"""The theme, for widgets that paint themselves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from stretchtimer.core.theme_choice import ThemeChoice
from stretchtimer.ui.theme import Theme


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, ThemeChoice.LIGHT)
    yield theme
    theme.deleteLater()
    qapp.setStyleSheet("")
