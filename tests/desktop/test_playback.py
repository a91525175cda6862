import threading
from array import array

import miniaudio
import pytest

from stretchtimer.desktop import playback
from stretchtimer.desktop.tones import RATE, Samples

DEADLINE_S = 10


def silence(frames: int) -> Samples:
    return array("h", bytes(2 * frames))


def test_a_device_is_opened_by_its_name_or_another_in_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(playback, "_backends", lambda: [miniaudio.Backend.NULL])
    (name,) = playback.device_names()
    for wanted, stands_in in ((name, False), ("", False), ("A headset", True)):
        device = playback.open_device(silence, wanted)
        assert device.stands_in is stands_in
        device.close()


def test_without_a_sound_service_there_are_no_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere")
    monkeypatch.setattr(playback, "_backends", lambda: [miniaudio.Backend.PULSEAUDIO])
    assert playback.device_names() == ()


def test_a_device_pulls_until_it_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(playback, "_backends", lambda: [miniaudio.Backend.NULL])
    sizes: list[int] = []
    pulled_often = threading.Event()

    def pull(frames: int) -> Samples:
        sizes.append(frames)
        if len(sizes) > 3:
            pulled_often.set()
        return array("h", bytes(2 * frames))

    device = playback.open_device(pull, "")
    assert pulled_often.wait(DEADLINE_S)
    device.close()
    assert max(sizes) <= RATE * playback.PERIOD_MS / 1000


def test_without_a_device_there_is_one_kind_of_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(playback, "_backends", lambda: [miniaudio.Backend.AAUDIO])
    with pytest.raises(playback.NoDevice):
        playback.open_device(silence, "")


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32", "freebsd14"])
def test_the_silent_backend_is_never_asked(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr("sys.platform", platform)
    backends = playback._backends()
    assert backends
    assert miniaudio.Backend.NULL not in backends
