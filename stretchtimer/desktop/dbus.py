"""A connection to a message bus of the desktop, read by one thread that blocks: idle, it costs nothing.

jeepney is imported when a connection is made (30 ms), which is never before the first paint.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NoReply
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from stretchtimer.desktop.unforeseen import go_on_after

if TYPE_CHECKING:
    from jeepney import MatchRule, Message

ANSWER_S = 1.0
"""How long a service may take to answer: it runs on the same machine."""
DBUS = "org.freedesktop.DBus"

Listener = Callable[[tuple[Any, ...]], None]
Reply = Future[tuple[Any, ...]]
"""What a method will have answered, or NoAnswer if it refuses. What waits for it is called on the thread that reads."""


class NoAnswer(OSError):
    """There is no bus, no such service on it, or it refused or took too long."""


class Service(Struct, frozen=True):
    """Where on a bus something is."""

    name: str
    path: str
    interface: str


MESSAGE_BUS = Service(DBUS, "/org/freedesktop/DBus", DBUS)
"""The bus itself."""


class Bus:
    """One connection. Every method may be called from any thread but the listeners' own; each raises NoAnswer."""

    def __init__(self, address: str) -> None:
        """Connect to the bus at ``address``."""
        from jeepney.io.threading import open_dbus_connection  # noqa: PLC0415

        try:
            self._connection = open_dbus_connection(address)
        except (OSError, RuntimeError, ValueError) as error:
            raise NoAnswer(str(error)) from error
        self._replies: dict[int, Reply] = {}
        self._listeners: list[tuple[MatchRule, Listener]] = []
        self._reader = threading.Thread(target=self._read, name="dbus", daemon=True)
        self._reader.start()

    def call(self, service: Service, member: str, signature: str = "", *body: Any) -> tuple[Any, ...]:
        """Call a method and return what it answers; a variant is a pair of its signature and its value."""
        return self.wait(self.send(service, member, signature, *body), f"{service.name}.{member}")

    def wait(self, reply: Reply, what: str) -> tuple[Any, ...]:
        """Return the ``reply`` to ``what`` once it is there."""
        try:
            return reply.result(ANSWER_S)
        except NoReply as error:
            raise NoAnswer(f"{what} took too long") from error
        except NoAnswer as error:
            raise NoAnswer(f"{what}: {error}") from error

    def send(self, service: Service, member: str, signature: str = "", *body: Any) -> Reply:
        """Call a method without waiting for what it answers, however late. A listener may do that, too."""
        from jeepney import DBusAddress, new_method_call  # noqa: PLC0415

        address = DBusAddress(service.path, service.name, service.interface)
        serial = next(self._connection.outgoing_serial)
        reply = self._replies[serial] = Reply()
        try:
            if not self._reader.is_alive():
                raise NoAnswer("the bus is gone")
            self._connection.send(new_method_call(address, member, signature or None, body), serial=serial)
        except OSError as error:
            self._replies.pop(serial, None)
            raise NoAnswer(str(error)) from error
        return reply

    def property(self, service: Service, name: str) -> Any:
        """Return the value of a property."""
        asked = Service(service.name, service.path, f"{DBUS}.Properties")
        ((_signature, value),) = self.call(asked, "Get", "ss", service.interface, name)
        return value

    def has(self, name: str) -> bool:
        """Whether a service of that name runs."""
        (owned,) = self.call(MESSAGE_BUS, "NameHasOwner", "s", name)
        return bool(owned)

    def listen(self, service: Service, member: str, listener: Listener, first: str | None = None) -> None:
        """Call ``listener`` with what each signal ``member`` carries, on the thread that reads.

        With ``first``, only signals that carry this as their first value come, and no other wakes this process.
        """
        from jeepney import MatchRule  # noqa: PLC0415

        rule = MatchRule(type="signal", interface=service.interface, member=member, path=service.path or None)
        if first is not None:
            rule.add_arg_condition(0, first)
        self._listeners.append((rule, listener))
        # The bus matches the sender by its name; what arrives carries the number that the bus gave it.
        asked = rule.serialise() + (f",sender='{service.name}'" if service.name else "")
        self.call(MESSAGE_BUS, "AddMatch", "s", asked)

    def close(self) -> None:
        """Leave the bus."""
        self._connection.interrupt()
        if threading.current_thread() is not self._reader:
            self._reader.join(ANSWER_S)
        self._connection.close()

    def _read(self) -> None:
        from jeepney.io.threading import ReceiveStopped  # noqa: PLC0415

        try:
            while True:
                self._take(self._connection.receive())
        except (ReceiveStopped, OSError) as error:
            for reply in tuple(self._replies.values()):
                reply.set_exception(NoAnswer(str(error)))

    def _take(self, message: Message) -> None:
        from jeepney import HeaderFields, MessageType  # noqa: PLC0415

        reply = self._replies.pop(message.header.fields.get(HeaderFields.reply_serial, 0), None)
        if reply is not None:
            if message.header.message_type is MessageType.error:
                reply.set_exception(NoAnswer(" ".join(map(str, message.body))))
            else:
                reply.set_result(tuple(message.body))
            return
        for rule, listener in tuple(self._listeners):
            if rule.matches(message):
                go_on_after(listener, tuple(message.body))


def session_address() -> str:
    """Return where the bus of the person's session is. Raises NoAnswer if nothing says."""
    if address := os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return address
    socket = Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere")) / "bus"
    if socket.exists():
        return f"unix:path={socket}"
    raise NoAnswer("no session bus")


def session_bus() -> Bus:
    """Connect to the bus of the person's session. Raises NoAnswer where there is none."""
    return Bus(session_address())


def system_address() -> str:
    """Return where the bus of the machine is."""
    return os.environ.get("DBUS_SYSTEM_BUS_ADDRESS") or "unix:path=/run/dbus/system_bus_socket"
