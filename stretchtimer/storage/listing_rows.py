"""Exercises and routines as the JSON values that ``exercises --json`` and ``routines --json`` print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from stretchtimer.core.catalog.exercise import Exercise
from stretchtimer.core.catalog.routine import Routine, prescribe_all
from stretchtimer.core.session.timeline import compile_routine
from stretchtimer.storage.catalog import load_catalog


def catalog_rows(catalogs: Sequence[str]) -> dict[str, Any]:
    """Return the lists of all exercises and routines in the folders ``catalogs``, and the number of mistakes there."""
    catalog = load_catalog([Path(folder) for folder in catalogs])
    return {
        "exercises": [exercise_row(exercise) for exercise in catalog.exercises.values()],
        "routines": [routine_row(routine, catalog.exercises) for routine in catalog.routines.values()],
        "problems": len(catalog.problems),
    }


def exercise_row(exercise: Exercise) -> dict[str, Any]:
    """Return ``exercise`` with the documented keys; ``hold_s`` or ``repetitions`` is null where it has none."""
    hold_s, repetitions = exercise.dosage.hold_s, exercise.dosage.repetitions
    return {
        "id": exercise.id,
        "name": exercise.name,
        "kind": exercise.kind.value,
        "position": exercise.position.value,
        "laterality": exercise.laterality.value,
        "hold_s": hold_s and {"default": hold_s.default, "min": hold_s.min, "max": hold_s.max},
        "repetitions": repetitions and repetitions.default,
        "sets": exercise.dosage.sets.default,
        "credits_hip_flexor": exercise.credits_hip_flexor,
        "beside_desk": exercise.beside_desk,
        "source": [{"file": source.file, "lines": source.lines} for source in exercise.source],
    }


def routine_row(routine: Routine, exercises: Mapping[str, Exercise]) -> dict[str, Any]:
    """Return ``routine`` with its items as they are prescribed; ``total_s`` is its length at the default pacing."""
    return {
        "id": routine.id,
        "name": routine.name,
        "summary": routine.summary,
        "total_s": compile_routine(routine, exercises).total_s,
        "items": [
            {
                "exercise": prescription.exercise.id,
                "sets": prescription.sets,
                "hold_s": prescription.hold_s,
                "repetitions": prescription.repetitions,
                "sides": prescription.sides.value,
            }
            for prescription in prescribe_all(routine, exercises)
        ],
    }
