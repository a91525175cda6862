"""Brings what other threads have to say to the window's thread.

A signal of Qt could carry it too, but PySide crashed now and then when one was emitted by a Python thread while another
connected to it. Here nothing of Qt is touched from outside: a letter lies in a queue, and a byte on a socket tells of
it.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue

from PySide6.QtCore import QObject, QSocketNotifier


class Mailbox(QObject):
    """Runs what is posted to it, in order, on the thread that it was made on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._letters: SimpleQueue[Callable[[], object]] = SimpleQueue()
        self._inside, self._outside = socket.socketpair()
        self._inside.setblocking(False)
        self._outside.setblocking(False)
        self._notifier = QSocketNotifier(self._inside.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def post(self, letter: Callable[[], object]) -> None:
        """Have ``letter`` called soon. May be called on any thread; after `close` it is not called any more."""
        self._letters.put(letter)
        with suppress(OSError):  # full: the notifier has enough to wake up for; or closed
            self._outside.send(b"\0")

    def close(self) -> None:
        """Take no more letters."""
        self._notifier.setEnabled(False)
        self._inside.close()
        self._outside.close()

    def _read(self) -> None:
        with suppress(BlockingIOError):
            self._inside.recv(4096)
        while True:
            try:
                letter = self._letters.get_nowait()
            except Empty:
                return
            letter()
