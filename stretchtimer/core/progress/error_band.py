"""The error band of each method: a difference inside it may be noise (evidence C1 and D3)."""

from __future__ import annotations

from stretchtimer.core.language import _
from stretchtimer.core.selftest.measurement import Method

_DEG = {Method.PHONE: 5.0, Method.TAPE: 5.0, Method.GONIOMETER: 6.0, Method.PHOTO: 6.0}


def error_band_deg(method: Method) -> float:
    """Return the least change in degrees that is more than noise (MDC95), the same person measuring each time.

    By phone 3.9 was found in hip extension (doi 10.1016/j.jbmt.2024.05.033), rounded up since nobody supervises here;
    by tape it follows from the reliability in a study of 2015 (PMC4560013); the others are our convention
    (evidence D3).
    Raises KeyError for the method by eye, which has no degrees.
    """
    return _DEG[method]


def error_band_source(method: Method) -> str:
    """Return where the number comes from, in a sentence. Raises KeyError for the method by eye."""
    return {
        Method.PHONE: _("The error band by phone is 5°: 3.9° in a study of 2024, rounded up since nobody supervises."),
        Method.TAPE: _(
            "The error band by tape is 5°, worked out from the reliability in a study of 2015 (PMC4560013)."
        ),
        Method.GONIOMETER: _("The error band by goniometer is 6°. This is our convention."),
        Method.PHOTO: _("The error band by photograph is 6°. This is our convention."),
    }[method]
