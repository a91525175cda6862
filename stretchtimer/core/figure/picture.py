"""What an exercise file says of its picture: which poses, in which order, and which of its steps shows which."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from stretchtimer.core.figure.pose import Id, Pose

Number = Annotated[int, Meta(ge=1, le=20, description="Which of way_in and poses together, counted from 1.")]


class Picture(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The picture of an exercise. One pose is held; two or more are a movement through them and back."""

    poses: Annotated[tuple[Id, ...], Meta(min_length=1, description="The held pose, or those of the movement.")]
    way_in: Annotated[tuple[Id, ...], Meta(description="The key poses that lead there, the first one first.")] = ()
    steps: Annotated[tuple[Number, ...], Meta(description="For each step of the exercise, the key pose it shows.")] = ()
    muscle: Annotated[bool, Meta(description="Whether the hip flexor is drawn as a band: where it is stretched.")] = (
        True
    )
    alternating: Annotated[bool, Meta(description="Whether the sides change at each round, without being called.")] = (
        False
    )
    round_s: Annotated[float, Meta(ge=0.5, le=20, description="Seconds of a round of a movement without a tempo.")] = (
        2.0
    )
    own: Annotated[tuple[Pose, ...], Meta(description="Poses that the program has not.")] = ()

    @property
    def key_poses(self) -> tuple[str, ...]:
        """All poses in their order."""
        return (*self.way_in, *self.poses)

    def step_pose(self, step: int, steps: int) -> int:
        """Return which of the key poses the ``step`` of so many shows, both counted from 0.

        Where the file does not say it, the steps are spread over the key poses.
        """
        if step < len(self.steps):
            return self.steps[step] - 1
        return min(step * len(self.key_poses) // max(steps, 1), len(self.key_poses) - 1)
