import importlib.util
import wave
from array import array
from itertools import combinations
from pathlib import Path
from types import ModuleType

import pytest

from stretchtimer.core.session.cues import Tone
from stretchtimer.desktop.tones import RATE, DamagedTone, Samples, load_tones

ROOT = Path(__file__).resolve().parents[2]
SOUNDS = ROOT / "assets" / "sounds"
MINUS_9_DBFS = round(32_767 * 10 ** (-9 / 20))


def make_sounds() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_sounds", ROOT / "packaging" / "make_sounds.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def write_wav(path: Path, *, channels: int = 1, rate: int = RATE) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(bytes(8 * channels))


def test_every_tone_has_a_sound_of_its_own() -> None:
    tones = load_tones(SOUNDS)
    assert set(tones) == set(Tone)
    assert not [pair for pair in combinations(Tone, 2) if tones[pair[0]] == tones[pair[1]]]


@pytest.mark.parametrize("tone", Tone)
def test_a_tone_begins_at_once_and_ends_in_silence_without_clipping(tone: Tone) -> None:
    samples = load_tones(SOUNDS)[tone]
    within_5_ms = samples[: RATE * 5 // 1000]
    assert max(map(abs, within_5_ms)) > 300
    assert max(map(abs, samples)) <= MINUS_9_DBFS
    assert max(map(abs, samples[-10:])) <= 3
    assert len(samples) <= 1.2 * RATE


def test_the_files_are_what_the_script_makes() -> None:
    script = make_sounds()
    tones = load_tones(SOUNDS)
    assert set(script.CUES) == set(Tone)
    for name in ("tick", "release"):  # the shortest: the others are made alike
        made: Samples = script.render(script.CUES[name])
        # Another C library may round a sine the other way.
        assert len(made) == len(tones[Tone(name)])
        assert max(abs(a - b) for a, b in zip(made, tones[Tone(name)], strict=True)) <= 1


def test_a_written_file_is_read_as_it_was(tmp_path: Path) -> None:
    script = make_sounds()
    for tone in Tone:
        script.write(tmp_path / f"{tone}.wav", array("h", [0, 1, -32_768, 32_767]))
    assert load_tones(tmp_path)[Tone.END] == array("h", [0, 1, -32_768, 32_767])


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DamagedTone, match=r"tick\.wav"):
        load_tones(tmp_path)


def test_a_file_that_is_no_sound_is_named(tmp_path: Path) -> None:
    (tmp_path / "tick.wav").write_text("not a sound")
    with pytest.raises(DamagedTone, match=r"tick\.wav"):
        load_tones(tmp_path)


@pytest.mark.parametrize("wrong", [{"channels": 2}, {"rate": 44_100}])
def test_a_sound_of_another_shape_is_named(tmp_path: Path, wrong: dict[str, int]) -> None:
    write_wav(tmp_path / "tick.wav", **wrong)
    with pytest.raises(DamagedTone, match="expected one channel"):
        load_tones(tmp_path)
