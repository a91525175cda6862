import pytest

from stretchtimer.desktop.speaker import LATE_S, TURN_S, Speaker, Utterance
from stretchtimer.desktop.speech_engine import Manner


class FakeEngine:
    name = "fake"

    def __init__(self, said: list[str]) -> None:
        self.said = said
        self.speaking = False
        self.lost = False
        self.queues = False

    def speak(self, text: str, manner: Manner) -> None:
        self._use(text)
        self.speaking = not self.queues

    def stop(self) -> None:
        self._use("(stop)")
        self.speaking = False

    def close(self) -> None:
        self._use("(close)")

    def _use(self, what: str) -> None:
        if self.lost:
            raise ConnectionError
        self.said.append(what)


class Machine:
    """A clock, and engines that take ``slow_s`` to be found; ``engine`` is the one found last."""

    def __init__(self) -> None:
        self.now = 100.0
        self.said: list[str] = []
        self.found = 0
        self.slow_s = 0.0
        self.installed = True
        self.lost_at_once = False
        self.engine = FakeEngine(self.said)
        self.speaker = Speaker(self.find, lambda: self.now)

    def find(self) -> FakeEngine | None:
        self.now += self.slow_s
        if not self.installed:
            return None
        self.found += 1
        self.engine = FakeEngine(self.said)
        self.engine.lost = self.lost_at_once
        return self.engine

    def say(self, text: str, *, interrupt: bool = True) -> None:
        self.speaker.say(Utterance(text, Manner(), self.now), interrupt=interrupt)


@pytest.fixture
def machine() -> Machine:
    return Machine()


def test_nothing_is_found_before_it_is_needed(machine: Machine) -> None:
    assert machine.speaker.look() is None
    assert machine.found == 0
    assert machine.speaker.engine_name == ""


def test_a_text_is_said(machine: Machine) -> None:
    machine.say("one")
    assert machine.speaker.look() is None
    assert machine.said == ["one"]
    assert machine.speaker.engine_name == "fake"


def test_an_interrupting_text_cuts_the_one_before(machine: Machine) -> None:
    machine.say("one")
    machine.speaker.look()
    machine.say("two")
    machine.speaker.look()
    assert machine.said == ["one", "(stop)", "two"]


def test_of_texts_that_interrupt_each_other_only_the_last_is_said(machine: Machine) -> None:
    for text in ("one", "two", "three"):
        machine.say(text)
    machine.speaker.look()
    assert machine.said == ["three"]


def test_a_following_text_waits_for_its_turn(machine: Machine) -> None:
    machine.say("one")
    machine.say("two", interrupt=False)
    assert machine.speaker.look() == TURN_S
    assert machine.said == ["one"]
    machine.engine.speaking = False
    assert machine.speaker.look() is None
    assert machine.said == ["one", "two"]


def test_an_engine_with_a_queue_of_its_own_gets_all_at_once(machine: Machine) -> None:
    machine.speaker.probe()
    machine.engine.queues = True
    machine.say("one", interrupt=False)
    machine.say("two", interrupt=False)
    machine.speaker.look()
    assert machine.said == ["one", "two"]


def test_a_long_text_does_not_make_the_next_one_late(machine: Machine) -> None:
    machine.say("one")
    machine.say("two", interrupt=False)
    for _look in range(10):
        machine.now += 1
        machine.speaker.look()
    machine.engine.speaking = False
    machine.speaker.look()
    assert machine.said == ["one", "two"]


def test_a_slow_engine_loses_only_what_is_stale(machine: Machine) -> None:
    machine.slow_s = LATE_S + 1
    machine.say("one")
    machine.speaker.look()
    assert machine.said == []
    machine.say("two")
    machine.speaker.look()
    assert machine.said == ["(stop)", "two"]
    assert machine.found == 1


def test_stopping_drops_what_waits(machine: Machine) -> None:
    machine.say("one")
    machine.say("two", interrupt=False)
    machine.speaker.look()
    machine.speaker.stop()
    assert machine.speaker.look() is None
    assert machine.said == ["one", "(stop)"]


def test_a_lost_engine_is_found_again_and_says_the_text(machine: Machine) -> None:
    machine.say("one")
    machine.speaker.look()
    machine.engine.speaking = False
    machine.engine.lost = True
    machine.say("two", interrupt=False)
    machine.speaker.look()
    assert machine.said == ["one", "two"]
    assert machine.found == 2


def test_an_engine_that_is_lost_while_it_stops_is_found_again(machine: Machine) -> None:
    machine.say("one")
    machine.speaker.look()
    machine.engine.lost = True
    machine.say("two")
    machine.speaker.look()
    assert machine.said == ["one", "two"]


def test_an_engine_that_is_always_lost_is_not_sought_for_ever(machine: Machine) -> None:
    machine.lost_at_once = True
    machine.say("one")
    machine.speaker.look()
    assert machine.found == 2
    assert machine.said == []


def test_without_an_engine_it_is_mute_until_there_is_one(machine: Machine) -> None:
    machine.installed = False
    machine.say("one")
    machine.speaker.look()
    assert machine.speaker.mute
    machine.installed = True
    machine.say("two")
    machine.speaker.look()
    assert not machine.speaker.mute
    assert machine.said == ["two"]


def test_it_lets_go_when_all_is_said(machine: Machine) -> None:
    machine.say("one")
    machine.speaker.leave()
    assert machine.speaker.look() == TURN_S
    machine.engine.speaking = False
    assert machine.speaker.look() is None
    assert machine.said == ["one", "(close)"]


def test_a_text_after_that_finds_the_engine_again(machine: Machine) -> None:
    machine.speaker.probe()
    machine.speaker.leave()
    machine.speaker.look()
    machine.say("one")
    assert machine.speaker.look() is None
    assert machine.said == ["(close)", "one"]
    assert machine.found == 2
