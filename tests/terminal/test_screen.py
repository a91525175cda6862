from __future__ import annotations

import io

import pytest

from stretchtimer.terminal.screen import Screen, fit


def shown(written: str) -> list[str]:
    """Return what a terminal shows of ``written``, line by line: a carriage return goes back to the first column."""
    lines = []
    for line in written.split("\n"):
        signs: list[str] = []
        for piece in line.split("\r"):
            signs[: len(piece)] = piece
        lines.append("".join(signs).rstrip())
    return lines


def test_the_countdown_rewrites_its_line_and_leaves_nothing_of_the_one_before() -> None:
    out = io.StringIO()
    screen = Screen(out, live=True, columns=lambda: 80)
    screen.countdown("  10  Hold")
    screen.countdown("   9")
    assert shown(out.getvalue()) == ["   9"]


def test_a_line_takes_the_place_of_the_countdown() -> None:
    out = io.StringIO()
    screen = Screen(out, live=True, columns=lambda: 80)
    screen.countdown("   1  Hold, long words")
    screen.line("0:35  Switch")
    screen.countdown("   8")
    assert shown(out.getvalue()) == ["0:35  Switch", "   8"]


def test_there_is_no_countdown_in_a_pipe() -> None:
    out = io.StringIO()
    screen = Screen(out, live=False, columns=lambda: 80)
    screen.countdown("  10")
    screen.line("0:05  Hold")
    assert out.getvalue() == "0:05  Hold\n"


@pytest.mark.parametrize("columns", [1, 2, 10, 24])
def test_the_countdown_never_reaches_the_last_column(columns: int) -> None:
    out = io.StringIO()
    screen = Screen(out, live=True, columns=lambda: columns)
    for text in ("  10  Hold  left hip  Set 1 of 3", "   9  Hold"):
        screen.countdown(text)
    assert max(map(len, out.getvalue().split("\r"))) < columns


def test_text_that_fits_is_left_alone_and_longer_text_says_that_it_is_cut() -> None:
    assert fit("left hip", 8) == "left hip"
    assert fit("left hip", 7) == "left h…"
    assert fit("left hip", 0) == ""


def test_wide_signs_take_two_columns_and_combining_ones_none() -> None:
    assert fit("左左左", 6) == "左左左"
    assert fit("左左左", 5) == "左左…"
    assert fit("e\u0301e\u0301", 2) == "e\u0301e\u0301"
