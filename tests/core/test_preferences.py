from __future__ import annotations

import pytest

from stretchtimer.core.catalog.safety import Condition
from stretchtimer.core.preferences import Safety, Settings


@pytest.mark.parametrize("condition", Condition)
def test_any_condition_waits_for_clearance_until_it_is_given(condition: Condition) -> None:
    assert Safety(screened=True, conditions=(condition,)).waits_for_clearance
    assert not Safety(screened=True, conditions=(condition,), cleared=True).waits_for_clearance


def test_without_a_condition_nothing_waits() -> None:
    assert not Safety().waits_for_clearance
    assert not Safety(screened=True).waits_for_clearance


def test_at_first_nothing_was_read_answered_or_chosen() -> None:
    safety = Settings().safety
    assert not (safety.welcomed or safety.screened or safety.conditions or safety.cleared)
    assert Settings().favourites == ()
