"""A sound server of the tests' own, and a call on it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.desktop.buses import end, until


@contextmanager
def sound_server(folder: Path) -> Iterator[str]:
    """Start PulseAudio with a microphone that hears nothing, and give its address."""
    if not all(map(shutil.which, ("pulseaudio", "pactl", "parec"))):
        pytest.skip("PulseAudio is not installed (packages pulseaudio and pulseaudio-utils)")
    address = f"unix:{folder / 'pulse'}"
    modules = ["module-null-source source_name=microphone", "module-null-sink sink_name=speaker"]
    modules += [f"module-native-protocol-unix auth-anonymous=1 socket={folder / 'pulse'}"]
    server = subprocess.Popen(
        ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--system=no"]
        + [f"--load={module}" for module in modules],
        stderr=subprocess.DEVNULL,
    )
    try:
        until(lambda: ask(address, "info"), "PulseAudio")
        yield address
    finally:
        end(server)


@contextmanager
def recording(address: str, device: str = "microphone") -> Iterator[None]:
    """Have a program record ``device``."""
    recorder = subprocess.Popen(["parec", f"--device={device}"], env=_environment(address), stdout=subprocess.DEVNULL)
    try:
        until(lambda: "Corked: no" in ask(address, "list", "source-outputs"), "the recorder")
        yield
    finally:
        recorder.kill()
        recorder.wait()


def ask(address: str, *question: str) -> str:
    """Return what `pactl` answers; empty if the server does not."""
    command = ["pactl", *question]
    return subprocess.run(command, env=_environment(address), capture_output=True, text=True, check=False).stdout


def _environment(address: str) -> Mapping[str, str]:
    return os.environ | {"PULSE_SERVER": address}
