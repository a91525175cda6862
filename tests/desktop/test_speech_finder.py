import os
from collections.abc import Mapping

import pytest

from stretchtimer.desktop.speech_engine import Engine, Manner
from stretchtimer.desktop.speech_finder import (
    INSTALL_A_VOICE,
    THROUGH_THE_SERVICE,
    Open,
    advice_for,
    engines_of,
    first_engine,
)
from stretchtimer.desktop.speech_ssip import VoicelessError


class FakeEngine:
    speaking = False

    def __init__(self, name: str) -> None:
        self.name = name

    def speak(self, text: str, manner: Manner) -> None: ...

    def stop(self) -> None: ...

    def close(self) -> None: ...


def found(name: str) -> Open:
    def open_it(environment: Mapping[str, str]) -> Engine:
        return FakeEngine(name)

    return open_it


def missing(environment: Mapping[str, str]) -> Engine:
    raise FileNotFoundError


def test_the_first_engine_that_answers_is_taken() -> None:
    engine = first_engine([missing, found("second"), found("third")], {})
    assert engine is not None
    assert engine.name == "second"


def test_a_service_without_a_voice_is_not_asked_by_its_own_program_either() -> None:
    def voiceless(environment: Mapping[str, str]) -> Engine:
        raise VoicelessError

    engine = first_engine([voiceless, THROUGH_THE_SERVICE, found("espeak-ng")], os.environ)
    assert engine is not None
    assert engine.name == "espeak-ng"


def test_there_may_be_none() -> None:
    assert first_engine([missing, missing], {}) is None


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32", "freebsd14"])
def test_every_platform_has_engines_and_advice(platform: str) -> None:
    assert engines_of(platform)
    assert advice_for(platform)


def test_linux_is_told_what_to_install() -> None:
    assert advice_for("linux") == INSTALL_A_VOICE


def test_a_bare_linux_has_no_engine(tmp_path: object) -> None:
    nowhere = {"PATH": str(tmp_path), "HOME": str(tmp_path)}
    assert first_engine(engines_of("linux"), nowhere) is None
