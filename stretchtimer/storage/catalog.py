"""Exercises and routines from TOML files, the program's own and the person's; every mistake is reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from stretchtimer.core.catalog.exercise import Exercise
from stretchtimer.core.catalog.routine import Fault, Routine
from stretchtimer.core.catalog.rules import Rules, exercise_rules, routine_rules
from stretchtimer.core.language import _
from stretchtimer.storage.poses import pose_names
from stretchtimer.storage.problem import Problem, problem
from stretchtimer.storage.tables import Rejected, read_table, unreadable
from stretchtimer.storage.validation import faults, shown

EXERCISES = "exercises"
ROUTINES = "routines"

Entry = TypeVar("Entry", Exercise, Routine)
Table = dict[str, Any]


class Catalog(Struct, frozen=True, kw_only=True):
    """All that can be done, and what is wrong with the files that could not be used."""

    exercises: Mapping[str, Exercise]
    routines: Mapping[str, Routine]
    problems: tuple[Problem, ...] = ()
    exercise_files: Mapping[str, Path]
    """The file that each exercise came from, by its id."""
    routine_files: Mapping[str, Path]


def load_catalog(folders: Sequence[Path]) -> Catalog:
    """Return what the ``exercises/*.toml`` and ``routines/*.toml`` in ``folders`` hold.

    Where two files have the same id the first one counts, and the later one is a problem. A folder may be missing.
    """
    problems: list[Problem] = []
    rules = exercise_rules(pose_names())
    exercises, exercise_files = _collect(_files(folders, EXERCISES, problems), Exercise, rules, problems)
    routines, routine_files = _collect(_files(folders, ROUTINES, problems), Routine, routine_rules(exercises), problems)
    return Catalog(
        exercises=exercises,
        routines=routines,
        problems=tuple(problems),
        exercise_files=exercise_files,
        routine_files=routine_files,
    )


def check_file(file: Path, catalog: Catalog) -> tuple[Problem, ...]:
    """Return what is wrong with one ``file``, wherever it lies, given the exercises and ids of ``catalog``."""
    try:
        table = read_table(file)
        if "items" in table or (file.absolute().parent.name == ROUTINES and "dosage" not in table):
            _convert(table, Routine, routine_rules(catalog.exercises), file, catalog.routine_files)
        else:
            _convert(table, Exercise, exercise_rules(pose_names()), file, catalog.exercise_files)
    except Rejected as rejected:
        return tuple(problem(file, fault) for fault in rejected.faults)
    return ()


def _collect(
    files: Iterable[Path], kind: type[Entry], rules: Rules, problems: list[Problem]
) -> tuple[dict[str, Entry], dict[str, Path]]:
    """Return the entries in ``files`` and the file of each, by id; add what is wrong to ``problems``."""
    entries: dict[str, Entry] = {}
    origins: dict[str, Path] = {}
    for file in files:
        try:
            entry = _convert(read_table(file), kind, rules, file, origins)
        except Rejected as rejected:
            problems.extend(problem(file, fault) for fault in rejected.faults)
        else:
            entries[entry.id] = entry
            origins[entry.id] = file
    return entries, origins


def _convert(table: Table, kind: type[Entry], rules: Rules, file: Path, origins: Mapping[str, Path]) -> Entry:
    """Return the entry that ``table`` of ``file`` describes. Raises Rejected with all its mistakes."""
    found = (*faults(table, kind, rules=rules), *_taken(table.get("id"), file, origins))
    if found:
        raise Rejected(*found)
    return msgspec.convert(table, kind)


def _taken(id: object, file: Path, origins: Mapping[str, Path]) -> Iterator[Fault]:
    taken = origins.get(id) if isinstance(id, str) else None
    if taken is not None and taken.resolve() != file.resolve():
        yield Fault("id", _("an id that is not taken by {file}").format(file=taken), shown(id))


def _files(folders: Sequence[Path], kind: str, problems: list[Problem]) -> Iterator[Path]:
    for folder in folders:
        try:
            entries = sorted((folder / kind).iterdir())
        except FileNotFoundError:
            continue
        except OSError as error:
            problems.append(problem(folder / kind, unreadable(_("a folder that can be read"), error)))
            continue
        yield from (entry for entry in entries if entry.name.endswith(".toml"))
