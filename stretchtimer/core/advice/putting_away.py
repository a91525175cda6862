"""Which warnings a person put away, known by the records that they come from."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from stretchtimer.core.advice.warnings import Warning
from stretchtimer.core.records import Moment

KEPT_KEYS = 400
"""So many keys are remembered: more than four weeks of pains have. What is forgotten is told again. Our convention."""


def unconfirmed(
    found: Iterable[Warning], put_away: Collection[str], confirmed: Moment | None, noted: Moment | None
) -> tuple[Warning, ...]:
    """Return those of ``found`` that say of a record what was not ``put_away``, which holds `Warning.keys`.

    So a sign that is entered, imported or corrected later is told whatever its date: nobody can have confirmed it.
    Older versions kept moments instead of keys: ``confirmed``, when warnings that need it were confirmed last, and
    ``noted``, when others were put away; None if never. What is dated before counts as put away.
    """
    known = frozenset(put_away)
    return tuple(
        each
        for each in found
        if not (each.keys and known.issuperset(each.keys))
        and _is_after(each, confirmed if each.tier.needs_confirmation else noted)
    )


def with_put_away(put_away: Iterable[str], found: Iterable[Warning]) -> tuple[str, ...]:
    """Return the keys that were ``put_away`` and those of ``found``; of very many the last `KEPT_KEYS`."""
    new = [key for each in found for key in each.keys]
    return (*(key for key in put_away if key not in new), *new)[-KEPT_KEYS:]


def _is_after(found: Warning, put_away: Moment | None) -> bool:
    return put_away is None or found.at.utc > put_away.utc
