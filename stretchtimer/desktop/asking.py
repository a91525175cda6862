"""Asking the program that runs, if one does, by a socket of the person's own. Without Qt: a status bar asks often."""

from __future__ import annotations

import os
import sys
import zlib
from pathlib import Path

ANSWER_S = 2.0
"""How long the running program may take to answer."""
LONGEST = 65_536
"""Bytes of an answer."""


def lock_path(data_folder: Path) -> Path:
    """Return the file by which one process for each data folder claims to be the one that runs."""
    runtime = os.environ.get("XDG_RUNTIME_DIR") if sys.platform != "win32" else None
    if not runtime:
        import tempfile  # noqa: PLC0415 - slow to import, and seldom needed

        runtime = tempfile.gettempdir()
    return Path(runtime) / f"{_name(data_folder)}.lock"


def address(data_folder: Path) -> str:
    """Return where that process listens: the path of a socket or, on Windows, the name of a pipe."""
    name = _name(data_folder)
    return name if sys.platform == "win32" else str(lock_path(data_folder).with_name(name))


def ask(data_folder: Path, request: str) -> str | None:
    """Send a line to the program that runs and return the line that it answers; None if none runs or answers."""
    try:
        answer = _ask_pipe(data_folder, request) if sys.platform == "win32" else _ask_socket(data_folder, request)
    except OSError:
        return None
    return answer.decode().rstrip("\n") if answer.endswith(b"\n") else None


def _name(data_folder: Path) -> str:
    """Return a name for ``data_folder`` that is short, as a socket's path must be, and another for each person."""
    person = os.getuid() if sys.platform != "win32" else ""
    return f"stretchtimer-{zlib.crc32(f'{person}:{data_folder.resolve()}'.encode()):08x}"


def _ask_socket(data_folder: Path, request: str) -> bytes:
    import socket  # noqa: PLC0415 - the process that listens needs none of it

    with socket.socket(socket.AF_UNIX) as running:
        running.settimeout(ANSWER_S)
        running.connect(address(data_folder))
        running.sendall(f"{request}\n".encode())
        with running.makefile("rb") as answer:
            return answer.readline(LONGEST)


def _ask_pipe(data_folder: Path, request: str) -> bytes:
    with Path(rf"\\.\pipe\{address(data_folder)}").open("r+b", buffering=0) as running:
        running.write(f"{request}\n".encode())
        return running.readline(LONGEST)
