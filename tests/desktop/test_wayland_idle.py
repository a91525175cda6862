"""Idle time on Wayland: told by real compositors, and by a made-up one that does what those will not do on demand."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, suppress
from functools import partial
from pathlib import Path
from queue import SimpleQueue

import pytest

from stretchtimer.desktop import idle
from stretchtimer.desktop.surroundings import Seen, Surroundings, Told
from stretchtimer.desktop.wayland_idle import PROTOCOLS, SEAT, WaylandIdle
from stretchtimer.desktop.wayland_wire import NoWayland, Wire, word
from tests.desktop.buses import DEADLINE_S, until
from tests.wayland_screens import KWin, Sway, kwin, sway

IDLED, RESUMED = 0, 1
NOTIFIER, OLDER = dict.fromkeys(protocol.name for protocol in PROTOCOLS)
GET_IDLE_NOTIFICATION, GET_INPUT_IDLE_NOTIFICATION = 1, 2


class Compositor:
    """Announces ``interfaces`` of one ``version``, takes what the client binds, and tells it what the test says."""

    def __init__(self, place: Path, *interfaces: str, version: int = 1) -> None:
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(place))
        self._listener.listen()
        self._interfaces, self._version = interfaces, version
        self.bound: dict[str, int] = {}
        self.bound_version = self.wanted = 0
        self.timeout_ms = 0
        self._notification = 0
        self.left = False
        """Whether the client is gone."""
        threading.Thread(target=self._serve, daemon=True).start()

    def tell(self, event: int) -> None:
        self._send(self._notification, event)

    @property
    def ready(self) -> bool:
        return bool(self._notification)

    def leave(self) -> None:
        self._client.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self._listener.close()

    def _send(self, sender: int, event: int, body: bytes = b"") -> None:
        self._client.sendall(struct.pack("=II", sender, (8 + len(body)) << 16 | event) + body)

    def _serve(self) -> None:
        self._client, _address = self._listener.accept()
        # A client that gets no answer of use leaves in the middle of it.
        with suppress(ConnectionError), self._client, self._client.makefile("rb") as requests:
            newest = 1
            while head := requests.read(8):
                receiver, size = struct.unpack("=II", head)
                body = requests.read((size >> 16) - 8)
                newest = self._take(receiver, size & 0xFFFF, body, newest)
        self.left = True

    def _take(self, receiver: int, request: int, body: bytes, newest: int) -> int:
        """Follow a request, and see that new ids follow each other without a gap, as libwayland demands."""
        if receiver == 1 and request == 1:  # get_registry
            (registry,) = struct.unpack("=I", body)
            for number, name in enumerate(self._interfaces, start=1):
                text = name.encode() + b"\0"
                text += b"\0" * (-len(text) % 4)
                self._send(registry, 0, struct.pack("=II", number, len(name) + 1) + text + word(self._version))
            made = registry
        elif receiver == 1:  # sync
            (made,) = struct.unpack("=I", body)
            self._send(made, 0, struct.pack("=I", 0))
            self._send(1, 1, struct.pack("=I", made))  # delete_id
        elif receiver == 2:  # bind
            _number, length = struct.unpack_from("=II", body)
            self.bound_version, made = struct.unpack_from("=II", body, len(body) - 8)
            self.bound[body[8 : 8 + length - 1].decode()] = made
            if "seat" in str(self.bound):
                self._send(made, 0, struct.pack("=I", 3))  # what a seat tells of itself
        else:
            assert receiver == self.bound[NOTIFIER]
            self.wanted = request
            made, self.timeout_ms, seat = struct.unpack("=III", body)
            assert seat == self.bound[SEAT]
            self._notification = made
        assert made == newest + 1
        return made


@pytest.mark.parametrize(("compositor", "known"), [(sway, {NOTIFIER, OLDER}), (kwin, {NOTIFIER})])
def test_a_real_compositor_tells_when_a_key_ends_idle_time(
    compositor: Callable[[], AbstractContextManager[Sway | KWin]], known: set[str]
) -> None:
    """An old Sway has only the older protocol; this KWin has both, and the newer one is taken."""
    with compositor() as screen:
        with closing(Wire(screen.environment)) as wire:
            assert any(protocol in wire for protocol in known)
        idle = WaylandIdle(screen.environment, idle_after_s=2)

        def touched() -> bool:
            screen.touch()
            return idle.idle_s() == 0.0

        assert idle.idle_s() == 0.0
        until(lambda: idle.idle_s() > 2, "two seconds")
        until(touched, "the key")
        until(lambda: idle.idle_s() > 2, "the next two seconds")
        idle.close()


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "wayland-7"}


@pytest.fixture
def compositor(tmp_path: Path) -> Iterator[Compositor]:
    running = Compositor(tmp_path / "wayland-7", "wl_compositor", SEAT, "wl_output", NOTIFIER)
    yield running
    running.close()


def test_idle_time_counts_from_the_last_touch(compositor: Compositor, environment: dict[str, str]) -> None:
    now = [1000.0]
    idle = WaylandIdle(environment, clock=lambda: now[0])
    until(lambda: compositor.ready, "the client")
    assert (idle.idle_s(), compositor.timeout_ms) == (0.0, 10_000)
    compositor.tell(IDLED)
    until(lambda: idle.idle_s() == 10.0, "idle time")
    now[0] += 290
    assert idle.idle_s() == 300.0
    compositor.tell(RESUMED)
    until(lambda: idle.idle_s() == 0.0, "the touch")
    idle.close()


@pytest.mark.parametrize(
    ("known", "bound", "wanted"),
    [(1, 1, GET_IDLE_NOTIFICATION), (2, 2, GET_INPUT_IDLE_NOTIFICATION), (3, 2, GET_INPUT_IDLE_NOTIFICATION)],
)
def test_a_film_that_keeps_the_screen_lit_is_nobodys_presence_where_the_compositor_can_tell(
    tmp_path: Path, environment: dict[str, str], known: int, bound: int, wanted: int
) -> None:
    compositor = Compositor(tmp_path / "wayland-7", SEAT, NOTIFIER, version=known)
    idle = WaylandIdle(environment)
    until(lambda: compositor.ready, "the client")
    assert (compositor.bound_version, compositor.wanted) == (bound, wanted)
    compositor.tell(IDLED)
    until(lambda: idle.idle_s() >= 10.0, "idle time")
    idle.close()
    compositor.close()


def gone(idle: WaylandIdle) -> bool:
    try:
        idle.idle_s()
    except NoWayland:
        return True
    return False


def test_a_compositor_that_ends_is_no_answer(compositor: Compositor, environment: dict[str, str]) -> None:
    idle = WaylandIdle(environment)
    until(lambda: compositor.ready, "the client")
    compositor.leave()
    until(lambda: gone(idle), "the end")
    idle.close()


@pytest.mark.parametrize("first", ["the program", "the compositor"])
def test_a_program_that_ends_leaves_the_compositor(
    compositor: Compositor, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, first: str
) -> None:
    def nothing(*_told: object) -> None: ...

    monkeypatch.setattr(idle, "questions", partial(idle.questions, environment=environment, platform="linux"))
    seen: SimpleQueue[Seen] = SimpleQueue()
    told = Told(seen=seen.put, left=nothing, back=nothing, chosen=nothing, unshown=nothing, troubles=nothing)
    surroundings = Surroundings(told)
    surroundings.look(due=False)
    assert seen.get(timeout=DEADLINE_S).idle_s == 0.0
    until(lambda: compositor.ready, "the client")
    if first == "the compositor":
        compositor.leave()
    surroundings.close(DEADLINE_S)
    until(lambda: compositor.left, "the client to leave")
    until(lambda: all(thread.name != "wayland idle" for thread in threading.enumerate()), "its thread to end")


def test_after_a_fault_that_nobody_foresaw_nothing_old_is_told(
    compositor: Compositor, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: SimpleQueue[threading.ExceptHookArgs] = SimpleQueue()
    monkeypatch.setattr(threading, "excepthook", reported.put)
    idle = WaylandIdle(environment, clock=lambda: 1 / 0)
    until(lambda: compositor.ready, "the client")
    compositor.tell(IDLED)
    assert reported.get(timeout=DEADLINE_S).exc_type is ZeroDivisionError
    until(lambda: gone(idle), "the end")


def test_a_compositor_without_the_protocol_is_no_answer(tmp_path: Path, environment: dict[str, str]) -> None:
    plain = Compositor(tmp_path / "wayland-7", "wl_compositor", SEAT)
    with pytest.raises(NoWayland, match="nothing of idle time"):
        WaylandIdle(environment)
    plain.close()


def test_no_compositor_is_no_answer(environment: dict[str, str]) -> None:
    with pytest.raises(NoWayland):
        WaylandIdle(environment)
