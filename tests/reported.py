"""Histories for tests of the report."""

from __future__ import annotations

import io
from datetime import date, timedelta

from pypdf import PdfReader

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.progress.report import Report, report_of
from stretchtimer.core.records import Moment, Outcome, PainKind, PainRecord, ResultRecord, SelfTestRecord
from stretchtimer.core.selftest.measurement import BackFlat, Measurement, Method, PainSign, Protocol
from tests.taken import NOW, id_of

LUNGE = "s0-half-kneeling-lunge"


def days_ago(days: float) -> Moment:
    return Moment(NOW.utc - timedelta(days=days), NOW.offset_min)


def measured(
    days: float,
    left: float,
    right: float,
    *,
    number: int,
    method: Method = Method.PHONE,
    protocol: Protocol = Protocol.FLOOR,
    back: BackFlat = BackFlat.YES,
) -> SelfTestRecord:
    """Return a test in degrees, taken ``days`` ago."""
    results = tuple(
        ResultRecord(
            side=side,
            outcome=Outcome.PASSED if angle <= 5 else Outcome.LIFTED,
            measurement=Measurement(method=method, trials=(angle,)),
            back=back,
            pain=3,
            pain_signs=(PainSign.NUMBNESS,),
        )
        for side, angle in ((Side.LEFT, left), (Side.RIGHT, right))
    )
    return SelfTestRecord(id=id_of(number), at=days_ago(days), results=results, protocol=protocol)


def pain(days: float, number: int, kind: PainKind = PainKind.MILD) -> PainRecord:
    return PainRecord(id=id_of(number), at=days_ago(days), kind=kind, exercise=LUNGE, side=Side.LEFT)


def report(
    tests: tuple[SelfTestRecord, ...] = (),
    minutes: tuple[tuple[float, float, float], ...] = (),
    pains: tuple[PainRecord, ...] = (),
    *,
    first: date | None = None,
    last: date | None = None,
) -> Report:
    """Return a report made at `NOW`; ``minutes`` are (days ago, left, right)."""
    rows = [(days_ago(days), left * 60, right * 60) for days, left, right in minutes]
    return report_of(tests, rows, pains, first=first, last=last, now=NOW)


def text_of(pdf: bytes) -> list[str]:
    """Return the words of each page, with single spaces."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]
