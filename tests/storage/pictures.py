"""The pictures of all exercises, for the tests of what they show."""

from __future__ import annotations

from stretchtimer.core.figure.motion import Motion
from stretchtimer.core.figure.rest import Rest, at_rest
from stretchtimer.storage.poses import Poses
from tests.storage.content import CATALOG

POSES = Poses()
RESTS: dict[str, Rest] = {name: at_rest(pose) for name, pose in POSES.items()}
MOTIONS: dict[str, Motion] = {
    id: Motion(exercise.picture, POSES) for id, exercise in CATALOG.exercises.items() if exercise.picture
}
