"""PySide6 6.12.0 loses a reference to None with every call that returns nothing, until Python 3.11 dies of it.

The release is excluded in pyproject.toml; this notices the same fault in another one. From Python 3.12 on None, True
and False are immortal: there the counts stand still, and what is left to see is that the process survives.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QLabel

IMMORTAL = sys.version_info >= (3, 12)
# Python 3.11 itself holds some 5,000 references to None. Fewer calls than that leave a faulty release alive to be told.
CALLS = 10_000 if IMMORTAL else 1_000
MOST_LOST = 100


class Emitter(QObject):
    told = Signal(str)


def _set_text() -> Callable[[], object]:
    label = QLabel()
    return lambda: label.setText("a")


def _update() -> Callable[[], object]:
    label = QLabel()
    return label.update


def _find_no_parent() -> Callable[[], object]:
    label = QLabel()
    return label.parentWidget


def _start_timer() -> Callable[[], object]:
    timer = QTimer()
    return lambda: timer.start(10_000)


def _emit() -> Callable[[], object]:
    emitter, heard = Emitter(), QLabel()
    emitter.told.connect(heard.setText)
    return lambda: (heard, emitter.told.emit("a"))


@pytest.mark.parametrize("prepare", [_set_text, _update, _find_no_parent, _start_timer, _emit])
@pytest.mark.usefixtures("qtbot")
def test_calls_that_return_nothing_lose_no_reference(prepare: Callable[[], Callable[[], object]]) -> None:
    call = prepare()
    call()
    before = _references()
    for _number in range(CALLS):
        call()
    lost = {name: count - _references()[name] for name, count in before.items()}
    assert max(lost.values()) < MOST_LOST, f"in {CALLS} calls: {lost}"


def _references() -> dict[str, int]:
    return {str(value): sys.getrefcount(value) for value in (None, True, False)}
