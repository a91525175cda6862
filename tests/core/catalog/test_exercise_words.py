from __future__ import annotations

import subprocess
import sys

import pytest

from stretchtimer.core.catalog.exercise import Kind, Origin, Position
from stretchtimer.core.catalog.exercise_words import kind_words, origin_words, position_words


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_its_words(kind: Kind) -> None:
    assert kind_words(kind) == kind_words(kind.value) != ""


@pytest.mark.parametrize("position", Position)
def test_every_position_has_its_words(position: Position) -> None:
    assert position_words(position) == position_words(position.value) != ""


@pytest.mark.parametrize("origin", Origin)
def test_every_origin_has_its_words(origin: Origin) -> None:
    assert origin_words(origin) == origin_words(origin.value) != ""


def test_no_two_are_said_alike() -> None:
    assert len({kind_words(kind) for kind in Kind}) == len(Kind)
    assert len({position_words(position) for position in Position}) == len(Position)
    assert len({origin_words(origin) for origin in Origin}) == len(Origin)


def test_the_words_are_cheap_to_import() -> None:
    script = "import sys, stretchtimer.core.catalog.exercise_words; sys.exit('msgspec' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
