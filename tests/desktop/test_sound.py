import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue

import pytest

from stretchtimer.core.session.cues import Tone
from stretchtimer.desktop.device_keeper import NO_DEVICE
from stretchtimer.desktop.playback import NoDevice, Pull
from stretchtimer.desktop.sound import ANSWER_S, NO_ANSWER, NO_FILES, DeviceSound, SilentSound

SOUNDS = Path(__file__).resolve().parents[2] / "assets" / "sounds"
DEADLINE_S = 10


class FakeDevice:
    """Pulls when told to."""

    stands_in = False

    def __init__(self, pull: Pull) -> None:
        self.pull = pull
        self.closed = threading.Event()

    def close(self) -> None:
        self.closed.set()


class FakeServer:
    """Hands out devices; ``answers`` is cleared to freeze it."""

    def __init__(self) -> None:
        self.devices: SimpleQueue[FakeDevice] = SimpleQueue()
        self.asked = threading.Event()
        self.names: list[str] = []
        self.answers = threading.Event()
        self.answers.set()

    def open(self, pull: Pull, name: str) -> FakeDevice:
        self.names.append(name)
        self.asked.set()
        self.answers.wait()
        device = FakeDevice(pull)
        self.devices.put(device)
        return device


def ask(check: Callable[[Callable[[str], None]], None]) -> str:
    answers: SimpleQueue[str] = SimpleQueue()
    check(answers.put)
    return answers.get(timeout=DEADLINE_S)


def no_device(pull: Pull, name: str) -> FakeDevice:
    raise NoDevice


def test_a_tone_played_in_a_session_reaches_the_device() -> None:
    server = FakeServer()
    sound = DeviceSound(SOUNDS, open_device=server.open)
    sound.open()
    device = server.devices.get(timeout=DEADLINE_S)
    sound.play(Tone.HOLD, 1.0)
    assert max(map(abs, device.pull(480))) > 300


def test_no_device_is_opened_before_a_session() -> None:
    server = FakeServer()
    sound = DeviceSound(SOUNDS, open_device=server.open)
    sound.play(Tone.HOLD, 1.0)
    sound.close()
    assert not server.asked.is_set()
    assert sound.trouble == ""


def test_the_device_is_let_go_after_the_session() -> None:
    server = FakeServer()
    sound = DeviceSound(SOUNDS, open_device=server.open)
    sound.open()
    device = server.devices.get(timeout=DEADLINE_S)
    sound.close()
    assert device.closed.wait(DEADLINE_S)


def test_the_next_session_opens_it_again() -> None:
    server = FakeServer()
    sound = DeviceSound(SOUNDS, open_device=server.open)
    for _session in range(2):
        sound.open()
        device = server.devices.get(timeout=DEADLINE_S)
        sound.close()
        assert device.closed.wait(DEADLINE_S)


def test_a_cue_wakes_a_device_that_died() -> None:
    server = FakeServer()
    now = [100.0]
    sound = DeviceSound(SOUNDS, open_device=server.open, clock=lambda: now[0])
    sound.open()
    died = server.devices.get(timeout=DEADLINE_S)
    now[0] += 3600
    sound.play(Tone.HALF, 1.0)
    assert died.closed.wait(DEADLINE_S)
    device = server.devices.get(timeout=DEADLINE_S)
    assert max(map(abs, device.pull(480))) > 300


def test_a_frozen_server_holds_nobody() -> None:
    server = FakeServer()
    server.answers.clear()
    now = [100.0]
    sound = DeviceSound(SOUNDS, open_device=server.open, clock=lambda: now[0])
    started = time.perf_counter()
    sound.open()
    for tone in Tone:
        sound.play(tone, 1.0)
    sound.check(lambda trouble: None)
    sound.close()
    held_s = time.perf_counter() - started
    assert server.asked.wait(DEADLINE_S)
    assert held_s < 1, "the server answers never, so any wait for it would be far longer"
    assert server.devices.empty()
    now[0] += ANSWER_S + 1
    assert sound.trouble == NO_ANSWER
    server.answers.set()
    assert server.devices.get(timeout=DEADLINE_S).closed.wait(DEADLINE_S)


def test_a_check_finds_a_device_and_lets_go_of_it() -> None:
    server = FakeServer()
    sound = DeviceSound(SOUNDS, open_device=server.open)
    assert ask(sound.check) == ""
    assert server.devices.get(timeout=DEADLINE_S).closed.is_set()


def test_a_check_says_that_there_is_no_device() -> None:
    sound = DeviceSound(SOUNDS, open_device=no_device)
    assert ask(sound.check) == NO_DEVICE
    assert sound.trouble == NO_DEVICE


def test_missing_sound_files_are_told_and_cost_nothing_else(tmp_path: Path) -> None:
    sound = DeviceSound(tmp_path, open_device=FakeServer().open)
    sound.open()
    sound.play(Tone.HOLD, 1.0)
    assert ask(sound.check) == NO_FILES
    assert sound.trouble == NO_FILES


def test_silence_always_works() -> None:
    sound = SilentSound()
    sound.open()
    sound.play(Tone.END, 1.0)
    sound.close()
    assert ask(sound.check) == sound.trouble == ""


def test_sound_does_not_import_qt_nor_what_only_a_session_needs() -> None:
    code = "import sys, stretchtimer.desktop.sound; print([m for m in sys.modules if m in ('PySide6', 'miniaudio')])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


@pytest.mark.parametrize("ending", ["", "raise SystemExit(0)"])
def test_a_process_ends_while_its_device_plays(ending: str) -> None:
    code = f"""
import threading
from pathlib import Path
import miniaudio
from stretchtimer.desktop import playback
from stretchtimer.core.session.cues import Tone
from stretchtimer.desktop.sound import DeviceSound
playback._backends = lambda: [miniaudio.Backend.NULL]
pulled = threading.Event()
def open_device(pull, name):
    return playback.open_device(lambda frames: (pulled.set(), pull(frames))[1], name)
sound = DeviceSound(Path({str(SOUNDS)!r}), open_device=open_device)
sound.open()
assert pulled.wait({DEADLINE_S})
sound.play(Tone.END, 1.0)
{ending}
"""
    subprocess.run([sys.executable, "-c", code], check=True, timeout=DEADLINE_S)


def test_the_chosen_device_is_opened_with_the_next_session() -> None:
    server = FakeServer()
    sound = DeviceSound(SOUNDS, open_device=server.open)
    sound.use_device("Headset")
    sound.open()
    server.devices.get(timeout=DEADLINE_S)
    assert server.names == ["Headset"]


def test_the_devices_are_listed_from_the_thread_that_may_hang() -> None:
    answers: SimpleQueue[tuple[tuple[str, ...], int]] = SimpleQueue()
    sound = DeviceSound(SOUNDS, open_device=FakeServer().open, device_names=lambda: ("Headset", "Screen"))
    sound.list_devices(lambda names: answers.put((names, threading.get_ident())))
    names, thread = answers.get(timeout=DEADLINE_S)
    assert names == ("Headset", "Screen")
    assert thread != threading.get_ident()
