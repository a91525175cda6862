"""Days and times as a person writes them."""

from __future__ import annotations

from argparse import Namespace
from datetime import date, datetime, time
from typing import NamedTuple

from stretchtimer.cli.parsing import Parser
from stretchtimer.cli.refusal import Refused
from stretchtimer.core.language import _
from stretchtimer.core.records import Moment


class Period(NamedTuple):
    """Days from the first to the last, both with it; None is open."""

    first: date | None
    last: date | None

    @classmethod
    def of(cls, options: Namespace) -> Period:
        """Return the period that ``--from`` and ``--to`` name. Raises Refused if it ends before it begins."""
        period = cls(_day("--from", options.first), _day("--to", options.last))
        if period.first and period.last and period.last < period.first:
            raise Refused(_("--to {last} is before --from {first}").format(first=period.first, last=period.last))
        return period

    def __contains__(self, when: object) -> bool:
        """Whether ``when``, a day or a moment on the day that it was for the person, lies in it."""
        day = when.local.date() if isinstance(when, Moment) else when
        return isinstance(day, date) and (self.first or date.min) <= day <= (self.last or date.max)


def offer_period(parser: Parser) -> None:
    """Add the options ``--from`` and ``--to``."""
    parser.add_argument("--from", dest="first", metavar=_("DAY"), help=_("leave out what was before: 2026-11-21"))
    parser.add_argument("--to", dest="last", metavar=_("DAY"), help=_("leave out what was after"))


def moment_of(text: str | None, now: Moment) -> Moment:
    """Return the moment that ``text`` names in ISO 8601; None is ``now``.

    A time without an offset is local. A day alone means its noon, or now if its noon is still to come. Raises Refused
    for anything else, and for a moment after ``now``.
    """
    if text is None:
        return now
    try:
        moment = _moment(text, now)
    except (ValueError, OverflowError, OSError) as error:
        raise Refused(
            _("--at: {text} is no time such as 2026-11-21T09:30 or 2026-11-21").format(text=repr(text))
        ) from error
    if moment.utc > now.utc:
        raise Refused(_("--at: {text} is still to come").format(text=repr(text)))
    return moment


def _moment(text: str, now: Moment) -> Moment:
    """Return the moment that ``text`` names. Raises ValueError, OverflowError or OSError if it names none."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        named = datetime.fromisoformat(text)
        return Moment.of(named if named.tzinfo else named.astimezone())
    noon = Moment.of(datetime.combine(day, time(12)).astimezone())
    return min(noon, now) if day == now.local.date() else noon


def _day(option: str, text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Refused(
            _("{option}: {text} is no day such as 2026-11-21").format(option=option, text=repr(text))
        ) from error
