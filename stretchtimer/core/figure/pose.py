"""What a pose is: joint angles in degrees, as a pose file gives them.

One pose serves both sides. It is written for the stretched RIGHT side and says "stretched" and "other" instead of
right and left; the stretched left side is its mirror image. Method and angles: evidence, part E.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

Id = Annotated[str, Meta(pattern="^[a-z0-9]+(-[a-z0-9]+)*$", description="Lower-case words joined by hyphens.")]
Degrees = Annotated[float, Meta(ge=-360, le=360)]
Share = Annotated[
    float,
    Meta(
        ge=-1,
        le=1,
        description="How much of a segment's length is seen: less than 1 for one that points towards the viewer or "
        "away, below 0 for one that has swung past, so that it shows the other way.",
    ),
]
Length = Annotated[float, Meta(ge=-3, le=3, description="In units of the stature.")]
LIMB_PLACE = r"(stretched|other)\.(thigh|knee|shin|ankle|heel|ball|toe|elbow|wrist|hand)"
Place = Annotated[
    str,
    Meta(
        pattern=rf"^(hip|lumbar|back|shoulder|head|{LIMB_PLACE})$",
        description="A place of the body: hip, lumbar, back, shoulder, head, or one of a limb, such as stretched.knee; "
        "thigh and shin are the middles of theirs.",
    ),
]


class View(StrEnum):
    """From where a pose is seen."""

    SIDE = "side"
    """From the right: an upright body faces to the right of the picture, one on its back has the head on the left."""
    FRONT = "front"
    """From the front: the body faces the viewer, its right side on the left of the picture."""
    FACE_UP = "face_up"
    """From above, lying on the back, head at the top."""
    FACE_DOWN = "face_down"
    """From above, lying on the stomach, head at the top: its right side on the right of the picture."""
    ON_SIDE = "on_side"
    """From above, lying on the other side, head on the left."""

    @property
    def in_profile(self) -> bool:
        """Whether the two sides of the body lie one behind the other, the stretched one nearer to the viewer."""
        return self in (View.SIDE, View.ON_SIDE)

    @property
    def has_floor(self) -> bool:
        """Whether the floor is seen as a line; from above it is the whole picture."""
        return self in (View.SIDE, View.FRONT)


class Shares(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How much of each segment of one side's limbs is seen, where it is not all of it."""

    thigh: Share = 1.0
    shank: Share = 1.0
    foot: Share = 1.0
    upper_arm: Share = 1.0
    forearm: Share = 1.0


class LimbJoints(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The joint angles of one side in profile: 0 as in upright standing, bending is positive."""

    hip: Degrees
    knee: Degrees
    ankle: Degrees
    """Pointing the toes is positive."""
    shoulder: Degrees
    """Raising the arm forward is positive."""
    elbow: Degrees
    hand: Degrees | None = None
    """The direction of the hand in the picture, for one that stands on the floor; without it, as the forearm."""
    shares: Shares = Shares()


class Joints(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The joint angles of a body in profile."""

    pelvis: Degrees
    """The direction in the picture from the hip to the lumbar spine: 90 upright, 180 on the back, 0 on the stomach."""
    spine: Degrees
    """Bending forward is positive."""
    head: Degrees
    """Nodding is positive."""
    stretched: LimbJoints
    other: LimbJoints


class LimbDirections(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The directions of one side's segments in the picture: 0 to the right, 90 up."""

    thigh: Degrees
    shank: Degrees
    foot: Degrees
    upper_arm: Degrees
    forearm: Degrees
    shares: Shares = Shares()


class Facing(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The directions of a body that shows its front or its back."""

    lean: Degrees
    """How far the trunk leans from upright: to the left of the picture is positive."""
    bend: Degrees = 0.0
    """How much further the chest leans than the pelvis."""
    head: Degrees = 0.0
    """How much further the head leans than the chest."""
    pelvis_height: Length = 0.0
    """Where the middle of the hips is, for a pose without a place on the floor."""
    stretched: LimbDirections
    other: LimbDirections


class Hands(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the hands hold or lie on, of one's own body."""

    stretched: Place | None = None
    other: Place | None = None


class PropKind(StrEnum):
    """A thing that belongs to a pose."""

    MAT = "mat"
    BED = "bed"
    BALL = "ball"
    CUSHION = "cushion"
    CHAIR = "chair"
    WALL = "wall"
    DESK = "desk"


class Prop(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A thing and the box it fills, in units of the stature."""

    kind: PropKind
    at: Place = "hip"
    """The place of the body that the box moves with, to the left and right; in a view from above, up and down too."""
    x: Length = 0.0
    """From that place to the middle of the box."""
    y: Length = 0.0
    """The lower edge of the box above the floor; in a view from above, of its middle above that place."""
    width: Annotated[float, Meta(gt=0, le=3)]
    height: Annotated[float, Meta(gt=0, le=3)]


class Pose(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One position of the body, as a pose file describes it. Either ``joints`` or ``facing``, as the view asks."""

    id: Id
    view: View
    description: Annotated[
        str, Meta(min_length=1, description="What is seen; may name {stretched} and {other}, as exercises do.")
    ]
    joints: Joints | None = None
    """For the views side and on_side."""
    facing: Facing | None = None
    """For the views front, face_up and face_down."""
    floor: tuple[Place, ...] = ()
    """The places that touch the floor, or the bed."""
    hands: Hands = Hands()
    support: Annotated[float, Meta(ge=0, le=1)] = 0.0
    """How high what carries the body is, such as a bed, in units of the stature."""
    props: tuple[Prop, ...] = ()
