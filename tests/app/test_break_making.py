from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from stretchtimer.app.break_making import Breaks
from stretchtimer.app.library import Library
from stretchtimer.app.preferences import Preferences
from stretchtimer.core.catalog.exercise import Position, Side
from stretchtimer.core.catalog.safety import Condition
from stretchtimer.core.records import Ending, Outcome, SessionRecord
from stretchtimer.storage.history import History
from stretchtimer.storage.settings import SettingsFile
from tests.core.progress import readings
from tests.samples import ManualClock
from tests.storage.histories import empty_history, hold, uuid
from tests.taken import taken

ASSETS = Path(__file__).parents[2] / "assets"
CLOCK = ManualClock()  # a Saturday at seven, in UTC


@pytest.fixture
def history() -> History:
    return empty_history()


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(SettingsFile(tmp_path / "settings.toml"))


@pytest.fixture
def breaks(qapp: object, tmp_path: Path, history: History, preferences: Preferences) -> Breaks:
    return Breaks(Library([ASSETS, tmp_path]), preferences, history, CLOCK, lambda: None)


def stretched(history: History, at: str, **seconds: float) -> None:
    """Keep a session with one hold, which began at ``at`` and had such ``left_s`` and ``right_s``."""
    held = hold(2, at, **seconds)
    history.begin_session(
        SessionRecord(
            id=uuid(1), started_at=held.started_at, routine="desk-break", routine_name="Desk", first_side=Side.LEFT
        )
    )
    history.save_hold(uuid(1), held)
    history.end_session(uuid(1), Ending.COMPLETED, held.started_at)


def test_while_the_week_lacks_dose_the_desk_break_is_offered(breaks: Breaks) -> None:
    made = breaks.next_break()
    assert (made.routine, made.first_side) == ("desk-break", Side.LEFT)


def test_the_hip_that_was_stretched_less_this_week_begins(breaks: Breaks, history: History) -> None:
    stretched(history, "2026-11-20T09:00:00+00:00", left_s=100.0, right_s=0.0)
    assert breaks.next_break().first_side is Side.RIGHT


def test_last_weeks_dose_is_none(breaks: Breaks, history: History) -> None:
    stretched(history, "2026-11-13T09:00:00+00:00", left_s=900.0, right_s=900.0)
    assert breaks.next_break().routine == "desk-break"
    assert breaks.last_session_s() == pytest.approx(CLOCK.wall_s - 8 * 86_400 + 2 * 3600)


def test_with_this_weeks_dose_reached_the_break_is_movement(breaks: Breaks, history: History) -> None:
    stretched(history, "2026-11-20T09:00:00+00:00", left_s=900.0, right_s=900.0)
    assert breaks.next_break().routine == "s1-warmup-run-in-place"


def test_the_tighter_hip_begins(breaks: Breaks, history: History) -> None:
    history.add_test(taken(0, Outcome.PASSED, Outcome.LIFTED))
    assert breaks.next_break().first_side is Side.RIGHT


def test_the_hip_that_was_measured_tighter_begins(breaks: Breaks, history: History) -> None:
    for at in (0, 7):
        measured = (readings.result(Side.LEFT, 3.0), readings.result(Side.RIGHT, 25.0))
        history.add_test(readings.taken(at, *measured))
    assert breaks.next_break().first_side is Side.RIGHT


def test_what_waits_for_clearance_is_not_offered(breaks: Breaks, preferences: Preferences) -> None:
    """Were the desk break on the knees, it would not be for who waits for clearance, until they have it."""
    library = breaks._library
    made = breaks.next_break()
    assert made.routine == "desk-break"
    parts = {item.exercise for item in library.catalog.routines["desk-break"].items}
    for id in parts:
        library.catalog.exercises[id] = replace(library.catalog.exercises[id], position=Position.KNEELING)
    preferences.answer_safety(conditions=(next(iter(Condition)),))
    assert preferences.settings.safety.waits_for_clearance
    assert parts.isdisjoint(phase.exercise.id for phase in breaks.next_break().phases)
    preferences.answer_safety(cleared=True)
    assert breaks.next_break().routine == "desk-break"


def test_a_history_that_cannot_be_read_counts_as_empty(breaks: Breaks, history: History) -> None:
    history.close()
    assert breaks.last_session_s() == 0
    assert breaks.next_break().routine == "desk-break"
