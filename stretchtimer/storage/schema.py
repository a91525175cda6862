"""The JSON Schemas of exercise and routine files, so that an editor completes and checks them.

``python -m stretchtimer.storage.schema`` in a checkout publishes them anew after a change of the types.
"""

from __future__ import annotations

from inspect import cleandoc
from pathlib import Path

import msgspec

from stretchtimer.core.catalog.exercise import Exercise
from stretchtimer.core.catalog.routine import Routine
from stretchtimer.storage.files import write_atomically
from stretchtimer.storage.folders import assets_dir

DIALECT = "https://json-schema.org/draft/2020-12/schema"
PUBLISHED = {"exercise.schema.json": Exercise, "routine.schema.json": Routine}


def schema_text(name: str) -> bytes:
    """Return the schema file called ``name``, one of `PUBLISHED`."""
    schema = {"$schema": DIALECT, **msgspec.json.schema(PUBLISHED[name])}
    for definition in schema["$defs"].values():
        if "description" in definition:  # a docstring, which Python before 3.13 keeps with its indentation
            definition["description"] = cleandoc(definition["description"])
    return msgspec.json.format(msgspec.json.encode(schema), indent=2) + b"\n"


def publish(folder: Path) -> None:
    """Write all schemas into ``folder``. Raises OSError."""
    for name in PUBLISHED:
        write_atomically(folder / name, schema_text(name))


if __name__ == "__main__":
    publish(Path(assets_dir()) / "schema")
