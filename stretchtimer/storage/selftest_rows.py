"""Self-tests and their revisions as rows of the history's tables, and back."""

from __future__ import annotations

from functools import cache

import msgspec

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.records import Outcome, ResultRecord, RevisionKind, SelfTestRecord, SelfTestRevision
from stretchtimer.core.selftest.measurement import BackFlat, Measurement, Method, PainSign, Protocol, State
from stretchtimer.storage.rows import Row, decode_moment, encode_moment, moment, moment_columns

SELF_TEST = (
    "id", "at_utc", "at_offset", "note", "after_stretching", "hours_since_stretch", "protocol", "rater", "state",
)  # fmt: skip
RESULT = (
    "test_id", "side", "outcome", "method", "trials", "resting_gap_cm", "thigh_cm", "back", "knee_deg", "tightness",
    "pain", "pain_signs",
)  # fmt: skip
REVISION = ("id", "test_id", "kind", "replaced_utc", "replaced_offset", "before_json")

# An enum takes its time to find a member, and ten years of tests ask for fifty thousand.
_side, _outcome, _method, _back = cache(Side), cache(Outcome), cache(Method), cache(BackFlat)
_protocol, _state = cache(Protocol), cache(State)


def self_test_row(test: SelfTestRecord) -> Row:
    """Return ``test``, without its results, in the order of `SELF_TEST`."""
    return (
        test.id,
        *moment_columns(test.at),
        test.note,
        test.after_stretching,
        test.hours_since_stretch,
        test.protocol.value,
        test.rater,
        test.state and test.state.value,
    )


def result_rows(test: SelfTestRecord) -> list[Row]:
    """Return the results of ``test``, each in the order of `RESULT`."""
    return [_result_row(test.id, result) for result in test.results]


def to_self_test(row: Row, results: list[Row]) -> SelfTestRecord:
    """Return the self-test of a `SELF_TEST` row with its `RESULT` rows."""
    id, utc, offset_min, note, after_stretching, hours_since_stretch, protocol, rater, state = row
    return SelfTestRecord(
        id=id,
        at=moment(utc, offset_min),
        results=tuple(map(_to_result, results)),
        note=note,
        after_stretching=bool(after_stretching),
        hours_since_stretch=hours_since_stretch,
        protocol=_protocol(protocol),
        rater=rater,
        state=state and _state(state),
    )


def revision_row(revision: SelfTestRevision) -> Row:
    """Return ``revision`` in the order of `REVISION`."""
    before = msgspec.json.encode(revision.before, enc_hook=encode_moment).decode()
    return (revision.id, revision.test_id, revision.kind.value, *moment_columns(revision.replaced_at), before)


def to_revision(row: Row) -> SelfTestRevision:
    """Return the revision of a `REVISION` row."""
    id, test_id, kind, utc, offset_min, before = row
    return SelfTestRevision(
        id=id,
        test_id=test_id,
        kind=RevisionKind(kind),
        replaced_at=moment(utc, offset_min),
        before=msgspec.json.decode(before, type=SelfTestRecord, dec_hook=decode_moment),
    )


def trials_text(measurement: Measurement | None) -> str:
    """Return the readings of ``measurement`` with a space between two."""
    return " ".join(map(str, measurement.trials)) if measurement else ""


def to_trials(text: str) -> tuple[float, ...]:
    """Return the readings in ``text``. Raises ValueError for anything else."""
    return tuple(map(float, text.split()))


def to_pain_signs(text: str) -> tuple[PainSign, ...]:
    """Return the signs of pain in ``text``, which has a space between two. Raises ValueError for anything else."""
    return tuple(map(PainSign, text.split()))


def _result_row(test_id: str, result: ResultRecord) -> Row:
    measurement = result.measurement
    return (
        test_id,
        result.side.value,
        result.outcome.value,
        measurement and measurement.method.value,
        trials_text(measurement),
        measurement and measurement.resting_gap_cm,
        measurement and measurement.thigh_cm,
        result.back and result.back.value,
        result.knee_deg,
        result.tightness,
        result.pain,
        " ".join(result.pain_signs),
    )


def _to_result(row: Row) -> ResultRecord:
    _test, side, outcome, method, trials, resting_gap_cm, thigh_cm, back, knee_deg, tightness, pain, pain_signs = row
    return ResultRecord(
        side=_side(side),
        outcome=_outcome(outcome),
        measurement=method
        and Measurement(
            method=_method(method), trials=to_trials(trials), resting_gap_cm=resting_gap_cm, thigh_cm=thigh_cm
        ),
        back=back and _back(back),
        knee_deg=knee_deg,
        tightness=tightness,
        pain=pain,
        pain_signs=to_pain_signs(pain_signs),
    )
