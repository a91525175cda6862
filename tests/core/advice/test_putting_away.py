"""What was put away stays away, and nothing else does."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from stretchtimer.core.advice.putting_away import KEPT_KEYS, unconfirmed, with_put_away
from stretchtimer.core.advice.warnings import Cause, Facts, Warning, warnings
from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.records import Moment, PainKind, PainRecord, SelfTestRecord
from stretchtimer.core.selftest.measurement import PainSign
from tests.core.progress.readings import day, result, taken
from tests.taken import id_of

NOW = day(100)
SHARP = PainRecord(id=id_of(1), at=day(99), kind=PainKind.SHARP, exercise="lunge")


def weak(at: float, side: Side = Side.LEFT) -> SelfTestRecord:
    return taken(at, result(side, None, pain=0, pain_signs=(PainSign.WEAKNESS,)))


def found(*tests: SelfTestRecord, pains: tuple[PainRecord, ...] = ()) -> tuple[Warning, ...]:
    return warnings(Facts(now=NOW, tests=tests, pains=pains))


def left(told: tuple[Warning, ...], after: tuple[Warning, ...] = ()) -> list[tuple[Cause, Side | None]]:
    """Return what of ``told`` is left once ``after`` was put away."""
    return [(each.cause, each.side) for each in unconfirmed(told, with_put_away((), after), None, None)]


def test_what_was_put_away_is_not_told_again() -> None:
    told = found(weak(99), weak(90), pains=(SHARP,))
    assert left(told) == [(Cause.WEAKNESS, Side.LEFT), (Cause.SHARP_PAIN, None)]
    assert left(told, told) == []


@pytest.mark.parametrize("at", [80.0, 95.0, 100.0])
def test_a_sign_that_was_entered_later_is_told_whatever_its_date(at: float) -> None:
    first = weak(95)
    assert left(found(first, weak(at)), found(first)) == [(Cause.WEAKNESS, Side.LEFT)]


def test_a_sharp_pain_that_was_imported_later_is_told_whatever_its_date() -> None:
    older = replace(SHARP, id=id_of(2), at=day(90))
    assert left(found(pains=(older, SHARP)), found(pains=(SHARP,))) == [(Cause.SHARP_PAIN, None)]


def test_a_test_that_was_corrected_says_something_new() -> None:
    test = taken(99, result(Side.LEFT, None, pain_signs=(PainSign.SHARP,)))
    confirmed = found(test)
    weakness = replace(test, results=weak(99).results)
    assert left(found(weakness), confirmed) == [(Cause.WEAKNESS, Side.LEFT)]
    moved = replace(test, results=(replace(test.results[0], side=Side.RIGHT),))
    assert left(found(moved), confirmed) == [(Cause.NERVE_SIGNS, Side.RIGHT)]
    assert left(found(replace(test, note="colder", at=day(98))), confirmed) == []


def test_a_pain_that_goes_on_is_told_with_its_next_test() -> None:
    scores = [taken(at, result(Side.LEFT, None, pain=pain)) for at, pain in ((60, 1), (85, 4), (95, 4), (99, 5))]
    confirmed = found(*scores[:3])
    assert left(confirmed) == [(Cause.RISING_PAIN, Side.LEFT)]
    assert left(found(*scores[:3], weak(20)), confirmed) == []
    assert left(found(*scores), confirmed) == [(Cause.RISING_PAIN, Side.LEFT)]


@pytest.mark.parametrize(("confirmed", "told"), [(None, 1), (day(98), 1), (day(99), 0), (NOW, 0)])
def test_a_moment_of_an_older_version_puts_away_what_is_dated_before(confirmed: Moment | None, told: int) -> None:
    sharp = found(pains=(SHARP,))
    assert len(unconfirmed(sharp, (), confirmed, None)) == told
    assert len(unconfirmed(sharp, (), None, NOW)) == 1, "a lesser confirmation does not put away a greater warning"


def test_a_moment_of_a_note_leaves_the_warnings_that_need_more() -> None:
    note = Warning(cause=Cause.LONG_PLATEAU, at=day(99))
    assert unconfirmed((note,), (), NOW, None) == (note,)
    assert unconfirmed((note,), (), None, NOW) == ()


def test_the_latest_keys_are_kept() -> None:
    def warning(*numbers: int) -> Warning:
        return Warning(cause=Cause.SHARP_PAIN, at=NOW, records=tuple(map(str, numbers)))

    many = with_put_away((), [warning(*range(KEPT_KEYS))])
    kept = with_put_away(many, [warning(0, KEPT_KEYS)])
    assert len(kept) == KEPT_KEYS
    assert (many[0] in kept, many[1] in kept, many[2] in kept) == (True, False, True)
