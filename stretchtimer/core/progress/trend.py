"""Whether a hip changed: statements about a series of self-tests that one single result cannot make (evidence D3).

Where D3 leaves room or contradicts itself, this is our convention:

* Degrees outrank the eye: a measured series is judged by its angles alone, a series by eye by its outcomes.
* Baseline and present are medians of three valid results, the first three and the last three, whatever days lie between
  them: of two, one alone could move them.
* By eye, what holds now is what the latest two equal outcomes in a row say, unless two of the last three say otherwise.
  So one pass after failures changes nothing yet, as D3 says of a single flip; two of three may be improving.
* A hip passes if two of its last three tests did.
* A plateau takes three results from four weeks ago or earlier, where D3 names none: of two, one alone could end it. It
  says more than that the hip may be improving, which one that keeps a small gain would be called for ever.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from enum import StrEnum
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import force_setattr, replace

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.progress.dose import WEEKLY_TARGET_MIN
from stretchtimer.core.progress.error_band import error_band_deg
from stretchtimer.core.records import Moment, Outcome, ResultRecord, SelfTestRecord
from stretchtimer.core.selftest.comparability import Reason, incomparable
from stretchtimer.core.selftest.measurement import Method, Protocol

MEDIAN_OF = 3
LEAST_DAYS = timedelta(days=14)
PLATEAU_AFTER = timedelta(weeks=6)
PLATEAU_SPAN = timedelta(weeks=4)
ADHERENCE = 0.75
"""The share of weeks with enough stretching from which on a plateau says something."""
WEEKS_JUDGED = 6
"""Whole weeks before the present one that adherence is counted over."""
EXACT = 6
"""Decimals of a difference that are compared. Angles have one or two; without this 8.2 - 3.2 would be less than 5."""


class Label(StrEnum):
    """What can be said of a series."""

    TOO_EARLY = "too_early"
    IMPROVED = "improved"
    PERHAPS_IMPROVING = "perhaps_improving"
    NO_CLEAR_CHANGE = "no_clear_change"
    PLATEAU = "plateau"
    NOT_ENOUGH_STRETCHING = "not_enough_stretching"
    """As flat as a plateau, but with too little stretching to judge by."""
    WORSE = "worse"


class Kind(NamedTuple):
    """What makes results comparable: series of different kinds are never joined."""

    side: Side
    protocol: Protocol
    method: Method
    rater: str
    """Who measured; empty for the person alone. Always empty by eye."""


class Reading(Struct, frozen=True, gc=False):
    """One result of a series."""

    test_id: str
    at: Moment
    outcome: Outcome
    angle_deg: float | None
    reasons: tuple[Reason, ...] = ()
    """Why it does not count; empty for a valid one."""
    tightness: int | None = None
    """How tight it felt, of 10."""


class Series(Struct, frozen=True):
    """All results of one hip that were found in the same way, oldest first."""

    kind: Kind
    readings: tuple[Reading, ...]
    valid: tuple[Reading, ...] = ()
    """Those that count. Found among the readings, and not to be given."""

    def __post_init__(self) -> None:
        force_setattr(self, "valid", tuple(reading for reading in self.readings if not reading.reasons))

    @property
    def baseline_deg(self) -> float | None:
        """The median of the first three valid angles; None by eye or before there is one."""
        first = self.valid[:MEDIAN_OF]
        return _median(first) if first and self.measured else None

    @property
    def measured(self) -> bool:
        """Whether it has angles."""
        return self.kind.method is not Method.BY_EYE


class Trend(Struct, frozen=True, kw_only=True):
    """What is said of a series, with the numbers it rests on. Angles in degrees; lower is better."""

    kind: Kind
    label: Label
    valid: int
    """How many results count."""
    days: int
    """From the first valid result to the last."""
    baseline_deg: float | None = None
    """The median of the first three valid results; None by eye or before there is one."""
    current_deg: float | None = None
    band_deg: float | None = None
    """The least change that is more than noise; None by eye."""
    adherence: float = 0.0
    """The share of the last six whole weeks in which this hip got at least five minutes; one before the first is 0."""
    weekly_min: float = 0.0
    """Minutes a week of this hip, the mean of those six weeks."""

    @property
    def better_deg(self) -> float | None:
        """How many degrees better the hip is than at first; negative if it is worse, None by eye."""
        if self.baseline_deg is None or self.current_deg is None:
            return None
        return round(self.baseline_deg - self.current_deg, EXACT)


class Asymmetry(Struct, frozen=True):
    """A difference between the hips that was found twice in a row. A note, not a finding."""

    tighter: Side
    difference_deg: float
    """Of the last test."""
    band_deg: float


def kind_of(test: SelfTestRecord, result: ResultRecord) -> Kind:
    """Return of what kind ``result``, one of those of ``test``, is."""
    rater = "" if result.method is Method.BY_EYE else test.rater
    return Kind(result.side, test.protocol, result.method, rater)


def series_of(
    tests: Iterable[SelfTestRecord], reasons: Mapping[tuple[str, Side], tuple[Reason, ...]] | None = None
) -> tuple[Series, ...]:
    """Return the series in ``tests``, which may be in any order; that with the latest result comes first.

    ``reasons`` are `incomparable` of ``tests``, if they are known already.
    """
    by_time = sorted(tests, key=lambda test: test.at)
    reasons = incomparable(by_time) if reasons is None else reasons
    found: dict[Kind, list[Reading]] = {}
    for test in by_time:
        for result in test.results:
            kind = kind_of(test, result)
            against = reasons.get((test.id, result.side), ())
            reading = Reading(test.id, test.at, result.outcome, result.angle_deg, against, result.tightness)
            found.setdefault(kind, []).append(reading)
    series = [Series(kind, tuple(readings)) for kind, readings in found.items()]
    return tuple(sorted(series, key=lambda each: each.readings[-1].at, reverse=True))


def leading(series: Iterable[Series], side: Side) -> Series | None:
    """Return the one of ``series`` by which the hip ``side`` is judged; None if no result of it counts.

    It is the first, until another has two results in a row with none of the first between them; so whoever measures in
    two ways in turn is judged by one of them. Degrees take the place of the eye with their second result. Our
    convention.
    """
    own = {each.kind: each for each in series if each.kind.side is side and each.valid}
    in_order = sorted(
        ((reading.at.utc, kind) for kind, each in own.items() for reading in each.valid), key=lambda each: each[0]
    )
    leader: Kind | None = None
    since: dict[Kind, int] = {}
    for _moment, kind in in_order:
        leader = leader or kind
        if kind is leader:
            by_eye = kind.method is Method.BY_EYE
            since = {other: count for other, count in since.items() if by_eye and other.method is not Method.BY_EYE}
            continue
        since[kind] = since.get(kind, 0) + 1
        if since[kind] == 2:
            leader, since = kind, {}
    return own[leader] if leader else None


def trend(series: Series, weekly_min: Sequence[float] = ()) -> Trend:
    """Return what can be said of ``series``.

    ``weekly_min`` are the minutes of this hip in each whole week before the present one, oldest first, weeks of rest as
    zeros.
    """
    valid = series.valid
    measured = series.measured
    weeks = list(weekly_min)[-WEEKS_JUDGED:]
    least, _most = WEEKLY_TARGET_MIN
    found = Trend(
        kind=series.kind,
        label=Label.TOO_EARLY,
        valid=len(valid),
        days=(valid[-1].at.utc - valid[0].at.utc).days if valid else 0,
        baseline_deg=series.baseline_deg,
        current_deg=_median(valid[-MEDIAN_OF:]) if measured and valid else None,
        band_deg=error_band_deg(series.kind.method) if measured else None,
        adherence=sum(minutes >= least for minutes in weeks) / WEEKS_JUDGED,
        weekly_min=sum(weeks) / WEEKS_JUDGED,
    )
    if len(valid) < MEDIAN_OF or valid[-1].at.utc - valid[0].at.utc < LEAST_DAYS:
        return found
    label = _by_angle(found) if measured else _by_eye(valid)
    if label in (Label.NO_CLEAR_CHANGE, Label.PERHAPS_IMPROVING) and _flat(found, valid):
        enough = found.adherence >= ADHERENCE and found.weekly_min >= least
        label = Label.PLATEAU if enough else Label.NOT_ENOUGH_STRETCHING
    return replace(found, label=label)


def asymmetry(
    tests: Iterable[SelfTestRecord], reasons: Mapping[tuple[str, Side], Sequence[Reason]] | None = None
) -> Asymmetry | None:
    """Return by how much one hip is tighter, if the last two tests that measured both hips alike agree on it.

    ``tests`` are all there are, in any order: which came too soon after another depends on the first. ``reasons`` are
    `incomparable` of them, if they are known already.
    """
    found: list[Asymmetry | None] = []
    last_way: tuple[Protocol, Method, str] | None = None
    by_time = sorted(tests, key=lambda test: test.at)
    reasons = incomparable(by_time) if reasons is None else reasons
    for test in reversed(by_time):
        left, right = test.hip(Side.LEFT), test.hip(Side.RIGHT)
        if left is None or right is None or left.angle_deg is None or right.angle_deg is None:
            continue
        if left.method is not right.method or any((test.id, side) in reasons for side in (Side.LEFT, Side.RIGHT)):
            continue
        way = (test.protocol, left.method, test.rater)
        if last_way not in (None, way):
            return None
        last_way = way
        band, difference = error_band_deg(left.method), round(left.angle_deg - right.angle_deg, EXACT)
        tighter = Side.LEFT if difference > 0 else Side.RIGHT
        found.append(Asymmetry(tighter, abs(difference), band) if abs(difference) >= band else None)
        if len(found) == 2:
            last, before = found
            return last if last and before and last.tighter is before.tighter else None
    return None


def _by_angle(found: Trend) -> Label:
    """Return the label of a measured series. With the median, two of the last three results are better as well."""
    better, band = found.better_deg or 0.0, found.band_deg or 0.0
    if better >= band:
        return Label.IMPROVED
    if better <= -band:
        return Label.WORSE
    return Label.PERHAPS_IMPROVING if better >= band / 2 else Label.NO_CLEAR_CHANGE


def _by_eye(valid: Sequence[Reading]) -> Label:
    failed_first, passes_now = not _passes(valid[:MEDIAN_OF]), _passes(valid[-MEDIAN_OF:])
    in_a_row = (later for later, one in pairwise(reversed(valid)) if later.outcome is one.outcome)
    settled = next(in_a_row, valid[0]).outcome is Outcome.PASSED
    if failed_first and passes_now:
        return Label.IMPROVED if settled else Label.PERHAPS_IMPROVING
    return Label.NO_CLEAR_CHANGE if failed_first or passes_now or settled else Label.WORSE


def _flat(found: Trend, valid: Sequence[Reading]) -> bool:
    """Whether the last four weeks brought nothing, after long enough and without passing."""
    last, first = valid[-1], valid[0]
    earlier = [reading for reading in valid if last.at.utc - reading.at.utc >= PLATEAU_SPAN]
    if last.at.utc - first.at.utc < PLATEAU_AFTER or len(earlier) < MEDIAN_OF:
        return False
    if _passes(valid[-MEDIAN_OF:]):
        return False
    if found.band_deg is None or found.current_deg is None:
        return True
    return abs(round(found.current_deg - _median(earlier), EXACT)) < found.band_deg / 2


def _passes(three: Sequence[Reading]) -> bool:
    return sum(reading.outcome is Outcome.PASSED for reading in three) >= 2


def _median(readings: Sequence[Reading]) -> float:
    return median(map(_angle, readings))


def _angle(reading: Reading) -> float:
    assert reading.angle_deg is not None, "a measured series"
    return reading.angle_deg
