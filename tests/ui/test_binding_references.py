"""PySide6 6.12.0 loses a reference to None with every call that returns nothing, until Python 3.11 dies of it.

The release is excluded in pyproject.toml; this notices the same fault in another one.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 1000
MOST_LOST = 100


class Emitter(QObject):
    told = Signal(str)


def test_calls_that_return_nothing_lose_no_reference_to_none(qtbot: QtBot) -> None:
    label, timer, emitter = QLabel(), QTimer(), Emitter()
    qtbot.addWidget(label)
    emitter.told.connect(label.setToolTip)
    calls = {
        "setText": lambda number: label.setText(str(number)),
        "update": lambda _number: label.update(),
        "start": lambda _number: timer.start(10_000),
        "parentWidget": lambda _number: label.parentWidget(),
        "emit": lambda number: emitter.told.emit(str(number)),
    }
    for name, call in calls.items():
        before = [sys.getrefcount(value) for value in (None, True, False)]
        for number in range(CALLS):
            call(number)
        after = [sys.getrefcount(value) for value in (None, True, False)]
        lost = [old - new for old, new in zip(before, after, strict=True)]
        assert max(lost) < MOST_LOST, f"{name} lost {lost} references in {CALLS} calls"
