"""What is said of a hip: the numbers in the sentences, at the thresholds of the labels."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.progress.trend import Asymmetry, Label, Trend, series_of, trend
from stretchtimer.core.progress.trend_words import (
    approaches_words,
    asymmetry_words,
    basis_words,
    kind_words,
    label_name,
    trend_words,
)
from stretchtimer.core.records import SelfTestRecord
from stretchtimer.core.selftest.measurement import Method
from tests.core.progress.readings import measured, result, seen, taken


def of(tests: Sequence[SelfTestRecord], weekly_min: Sequence[float] = ()) -> Trend:
    (series,) = series_of(tests)
    return trend(series, weekly_min)


@pytest.mark.parametrize(
    ("angles", "words"),
    [
        ([10, 10, 10, 5, 5, 5], "+10° → +5°: 5° better, outside the error of 5°."),
        ([10, 10, 10, 5.1, 5.1, 5.1], "+10° → +5.1°: 4.9° better, still inside the error of 5°."),
        ([10, 10, 10, 7.6, 7.6, 7.6], "+10° → +7.6°: inside the error of 5°."),
        (
            [9, 10, 11],
            "+10° so far: the first three results are the last three too, and a change can show from now on.",
        ),
        ([10, 10, 10, 15, 15, 15], "+10° → +15°: 5° worse, outside the error of 5°."),
        ([2, 2, 2, -4, -4, -4], "+2° → -4°: 6° better, outside the error of 5°."),
    ],
)
def test_the_numbers_of_a_measured_change(angles: list[float], words: str) -> None:
    assert trend_words(of(measured(angles))).replace("\N{MINUS SIGN}", "-") == words


@pytest.mark.parametrize(
    ("weekly_min", "label", "words"),
    [
        ([5.0] * 6, Label.PLATEAU, "It got 5 min a week, so this is a plateau."),
        ([4.9] * 6, Label.NOT_ENOUGH_STRETCHING, "It got 4.9 min a week; below 5, or in too few weeks, a plateau"),
        ([12.0, 12.0, 0, 0, 12.0, 12.0], Label.NOT_ENOUGH_STRETCHING, "It got 8 min a week; below 5, or in too few"),
    ],
)
def test_a_plateau_says_how_much_was_stretched(weekly_min: list[float], label: Label, words: str) -> None:
    found = of(measured([10] * 7), weekly_min)
    assert found.label is label
    assert trend_words(found).startswith(f"+10° → +10°: inside the error of 5°. {words}")


@pytest.mark.parametrize(
    ("tests", "words"),
    [
        (measured([10]), "1 result counts so far. It takes three, over two weeks."),
        (measured([10, 10], every=1 / 2), "1 result counts so far. It takes three, over two weeks."),
        (measured([10, 10], every=3), "2 results count so far, over 3 days. It takes three, over two weeks."),
        (measured([10] * 4, every=3), "4 results count so far, over 9 days. It takes three, over two weeks."),
    ],
)
def test_too_early_says_what_there_is_and_what_it_takes(tests: list[SelfTestRecord], words: str) -> None:
    assert trend_words(of(tests)) == words


@pytest.mark.parametrize(
    ("letters", "words"),
    [
        ("LLLPP", "The leg came up at first, and has stayed down in two tests in a row since."),
        ("LLLPLP", "The leg stayed down in two of the last three tests, though not in a row."),
        ("PPPLL", "The leg stayed down at first, and has come up in two tests in a row since."),
        ("LLLP", "The last tests do not differ clearly from the first ones."),
    ],
)
def test_by_eye_the_outcomes_are_told(letters: str, words: str) -> None:
    assert trend_words(of(seen(letters))) == words


def test_the_basis_names_the_results_the_way_and_the_source() -> None:
    basis = basis_words(of(measured([10, 10, 10])))
    assert basis.startswith(
        "3 results count, over 14 days. At the edge of a bed, by phone. The median of the last three"
    )
    assert "2024" in basis, "the study that the band is from"
    assert "our convention" in basis_words(of(seen("LLL")))
    by_photo = [taken(7 * n, result(Side.LEFT, 10, method=Method.PHOTO)) for n in range(3)]
    assert "our convention" in basis_words(of(by_photo)).lower()


def test_who_measured_is_part_of_the_way() -> None:
    (series,) = series_of([taken(0, result(Side.LEFT, 10), rater="Ana")])
    assert kind_words(series.kind) == "At the edge of a bed, by phone, measured by Ana"


def test_a_way_that_both_hips_share_is_said_once() -> None:
    alike = taken(0, result(Side.LEFT, 10), result(Side.RIGHT, 9))
    assert approaches_words(alike) == "At the edge of a bed, by phone"
    unlike = taken(0, result(Side.LEFT, 10), result(Side.RIGHT, None), rater="Ana")
    assert approaches_words(unlike) == "At the edge of a bed, by phone, measured by Ana; At the edge of a bed, by eye"


def test_the_note_on_a_difference_follows_the_hip() -> None:
    assert asymmetry_words(Asymmetry(Side.LEFT, 6.5, 5.0)).startswith("The left hip is tighter by 6.5°")
    assert asymmetry_words(Asymmetry(Side.RIGHT, 6.5, 5.0)).startswith("The right hip is tighter by 6.5°")


def test_every_label_has_a_name_of_its_own() -> None:
    assert len({label_name(label) for label in Label}) == len(Label)
