"""Speech by speech-dispatcher, the speech service of Linux desktops, in its own protocol.

The protocol (SSIP) is lines of text over a local socket: a command, then a reply whose last line has a space after its
three-digit code. https://htmlpreview.github.io/?https://github.com/brailcom/speechd/blob/master/doc/ssip.html
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from stretchtimer.desktop.speech_engine import Manner

REPLY_S = 2.0
"""A service that has not replied for this long is frozen."""
SPAWN_S = 10.0
"""How long the service may take to start; 0.4 s is usual."""
CONNECT_S = 5.0
PAUSE_S = 0.05

OK = "2"
DUMMY = "251-dummy"
"""The reply that names the service's stand-in for a voice."""
SEND_DATA = "230"

SLOWER, FASTER = 1.9, 0.61
"""The service's rate, from -100 to 100, for each percent slower or faster. Its usual voice speaks 170 words a minute at
0, 80 at -100 and 449 at 100 (its espeak-ng.conf); half as fast is therefore -95, and half as fast again 30."""


class VoicelessError(OSError):
    """The service runs, but all it has is a stand-in that plays a recorded complaint over and over."""


class SsipEngine:
    """One connection to the service. The service keeps the queue, so that there is never anything to wait for."""

    name = "speech-dispatcher"
    speaking = False

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._connection.settimeout(REPLY_S)
        self._replies = connection.makefile("rb")
        self._manner: Manner | None = None
        self._ask("SET self CLIENT_NAME user:stretchtimer:session")
        if DUMMY in self._ask_for("GET OUTPUT_MODULE"):
            raise VoicelessError("speech-dispatcher has no voice")

    def speak(self, text: str, manner: Manner) -> None:
        """Queue ``text`` at the service."""
        self._adopt(manner)
        code = self._ask("SPEAK")
        if code == SEND_DATA:
            # A line that begins with a dot would end the text.
            lines = ["." + line if line.startswith(".") else line for line in text.splitlines()]
            code = self._ask("\r\n".join([*lines, "."]))
        if not code.startswith(OK):
            raise ConnectionError(f"speech-dispatcher refused to speak: {code}")

    def stop(self) -> None:
        """Cancel what this connection has queued."""
        self._ask("CANCEL self")

    def close(self) -> None:
        """Close the connection; the service still says what it has queued."""
        self._replies.close()
        self._connection.close()

    def _adopt(self, manner: Manner) -> None:
        """Tell the service how to speak; what it does not support, such as a language, it leaves as it is."""
        if manner != self._manner:
            self._ask(f"SET self LANGUAGE {manner.language}")
            self._ask(f"SET self RATE {service_rate(manner)}")
            self._ask(f"SET self VOLUME {service_volume(manner)}")
            self._manner = manner

    def _ask(self, command: str) -> str:
        """Send ``command``; return the code of the reply."""
        return self._ask_for(command)[-1][:3]

    def _ask_for(self, command: str) -> list[str]:
        """Send ``command``; return the lines of the reply."""
        self._connection.sendall(command.encode() + b"\r\n")
        lines: list[str] = []
        while not lines or lines[-1][3:4] != " ":
            line = self._replies.readline()
            if not line.endswith(b"\n"):
                raise ConnectionError("speech-dispatcher closed the connection")
            lines.append(line.decode(errors="replace").rstrip())
        return lines


def service_rate(manner: Manner) -> int:
    """Return the rate as the service counts it, from -100 to 100."""
    return round(manner.rate * (SLOWER if manner.rate < 0 else FASTER))


def service_volume(manner: Manner) -> int:
    """Return the volume as the service counts it, from -100 to 100."""
    return round(manner.volume * 200) - 100


def open_ssip(environment: Mapping[str, str], pause: Callable[[float], None] = time.sleep) -> SsipEngine:
    """Connect to the service, which is started if it is installed and does not run.

    Raises OSError if there is none or if it does not answer. ``pause`` waits for that many seconds.
    """
    connection = _connect_or_spawn(environment, pause)
    try:
        return SsipEngine(connection)
    except OSError:
        connection.close()
        raise


def _connect_or_spawn(environment: Mapping[str, str], pause: Callable[[float], None]) -> socket.socket:
    try:
        return _connect(environment)
    except (FileNotFoundError, ConnectionRefusedError):
        _spawn(environment)
    for _attempt in range(round(CONNECT_S / PAUSE_S)):
        try:
            return _connect(environment)
        except (FileNotFoundError, ConnectionRefusedError):
            pause(PAUSE_S)
    return _connect(environment)


def _connect(environment: Mapping[str, str]) -> socket.socket:
    method, _colon, where = environment.get("SPEECHD_ADDRESS", "unix_socket").partition(":")
    if method != "unix_socket":
        raise OSError("speech-dispatcher runs elsewhere")
    connection = socket.socket(socket.AF_UNIX)
    connection.settimeout(REPLY_S)
    try:
        connection.connect(where or str(_usual_socket(environment)))
    except OSError:
        connection.close()
        raise
    return connection


def _usual_socket(environment: Mapping[str, str]) -> Path:
    runtime = environment.get("XDG_RUNTIME_DIR") or Path(environment.get("HOME", "/"), ".cache")
    return Path(runtime, "speech-dispatcher", "speechd.sock")


def _spawn(environment: Mapping[str, str]) -> None:
    program = shutil.which("speech-dispatcher", path=environment.get("PATH"))
    if program is None:
        raise FileNotFoundError("speech-dispatcher is not installed")
    try:
        subprocess.run(
            [program, "--spawn"],
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=SPAWN_S,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise TimeoutError("speech-dispatcher does not start") from error
