import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from stretchtimer.desktop.speech_engine import Manner
from stretchtimer.desktop.speech_windows import SCRIPT, WindowsEngine, open_windows

DEADLINE_S = 10


class Orders:
    """A child that writes down the orders that PowerShell would get."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.engine = WindowsEngine(["/bin/sh", "-c", f"exec cat > {path}"])

    def end(self) -> None:
        with contextlib.suppress(BrokenPipeError):
            self.engine.close()
        self.engine._child.wait(DEADLINE_S)

    def read(self) -> list[str]:
        self.end()
        return self._path.read_text().splitlines()


@pytest.fixture
def orders(tmp_path: Path) -> Iterator[Orders]:
    orders = Orders(tmp_path / "orders")
    yield orders
    orders.end()


def test_the_manner_comes_before_the_first_text_only(orders: Orders) -> None:
    manner = Manner(rate=-30, volume=0.5, language="pt-BR")
    orders.engine.speak("one", manner)
    orders.engine.speak("two", manner)
    assert orders.read() == ["language pt-BR", "rate -3", "volume 50", "say one", "say two"]


def test_a_text_stays_one_order(orders: Orders) -> None:
    orders.engine.speak('\'; stop\nstop "$x"', Manner())
    assert orders.read()[-1] == 'say \'; stop stop "$x"'


def test_stopping_is_an_order(orders: Orders) -> None:
    orders.engine.stop()
    assert orders.read() == ["stop"]


def test_the_script_knows_every_order() -> None:
    assert all(f"'{word}' {{" in SCRIPT for word in ("say", "stop", "rate", "volume", "language"))


def test_a_powershell_that_died_is_an_error(orders: Orders) -> None:
    orders.engine._child.kill()
    orders.engine._child.wait(DEADLINE_S)
    with pytest.raises(BrokenPipeError):
        orders.engine.stop()


def test_without_powershell_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        open_windows({"PATH": str(tmp_path)})
