import subprocess
import sys
import threading
import time
from collections.abc import Callable
from queue import SimpleQueue

from stretchtimer.desktop.speech import SilentVoice, SystemVoice
from stretchtimer.desktop.speech_engine import Engine, Manner
from stretchtimer.desktop.speech_finder import advice_for

DEADLINE_S = 10


class FakeEngine:
    """An engine with a queue; it is found when ``answers`` is set."""

    name = "fake"
    speaking = False

    def __init__(self) -> None:
        self.said: SimpleQueue[tuple[str, Manner | None]] = SimpleQueue()
        self.sought = threading.Event()
        self.answers = threading.Event()
        self.answers.set()

    def find(self) -> Engine:
        self.sought.set()
        self.answers.wait()
        return self

    def next_said(self) -> tuple[str, Manner | None]:
        return self.said.get(timeout=DEADLINE_S)

    def speak(self, text: str, manner: Manner) -> None:
        self.said.put((text, manner))

    def stop(self) -> None:
        self.said.put(("(stop)", None))

    def close(self) -> None:
        self.said.put(("(close)", None))


def ask(check: Callable[[Callable[[str], None]], None]) -> str:
    answers: SimpleQueue[str] = SimpleQueue()
    check(answers.put)
    return answers.get(timeout=DEADLINE_S)


def test_a_text_is_said_as_configured() -> None:
    engine = FakeEngine()
    voice = SystemVoice(engine.find)
    voice.configure(rate=10, volume=0.5, language="pt_BR")
    voice.say("one")
    assert engine.next_said() == ("one", Manner(rate=10, volume=0.5, language="pt-BR"))
    assert voice.engine == "fake"


def test_a_text_that_follows_cuts_nothing() -> None:
    engine = FakeEngine()
    voice = SystemVoice(engine.find)
    voice.say("one")
    voice.say("two", interrupt=False)
    assert [engine.next_said()[0] for _text in range(2)] == ["one", "two"]


def test_the_voice_can_be_stopped_and_closed() -> None:
    engine = FakeEngine()
    voice = SystemVoice(engine.find)
    voice.say("one")
    assert engine.next_said()[0] == "one"
    voice.stop()
    assert engine.next_said()[0] == "(stop)"
    voice.close()
    assert engine.next_said()[0] == "(close)"


def test_a_service_that_hangs_holds_nobody_and_says_nothing_stale() -> None:
    engine = FakeEngine()
    engine.answers.clear()
    now = [100.0]
    voice = SystemVoice(engine.find, lambda: now[0])
    started = time.perf_counter()
    for text in ("five", "four", "three"):
        voice.say(text)
    assert time.perf_counter() - started < 1, "the service answers never, so any wait for it would be far longer"
    assert engine.sought.wait(DEADLINE_S)
    now[0] += 60
    voice.say("Switch sides.")
    engine.answers.set()
    texts = [engine.next_said()[0]]
    while texts[-1] != "Switch sides.":
        texts.append(engine.next_said()[0])
    assert set(texts) <= {"(stop)", "Switch sides."}


def test_a_check_finds_the_engine() -> None:
    voice = SystemVoice(FakeEngine().find)
    assert voice.engine == voice.trouble == ""
    assert ask(voice.check) == ""
    assert voice.engine == "fake"


def test_a_check_says_what_is_missing() -> None:
    voice = SystemVoice(lambda: None)
    assert ask(voice.check) == advice_for(sys.platform)
    assert voice.trouble == advice_for(sys.platform)
    assert voice.engine == ""


def test_silence_always_works() -> None:
    voice = SilentVoice()
    voice.configure(rate=0, volume=1.0, language="en")
    voice.say("one")
    voice.stop()
    voice.close()
    assert ask(voice.check) == voice.trouble == voice.engine == ""


def test_speech_does_not_import_qt() -> None:
    code = "import sys, stretchtimer.desktop.speech; print('PySide6' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "False"
