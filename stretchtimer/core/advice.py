"""What the history advises: the plan of the week, the warnings, and how regularly each hip was looked after."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from stretchtimer.core.adherence import Adherence, DayMinutes, adherence
from stretchtimer.core.exercise import Side
from stretchtimer.core.plan import Plan, plan_of
from stretchtimer.core.preferences import Advising
from stretchtimer.core.progress import ProgressView
from stretchtimer.core.records import Moment, PainRecord
from stretchtimer.core.warnings import Facts, Warning, unconfirmed, warnings


class Advice(Struct, frozen=True, kw_only=True):
    """What the person is told, with its reasons."""

    plan: Plan | None = None
    """None without a result that counts."""
    warnings: tuple[Warning, ...] = ()
    """Those that were not confirmed yet, the most urgent first."""
    adherence: tuple[Adherence, ...] = ()
    """Left and right; empty if nothing was ever stretched."""

    @property
    def locks_sessions(self) -> bool:
        """Whether a warning is to be confirmed before the next session."""
        return any(each.tier.locks_sessions for each in self.warnings)


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
        warnings=unconfirmed(warnings(facts), advising.warned_at, advising.noted_at),
        adherence=tuple(adherence(days, side, view.today) for side in sides),
    )


def _by_day(dose_rows: Iterable[tuple[Moment, float, float]]) -> DayMinutes:
    days: dict[date, tuple[float, float]] = {}
    for moment, left_s, right_s in dose_rows:
        left, right = days.get(moment.local.date(), (0.0, 0.0))
        days[moment.local.date()] = (left + left_s / 60, right + right_s / 60)
    return days
