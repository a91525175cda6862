from array import array

from stretchtimer.core.session.cues import Tone
from stretchtimer.desktop.mixer import LATE_S, Mixer


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def mixer_with(clock: Clock, *samples: int) -> Mixer:
    mixer = Mixer(clock)
    mixer.tones = {Tone.TICK: array("h", samples), Tone.HOLD: array("h", [1000] * 3)}
    return mixer


def test_silence_is_as_long_as_asked() -> None:
    assert mixer_with(Clock(), 1).pull(4) == array("h", [0, 0, 0, 0])


def test_a_tone_goes_on_from_pull_to_pull_and_ends() -> None:
    mixer = mixer_with(Clock(), 10, 20, 30, 40, 50)
    mixer.add(Tone.TICK, 1.0)
    assert mixer.pull(2) == array("h", [10, 20])
    assert mixer.pull(2) == array("h", [30, 40])
    assert not mixer.quiet
    assert mixer.pull(2) == array("h", [50, 0])
    assert mixer.quiet


def test_two_tones_sound_together() -> None:
    mixer = mixer_with(Clock(), 10, 20)
    mixer.add(Tone.TICK, 1.0)
    mixer.add(Tone.HOLD, 1.0)
    assert mixer.pull(4) == array("h", [1010, 1020, 1000, 0])


def test_half_the_volume_is_a_quarter_of_the_amplitude() -> None:
    mixer = mixer_with(Clock(), 4000)
    mixer.add(Tone.TICK, 0.5)
    assert mixer.pull(1) == array("h", [1000])


def test_a_volume_beyond_its_limits_is_the_limit() -> None:
    mixer = mixer_with(Clock(), 4000)
    mixer.add(Tone.TICK, 7.0)
    assert mixer.pull(1) == array("h", [4000])
    mixer.add(Tone.TICK, -1.0)
    assert mixer.pull(1) == array("h", [0])


def test_what_is_too_loud_together_is_cut_rather_than_wrapped() -> None:
    mixer = mixer_with(Clock(), 30_000, -30_000)
    mixer.add(Tone.TICK, 1.0)
    mixer.add(Tone.TICK, 1.0)
    assert mixer.pull(2) == array("h", [32_767, -32_767])


def test_a_tone_that_waited_too_long_is_dropped() -> None:
    clock = Clock()
    mixer = mixer_with(clock, 10)
    mixer.add(Tone.TICK, 1.0)
    clock.now += LATE_S + 0.1
    mixer.add(Tone.HOLD, 1.0)
    assert mixer.pull(1) == array("h", [1000])


def test_a_tone_without_samples_is_dropped() -> None:
    mixer = mixer_with(Clock(), 10)
    mixer.add(Tone.END, 1.0)
    assert not mixer.quiet
    assert mixer.pull(1) == array("h", [0])
    assert mixer.quiet


def test_the_mixer_knows_when_it_was_pulled() -> None:
    clock = Clock()
    mixer = mixer_with(clock, 10)
    assert mixer.pulled_at < clock.now
    mixer.pull(1)
    assert mixer.pulled_at == clock.now
