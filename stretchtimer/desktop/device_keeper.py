"""Keeps a sound device open while one is wanted, through servers that freeze, die and come back."""

from __future__ import annotations

from collections.abc import Callable

from stretchtimer.core.language import mark
from stretchtimer.desktop.mixer import Mixer
from stretchtimer.desktop.playback import Device, NoDevice, Open

START_S = 5.0
"""How long a new device may take before its first pull: a sleeping sink wakes in up to two seconds."""
STALE_S = 0.5
"""A device that has not pulled for fifty periods is dead."""
WATCH_S = 0.5
RETRY_S = 2.0
LINGER_S = 3.0
"""How long a device that is no longer wanted may go on for the last tone to ring out."""
LINGER_STEP_S = 0.05

NO_DEVICE = mark(
    "No sound device was found, so the cues are silent. Connect or switch on a speaker; on Linux, see that PipeWire or "
    "PulseAudio is running."
)
GONE = mark(
    "The chosen sound device is not there, so the cues sound on the one that the system chose. They return to yours "
    "with the first session after it is back."
)


class DeviceKeeper:
    """Opens, watches, reopens and closes the device. Lives on one thread, which each of its calls may hold for long."""

    def __init__(self, mixer: Mixer, open_device: Open, clock: Callable[[], float]) -> None:
        self.wanted_name = ""
        """The name of the device to open next; empty for the system's own choice."""
        self.trouble = ""
        """The untranslated sentence about the last attempt to open the device; empty if it went well."""
        self._mixer = mixer
        self._open_device = open_device
        self._clock = clock
        self._device: Device | None = None
        self._opened_at = 0.0
        self._wanted_at = 0.0

    def look(self, wanted: bool) -> float | None:
        """Bring the device to what is wanted; return in how many seconds to look again, None if there is no need to."""
        if not self._pulls:
            self._release()
        if wanted:
            self._wanted_at = self._clock()
            return WATCH_S if self._open() else RETRY_S
        if self._device is None:
            return None
        if self._mixer.quiet or self._clock() > self._wanted_at + LINGER_S:
            self._release()
            return None
        return LINGER_STEP_S

    def probe(self) -> None:
        """Learn whether a device can be opened, and leave things as they were."""
        if self._device is None and self._open():
            self._release()

    @property
    def _pulls(self) -> bool:
        return self._clock() <= max(self._opened_at + START_S, self._mixer.pulled_at + STALE_S)

    def _open(self) -> bool:
        if self._device is None:
            try:
                self._device = self._open_device(self._mixer.pull, self.wanted_name)
            except NoDevice:
                self.trouble = NO_DEVICE
                return False
            self._opened_at = self._clock()
        self.trouble = GONE if self._device.stands_in else ""
        return True

    def _release(self) -> None:
        device, self._device = self._device, None
        if device is not None:
            device.close()
