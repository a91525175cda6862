"""The lists of exercises and routines for ``stretchtimer exercises``, answered from a memo as long as no file changed.

Reading and checking all files takes several times as long as starting Python. So the lists are kept, as the JSON values
that are printed, in the cache folder; beside them the program's version and what the system says of every file. While
these agree, nothing but ``json`` and ``os`` is imported.
"""

from __future__ import annotations

import contextlib
import json
import os

from stretchtimer import __version__
from stretchtimer.storage.files import write_atomically

TYPE_CHECKING = False  # importing typing would cost more than all the rest here
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

MEMO = "listing.json"


def listing(catalogs: Sequence[str], cache: str) -> dict[str, Any]:
    """Return ``{"exercises": [...], "routines": [...], "problems": n}`` of the folders ``catalogs``, as JSON values.

    ``problems`` is the number of mistakes in the files. The memo lies in the folder ``cache``.
    """
    memo = os.path.join(cache, MEMO)
    seen = fingerprint(catalogs)
    kept = _remembered(memo, seen)
    if kept is not None:
        return kept
    from stretchtimer.storage.listing_rows import catalog_rows  # noqa: PLC0415 - slow, and not needed with a memo

    fresh = catalog_rows(catalogs)
    with contextlib.suppress(OSError):  # on a read-only disk every answer takes as long as the first, that is all
        write_atomically(memo, json.dumps({"seen": seen, "listing": fresh}).encode())
    return fresh


def fingerprint(catalogs: Sequence[str]) -> list[Any]:
    """Return JSON values that differ after the program, or any exercise or routine file in ``catalogs``, changed."""
    folders = [os.path.join(folder, kind) for folder in catalogs for kind in ("exercises", "routines")]
    return [__version__, *(_folder_fingerprint(folder) for folder in folders)]


def _folder_fingerprint(folder: str) -> list[Any]:
    try:
        with os.scandir(folder) as entries:
            return [folder, *sorted(_file_fingerprint(entry) for entry in entries if entry.name.endswith(".toml"))]
    except OSError:
        return [folder]


def _file_fingerprint(entry: os.DirEntry[str]) -> list[Any]:
    try:
        status = entry.stat()
    except OSError:
        return [entry.name]
    return [entry.name, status.st_mtime_ns, status.st_size]


def _remembered(memo: str, seen: list[Any]) -> dict[str, Any] | None:
    """Return the lists in the file ``memo`` if they were made of what was ``seen``."""
    try:
        with open(memo, "rb") as file:
            kept = json.load(file)
    except (OSError, ValueError, RecursionError):  # none yet, or something else of that name
        return None
    if not isinstance(kept, dict) or kept.get("seen") != seen:
        return None
    lists = kept.get("listing")
    return lists if isinstance(lists, dict) else None
