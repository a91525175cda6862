"""The lists of exercises and routines, answered from a memo; see `stretchtimer.cli` on what this may import."""

from __future__ import annotations

from stretchtimer.cli.places import folders_in
from stretchtimer.cli.printing import note, print_json, print_table
from stretchtimer.core.catalog.exercise_words import kind_words, position_words
from stretchtimer.core.language import _, ngettext
from stretchtimer.storage.listing import listing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def print_listing(name: str, *, data_dir: str | None, as_json: bool) -> int:
    """Print the list ``name``, "exercises" or "routines", and return the exit code."""
    folders = folders_in(data_dir)
    found = listing(folders.catalogs, folders.cache)
    rows = found[name]
    if as_json:
        print_json(rows)
    else:
        print_table(_exercise_table(rows) if name == "exercises" else _routine_table(rows))
    mistakes = found["problems"]
    if mistakes:
        note(
            ngettext(
                "{n} mistake in your files; stretchtimer check names it",
                "{n} mistakes in your files; stretchtimer check names them",
                mistakes,
            ).format(n=mistakes)
        )
    return 0


def _exercise_table(rows: list[dict[str, Any]]) -> list[list[str]]:
    heading = [_("ID"), _("NAME"), _("DOSAGE"), _("KIND"), _("POSITION")]
    lines = (
        [row["id"], _(row["name"]), _dosage(row), kind_words(row["kind"]), position_words(row["position"])]
        for row in rows
    )
    return [heading, *lines]


def _routine_table(rows: list[dict[str, Any]]) -> list[list[str]]:
    heading = [_("ID"), _("NAME"), _("LENGTH"), _("EXERCISES")]
    lines = ([row["id"], _(row["name"]), _minutes(row["total_s"]), str(len(row["items"]))] for row in rows)
    return [heading, *lines]


def _dosage(row: dict[str, Any]) -> str:
    if row["repetitions"] is not None:
        return _("{sets} x {n} repetitions").format(sets=row["sets"], n=row["repetitions"])
    if row["hold_s"] is not None:
        return _("{sets} x {n} s").format(sets=row["sets"], n=row["hold_s"]["default"])
    return ""


def _minutes(seconds: float) -> str:
    """Return minutes and seconds as `stretchtimer.core.session.captions` does, whose import costs too much here."""
    return f"{round(seconds) // 60}:{round(seconds) % 60:02d}"
