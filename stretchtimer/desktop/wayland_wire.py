"""What is said between a Wayland compositor and a program, without a library: messages on a socket."""

from __future__ import annotations

import os
import socket
import struct
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

ANSWER_S = 1.0
DISPLAY_ID, REGISTRY_ID, SYNC_ID = 1, 2, 3
SYNC, GET_REGISTRY, BIND = 0, 1, 0
REFUSED, GLOBAL, DONE = 0, 0, 0

Message = tuple[int, int, bytes]
"""The object that a message belongs to, which of its events it is, and what the event carries."""


class NoWayland(OSError):
    """There is no compositor, it does not know what is asked for, or it refused."""


class _Global(NamedTuple):
    """An interface that the compositor offers."""

    number: int
    version: int


class Wire:
    """A connection to the compositor that the environment names."""

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        """Raises NoWayland."""
        place = Path(environment.get("XDG_RUNTIME_DIR", "/nowhere"), environment.get("WAYLAND_DISPLAY", ""))
        self._last_id = SYNC_ID
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(ANSWER_S)
        try:
            self._socket.connect(str(place))
            self.messages = self._receive()
            """What the compositor says; ends by NoWayland or another OSError."""
            self._globals = self._ask_globals()
        except OSError as error:
            self._socket.close()
            raise NoWayland(str(error)) from error
        self._socket.settimeout(None)

    def __contains__(self, interface: str) -> bool:
        """Whether the compositor knows the ``interface``."""
        return interface in self._globals

    def version(self, interface: str) -> int:
        """Return the newest version of the ``interface`` that the compositor knows; 0 if it knows none."""
        return self._globals[interface].version if interface in self else 0

    def bind(self, interface: str, version: int = 1) -> int:
        """Return the id by which requests reach the ``interface`` from now on. Raises NoWayland if it is unknown."""
        if interface not in self:
            raise NoWayland(f"no {interface}")
        made = self.new_id()
        self.request(REGISTRY_ID, BIND, word(self._globals[interface].number) + text(interface) + word(version, made))
        return made

    def new_id(self) -> int:
        """Return an id for what a request makes. Each has to be used, in their order."""
        self._last_id += 1
        return self._last_id

    def request(self, receiver: int, request: int, body: bytes = b"") -> None:
        """Send a request. Raises OSError if the compositor is gone."""
        self._socket.sendall(word(receiver, (8 + len(body)) << 16 | request) + body)

    def hang_up(self) -> None:
        """Leave the compositor, which ends the messages."""
        with suppress(OSError):  # the compositor left first
            self._socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Give the socket back. Not while another thread waits for messages: see `hang_up`."""
        self._socket.close()

    def _ask_globals(self) -> dict[str, _Global]:
        """Return each interface that the compositor has."""
        self.request(DISPLAY_ID, GET_REGISTRY, word(REGISTRY_ID))
        self.request(DISPLAY_ID, SYNC, word(SYNC_ID))
        found: dict[str, _Global] = {}
        for sender, event, body in self.messages:
            if (sender, event) == (SYNC_ID, DONE):
                break
            if (sender, event) == (REGISTRY_ID, GLOBAL):
                number, length = struct.unpack_from("=II", body)
                (version,) = struct.unpack_from("=I", body, len(body) - 4)
                found.setdefault(body[8 : 8 + length - 1].decode(), _Global(number, version))
        return found

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
                if (sender, head & 0xFFFF) == (DISPLAY_ID, REFUSED):
                    raise NoWayland("the compositor refused")
                yield sender, head & 0xFFFF, body


def word(*numbers: int) -> bytes:
    """Return ``numbers`` as the wire has them: 32 bits each, in the order of this machine."""
    return struct.pack(f"={len(numbers)}I", *numbers)


def text(words: str) -> bytes:
    """Return ``words`` as the wire has them: the length, the text and a zero, filled up to whole words of 32 bits."""
    data = words.encode() + b"\0"
    return word(len(data)) + data + b"\0" * (-len(data) % 4)
