"""How the reminder stands, in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from stretchtimer.core.reminders.reminder_values import Obstacle, ReminderView, Standing
from stretchtimer.core.reminders.standing_words import standing_words

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
NOW_S = MORNING.timestamp()


def view(standing: Standing, **values: Any) -> ReminderView:
    nothing = {"due_in_s": None, "paused_until_s": None, "due_since_s": None, "waits_for": None}
    shared = {"fraction_left": 1.0, "skipped": 0, "idle_known": True}
    return ReminderView(standing=standing, **{**nothing, **shared, **values})


def said(shown: ReminderView) -> str:
    return standing_words(shown, NOW_S, lambda second: datetime.fromtimestamp(second, UTC))


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (view(Standing.SITTING, due_in_s=45 * 60.0), "The next break is due at 09:45."),
        (view(Standing.SNOOZED, due_in_s=600.0), "The next break is due at 09:10."),
        (view(Standing.OFFERED, due_in_s=0.0, due_since_s=NOW_S - 300), "A break has been due since 08:55."),
        (view(Standing.PAUSED, paused_until_s=NOW_S + 3600), "Paused until 10:00."),
        (
            view(Standing.PAUSED, paused_until_s=(MORNING + timedelta(hours=20)).timestamp()),
            "Paused until tomorrow.",
        ),
        (view(Standing.PAUSED, paused_until_s=NOW_S + 16 * 3600), "Paused until 01:00."),
        (view(Standing.OFF), "Reminders are off."),
        (view(Standing.OUTSIDE_HOURS), "Outside your working hours no break is due."),
        (view(Standing.AWAY), "While you are away, no sitting is counted."),
    ],
)
def test_each_standing_has_its_sentence(shown: ReminderView, words: str) -> None:
    assert said(shown) == words


def test_a_break_that_waits_says_since_when_and_for_what() -> None:
    waiting = view(Standing.WAITING, due_in_s=0.0, due_since_s=NOW_S, waits_for=Obstacle.MICROPHONE)
    assert said(waiting) == "A break has been due since 09:00. It waits for the end of your call."
