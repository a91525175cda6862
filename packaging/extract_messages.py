"""Collects every sentence of the program for translators: `make translations`.

The sentences of the code are those in ``_("...")``, ``ngettext("...", "...", n)`` and ``mark("...")``; those of the
exercise, pose and routine files are their texts that a person reads or hears.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import tomli
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po

HEADER = """\
# Translations template for Stretch Timer.
# This file is distributed under the same licence as Stretch Timer.
#"""
SAME_DATE = datetime(2026, 1, 1, tzinfo=UTC)
"""Stands for the moment of the collection, which would be a change of the file though no sentence changed."""
KEYWORDS = {"_": None, "mark": None, "ngettext": (1, 2)}
NOTES_BEGIN_WITH = ("Translators:",)
TEXTS = {"name", "summary", "stretches", "set_up", "cue", "steps", "cautions", "props", "note", "description"}
"""The keys of exercise, pose and routine files whose values are texts."""


def collect(root: Path) -> Catalog:
    """Return the sentences of the checkout in the folder ``root``, in the order of its files."""
    catalog = Catalog(project="Stretch Timer", header_comment=HEADER, charset="utf-8", creation_date=SAME_DATE)
    for file in sorted((root / "stretchtimer").rglob("*.py")):
        place = [(file.relative_to(root).as_posix(), 1)]
        for _line, message, notes, context in extract_from_file("python", file, KEYWORDS, NOTES_BEGIN_WITH):
            catalog.add(message, locations=place, auto_comments=notes, context=context)
    for folder in ("exercises", "poses", "routines"):
        for file in sorted((root / "assets" / folder).glob("*.toml")):
            place = [(file.relative_to(root).as_posix(), 1)]
            for key, text in texts(tomli.loads(file.read_text(encoding="utf-8"))):
                catalog.add(text, locations=place, auto_comments=[f"{folder}: {key}"])
    return catalog


def texts(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield each text in the TOML ``value`` that a person reads or hears, after the key that it stands under."""
    if isinstance(value, dict):
        for inner_key, inner in value.items():
            yield from texts(inner, inner_key)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, key)
    elif isinstance(value, str) and value and key in TEXTS:
        yield key, value


def main() -> None:
    """Write the template of the checkout that this file is in."""
    root = Path(__file__).parent.parent
    template = root / "assets" / "translations" / "stretchtimer.pot"
    catalog = collect(root)
    with template.open("wb") as stream:
        # Without line numbers: a sentence that moved is no change.
        write_po(stream, catalog, width=100, include_lineno=False)
    sys.stdout.write(f"{len(catalog)} sentences in {template.relative_to(root)}\n")


if __name__ == "__main__":
    main()
