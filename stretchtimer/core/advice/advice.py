"""What the history advises: the plan of the week, the warnings, and how regularly each hip was looked after."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct

from stretchtimer.core.advice.plan import Plan, extra_side, plan_of
from stretchtimer.core.advice.putting_away import unconfirmed
from stretchtimer.core.advice.warnings import Facts, Warning, warnings
from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.preferences import Advising
from stretchtimer.core.progress.adherence import Adherence, DayMinutes, adherence
from stretchtimer.core.progress.progress import ProgressView
from stretchtimer.core.progress.trend import asymmetry
from stretchtimer.core.records import Moment, PainRecord, SelfTestRecord

LAST_TESTS = 60
"""So many of the last tests are enough for what is asked before a session: two a day for four weeks. Our convention."""
LAST_DAYS = timedelta(days=60)
"""So far back the minutes matter for that: two weeks before a pain that is at most four weeks old, and some more."""


class Advice(Struct, frozen=True, kw_only=True):
    """What the person is told, with its reasons."""

    plan: Plan | None = None
    """None without a result that counts."""
    warnings: tuple[Warning, ...] = ()
    """Those that were not confirmed yet, the most urgent first."""
    adherence: tuple[Adherence, ...] = ()
    """Left and right; empty if nothing was ever stretched."""
    extra_set: bool = False
    """Whether the person agreed that sessions give the hip of the plan its extra set."""

    @property
    def locks_sessions(self) -> bool:
        """Whether a warning is to be confirmed before the next session."""
        return lock_sessions(self.warnings)


def advice_of(
    view: ProgressView,
    dose_rows: Iterable[tuple[Moment, float, float]],
    pains: Iterable[PainRecord],
    advising: Advising,
    now: Moment,
) -> Advice:
    """Return what follows from ``view``, what it was made of, and what the person decided.

    ``dose_rows`` are (moment, left seconds, right seconds).
    """
    days, hips = _by_day(dose_rows), (view.left, view.right)
    facts = Facts(
        tests=view.tests,
        pains=tuple(pains),
        days=days,
        series=tuple((hip.series, hip.weekly_min) for hip in hips if hip.series),
        now=now,
    )
    sides = (Side.LEFT, Side.RIGHT) if days else ()
    return Advice(
        plan=plan_of((hip.series for hip in hips if hip.series), view.asymmetry, advising.plan),
        warnings=unconfirmed(warnings(facts), advising.put_away, advising.warned_at, advising.noted_at),
        adherence=tuple(adherence(days, side, view.today) for side in sides),
        extra_set=advising.extra_set,
    )


def lock_sessions(warnings: Iterable[Warning]) -> bool:
    """Return whether one of ``warnings`` is to be confirmed before the next session."""
    return any(each.tier.locks_sessions for each in warnings)


def pressing_warnings(
    tests: Iterable[SelfTestRecord],
    dose_rows: Iterable[tuple[Moment, float, float]],
    pains: Iterable[PainRecord],
    advising: Advising,
    now: Moment,
) -> tuple[Warning, ...]:
    """Return the warnings that wait for a deliberate confirmation, the most urgent first.

    For these the last `LAST_TESTS` and the rows of the `LAST_DAYS` are enough, so that asking before each session takes
    no longer after ten years.
    """
    facts = Facts(tests=tuple(tests), pains=tuple(pains), days=_by_day(dose_rows), now=now)
    upper = [each for each in warnings(facts) if each.tier.needs_confirmation]
    return unconfirmed(upper, advising.put_away, advising.warned_at, None)


def session_extra(tests: Iterable[SelfTestRecord], advising: Advising) -> Side | None:
    """Return the hip to which a session gives an extra set, by all ``tests``; None unless the person agreed."""
    return extra_side(asymmetry(tests), advising.plan) if advising.extra_set else None


def _by_day(dose_rows: Iterable[tuple[Moment, float, float]]) -> DayMinutes:
    days: dict[date, tuple[float, float]] = {}
    for moment, left_s, right_s in dose_rows:
        day = moment.day  # worked out anew by each look
        left, right = days.get(day, (0.0, 0.0))
        days[day] = (left + left_s / 60, right + right_s / 60)
    return days
