"""A message bus of the tests' own, and services on it that are made up, or real ones."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.threading import DBusConnection, DBusRouter, ReceiveStopped, open_dbus_connection

DEADLINE_S = 10

Answers = Mapping[str, tuple[str, tuple[Any, ...]]]
"""What each method answers: its signature and its values. "Get Name" is what Get answers of that property."""


def until(condition: Callable[[], object], what: str) -> None:
    """Wait for ``condition``, which another process brings about."""
    deadline = time.monotonic() + DEADLINE_S
    while not condition():
        assert time.monotonic() < deadline, f"waited {DEADLINE_S} s for {what}"
        time.sleep(0.01)


def end(process: subprocess.Popen[Any]) -> None:
    """Have ``process`` end, and make it if it does not."""
    process.terminate()
    try:
        process.communicate(timeout=DEADLINE_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()


@contextmanager
def message_bus_daemon() -> Iterator[str]:
    """Start a bus and give its address."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("dbus-daemon is not installed (package dbus-daemon)")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--nosyslog", "--print-address=1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout is not None
    try:
        yield daemon.stdout.readline().strip()
    finally:
        end(daemon)


class MadeUp:
    """A service on a bus that answers what it was given, refuses the rest, and keeps what it was asked."""

    def __init__(self, address: str, name: str, answers: Answers | None = None, slow: str = "") -> None:
        """With ``slow``, that method waits with its answers until `answer_late`."""
        self.answers = dict(answers or {})
        self._slow = slow
        self._unanswered: list[Message] = []
        self.asked: list[tuple[str, tuple[Any, ...]]] = []
        self.callers: list[str] = []
        """The connection that each question came by."""
        self._connection: DBusConnection = open_dbus_connection(address)
        with DBusRouter(self._connection) as router:
            router.send_and_get_reply(message_bus.RequestName(name), timeout=DEADLINE_S)
        threading.Thread(target=self._serve, daemon=True).start()

    def emit(self, path: str, interface: str, member: str, signature: str = "", *body: Any) -> None:
        """Send a signal."""
        self._connection.send(new_signal(DBusAddress(path, interface=interface), member, signature or None, body))

    def answer_late(self) -> None:
        """Answer each call of the slow method."""
        while self._unanswered:
            self._connection.send(new_method_return(self._unanswered.pop(0), *self.answers[self._slow]))

    def close(self) -> None:
        self._connection.interrupt()

    def _serve(self) -> None:
        try:
            while True:
                message = self._connection.receive()
                if message.header.message_type is MessageType.method_call:
                    member = message.header.fields[HeaderFields.member]
                    self.callers.append(message.header.fields[HeaderFields.sender])
                    self.asked.append((member, message.body))
                    if member == "Get" and f"Get {message.body[1]}" in self.answers:
                        member = f"Get {message.body[1]}"
                    if member == self._slow:
                        self._unanswered.append(message)
                    elif member in self.answers:
                        self._connection.send(new_method_return(message, *self.answers[member]))
                    else:
                        self._connection.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))
        except (ReceiveStopped, OSError):
            self._connection.close()


class Dunst:
    """The notification service dunst, and the person at it, played by dunst's own `dunstctl`."""

    def __init__(self, address: str, display: str, folder: Path) -> None:
        self._environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": address, "DISPLAY": display}
        self._wanted = folder / "wanted"
        # Its menu of buttons is a program that is given their labels and prints the one that was picked.
        menu = folder / "menu"
        menu.write_text(f'#!/bin/sh\nexec grep -m1 -F -f "{self._wanted}"\n')
        menu.chmod(0o755)
        settings = folder / "dunstrc"
        settings.write_text(f'[global]\ndmenu = "{menu}"\n')
        self._process = subprocess.Popen(
            ["dunst", "-conf", str(settings)], env=self._environment, stderr=subprocess.DEVNULL
        )

    def control(self, *command: str) -> str:
        """Return what `dunstctl` answers; empty if dunst does not."""
        done = subprocess.run(
            ["dunstctl", *command],
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=DEADLINE_S,
            check=False,
        )
        return done.stdout.strip()

    @property
    def displayed(self) -> int:
        """How many notifications stand on the screen."""
        return int(self.control("count", "displayed") or 0)

    def press(self, label: str) -> None:
        """Press the button ``label`` of the notification that is shown."""
        self._wanted.write_text(label)
        self.control("context")

    def close(self) -> None:
        end(self._process)


@contextmanager
def dunst(address: str, display: str, folder: Path) -> Iterator[Dunst]:
    """Start dunst with its settings in ``folder``."""
    if shutil.which("dunst") is None:
        pytest.skip("dunst is not installed (package dunst)")
    service = Dunst(address, display, folder)
    try:
        until(lambda: service.control("is-paused") == "false", "dunst")
        yield service
    finally:
        service.close()
