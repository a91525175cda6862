"""The pictures of all exercises, made when they are first looked at."""

from __future__ import annotations

from collections.abc import Mapping

from stretchtimer.core.catalog.exercise import Exercise
from stretchtimer.core.figure.motion import Motion
from stretchtimer.core.figure.picture import Picture
from stretchtimer.core.figure.pose import Pose


class Album:
    """Holds one `Motion` for each picture."""

    def __init__(self, poses: Mapping[str, Pose]) -> None:
        """Take the ``poses`` by name."""
        self._poses = poses
        self._motions: dict[Picture, Motion | None] = {}

    def motion(self, exercise: Exercise) -> Motion | None:
        """Return the picture of ``exercise`` in motion; None for one that has none, or whose poses are missing."""
        return self.of(exercise.picture) if exercise.picture else None

    def of(self, picture: Picture) -> Motion | None:
        """Return ``picture`` in motion; None where one of its poses is missing."""
        if picture not in self._motions:
            try:
                self._motions[picture] = Motion(picture, self._poses)
            except KeyError:
                self._motions[picture] = None
        return self._motions[picture]
