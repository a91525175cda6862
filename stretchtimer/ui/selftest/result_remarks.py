"""What is known of a self-test beyond its outcomes, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from stretchtimer.core.language import _
from stretchtimer.core.records import ResultRecord, SelfTestRecord
from stretchtimer.core.selftest.comparability import Reason, incomparable_words
from stretchtimer.core.selftest.measurement import Measurement, Method, Protocol
from stretchtimer.core.selftest.measurement_words import (
    back_name,
    measurement_words,
    method_name,
    pain_sign_name,
    protocol_name,
    rater_name,
    state_name,
)
from stretchtimer.core.selftest.selftest import hip_title, last_stretch_words


def result_remark(result: ResultRecord, reasons: Sequence[Reason]) -> str:
    """Return what is known of one hip, and the ``reasons`` why it is not compared; empty if there is nothing."""
    known = [_measured(result.measurement)] if result.measurement else []
    if result.back:
        known.append(_("back flat: {answer}").format(answer=back_name(result.back)))
    if result.knee_deg is not None:
        known.append(_("knee bent {n}°").format(n=result.knee_deg))
    if result.tightness is not None:
        known.append(_("tightness {n} of 10").format(n=result.tightness))
    if result.pain is not None:
        known.append(_("pain {n} of 10").format(n=result.pain))
    known += [pain_sign_name(sign) for sign in result.pain_signs]
    words = incomparable_words(reasons)
    if not known:
        return _("{hip}. {remark}").format(hip=hip_title(result.side), remark=words) if words else ""
    said = _("{hip}: {remarks}.").format(hip=hip_title(result.side), remarks=", ".join(known))
    return f"{said} {words}".strip()


def test_remarks(test: SelfTestRecord) -> list[str]:
    """Return how ``test`` was taken, where that is not on the floor, by eye, by the person."""
    known = []
    if test.protocol is not Protocol.FLOOR:
        known.append(_("Taken: {place}.").format(place=protocol_name(test.protocol)))
    if test.state:
        known.append(_("Before it: {state}.").format(state=state_name(test.state)))
    if any(result.method is not Method.BY_EYE for result in test.results):
        known.append(_("Measured by: {name}.").format(name=rater_name(test.rater)))
    if test.hours_since_stretch is not None:
        known.append(last_stretch_words(test.hours_since_stretch))
    return [" ".join(known)] if known else []


def _measured(measurement: Measurement) -> str:
    return _("{method} {angle}").format(method=method_name(measurement.method), angle=measurement_words(measurement))
