import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from stretchtimer.desktop import speech_ssip
from stretchtimer.desktop.speech_engine import Manner
from stretchtimer.desktop.speech_ssip import SsipEngine, VoicelessError, open_ssip
from tests.desktop.ssip_server import SsipServer

DEADLINE_S = 10


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder with a short name: a socket's path has at most 108 characters."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@pytest.fixture
def server(folder: Path) -> Iterator[SsipServer]:
    server = SsipServer(folder / "s.sock")
    yield server
    server.close()


@pytest.fixture
def engine(folder: Path, server: SsipServer) -> Iterator[SsipEngine]:
    engine = open_ssip({"SPEECHD_ADDRESS": f"unix_socket:{folder / 's.sock'}"})
    assert taken(server.commands, 2) == ["SET self CLIENT_NAME user:stretchtimer:session", "GET OUTPUT_MODULE"]
    yield engine
    engine.close()


def taken(queue: SimpleQueue[str], count: int) -> list[str]:
    return [queue.get(timeout=DEADLINE_S) for _each in range(count)]


def install(folder: Path, script: str) -> dict[str, str]:
    """Install a speech-dispatcher that is a shell script; return an environment that has it."""
    program = folder / "speech-dispatcher"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return {"PATH": str(folder), "XDG_RUNTIME_DIR": str(folder / "run")}


def test_a_service_that_has_only_its_stand_in_is_no_voice(folder: Path, server: SsipServer) -> None:
    server.replies["GET"] = b"251-dummy\r\n251 OK GET RETURNED\r\n"
    with pytest.raises(VoicelessError):
        open_ssip({"SPEECHD_ADDRESS": f"unix_socket:{folder / 's.sock'}"})


def test_a_text_reaches_the_service(engine: SsipEngine, server: SsipServer) -> None:
    engine.speak("Switch: left hip.", Manner())
    assert taken(server.texts, 1) == ["Switch: left hip.\r\n"]


def test_a_line_that_begins_with_a_dot_does_not_end_the_text(engine: SsipEngine, server: SsipServer) -> None:
    engine.speak("one\n.\n.two", Manner())
    assert taken(server.texts, 1) == ["one\r\n..\r\n..two\r\n"]


def test_words_of_any_script_are_sent(engine: SsipEngine, server: SsipServer) -> None:
    engine.speak("Hüfte 左", Manner())
    assert taken(server.texts, 1) == ["Hüfte 左\r\n"]


def test_the_manner_is_told_when_it_changes(engine: SsipEngine, server: SsipServer) -> None:
    engine.speak("one", Manner(rate=50, volume=1.0, language="pt-BR"))
    assert taken(server.commands, 3) == ["SET self LANGUAGE pt-BR", "SET self RATE 30", "SET self VOLUME 100"]
    engine.speak("two", Manner(rate=50, volume=1.0, language="pt-BR"))
    engine.speak("three", Manner(rate=-50, volume=0.0, language="de"))
    assert taken(server.commands, 3) == ["SET self LANGUAGE de", "SET self RATE -95", "SET self VOLUME -100"]


def test_stopping_cancels_all_that_is_queued(engine: SsipEngine, server: SsipServer) -> None:
    engine.stop()
    assert taken(server.commands, 1) == ["CANCEL self"]


def test_an_unknown_language_is_no_reason_for_silence(engine: SsipEngine, server: SsipServer) -> None:
    server.replies["SET"] = b"409 ERR LANGUAGE NOT SUPPORTED\r\n"
    engine.speak("one", Manner(language="tlh"))
    assert taken(server.texts, 1) == ["one\r\n"]


def test_a_refused_text_is_an_error(engine: SsipEngine, server: SsipServer) -> None:
    server.replies["SPEAK"] = b"300 ERR INTERNAL ERROR\r\n"
    with pytest.raises(OSError, match="300"):
        engine.speak("one", Manner())


def test_a_text_that_is_not_queued_is_an_error(engine: SsipEngine, server: SsipServer) -> None:
    server.queued = b"312 ERR NO MESSAGE\r\n"
    with pytest.raises(OSError, match="312"):
        engine.speak("one", Manner())


def test_a_dead_service_is_an_error(engine: SsipEngine, server: SsipServer) -> None:
    server.drop()
    with pytest.raises(ConnectionError):
        engine.speak("one", Manner())


def test_a_frozen_service_is_an_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speech_ssip, "REPLY_S", 0.05)
    with socket.socket(socket.AF_UNIX) as frozen:
        frozen.bind(str(folder / "s.sock"))
        frozen.listen()
        with pytest.raises(TimeoutError):
            open_ssip({"SPEECHD_ADDRESS": f"unix_socket:{folder / 's.sock'}"})


def test_the_socket_is_where_the_service_puts_it(folder: Path) -> None:
    (folder / "speech-dispatcher").mkdir()
    server = SsipServer(folder / "speech-dispatcher" / "speechd.sock")
    open_ssip({"XDG_RUNTIME_DIR": str(folder)}).close()
    assert taken(server.commands, 1) == ["SET self CLIENT_NAME user:stretchtimer:session"]
    server.close()


def test_a_service_that_does_not_run_is_started_and_awaited(folder: Path) -> None:
    environment = install(folder, f'echo "$@" > {folder}/started')
    (folder / "run" / "speech-dispatcher").mkdir(parents=True)
    servers: list[SsipServer] = []

    def pause(seconds: float) -> None:
        assert (folder / "started").read_text() == "--spawn\n"
        servers.append(SsipServer(folder / "run" / "speech-dispatcher" / "speechd.sock"))

    open_ssip(environment, pause).close()
    assert len(servers) == 1
    servers[0].close()


def test_a_service_that_never_listens_is_an_error(folder: Path) -> None:
    pauses: list[float] = []
    with pytest.raises(FileNotFoundError):
        open_ssip(install(folder, ":"), pauses.append)
    assert sum(pauses) == pytest.approx(speech_ssip.CONNECT_S)


def test_a_service_that_hangs_at_its_start_is_an_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speech_ssip, "SPAWN_S", 0.05)
    with pytest.raises(TimeoutError):
        open_ssip(install(folder, "while :; do :; done"))


def test_a_service_that_is_not_installed_is_an_error(folder: Path) -> None:
    with pytest.raises(FileNotFoundError, match="not installed"):
        open_ssip({"PATH": str(folder), "HOME": str(folder)})


def test_a_service_on_another_machine_is_left_to_others() -> None:
    with pytest.raises(OSError, match="elsewhere"):
        open_ssip({"SPEECHD_ADDRESS": "inet_socket:127.0.0.1:6560"})
