"""The sound device of the operating system, through miniaudio; every call here may take seconds or hang."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from stretchtimer.desktop.tones import RATE, Samples

if TYPE_CHECKING:
    import miniaudio

PERIOD_MS = 10
"""How much the device pulls at a time: three periods of 10 ms are heard after 13 ms and cost 2 % of one core."""
PERIODS = 3

Pull = Callable[[int], Samples]
"""Gives the device that many samples."""


class NoDevice(Exception):
    """No sound device could be opened; the message is the library's reason."""


class Device(Protocol):
    """An open sound device, which pulls from its own thread."""

    stands_in: bool
    """Whether the device of the wanted name is not there, and this is the system's own choice in its place."""

    def close(self) -> None:
        """Stop and let go of the device."""


Open = Callable[[Pull, str], Device]
"""Opens the device of a name, or without one, or if it is gone, the system's own choice. Raises NoDevice."""


def open_device(pull: Pull, name: str) -> Device:
    """Open a device and let it pull; see `Open`.

    miniaudio is imported here, because it brings numpy with it: 120 ms that the start of the program does not have.
    """
    import miniaudio  # noqa: PLC0415

    try:
        return _MiniaudioDevice(pull, name)
    except miniaudio.MiniaudioError as error:
        raise NoDevice(str(error)) from error


def device_names() -> tuple[str, ...]:
    """Return the names of the devices that there are now; none where there is no sound service."""
    import miniaudio  # noqa: PLC0415

    try:
        return tuple(dict.fromkeys(device["name"] for device in miniaudio.Devices(_backends()).get_playbacks()))
    except miniaudio.MiniaudioError:
        return ()


class _MiniaudioDevice:
    """A running playback device with the context that it was opened in."""

    def __init__(self, pull: Pull, name: str) -> None:
        import miniaudio  # noqa: PLC0415

        # Kept until the device is open: its id lives in the list.
        found = miniaudio.Devices(_backends()).get_playbacks() if name else []
        chosen = next((device["id"] for device in found if device["name"] == name), None)
        self.stands_in = bool(name) and chosen is None
        self._device = miniaudio.PlaybackDevice(
            output_format=miniaudio.SampleFormat.SIGNED16,
            nchannels=1,
            sample_rate=RATE,
            buffersize_msec=PERIOD_MS,
            callback_periods=PERIODS,
            device_id=chosen,
            backends=_backends(),
            app_name="Stretch Timer",
        )
        stream = _stream(pull)
        next(stream)
        try:
            self._device.start(stream)
        except miniaudio.MiniaudioError:
            self.close()
            raise

    def close(self) -> None:
        import miniaudio  # noqa: PLC0415

        self._device.close()
        # miniaudio's Python side forgets the context, which keeps a connection to the sound server.
        miniaudio.lib.ma_context_uninit(self._device._context)


def _stream(pull: Pull) -> Generator[bytes | Samples, int, None]:
    frames = yield b""
    while True:
        frames = yield pull(frames)


def _backends() -> list[miniaudio.Backend]:
    """Return the backends to try, in order; never miniaudio's null backend, which is silent and calls that success."""
    from miniaudio import Backend  # noqa: PLC0415

    if sys.platform == "win32":
        return [Backend.WASAPI, Backend.DSOUND, Backend.WINMM]
    if sys.platform == "darwin":
        return [Backend.COREAUDIO]
    if sys.platform == "linux":
        # PipeWire answers as PulseAudio. ALSA complains on stderr, across the terminal face, so only where a card is.
        has_card = any(Path("/dev/snd").glob("pcm*p"))
        return [Backend.PULSEAUDIO, Backend.ALSA] if has_card else [Backend.PULSEAUDIO]
    return [Backend.SNDIO, Backend.AUDIO4, Backend.OSS, Backend.PULSEAUDIO]
