"""A polite end when the system asks for one: SIGTERM, SIGINT and SIGHUP close the window, so that all is kept."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

_POLITE = ("SIGTERM", "SIGINT", "SIGHUP")


def close_on_signals(parent: QObject, close: Callable[[], object]) -> None:
    """Call ``close`` in the event loop when such a signal comes. Windows has no SIGHUP, which is then left out."""
    # Python runs its handlers only between two of its own steps, and an idle window takes none: the signal's number
    # written to a socket wakes the event loop up.
    receiving, sending = socket.socketpair()
    for end in (receiving, sending):
        end.setblocking(False)
    signal.set_wakeup_fd(sending.fileno(), warn_on_full_buffer=False)
    for name in _POLITE:
        if number := getattr(signal, name, None):
            signal.signal(number, lambda _number, _frame: None)
    notifier = QSocketNotifier(receiving.fileno(), QSocketNotifier.Type.Read, parent)

    def take() -> None:
        receiving.recv(64)
        close()

    notifier.activated.connect(take)

    def let_go() -> None:
        signal.set_wakeup_fd(-1)
        receiving.close()
        sending.close()

    parent.destroyed.connect(let_go)
