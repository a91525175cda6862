"""Years of a person who stretches and tests, for benchmarks and for looking at the program: always the same ones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from random import Random
from uuid import UUID

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.records import Ending, HoldRecord, Moment, Outcome, ResultRecord, SelfTestRecord, SessionRecord
from stretchtimer.core.selftest.measurement import BackFlat, Measurement, Method, Protocol
from tests.taken import NOW

HOLD_S = 30.0
START_DEG = {Side.LEFT: 14.0, Side.RIGHT: 9.0}
END_DEG = {Side.LEFT: 5.0, Side.RIGHT: 8.0}
NOISE_DEG = 1.5


def moment(days_ago: float) -> Moment:
    return Moment(NOW.utc - timedelta(days=days_ago), NOW.offset_min)


def tests(days: int, every: int, *, method: Method = Method.PHONE, seed: int = 1) -> tuple[SelfTestRecord, ...]:
    """Return a test ``every`` so many days, of ``days`` days up to now: only the left hip improves."""
    random = Random(seed)
    return tuple(_test(random, ago, ago / days, method) for ago in range(days - 1, -1, -every))


def sessions(days: int, per_day: float, holds: int, *, seed: int = 2) -> Iterator[SessionRecord]:
    """Yield sessions of ``holds`` holds each, ``per_day`` on average, oldest first."""
    random = Random(seed)
    count = round(days * per_day)
    for number in range(count):
        yield _session(random, days * (1 - number / count), holds)


def _test(random: Random, ago: float, left_to_go: float, method: Method) -> SelfTestRecord:
    results = tuple(_result(random, side, left_to_go, method) for side in (Side.LEFT, Side.RIGHT))
    return SelfTestRecord(id=_uuid(random), at=moment(ago), results=results, protocol=Protocol.EDGE)


def _result(random: Random, side: Side, left_to_go: float, method: Method) -> ResultRecord:
    angle = END_DEG[side] + (START_DEG[side] - END_DEG[side]) * left_to_go + random.gauss(0, NOISE_DEG)
    return ResultRecord(
        side=side,
        outcome=Outcome.PASSED if angle < 5 else Outcome.LIFTED,
        measurement=None if method is Method.BY_EYE else Measurement(method=method, trials=(round(angle, 1),)),
        back=BackFlat.NO if random.random() < 0.05 else BackFlat.YES,
        tightness=min(10, max(0, round(angle / 2 + random.gauss(0, 1)))),
        pain=random.choice((0, 0, 0, 1)),
    )


def _session(random: Random, ago: float, holds: int) -> SessionRecord:
    began = moment(ago)
    return SessionRecord(
        id=_uuid(random),
        started_at=began,
        routine="evening",
        routine_name="Evening",
        first_side=Side.LEFT,
        ended=Ending.COMPLETED,
        ended_at=Moment(began.utc + timedelta(minutes=10), began.offset_min),
        holds=tuple(_hold(random, began, number) for number in range(holds)),
    )


def _hold(random: Random, began: Moment, number: int) -> HoldRecord:
    side = Side.LEFT if number % 2 == 0 else Side.RIGHT
    return HoldRecord(
        id=_uuid(random),
        exercise="s4-kneeling-psoas",
        side=side,
        set=number // 2 + 1,
        planned_s=HOLD_S,
        held_s=HOLD_S,
        finished=True,
        credits_hip_flexor=True,
        left_s=HOLD_S if side is Side.LEFT else 0.0,
        right_s=HOLD_S if side is Side.RIGHT else 0.0,
        started_at=Moment(began.utc + timedelta(seconds=40 * number), began.offset_min),
    )


def _uuid(random: Random) -> str:
    return str(UUID(int=random.getrandbits(128)))
