"""Measure how long after its moment a cue is heard, on a sound server of its own with a null sink that is recorded.

Run where PulseAudio is installed (Debian: ``apt install pulseaudio pulseaudio-utils``)::

    python tests/benchmarks/cue_latency.py [--tones 20]

It prints a line for each tone, what the open device costs while it is silent, whether a frozen server holds ``play()``,
and whether cues are heard again after the server has been thawed and after it has been killed and started again. The
exit code is 1 if a cue was not heard or came later than 30 ms.

The recorder stamps each chunk of the monitor with its arrival. Sample n was there at the latest at (arrival - n / rate)
of the promptest chunk; so a latency is exact but for the recorder's own least delay, which it contains.
"""

from __future__ import annotations

import argparse
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stretchtimer.core.session.cues import Tone
from stretchtimer.desktop.sound import DeviceSound
from stretchtimer.desktop.tones import RATE

SOUNDS = Path(__file__).resolve().parents[2] / "assets" / "sounds"
LIMIT_MS = 30
AUDIBLE = 300
"""About 1 % of full scale: a tone passes it within its first half millisecond."""
GAP_S = 1.4
"""Longer than the longest tone, so that each onset follows silence."""
WAKE_S = 2.5
"""A null sink that wakes takes its first two seconds at once, whoever plays; no card does that."""


class Server:
    """A PulseAudio with one null sink, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._socket = folder / "pulse.sock"
        self._folder = folder
        os.environ["PULSE_SERVER"] = f"unix:{self._socket}"
        os.environ["PULSE_COOKIE"] = str(folder / "cookie")
        self.start()

    def start(self) -> None:
        """Start the server and wait until it answers."""
        self._socket.unlink(missing_ok=True)
        modules = (
            f"module-native-protocol-unix socket={self._socket} auth-anonymous=1",
            f"module-null-sink sink_name=cues rate={RATE}",
        )
        options = ["-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--log-level=error"]
        self.process = subprocess.Popen(
            ["pulseaudio", *options, *(word for module in modules for word in ("-L", module))],
            env=os.environ | {"HOME": str(self._folder), "XDG_RUNTIME_DIR": str(self._folder)},
            stderr=subprocess.DEVNULL,
        )
        while subprocess.run(["pactl", "info"], capture_output=True, check=False).returncode:
            time.sleep(0.05)

    def stop(self) -> None:
        """Kill the server."""
        self.process.kill()
        self.process.wait()


class Recorder:
    """Records the null sink's monitor."""

    def __init__(self) -> None:
        self._parec = subprocess.Popen(
            ["parec", "-d", "cues.monitor", "--format=s16le", f"--rate={RATE}", "--channels=1", "--latency-msec=5"],
            stdout=subprocess.PIPE,
        )
        self._chunks: list[tuple[float, array[int]]] = []
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        assert self._parec.stdout is not None
        descriptor = self._parec.stdout.fileno()
        while chunk := os.read(descriptor, 65_536):
            self._chunks.append((time.monotonic(), array("h", chunk[: len(chunk) // 2 * 2])))

    def stop(self) -> None:
        """End the recording."""
        self._parec.terminate()
        self._parec.wait()
        self._thread.join()
        assert self._parec.stdout is not None
        self._parec.stdout.close()

    def onset(self, moment: float) -> float | None:
        """Return the milliseconds from ``moment`` to the first audible sample after it; None if there is none."""
        base, start = self._base(), 0
        for _arrived, samples in self._chunks:
            for index, sample in enumerate(samples, start):
                at = base + index / RATE
                if abs(sample) > AUDIBLE and moment - 0.05 < at < moment + GAP_S:
                    return (at - moment) * 1000
            start += len(samples)
        return None

    def _base(self) -> float:
        """Return the moment of the first sample."""
        start, offsets = 0, []
        for arrived, samples in self._chunks:
            start += len(samples)
            offsets.append(arrived - start / RATE)
        return min(offsets[len(offsets) // 10 :])


@contextmanager
def recording() -> Iterator[Recorder]:
    """Record while the block runs; the recorder can be asked afterwards."""
    recorder = Recorder()
    time.sleep(0.5)
    yield recorder
    time.sleep(0.3)
    recorder.stop()


def play(sound: DeviceSound, tone: Tone) -> tuple[float, float]:
    """Play ``tone``; return its moment and how many milliseconds the call took."""
    moment = time.monotonic()
    sound.play(tone, 1.0)
    return moment, (time.monotonic() - moment) * 1000


def measure_latency(sound: DeviceSound, count: int) -> bool:
    """Play ``count`` tones and print when each was heard; return whether all were in time."""
    tones = [list(Tone)[n % len(Tone)] for n in range(count)]
    with recording() as recorder:
        played = []
        for tone in tones:
            played.append(play(sound, tone))
            time.sleep(GAP_S)
    latencies = [recorder.onset(moment) for moment, _call in played]
    for tone, (_moment, call), latency in zip(tones, played, latencies, strict=True):
        print(f"{tone:8}  heard {f'{latency:+6.1f} ms' if latency is not None else 'never'}  play() {call:.3f} ms")
    heard = [latency for latency in latencies if latency is not None]
    if heard:
        print(f"heard {len(heard)} of {count}; median {statistics.median(heard):.1f} ms, latest {max(heard):.1f} ms")
    return len(heard) == count and max(heard) <= LIMIT_MS


def measure_cost(seconds: float = 5.0) -> None:
    """Print what the process spends while the device is open and silent."""
    before = time.process_time()
    time.sleep(seconds)
    print(f"open and silent: {(time.process_time() - before) / seconds:.1%} of one core")


def heard_again(sound: DeviceSound, what: str) -> bool:
    """Play a tone and print whether it is heard after ``what``."""
    with recording() as recorder:
        time.sleep(WAKE_S)
        moment, _call = play(sound, Tone.HALF)
        time.sleep(GAP_S)
    latency = recorder.onset(moment)
    print(f"after {what}: {'not heard' if latency is None else f'heard {latency:+.1f} ms'}")
    return latency is not None


def main() -> int:
    """Run all measurements."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tones", type=int, default=20, help="how many tones to time (default 20)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder))
        try:
            sound = DeviceSound(SOUNDS)
            sound.open()
            time.sleep(WAKE_S)
            in_time = measure_latency(sound, arguments.tones)
            measure_cost()
            server.process.send_signal(signal.SIGSTOP)
            calls = []
            for _second in range(5):
                calls.append(play(sound, Tone.TICK)[1])
                time.sleep(1)
            print(f"server frozen: play() took {max(calls):.3f} ms at most; trouble after 5 s: {sound.trouble!r}")
            server.process.send_signal(signal.SIGCONT)
            thawed = heard_again(sound, "the thaw")
            server.stop()
            time.sleep(2)
            print(f"server killed: trouble {sound.trouble!r}")
            server.start()
            restarted = heard_again(sound, "a restart")
        finally:
            server.stop()
    return 0 if in_time and thawed and restarted else 1


if __name__ == "__main__":
    sys.exit(main())
