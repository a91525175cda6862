"""How long nobody has touched the machine, on Wayland desktops that know ext-idle-notify-v1 or KDE's older protocol.

The compositor says when nobody has touched it for a while and when somebody does again, so one thread blocks on its
socket and costs nothing in between.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Mapping
from typing import NamedTuple

from stretchtimer.desktop.wayland_wire import NoWayland, Wire, word

IDLE_AFTER_S = 10.0
"""The compositor tells of it after so long; before that the person counts as touching the machine now."""
SEAT = "wl_seat"
IDLED = 0
"""The first event of both protocols; the other one is that somebody is back."""


class Protocol(NamedTuple):
    """How a compositor is asked to tell of idle time."""

    name: str
    version: int
    """From which on it has the request."""
    request: int
    """Which of its requests asks for that."""
    seat_first: bool
    """Whether the request names the seat before the milliseconds."""


PROTOCOLS = (
    # Of input alone. What the others tell is that the screen may go dark: never while a film or a call keeps it lit,
    # be the person there or not.
    Protocol("ext_idle_notifier_v1", version=2, request=2, seat_first=False),
    Protocol("ext_idle_notifier_v1", version=1, request=1, seat_first=False),
    # All that there was before: in Sway up to 1.7, which Debian 12 has, and in Plasma up to 5.26.
    Protocol("org_kde_kwin_idle", version=1, request=0, seat_first=True),
)


class WaylandIdle:
    """Follows the compositor that the environment names."""

    def __init__(
        self,
        environment: Mapping[str, str] = os.environ,
        clock: Callable[[], float] = time.monotonic,
        idle_after_s: float = IDLE_AFTER_S,
    ) -> None:
        """Raises NoWayland."""
        self._clock, self._idle_after_s = clock, idle_after_s
        self._idle_since: float | None = None
        self._gone = False
        self._wire = Wire(environment)
        try:
            self._teller = self._subscribe()
        except OSError as error:
            self._wire.close()
            raise NoWayland(str(error)) from error
        threading.Thread(target=self._follow, name="wayland idle", daemon=True).start()

    def idle_s(self) -> float:
        """Return the seconds since the last touch, 0 for less than ten of them. Raises NoWayland."""
        if self._gone:
            raise NoWayland("the compositor is gone")
        since = self._idle_since
        return 0.0 if since is None else self._clock() - since

    def close(self) -> None:
        """Leave the compositor."""
        self._wire.hang_up()

    def _subscribe(self) -> int:
        """Ask to be told, and return the id of what tells."""
        protocol = next((each for each in PROTOCOLS if self._wire.version(each.name) >= each.version), None)
        if protocol is None:
            raise NoWayland("the compositor tells nothing of idle time")
        seat, notifier = self._wire.bind(SEAT), self._wire.bind(protocol.name, protocol.version)
        made, after_ms = self._wire.new_id(), round(self._idle_after_s * 1000)
        wanted = word(made, seat, after_ms) if protocol.seat_first else word(made, after_ms, seat)
        self._wire.request(notifier, protocol.request, wanted)
        return made

    def _follow(self) -> None:
        try:
            for sender, event, _body in self._wire.messages:
                if sender == self._teller:
                    self._idle_since = self._clock() - self._idle_after_s if event == IDLED else None
        except OSError:
            pass  # the compositor is gone
        finally:
            self._gone = True
            self._wire.close()
