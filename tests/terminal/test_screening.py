from __future__ import annotations

import io
from collections.abc import Sequence

import pytest

from stretchtimer.core.catalog.safety import Condition, condition_words, consult_advice, screening_question
from stretchtimer.core.preferences import Safety
from stretchtimer.terminal.keystrokes import HANG_UP
from stretchtimer.terminal.screen import Screen
from stretchtimer.terminal.screening import screen_person


class Answers:
    """A keyboard that gives ``answers`` one after the other."""

    def __init__(self, answers: Sequence[str], *, present: bool = True) -> None:
        self._answers = list(answers)
        self.present = present

    def wait(self, timeout_s: float | None) -> str:
        return self._answers.pop(0)


def asked(answers: Sequence[str], *, present: bool = True) -> tuple[Safety | None, list[str]]:
    out = io.StringIO()
    safety = screen_person(Answers(answers, present=present), Screen(out, False, lambda: 80), Safety(welcomed=True))
    return safety, out.getvalue().splitlines()


def test_each_condition_is_asked_for_and_a_yes_brings_the_advice() -> None:
    safety, lines = asked(["n", "y", "n"])
    assert safety == Safety(welcomed=True, screened=True, conditions=(Condition.HIP_OR_BACK_INJURY,))
    assert lines[0] == screening_question()
    assert all(any(condition_words(condition) in line for line in lines) for condition in Condition)
    assert lines[-1] == consult_advice()


def test_three_times_no_needs_no_advice() -> None:
    safety, lines = asked(["n", "n", "n"])
    assert safety == Safety(welcomed=True, screened=True)
    assert consult_advice() not in lines


def test_other_keys_are_no_answer() -> None:
    safety, _lines = asked(["", "space", "x", "y", "n", "n"])
    assert safety is not None
    assert safety.conditions == (Condition.HIP_REPLACEMENT,)


@pytest.mark.parametrize("leave", ["escape", HANG_UP])
def test_leaving_answers_nothing(leave: str) -> None:
    safety, _lines = asked(["n", leave])
    assert safety is None


def test_without_a_keyboard_the_advice_is_given_and_nothing_counts_as_answered() -> None:
    safety, lines = asked([], present=False)
    assert safety == Safety(welcomed=True)
    assert lines[-1] == consult_advice()
