"""The picture of an exercise in motion: the way into it, and the hold or the movement itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.figure.blend import blend, chained
from stretchtimer.core.figure.figure import Figure, bounds, mirror
from stretchtimer.core.figure.picture import Picture
from stretchtimer.core.figure.plane import Point
from stretchtimer.core.figure.pose import Pose
from stretchtimer.core.figure.rest import Rest, at_rest, moved

MARGIN = 0.03


class Motion:
    """The key poses of a picture, set down in one place, and every figure between them."""

    def __init__(self, picture: Picture, poses: Mapping[str, Pose]) -> None:
        """Take the ``picture`` and the ``poses`` by id. Raises KeyError for a pose that neither of them has."""
        known = {**poses, **{pose.id: pose for pose in picture.own}}
        self.picture = picture
        named = [known[name] for name in picture.key_poses]
        self._keys = chained(at_rest(pose) for pose in named)
        self._exchanged = chained(at_rest(pose, exchanged=True) for pose in named)
        self._props = self._keys[-1].figure.props
        self._scenes = [self._scene(key.figure) for key in self._keys]
        self._mirrored = mirror(self.held)
        self.box = bounds((key.figure for key in self._keys), MARGIN)
        """The part of the picture that all key poses fill together, with a little air around it."""

    @property
    def moves(self) -> bool:
        """Whether it is a movement, and not a hold."""
        return len(self.picture.poses) > 1

    @property
    def key_count(self) -> int:
        """How many key poses there are, the way in included."""
        return len(self._keys)

    @property
    def description(self) -> str:
        """What the figure that stands for the whole shows, in words that may name {stretched} and {other}."""
        return self.key_description(self.key_count - 1)

    def key_description(self, number: int) -> str:
        """Return what a key pose shows, counted from 0, in words that may name {stretched} and {other}."""
        return self._keys[number].pose.description

    def key(self, number: int) -> Figure:
        """Return the figure of a key pose, counted from 0."""
        return self._scenes[number]

    @property
    def held(self) -> Figure:
        """The figure that stands for the whole: of a hold the hold, of a movement its far end."""
        return self.key(self.key_count - 1)

    def still(self, side: Side | None) -> Figure:
        """Return `held` with ``side`` stretched, the same object each time."""
        return self._mirrored if side is Side.LEFT else self.held

    @property
    def start(self) -> Figure:
        """Where the movement starts; of a hold the hold."""
        return self.key(len(self.picture.way_in))

    def entering(self, part: float) -> Figure:
        """Return the figure on the way in, from the first key pose (0) to the hold or the movement's start (1)."""
        return self._through(self._keys[: len(self.picture.way_in) + 1], part)

    def moving(self, part: float, *, exchanged: bool = False) -> Figure:
        """Return the figure at a ``part`` of one repetition: at its start (0), there (0.5) and back again (1).

        ``exchanged`` in the same picture with the far side stretched: the other half of an alternating exercise.
        """
        in_profile = self._keys[0].pose.view.in_profile
        keys = self._exchanged if exchanged and in_profile else self._keys
        figure = self._through(keys[len(self.picture.way_in) :], 1 - abs(1 - 2 * part))
        return mirror(figure) if exchanged and not in_profile else figure

    def cycling(self, part: float) -> Figure:
        """Return the figure at a ``part`` of a movement that changes sides by itself, such as walking on the spot.

        It goes through the poses, and then through them with the sides exchanged; at 1 it has come round.
        """
        begin = len(self.picture.way_in)
        round_trip = [self._on_the_spot(key) for keys in (self._keys, self._exchanged) for key in keys[begin:]]
        return self._through([*round_trip, round_trip[0]], part)

    def _on_the_spot(self, rest: Rest) -> Rest:
        """Return ``rest`` with its hip where that of the last key pose is: whoever walks here stays in the picture."""
        return moved(rest, Point(self._keys[-1].hip.x - rest.hip.x, 0.0))

    def _through(self, keys: Sequence[Rest], part: float) -> Figure:
        legs = len(keys) - 1
        if legs == 0:
            return self._scene(keys[0].figure)
        index = min(int(part * legs), legs - 1)
        return self._scene(blend(keys[index], keys[index + 1], part * legs - index))

    def _scene(self, figure: Figure) -> Figure:
        """Return ``figure`` with the things of the whole picture, which stand still."""
        return replace(figure, props=self._props)
