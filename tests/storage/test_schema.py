from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import tomli

from stretchtimer.storage.folders import assets_dir
from stretchtimer.storage.schema import PUBLISHED, publish, schema_text
from tests.storage.samples import EXERCISE

ASSETS = Path(assets_dir())


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_published_schema_is_that_of_the_types(name: str) -> None:
    assert (ASSETS / "schema" / name).read_bytes() == schema_text(name)


def test_publishing_writes_every_schema(tmp_path: Path) -> None:
    publish(tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == set(PUBLISHED)


@pytest.mark.parametrize(
    ("name", "folder"), [("exercise.schema.json", "exercises"), ("routine.schema.json", "routines")]
)
def test_the_schema_accepts_the_program_own_files(name: str, folder: str) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(schema_text(name)))
    files = sorted((ASSETS / folder).glob("*.toml"))
    assert files
    for file in files:
        assert [error.message for error in validator.iter_errors(tomli.loads(file.read_text("utf-8")))] == []


def test_the_schema_refuses_a_mistake() -> None:
    validator = jsonschema.Draft202012Validator(json.loads(schema_text("exercise.schema.json")))
    assert validator.is_valid(tomli.loads(EXERCISE))
    assert not validator.is_valid(tomli.loads(EXERCISE.replace("kneeling", "floating")))
