"""One running window for each data folder: a second start hands over what it was asked, and goes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, QStandardPaths, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

HAND_OVER_MS = 2000
"""How long a second start waits for the first to take what it hands over."""


class Instance(QObject):
    """The claim of this process to be the one that runs. The lock is quick; listening waits until a window is shown."""

    asked = Signal(str)
    """What a later start was asked to start with; empty if it was only started."""

    def __init__(self, data_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        runtime = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.RuntimeLocation)
        place = Path(runtime or QStandardPaths.writableLocation(QStandardPaths.StandardLocation.TempLocation))
        # A socket's path must be short, so the folder goes into the name as a digest.
        name = str(data_folder.resolve()).encode()
        digest = bytes(QCryptographicHash.hash(name, QCryptographicHash.Algorithm.Sha256).data()).hex()[:16]
        self._address = str(place / f"stretchtimer-{digest}")
        self._lock = QLockFile(f"{self._address}.lock")
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Become the running one. Returns whether that succeeded: if not, another process is."""
        if not self._lock.tryLock(0):
            return self._lock.error() is not QLockFile.LockError.LockFailedError
        return True

    def listen(self) -> None:
        """Take what later starts hand over, from now on."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - slow, and not needed for the first paint

        QLocalServer.removeServer(self._address)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._take)
        self._server.listen(self._address)

    def hand_over(self, request: str) -> bool:
        """Ask the running process for ``request``. Returns whether it took it."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - only a second start needs it

        socket = QLocalSocket()
        socket.connectToServer(self._address)
        if not socket.waitForConnected(HAND_OVER_MS):
            return False
        socket.write(request.encode() + b"\n")
        taken = socket.waitForBytesWritten(HAND_OVER_MS)
        socket.disconnectFromServer()
        return taken

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
        """Tell each request that has come in whole."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - imported already by listen

        assert self._server is not None
        for socket in self._server.findChildren(QLocalSocket):
            if socket.canReadLine():
                self.asked.emit(bytes(socket.readLine().data()).decode(errors="replace").strip())
                socket.disconnectFromServer()
