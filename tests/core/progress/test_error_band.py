"""Every method that has degrees has an error band, with its source."""

from __future__ import annotations

import pytest

from stretchtimer.core.progress.error_band import error_band_deg, error_band_source
from stretchtimer.core.selftest.measurement import Method


@pytest.mark.parametrize(
    ("method", "degrees"), [(Method.PHONE, 5), (Method.TAPE, 5), (Method.GONIOMETER, 6), (Method.PHOTO, 6)]
)
def test_a_method_has_its_band_and_says_so(method: Method, degrees: float) -> None:
    assert error_band_deg(method) == degrees
    assert f"{degrees}°" in error_band_source(method)


def test_by_eye_there_are_no_degrees() -> None:
    with pytest.raises(KeyError):
        error_band_deg(Method.BY_EYE)
