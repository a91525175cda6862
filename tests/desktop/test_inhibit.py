import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue

import pytest

from stretchtimer.desktop.inhibit import NOT_KEPT, Mode, NeverAwake, ScreenAwake, presenting
from tests.desktop.buses import MadeUp

DEADLINE_S = 10


class FakeDesktop:
    """Grants requests to stay awake, or not, and tells on which thread each came and went."""

    def __init__(self, *, grants: bool = True) -> None:
        self.active = grants
        self.news: SimpleQueue[tuple[str, int]] = SimpleQueue()
        self.answers = threading.Event()
        self.answers.set()

    @contextmanager
    def mode(self) -> Iterator[Mode]:
        self.answers.wait()
        self.news.put(("held", threading.get_ident()))
        yield self
        self.news.put(("released", threading.get_ident()))

    def next_news(self) -> tuple[str, int]:
        return self.news.get(timeout=DEADLINE_S)


def test_the_screen_is_held_and_released_on_one_other_thread() -> None:
    desktop = FakeDesktop()
    awake = ScreenAwake(desktop.mode)
    awake.hold()
    held, thread = desktop.next_news()
    assert held == "held"
    assert thread != threading.get_ident()
    assert desktop.news.empty()
    awake.release()
    assert desktop.next_news() == ("released", thread)
    assert awake.trouble == ""


def test_holding_twice_holds_once() -> None:
    desktop = FakeDesktop()
    awake = ScreenAwake(desktop.mode)
    awake.hold()
    awake.hold()
    awake.release()
    assert [desktop.next_news()[0] for _each in range(2)] == ["held", "released"]
    awake.release()
    assert desktop.news.empty()


def test_each_session_holds_anew() -> None:
    desktop = FakeDesktop()
    awake = ScreenAwake(desktop.mode)
    for _session in range(2):
        awake.hold()
        awake.release()
        assert [desktop.next_news()[0] for _each in range(2)] == ["held", "released"]


def test_a_desktop_that_refuses_is_named() -> None:
    desktop = FakeDesktop(grants=False)
    awake = ScreenAwake(desktop.mode)
    awake.hold()
    awake.release()
    assert [desktop.next_news()[0] for _each in range(2)] == ["held", "released"]
    assert awake.trouble == NOT_KEPT


def test_a_desktop_that_hangs_holds_nobody_and_is_released_when_it_answers() -> None:
    desktop = FakeDesktop()
    desktop.answers.clear()
    awake = ScreenAwake(desktop.mode)
    awake.hold()
    awake.release()
    assert desktop.news.empty()
    desktop.answers.set()
    assert [desktop.next_news()[0] for _each in range(2)] == ["held", "released"]


@pytest.mark.parametrize(("variable", "active"), [("WAKEPY_FAKE_SUCCESS", True), ("WAKEPY_FORCE_FAILURE", False)])
def test_wakepy_says_whether_it_was_granted(monkeypatch: pytest.MonkeyPatch, variable: str, active: bool) -> None:
    monkeypatch.setenv(variable, "yes")
    with presenting() as mode:
        assert mode.active is active


PORTAL = "org.freedesktop.portal.Desktop"
REQUEST = "/org/freedesktop/portal/desktop/request/1_7/ours"


@pytest.fixture
def in_flatpak(bus_address: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("FLATPAK_ID", "org.example.StretchTimer")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus_address)
    return bus_address


def test_in_flatpak_the_portal_is_asked_and_told_when_it_is_over(in_flatpak: str) -> None:
    portal = MadeUp(in_flatpak, PORTAL, {"Inhibit": ("o", (REQUEST,)), "Close": ("", ())})
    with presenting() as mode:
        assert mode.active
        ((member, (_window, flags, _options)),) = portal.asked
        assert (member, flags) == ("Inhibit", 8)
    assert portal.asked[1:] == [("Close", ())]
    portal.close()


@pytest.mark.parametrize("there", [True, False])
def test_a_portal_that_refuses_or_is_missing_is_no_error(in_flatpak: str, there: bool) -> None:
    portal = MadeUp(in_flatpak, PORTAL if there else "org.example.Tea")
    with presenting() as mode:
        assert not mode.active
    portal.close()


def test_in_flatpak_without_a_bus_nothing_is_kept_awake(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'nobody'}")
    with presenting({"FLATPAK_ID": "org.example.StretchTimer"}) as mode:
        assert not mode.active


def test_wakepy_is_imported_with_the_first_session() -> None:
    code = "import sys, stretchtimer.desktop.inhibit; print({'wakepy', 'PySide6'} & set(sys.modules))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "set()"


def test_nothing_holds_nothing() -> None:
    awake = NeverAwake()
    awake.hold()
    awake.release()
    assert awake.trouble == ""
