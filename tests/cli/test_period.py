from __future__ import annotations

from argparse import Namespace
from datetime import UTC, date, datetime

import pytest

from stretchtimer.cli.period import Period, moment_of
from stretchtimer.cli.refusal import Refused
from stretchtimer.core.records import Moment

NOW = Moment.of(datetime(2026, 11, 21, 9, 30, tzinfo=UTC).astimezone())


def local(*when: int) -> Moment:
    return Moment.of(datetime(*when).astimezone())  # type: ignore[arg-type, misc]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        (None, NOW),
        ("2026-11-20T18:45", local(2026, 11, 20, 18, 45)),
        ("2026-11-20 18:45", local(2026, 11, 20, 18, 45)),
        ("2026-11-20T18:45:10+05:30", Moment.parse("2026-11-20T18:45:10+05:30")),
        ("2026-11-20T18:45:10Z", Moment.parse("2026-11-20T18:45:10+00:00")),
        ("2026-11-20", local(2026, 11, 20, 12)),
    ],
)
def test_a_time_is_read_as_a_person_means_it(text: str | None, moment: Moment) -> None:
    assert moment_of(text, NOW) == moment


def test_today_before_noon_means_now() -> None:
    morning = local(2026, 11, 21, 9, 30)
    assert moment_of("2026-11-21", morning) == morning
    assert moment_of("2026-11-21", local(2026, 11, 21, 15)) == local(2026, 11, 21, 12)


@pytest.mark.parametrize(
    "text", ["yesterday", "", "2026-13-01", "2026-11-20T25:00", "20.11.2026", "0001-01-01T00:00+14:00"]
)
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(Refused, match=r"--at: .* is no time"):
        moment_of(text, NOW)


@pytest.mark.parametrize("text", ["2026-11-22", "2026-11-21T23:59:59-12:00", "9999-01-01"])
def test_the_future_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="is still to come"):
        moment_of(text, NOW)


def test_a_period_has_its_first_and_its_last_day() -> None:
    period = Period.of(Namespace(first="2026-11-20", last="2026-11-21"))
    days = [date(2026, 11, day) for day in range(19, 23)]
    assert [day in period for day in days] == [False, True, True, False]


def test_a_moment_lies_on_the_day_that_it_was_for_the_person() -> None:
    period = Period.of(Namespace(first="2026-11-21", last=None))
    assert Moment.parse("2026-11-21T00:30+05:00") in period
    assert Moment.parse("2026-11-20T23:30-05:00") not in period


def test_without_its_ends_a_period_is_all_time() -> None:
    assert date.min in Period.of(Namespace(first=None, last=None))


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [("soon", None, "--from: 'soon' is no day"), (None, "", "--to"), ("2026-11-21", "2026-11-20", "is before")],
)
def test_what_is_no_period_is_refused(first: str | None, last: str | None, said: str) -> None:
    with pytest.raises(Refused, match=said):
        Period.of(Namespace(first=first, last=last))
