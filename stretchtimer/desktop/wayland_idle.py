"""How long nobody has touched the machine, on Wayland desktops that know the protocol ext-idle-notify-v1.

The compositor says when nobody has touched it for a while and when somebody does again, so one thread blocks on its
socket and costs nothing in between. The protocol is spoken here in the few messages that it takes.
"""

from __future__ import annotations

import os
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

IDLE_AFTER_MS = 10_000
"""The compositor tells of it after so long; before that the person counts as touching the machine now."""
ANSWER_S = 1.0
DISPLAY_ID, REGISTRY_ID, SYNC_ID, SEAT_ID, NOTIFIER_ID, NOTIFICATION_ID = range(1, 7)
NOTIFIER, SEAT = "ext_idle_notifier_v1", "wl_seat"
GET_REGISTRY, SYNC, BIND, GET_NOTIFICATION = 1, 0, 0, 1
GLOBAL, DONE, IDLED = 0, 0, 0

Message = tuple[int, int, bytes]
"""The object that a message belongs to, which of its events it is, and what the event carries."""


class NoWayland(OSError):
    """There is no compositor, or it does not know the protocol."""


class WaylandIdle:
    """Follows the compositor that the environment names."""

    def __init__(
        self, environment: Mapping[str, str] = os.environ, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Raises NoWayland."""
        self._clock = clock
        self._idle_since: float | None = None
        self._gone = False
        place = Path(environment.get("XDG_RUNTIME_DIR", "/nowhere"), environment.get("WAYLAND_DISPLAY", ""))
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(ANSWER_S)
        try:
            self._socket.connect(str(place))
            self._messages = self._receive()
            self._subscribe()
        except OSError as error:
            self._socket.close()
            raise NoWayland(str(error)) from error
        self._socket.settimeout(None)
        threading.Thread(target=self._follow, name="wayland idle", daemon=True).start()

    def idle_s(self) -> float:
        """Return the seconds since the last touch, 0 for less than ten of them. Raises NoWayland."""
        if self._gone:
            raise NoWayland("the compositor is gone")
        since = self._idle_since
        return 0.0 if since is None else self._clock() - since

    def close(self) -> None:
        """Leave the compositor."""
        self._socket.shutdown(socket.SHUT_RDWR)

    def _subscribe(self) -> None:
        self._send(DISPLAY_ID, GET_REGISTRY, struct.pack("=I", REGISTRY_ID))
        self._send(DISPLAY_ID, SYNC, struct.pack("=I", SYNC_ID))
        numbers: dict[str, int] = {}
        for sender, event, body in self._messages:
            if (sender, event) == (SYNC_ID, DONE):
                break
            if (sender, event) == (REGISTRY_ID, GLOBAL):
                number, length = struct.unpack_from("=II", body)
                numbers.setdefault(body[8 : 8 + length - 1].decode(), number)
        if not numbers.keys() >= {NOTIFIER, SEAT}:
            raise NoWayland(f"no {NOTIFIER}")
        for name, id in ((SEAT, SEAT_ID), (NOTIFIER, NOTIFIER_ID)):
            self._send(REGISTRY_ID, BIND, struct.pack("=I", numbers[name]) + _text(name) + struct.pack("=II", 1, id))
        wanted = struct.pack("=III", NOTIFICATION_ID, IDLE_AFTER_MS, SEAT_ID)
        self._send(NOTIFIER_ID, GET_NOTIFICATION, wanted)

    def _follow(self) -> None:
        try:
            for sender, event, _body in self._messages:
                if sender == NOTIFICATION_ID:
                    self._idle_since = self._clock() - IDLE_AFTER_MS / 1000 if event == IDLED else None
        except OSError:
            self._gone = True
        finally:
            self._socket.close()

    def _send(self, receiver: int, request: int, body: bytes) -> None:
        self._socket.sendall(struct.pack("=II", receiver, (8 + len(body)) << 16 | request) + body)

    def _receive(self) -> Iterator[Message]:
        waiting = b""
        while True:
            data = self._socket.recv(65536)
            if not data:
                raise NoWayland("the compositor closed the connection")
            waiting += data
            while len(waiting) >= 8:
                sender, head = struct.unpack_from("=II", waiting)
                length = head >> 16
                if len(waiting) < length:
                    break
                body, waiting = waiting[8:length], waiting[length:]
                if (sender, head & 0xFFFF) == (DISPLAY_ID, 0):
                    raise NoWayland("the compositor refused")
                yield sender, head & 0xFFFF, body


def _text(text: str) -> bytes:
    """Return ``text`` as the wire has it: its length, the text and a zero, filled up to whole words."""
    data = text.encode() + b"\0"
    return struct.pack("=I", len(data)) + data + b"\0" * (-len(data) % 4)
