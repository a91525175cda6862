from array import array

from stretchtimer.core.session.cues import Tone
from stretchtimer.desktop.device_keeper import (
    GONE,
    LINGER_S,
    NO_DEVICE,
    RETRY_S,
    STALE_S,
    START_S,
    WATCH_S,
    DeviceKeeper,
)
from stretchtimer.desktop.mixer import Mixer
from stretchtimer.desktop.playback import NoDevice, Pull


class Machine:
    """A clock and a sound server: ``present`` says whether it has a device."""

    def __init__(self) -> None:
        self.now = 100.0
        self.present = True
        self.names = {"Headset"}
        self.stands_in = False
        self.opened = 0
        self.closed = 0
        self.mixer = Mixer(lambda: self.now)
        self.mixer.tones = {Tone.END: array("h", [1] * 10)}
        self.keeper = DeviceKeeper(self.mixer, self.open, lambda: self.now)

    def open(self, pull: Pull, name: str) -> "Machine":
        if not self.present:
            raise NoDevice
        self.stands_in = bool(name) and name not in self.names
        self.opened += 1
        return self

    def close(self) -> None:
        self.closed += 1

    def pass_seconds(self, seconds: float, *, pulling: bool = True) -> None:
        self.now += seconds
        if pulling:
            self.mixer.pull(1)


def test_nothing_is_opened_until_it_is_wanted() -> None:
    machine = Machine()
    assert machine.keeper.look(wanted=False) is None
    assert machine.opened == 0
    assert machine.keeper.look(wanted=True) == WATCH_S
    assert machine.opened == 1


def test_a_device_that_pulls_stays_open() -> None:
    machine = Machine()
    machine.keeper.look(wanted=True)
    for _look in range(100):
        machine.pass_seconds(WATCH_S)
        machine.keeper.look(wanted=True)
    assert (machine.opened, machine.closed) == (1, 0)


def test_a_new_device_has_time_to_wake() -> None:
    machine = Machine()
    machine.keeper.look(wanted=True)
    machine.pass_seconds(START_S - 0.1, pulling=False)
    machine.keeper.look(wanted=True)
    assert machine.closed == 0
    machine.pass_seconds(0.2, pulling=False)
    machine.keeper.look(wanted=True)
    assert (machine.opened, machine.closed) == (2, 1)


def test_a_device_that_no_longer_pulls_is_opened_again() -> None:
    machine = Machine()
    machine.keeper.look(wanted=True)
    machine.pass_seconds(START_S)
    machine.pass_seconds(STALE_S + 0.1, pulling=False)
    machine.keeper.look(wanted=True)
    assert (machine.opened, machine.closed) == (2, 1)


def test_without_a_device_it_says_so_and_tries_again() -> None:
    machine = Machine()
    machine.present = False
    assert machine.keeper.look(wanted=True) == RETRY_S
    assert machine.keeper.trouble == NO_DEVICE
    machine.present = True
    assert machine.keeper.look(wanted=True) == WATCH_S
    assert machine.keeper.trouble == ""


def test_the_last_tone_rings_out_before_the_device_is_let_go() -> None:
    machine = Machine()
    machine.keeper.look(wanted=True)
    machine.mixer.add(Tone.END, 1.0)
    patience = machine.keeper.look(wanted=False)
    assert patience is not None
    assert patience < 0.1
    assert machine.closed == 0
    machine.mixer.pull(10)
    assert machine.keeper.look(wanted=False) is None
    assert machine.closed == 1


def test_a_device_that_plays_nothing_is_not_waited_for() -> None:
    machine = Machine()
    machine.keeper.look(wanted=True)
    machine.mixer.add(Tone.END, 1.0)
    machine.pass_seconds(LINGER_S + 0.1, pulling=False)
    assert machine.keeper.look(wanted=False) is None
    assert machine.closed == 1


def test_a_probe_leaves_no_device_open() -> None:
    machine = Machine()
    machine.keeper.probe()
    assert (machine.opened, machine.closed) == (1, 1)
    assert machine.keeper.trouble == ""


def test_a_probe_leaves_the_open_device_alone() -> None:
    machine = Machine()
    machine.keeper.look(wanted=True)
    machine.keeper.probe()
    assert (machine.opened, machine.closed) == (1, 0)


def test_a_probe_finds_that_there_is_no_device() -> None:
    machine = Machine()
    machine.present = False
    machine.keeper.probe()
    assert machine.keeper.trouble == NO_DEVICE


def test_a_chosen_device_that_is_gone_is_replaced_and_that_is_said() -> None:
    machine = Machine()
    machine.keeper.wanted_name = "Headset"
    machine.keeper.look(wanted=True)
    assert machine.keeper.trouble == ""
    machine.names.clear()
    machine.pass_seconds(START_S)
    machine.pass_seconds(STALE_S + 0.1, pulling=False)
    machine.keeper.look(wanted=True)
    assert (machine.opened, machine.closed) == (2, 1)
    assert machine.keeper.trouble == GONE
