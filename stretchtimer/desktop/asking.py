"""Asking the program that runs, if one does, by a socket of the person's own. Without Qt: a status bar asks often."""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Callable
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


def ask(data_folder: Path, request: str, patience_s: float = ANSWER_S) -> str | None:
    """Send a line to the program that runs and return the line that it answers; None if none runs or answers.

    One that runs, but hangs, is waited for ``patience_s``.
    """
    ask_there = _ask_pipe if sys.platform == "win32" else _ask_socket
    try:
        answer = ask_there(data_folder, request, patience_s)
    except OSError:
        return None
    return answer.decode().rstrip("\n") if answer.endswith(b"\n") else None


def _name(data_folder: Path) -> str:
    """Return a name for ``data_folder`` that is short, as a socket's path must be, and another for each person."""
    person = os.getuid() if sys.platform != "win32" else ""
    return f"stretchtimer-{zlib.crc32(f'{person}:{data_folder.resolve()}'.encode()):08x}"


def _ask_socket(data_folder: Path, request: str, patience_s: float) -> bytes:
    import socket  # noqa: PLC0415 - the process that listens needs none of it

    with socket.socket(socket.AF_UNIX) as running:
        running.settimeout(patience_s)
        running.connect(address(data_folder))
        running.sendall(f"{request}\n".encode())
        with running.makefile("rb") as answer:
            return answer.readline(LONGEST)


def _ask_pipe(data_folder: Path, request: str, patience_s: float) -> bytes:
    def exchange() -> bytes:
        with Path(rf"\\.\pipe\{address(data_folder)}").open("r+b", buffering=0) as running:
            running.write(f"{request}\n".encode())
            return running.readline(LONGEST)

    return in_time(exchange, patience_s)


def in_time(exchange: Callable[[], bytes], patience_s: float) -> bytes:
    """Return what ``exchange`` does. Raises what it raises, and TimeoutError if it takes longer than ``patience_s``.

    For what knows no limit of its own, as a pipe: a thread does the waiting, and is left behind if it hangs.
    """
    import threading  # noqa: PLC0415 - for Windows alone
    from concurrent.futures import Future  # noqa: PLC0415

    answer: Future[bytes] = Future()

    def carry_out() -> None:
        try:
            answer.set_result(exchange())
        except OSError as error:
            answer.set_exception(error)

    threading.Thread(target=carry_out, daemon=True).start()
    return answer.result(patience_s)
