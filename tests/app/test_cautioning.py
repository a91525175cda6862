"""How much of the history is read before a session: as much as its warnings rest on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from stretchtimer.app.cautioning import pressing
from stretchtimer.core.advice.warnings import Cause
from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.preferences import Advising
from stretchtimer.core.records import Moment, Outcome, ResultRecord, SelfTestRecord
from stretchtimer.core.selftest.measurement import PainSign
from stretchtimer.storage.history import History
from tests.storage.histories import empty_history, hold, session, uuid

NOW = Moment.parse("2026-11-21T08:00:00+01:00")


@pytest.fixture
def history() -> Iterator[History]:
    history = empty_history()
    yield history
    history.close()


def ago(days: float) -> Moment:
    return Moment(NOW.utc - timedelta(days=days), NOW.offset_min)


def taken(number: int, days: float, pain: int, *signs: PainSign) -> SelfTestRecord:
    result = ResultRecord(side=Side.LEFT, outcome=Outcome.LIFTED, pain=pain, pain_signs=signs)
    return SelfTestRecord(id=uuid(number), at=ago(days), results=(result,))


def causes(history: History) -> list[Cause]:
    return [each.cause for each in pressing(history, Advising(), NOW)]


def test_a_weakness_is_seen_behind_two_tests_a_day_for_four_weeks(history: History) -> None:
    weak = taken(1, 28, 0, PainSign.WEAKNESS)
    history.merge((), [weak, *(taken(2 + half, 27.5 - half / 2, 0) for half in range(56))])
    assert causes(history) == [Cause.WEAKNESS]


def test_the_stretching_before_a_pain_of_four_weeks_ago_counts(history: History) -> None:
    history.merge((), [taken(1, 42, 4), taken(2, 28, 4)])
    assert causes(history) == []
    days = [ago(back).iso() for back in (41, 40, 39, 38)]
    history.merge(
        [
            session(10 + number, at, holds=(hold(20 + number, at, held_s=120.0, left_s=120.0),))
            for number, at in enumerate(days)
        ],
        (),
    )
    assert causes(history) == [Cause.LASTING_PAIN]
