from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from stretchtimer.app.mailbox import Mailbox


def test_letters_of_other_threads_are_read_in_order_on_this_one(qtbot: QtBot) -> None:
    mailbox, read = Mailbox(), []
    here = threading.get_ident()

    def write(name: str) -> None:
        for number in range(500):
            mailbox.post(lambda number=number: read.append((name, number, threading.get_ident())))

    writers = [threading.Thread(target=write, args=(name,)) for name in "ab"]
    for writer in writers:
        writer.start()
    qtbot.waitUntil(lambda: len(read) == 1000, timeout=10_000)
    for writer in writers:
        writer.join()
    assert {thread for _name, _number, thread in read} == {here}
    for wanted in "ab":
        assert [number for name, number, _thread in read if name == wanted] == list(range(500))
    mailbox.close()


def test_a_closed_mailbox_reads_nothing(qtbot: QtBot) -> None:
    mailbox, read = Mailbox(), []
    mailbox.post(lambda: read.append(1))
    mailbox.close()
    mailbox.post(lambda: read.append(2))
    qtbot.wait(1)
    assert read == []
