"""Finding what a person names."""

from __future__ import annotations

from difflib import get_close_matches

from stretchtimer.cli.refusal import Refused
from stretchtimer.core.catalog.exercise import Exercise
from stretchtimer.core.catalog.routine import Routine, of_exercise
from stretchtimer.core.language import _
from stretchtimer.storage.catalog import Catalog

SHOWN = 5
"""How many near matches are offered."""

Entry = Exercise | Routine


def find(name: str, catalog: Catalog) -> Entry:
    """Return the routine or exercise that ``name`` means: an id, a name, or a beginning that only one has.

    Upper and lower case are the same. Where a routine and an exercise have the same id it means the routine. Raises
    Refused, with what comes near, if it means none or several.
    """
    wanted = name.strip().casefold()
    entries: list[Entry] = [*catalog.routines.values(), *catalog.exercises.values()]
    for entry in entries:
        if entry.id == wanted:
            return entry
    if wanted:
        for matches in (_called(wanted, entries), _beginning(wanted, entries)):
            if len(matches) == 1:
                return matches[0]
            if matches:
                raise Refused(
                    _("{name} may be any of {ids}; please name one").format(name=repr(name), ids=_ids(matches))
                )
    raise Refused(_unknown(name, wanted, entries))


def find_session(name: str, catalog: Catalog) -> Routine:
    """Return the routine that ``name`` means, or the exercise as a routine of its own.

    Raises Refused as `find` does, and for the self-test, which no clock can lead.
    """
    entry = find(name, catalog)
    if isinstance(entry, Routine):
        return entry
    if not entry.timed:
        raise Refused(
            _("{id} is the self-test: do it in the window, or record it with stretchtimer test add").format(id=entry.id)
        )
    return of_exercise(entry)


def _called(wanted: str, entries: list[Entry]) -> list[Entry]:
    return [entry for entry in entries if wanted in _names(entry)[1:]]


def _beginning(wanted: str, entries: list[Entry]) -> list[Entry]:
    return [entry for entry in entries if any(name.startswith(wanted) for name in _names(entry))]


def _names(entry: Entry) -> list[str]:
    """Return the id and the names of ``entry``, as it was written and as it is shown."""
    return [entry.id, entry.name.casefold(), _(entry.name).casefold()]


def _unknown(name: str, wanted: str, entries: list[Entry]) -> str:
    containing = [entry for entry in entries if wanted and any(wanted in known for known in _names(entry))]
    by_name = {known: entry for entry in entries for known in _names(entry)}
    by_word = {word: entry for known, entry in by_name.items() for word in known.split()}
    near = containing or [
        known[match] for known in (by_name, by_word) for match in get_close_matches(wanted, known, SHOWN)
    ]
    if near:
        return _("nothing is called {name}; perhaps {ids}?").format(name=repr(name), ids=_ids(near))
    return _("nothing is called {name}; stretchtimer routines and exercises list all there is").format(name=repr(name))


def _ids(entries: list[Entry]) -> str:
    """Return the ids of the first of ``entries``."""
    ids = list(dict.fromkeys(entry.id for entry in entries))
    return ", ".join(ids[:SHOWN] + ["…"] * (len(ids) > SHOWN))
