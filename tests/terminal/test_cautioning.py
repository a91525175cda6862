"""Warnings before a session at the terminal."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest

from stretchtimer.core.advice.warning_words import tier_name, warning_source, warning_words
from stretchtimer.core.advice.warnings import Cause, Warning
from stretchtimer.terminal.cautioning import caution_person
from stretchtimer.terminal.keystrokes import HANG_UP
from stretchtimer.terminal.screen import Screen
from tests.taken import NOW
from tests.terminal.test_screening import Answers

SHARP = Warning(cause=Cause.SHARP_PAIN, at=NOW)
LASTING = Warning(cause=Cause.LASTING_PAIN, at=NOW, count=5, of=10)


def cautioned(keys: Sequence[str], *, present: bool = True) -> tuple[bool, str]:
    out = io.StringIO()
    confirmed = caution_person(Answers(keys, present=present), Screen(out, False, lambda: 80), (SHARP, LASTING))
    return confirmed, " ".join(out.getvalue().split())


def test_every_warning_is_shown_with_its_source() -> None:
    _confirmed, shown = cautioned(["y", "e", "s"])
    for each in (SHARP, LASTING):
        assert tier_name(each.tier) in shown
        assert warning_words(each) in shown
        assert warning_source(each) in shown


@pytest.mark.parametrize(
    ("keys", "confirmed"),
    [
        (["y", "e", "s"], True),
        (["y", "x", "e", "s", "escape"], False),
        (["y", "enter", "y", "e", "s"], True),
        (["space", "enter", "y", "y", "escape"], False),
        ([HANG_UP], False),
    ],
)
def test_only_the_whole_word_confirms(keys: list[str], confirmed: bool) -> None:
    assert cautioned(keys)[0] is confirmed


def test_without_a_keyboard_nothing_is_confirmed() -> None:
    assert cautioned([], present=False)[0] is False
