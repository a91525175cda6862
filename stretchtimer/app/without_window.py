"""Drawing where no window is: Qt needs an application for letters, but no display."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QGuiApplication


@contextmanager
def without_window() -> Iterator[None]:
    """Have an application of Qt for as long as something is drawn: the one there is, or one without a display."""
    application = QGuiApplication.instance()
    if application is None:
        if sys.platform == "linux":
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        application = QGuiApplication([])
    yield
    del application  # not before everything is drawn
