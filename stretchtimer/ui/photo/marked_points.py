"""The points that were marked on a photograph, and what they were before each change."""

from __future__ import annotations

from collections.abc import Callable

from stretchtimer.core.selftest.photo_angle import PicturePoint

Points = tuple[PicturePoint, ...]


class MarkedPoints:
    """Each placing, each move and each start again can be taken back."""

    def __init__(self) -> None:
        self._states: list[Points] = [()]
        """The last one is how they are."""

    @property
    def all(self) -> Points:
        """The points, in the order in which they were placed."""
        return self._states[-1]

    @property
    def changed(self) -> bool:
        """Whether there is something to take back."""
        return len(self._states) > 1

    def place(self, point: PicturePoint) -> None:
        """Add ``point`` behind the others."""
        self._states.append((*self.all, point))

    def move(self, number: int, point: PicturePoint, *, going_on: bool) -> None:
        """Put the point ``number`` to ``point``; ``going_on`` belongs to the move before and is taken back with it."""
        moved = (*self.all[:number], point, *self.all[number + 1 :])
        if going_on:
            self._states[-1] = moved
        else:
            self._states.append(moved)

    def take_away(self) -> None:
        """Take all points away."""
        if self.all:
            self._states.append(())

    def undo(self) -> None:
        """Take the last change back, if there is one."""
        if self.changed:
            self._states.pop()

    def forget(self) -> None:
        """Have no point, and nothing to take back: for another photograph."""
        self._states = [()]

    def carry(self, to: Callable[[PicturePoint], PicturePoint]) -> None:
        """Put each point, also of what can be taken back, to where it is in a picture that was turned."""
        self._states = [tuple(map(to, points)) for points in self._states]
