"""One running window for each data folder: later starts, and the commands of the shell, ask it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject

from stretchtimer.desktop.asking import address, ask, lock_path

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

PATIENCE_S = 5.0
"""How long a later start waits for the first, which has claimed to run, but listens only when its window is painted."""
PAUSE_S = 0.05


class Unanswered(Exception):
    """Another process claims to be the one that runs, but answers nothing: it hangs, or was stopped."""


class Instance(QObject):
    """The claim of this process to be the one that runs. The lock is quick; listening waits until a window is shown."""

    def __init__(self, data_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data_folder = data_folder
        self._lock = QLockFile(str(lock_path(data_folder)))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None
        self._answer: Callable[[str], str] | None = None

    def claim(self) -> bool:
        """Become the running one. Returns whether that succeeded: if not, another process is."""
        if not self._lock.tryLock(0):
            return self._lock.error() is not QLockFile.LockError.LockFailedError
        return True

    def claim_or_ask(self, request: str, patience_s: float = PATIENCE_S) -> bool:
        """Have the process that runs take ``request``, or become the one that runs if that process ends meanwhile.

        Returns whether this process is that one now. Raises Unanswered if neither comes about in ``patience_s``.
        """
        deadline = time.monotonic() + patience_s
        while not self.claim():
            left_s = deadline - time.monotonic()
            if left_s <= 0:
                raise Unanswered
            if ask(self._data_folder, request, left_s) is not None:
                return False
            time.sleep(PAUSE_S)
        return True

    @property
    def claimant(self) -> int | None:
        """The number of the process that claims to be the one that runs; None if that cannot be told."""
        process, _host, _program = self._lock.getLockInfo()
        return int(process) or None

    def listen(self, answer: Callable[[str], str]) -> None:
        """From now on reply to each line that others send with what ``answer`` makes of it.

        Without the claim, which a full disk may have denied, nothing happens: another process may listen there.
        """
        if not self._lock.isLocked():
            return
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - slow, and not needed for the first paint

        self._answer = answer
        where = address(self._data_folder)
        QLocalServer.removeServer(where)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._take)
        self._server.listen(where)

    def release(self) -> None:
        """Give the claim up."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _take(self) -> None:
        assert self._server is not None
        socket = self._server.nextPendingConnection()
        # Bound methods, which hold no reference: a closure over self could outlive the server and destroy it from
        # within the socket's own end.
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(socket.deleteLater)
        self._read()

    def _read(self) -> None:
        """Answer each request that has come in whole."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - imported already by listen

        assert self._server is not None
        assert self._answer is not None
        for socket in self._server.findChildren(QLocalSocket):
            if socket.canReadLine():
                request = bytes(socket.readLine().data()).decode(errors="replace").strip()
                socket.write(f"{self._answer(request)}\n".encode())
                socket.disconnectFromServer()
