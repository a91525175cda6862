from datetime import UTC, datetime

import pytest

from stretchtimer.core.reminders.reminder_values import SKIPS_CAP, Obstacle, Offer
from stretchtimer.core.reminders.reminder_words import offer_text, offer_title, waiting_text

DUE = datetime(2026, 11, 23, 9, 45, tzinfo=UTC)


def offer(waited_for: Obstacle | None = None, skipped: int = 0) -> Offer:
    return Offer(due_s=DUE.timestamp(), waited_for=waited_for, skipped=skipped)


def test_an_offer_names_the_routine_and_its_minutes() -> None:
    assert offer_text(offer(), "Desk break", 3, DUE) == "Desk break, about 3 minutes."
    assert offer_text(offer(), "Running", 1, DUE) == "Running, about 1 minute."


def test_after_the_third_skip_in_a_row_the_words_are_plainer() -> None:
    before, after = offer(skipped=SKIPS_CAP - 1), offer(skipped=SKIPS_CAP)
    assert offer_title(before) == offer_title(offer())
    assert offer_title(after) != offer_title(before)
    assert offer_text(after, "Desk break", 3, DUE) == "Desk break is there when it suits you."


@pytest.mark.parametrize("obstacle", Obstacle)
def test_an_offer_that_waited_says_since_when(obstacle: Obstacle) -> None:
    first, second = offer_text(offer(obstacle), "Desk break", 3, DUE).split("\n")
    assert first == "Desk break, about 3 minutes."
    assert "due at 09:45" in second
    assert "due since 09:45" in waiting_text(obstacle, DUE)
