"""The kind and the position of an exercise, and the origin of its numbers, in the person's language.

The keys are the values of the enums in `stretchtimer.core.catalog.exercise`, not imported here: the command line's
list of exercises has no time for that.
"""

from __future__ import annotations

from stretchtimer.core.language import _, mark

_KINDS = {
    "static_hold": mark("Held stretch"),
    "static_pulse": mark("Held stretch with rocking"),
    "dynamic_reps": mark("Movement"),
    "isometric_reps": mark("Held tension"),
    "strengthening_reps": mark("Strengthening"),
    "release": mark("Release"),
    "yoga": mark("Yoga"),
    "pilates": mark("Pilates"),
    "self_test": mark("Self-test"),
    "warm_up": mark("Warm-up"),
}
_POSITIONS = {
    "standing": mark("standing"),
    "kneeling": mark("kneeling"),
    "hands_and_knees": mark("on hands and knees"),
    "sitting": mark("sitting on the floor"),
    "supine": mark("lying on the back"),
    "prone": mark("lying on the front"),
    "side_lying": mark("lying on the side"),
}
_ORIGINS = {
    "stated": mark("stated by the article"),
    "inherited": mark("inherited"),
    "convention": mark("our convention"),
}


def kind_words(kind: str) -> str:
    """Return the sort of exercise: a `Kind` or its value."""
    return _(_KINDS[kind])


def position_words(position: str) -> str:
    """Return the starting position of the body: a `Position` or its value."""
    return _(_POSITIONS[position])


def origin_words(origin: str) -> str:
    """Return where a number of the dosage comes from: an `Origin` or its value."""
    return _(_ORIGINS[origin])
