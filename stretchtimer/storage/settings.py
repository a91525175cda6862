"""The settings file: TOML that a person may also edit by hand."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import tomli_w
from msgspec import Struct
from msgspec.structs import fields

from stretchtimer.core.catalog.routine import Fault
from stretchtimer.core.preferences import Settings
from stretchtimer.storage.files import write_atomically
from stretchtimer.storage.problem import Problem, problem
from stretchtimer.storage.tables import Rejected, read_table

Table = TypeVar("Table", bound=Struct)


class SettingsFile:
    """The settings in one file, which need not exist."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = Path(path)
        self._damaged = False

    def load(self) -> tuple[Settings, tuple[Problem, ...]]:
        """Return the settings, and what is wrong with the file.

        A value that is missing, or that is no such value, is its default; the others count all the same. A key that is
        not known is ignored: a later version may have written it.
        """
        if not self._path.exists():
            return Settings(), ()
        try:
            table = read_table(self._path)
        except Rejected as rejected:
            self._damaged = True
            return Settings(), self._problems(rejected.faults)
        mistakes: list[Fault] = []
        settings = _read(table, Settings, "", mistakes)
        return settings, self._problems(mistakes)

    def save(self, settings: Settings) -> None:
        """Keep ``settings``. Raises OSError.

        A file that was not TOML when it was loaded is renamed first: the person may want to mend what they wrote.
        """
        text = tomli_w.dumps(msgspec.to_builtins(settings))
        if self._damaged:
            self._path.replace(self._path.with_name(f"{self._path.stem}-damaged{self._path.suffix}"))
            self._damaged = False
        write_atomically(self._path, text.encode())

    def _problems(self, mistakes: Iterable[Fault]) -> tuple[Problem, ...]:
        return tuple(problem(self._path, fault) for fault in mistakes)


def _read(table: dict[str, Any], kind: type[Table], place: str, mistakes: list[Fault]) -> Table:
    """Return ``table`` as a ``kind``, with the default for each wrong value, which is added to ``mistakes``."""
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError:
        # Only a table with a mistake is looked through field by field.
        from stretchtimer.storage.validation import faults  # noqa: PLC0415 - slow to import
    values: dict[str, Any] = {}
    for field in fields(kind):
        if field.encode_name not in table:
            continue
        value = table[field.encode_name]
        key = f"{place}.{field.encode_name}" if place else field.encode_name
        if isinstance(value, dict) and isinstance(field.type, type) and issubclass(field.type, Struct):
            values[field.name] = _read(value, field.type, key, mistakes)
            continue
        found = list(faults(value, field.type, key))
        mistakes.extend(found)
        if not found:
            values[field.name] = msgspec.convert(value, field.type)
    return kind(**values)
