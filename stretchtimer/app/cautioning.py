"""What the history asks of a person before a session, and what it adds to one. Serves the window and the terminal."""

from __future__ import annotations

from stretchtimer.core.advice.advice import LAST_DAYS, LAST_TESTS, pressing_warnings, session_extra
from stretchtimer.core.advice.warnings import Warning
from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.preferences import Advising
from stretchtimer.core.records import Moment
from stretchtimer.storage.history import History


def pressing(history: History, advising: Advising, now: Moment) -> tuple[Warning, ...]:
    """Return the warnings of ``history`` that wait for a deliberate confirmation. Raises StorageTrouble."""
    tests, rows = history.last_tests(LAST_TESTS), history.dose_rows(now.utc - LAST_DAYS)
    return pressing_warnings(tests, rows, history.pains(), advising, now)


def extra_set(history: History, advising: Advising) -> Side | None:
    """Return the hip to which a session gives an extra set. Raises StorageTrouble."""
    return session_extra(history.tests(), advising) if advising.extra_set else None
