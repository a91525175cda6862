"""The program's own exercises and routines, for the tests of what they say."""

from __future__ import annotations

from pathlib import Path

from stretchtimer.core.catalog.exercise import Exercise
from stretchtimer.storage.catalog import load_catalog
from stretchtimer.storage.folders import assets_dir

CATALOG = load_catalog([Path(assets_dir())])
EXERCISES = CATALOG.exercises
ROUTINES = CATALOG.routines


def texts(exercise: Exercise) -> list[str]:
    """Return all that a person reads or hears of ``exercise``, sides not yet filled in."""
    return [
        exercise.name,
        exercise.stretches,
        exercise.set_up,
        exercise.cue,
        *exercise.steps,
        *exercise.cautions,
        *exercise.props,
    ]
