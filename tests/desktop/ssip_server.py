"""A speech service for tests: it speaks SSIP on a local socket and remembers what it was told."""

from __future__ import annotations

import socket
import threading
from io import BufferedReader
from pathlib import Path
from queue import SimpleQueue

REPLIES = {
    "SPEAK": b"230 OK RECEIVING DATA\r\n",
    "CANCEL": b"210 OK CANCELED\r\n",
    "SET": b"208 OK SET\r\n",
    "GET": b"251-espeak-ng\r\n251 OK GET RETURNED\r\n",
}
QUEUED = b"225-21\r\n225 OK MESSAGE QUEUED\r\n"


class SsipServer:
    """Serves one connection after the other on the socket ``path``."""

    def __init__(self, path: Path) -> None:
        self.commands: SimpleQueue[str] = SimpleQueue()
        """Every command but SPEAK."""
        self.texts: SimpleQueue[str] = SimpleQueue()
        """Every text, as it stood on the line."""
        self.replies = dict(REPLIES)
        self.queued = QUEUED
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(path))
        self._listener.listen()
        self._connection: socket.socket | None = None
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def drop(self) -> None:
        """Close the connection, as a service does that dies."""
        assert self._connection is not None
        self._connection.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Stop serving."""
        self._listener.shutdown(socket.SHUT_RDWR)
        if self._connection is not None:
            self._connection.close()
        self._thread.join()
        self._listener.close()

    def _serve(self) -> None:
        while True:
            try:
                self._connection = self._listener.accept()[0]
            except OSError:
                return
            with self._connection, self._connection.makefile("rb") as lines:
                self._answer(lines, self._connection)

    def _answer(self, lines: BufferedReader, connection: socket.socket) -> None:
        for line in lines:
            command = line.decode().rstrip("\r\n")
            reply = self.replies[command.split()[0]]
            connection.sendall(reply)
            if command != "SPEAK":
                self.commands.put(command)
            elif reply.startswith(b"230"):
                text = []
                while (spoken := lines.readline().decode()) not in {".\r\n", ""}:
                    text.append(spoken)
                connection.sendall(self.queued)
                self.texts.put("".join(text))
