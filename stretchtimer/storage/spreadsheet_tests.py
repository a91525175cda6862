"""The self-tests as two CSV tables: a test a line with both outcomes, and what was measured a line a hip."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

from msgspec import Meta, Struct

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.records import Moment, Outcome, ResultRecord, Score, SelfTestRecord, Uuid
from stretchtimer.core.selftest.measurement import BackFlat, Measurement, Method, Protocol, State
from stretchtimer.storage.csv_table import bad, columns, read_table, table_text, values
from stretchtimer.storage.exchange import BadExchange
from stretchtimer.storage.selftest_rows import to_pain_signs, to_trials, trials_text

TESTS, RESULTS = "tests.csv", "results.csv"
TOLD_ONLY = ("at", "outcome", "angle_deg")
"""Columns of the results that stand there for the reader: they follow from the others or from the tests."""


class _TestLine(Struct, frozen=True, kw_only=True):
    """A self-test on one line."""

    id: Uuid
    at: Moment
    left: Outcome | None = None
    right: Outcome | None = None
    note: str = ""
    after_stretching: bool = False
    hours_since_stretch: Annotated[float, Meta(ge=0)] | None = None
    protocol: Protocol = Protocol.FLOOR
    rater: str = ""
    state: State | None = None

    def __post_init__(self) -> None:
        if self.left is None and self.right is None:
            raise ValueError("Expected a result, left or right")


class _ResultLine(Struct, frozen=True, kw_only=True):
    """What is known of one hip beside its outcome."""

    test_id: Uuid
    side: Side
    method: Method = Method.BY_EYE
    trials: str = ""
    resting_gap_cm: float | None = None
    thigh_cm: float | None = None
    back: BackFlat | None = None
    knee_deg: int | None = None
    tightness: Score | None = None
    pain: Score | None = None
    pain_signs: str = ""


def tests_table(tests: Iterable[SelfTestRecord]) -> str:
    """Return the tests as CSV."""
    return table_text(columns(_TestLine), (values(_test_line(test)) for test in tests))


def results_table(tests: Iterable[SelfTestRecord]) -> str:
    """Return the results of each hip as CSV."""
    heading = ("test_id", "side", *TOLD_ONLY, *columns(_ResultLine, without=("test_id", "side")))
    return table_text(heading, (_result_cells(test, result) for test in tests for result in test.results))


def read_tests(folder: Path) -> list[SelfTestRecord]:
    """Return the tests that `tests_table` and `results_table` wrote; the second file need not be there.

    Raises BadExchange for a mistake in a file, and OSError.
    """
    lines = [(place, line) for place, _cells, line in read_table(folder / TESTS, _TestLine)]
    tested = {(line.id, side) for _place, line in lines for side in _outcomes(line)}
    details: dict[tuple[str, Side], tuple[str, _ResultLine]] = {}
    for place, _cells, detail in read_table(folder / RESULTS, _ResultLine):
        if (detail.test_id, detail.side) not in tested:
            raise BadExchange(_("{place}: this hip of the test is not in tests.csv").format(place=place))
        details[detail.test_id, detail.side] = place, detail
    return [_test(place, line, details) for place, line in lines]


def _test_line(test: SelfTestRecord) -> _TestLine:
    shared = {name: getattr(test, name) for name in columns(_TestLine, without=("left", "right"))}
    return _TestLine(left=test.result_of(Side.LEFT), right=test.result_of(Side.RIGHT), **shared)


def _result_cells(test: SelfTestRecord, result: ResultRecord) -> dict[str, Any]:
    measurement = result.measurement
    line = _ResultLine(
        test_id=test.id,
        side=result.side,
        method=result.method,
        trials=trials_text(measurement),
        resting_gap_cm=measurement.resting_gap_cm if measurement else None,
        thigh_cm=measurement.thigh_cm if measurement else None,
        back=result.back,
        knee_deg=result.knee_deg,
        tightness=result.tightness,
        pain=result.pain,
        pain_signs=" ".join(result.pain_signs),
    )
    told = (test.at.iso(), result.outcome.value, measurement and round(measurement.angle_deg, 1))
    return {**values(line), **dict(zip(TOLD_ONLY, told, strict=True))}


def _outcomes(line: _TestLine) -> dict[Side, Outcome]:
    outcomes = {Side.LEFT: line.left, Side.RIGHT: line.right}
    return {side: outcome for side, outcome in outcomes.items() if outcome is not None}


def _test(place: str, line: _TestLine, details: dict[tuple[str, Side], tuple[str, _ResultLine]]) -> SelfTestRecord:
    """Return the test in ``line``, at ``place``, with what the ``details`` have of it."""
    results = []
    for side, outcome in _outcomes(line).items():
        where, detail = details.get((line.id, side), (place, _ResultLine(test_id=line.id, side=side)))
        try:
            results.append(_result(detail, outcome))
        except ValueError as error:
            raise bad(where, error) from error
    shared = {name: getattr(line, name) for name in columns(_TestLine, without=("left", "right"))}
    try:
        return SelfTestRecord(results=tuple(results), **shared)
    except ValueError as error:
        raise bad(place, error) from error


def _result(line: _ResultLine, outcome: Outcome) -> ResultRecord:
    """Return the result in ``line``. Raises ValueError for a mistake in it."""
    measurement = None
    if line.method is not Method.BY_EYE:
        measurement = Measurement(
            method=line.method,
            trials=to_trials(line.trials),
            resting_gap_cm=line.resting_gap_cm,
            thigh_cm=line.thigh_cm,
        )
    return ResultRecord(
        side=line.side,
        outcome=outcome,
        measurement=measurement,
        back=line.back,
        knee_deg=line.knee_deg,
        tightness=line.tightness,
        pain=line.pain,
        pain_signs=to_pain_signs(line.pain_signs),
    )
