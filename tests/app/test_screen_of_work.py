from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from stretchtimer.app.screen_of_work import bring_to

ROOT = Path(__file__).parents[2]

# Two screens beside each other, as Qt's platform without a screen can have them.
SCREEN = {"y": 0, "width": 1024, "height": 768, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
SCREENS = {"screens": [SCREEN | {"name": name, "x": x} for name, x in (("first", 0), ("second", 1024))]}
TWO_SCREENS = """
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from stretchtimer.app.screen_of_work import bring_to
application = QApplication([])
window = QWidget()
window.resize(300, 200)
window.move(10, 10)
window.setWindowState(Qt.WindowState.{state})
window.show()
application.processEvents()
bring_to(window, QGuiApplication.screenAt(QPoint(1500, 100)))
application.processEvents()
print(window.screen().name(), window.windowState() == Qt.WindowState.{state})
"""


@pytest.mark.parametrize("state", ["WindowNoState", "WindowMaximized"])
def test_the_window_goes_to_the_other_screen_as_it_was(tmp_path: Path, state: str) -> None:
    (tmp_path / "screens.json").write_text(json.dumps(SCREENS))
    platform = f"offscreen:configfile={tmp_path / 'screens.json'}"
    told = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS.format(state=state)],
        env={**os.environ, "QT_QPA_PLATFORM": platform, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert told.stdout.split() == ["second", "True"], told.stderr


def test_on_the_right_screen_or_where_none_is_known_it_stays(qapp: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.move(33, 44)
    bring_to(window, None)
    bring_to(window, window.screen())
    assert (window.x(), window.y()) == (33, 44)
