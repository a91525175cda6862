"""Keeps the screen awake while a session runs."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import Protocol

from stretchtimer.core.language import _, mark
from stretchtimer.desktop.portal_awake import portal_presenting

NOT_KEPT = mark(
    "Nothing here keeps the screen awake, so it may go dark during a session. Let it stay on for longer in the "
    "system's power settings."
)


class Mode(Protocol):
    """A request to stay awake, as wakepy gives it."""

    @property
    def active(self) -> bool:
        """Whether the system granted it."""


class Awake(Protocol):
    """Keeps the screen awake between two calls. Neither blocks nor raises."""

    def hold(self) -> None:
        """Keep the screen awake from now on; a second call changes nothing."""

    def release(self) -> None:
        """Let the screen sleep again."""

    @property
    def trouble(self) -> str:
        """What is missing, in plain words; empty if all is well or not known yet."""


class NeverAwake:
    """Leaves the screen alone."""

    trouble = ""

    def hold(self) -> None:
        """Do nothing."""

    def release(self) -> None:
        """Do nothing."""


def presenting(environment: Mapping[str, str] = os.environ) -> AbstractContextManager[Mode]:
    """Return a request to keep the screen on: the portal's in Flatpak, which wakepy does not know, else wakepy's.

    wakepy is imported here, when the first session starts (60 ms).
    """
    if "FLATPAK_ID" in environment:
        return portal_presenting()
    from wakepy import keep  # noqa: PLC0415

    return keep.presenting(on_fail="pass")


class ScreenAwake:
    """Keeps the screen awake by whatever the desktop offers.

    Each hold has a daemon thread of its own: the desktop may take long to answer, and wakepy wants one thread to enter
    and leave. If the program dies, the desktop notices that its connection is gone and takes the request back.
    """

    def __init__(self, mode: Callable[[], AbstractContextManager[Mode]] = presenting) -> None:
        self._mode = mode
        self._released: threading.Event | None = None
        self._denied = False

    def hold(self) -> None:
        """Keep the screen awake."""
        if self._released is None:
            self._released = threading.Event()
            threading.Thread(target=self._keep, args=(self._released,), name="awake", daemon=True).start()

    def release(self) -> None:
        """Let the screen sleep again."""
        if self._released is not None:
            self._released.set()
            self._released = None

    @property
    def trouble(self) -> str:
        """What is missing, in plain words."""
        return _(NOT_KEPT) if self._denied else ""

    def _keep(self, released: threading.Event) -> None:
        with self._mode() as mode:
            self._denied = not mode.active
            released.wait()
