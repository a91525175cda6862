"""Keeps PySide6 from reading the source of every module that is imported after it.

It looks there for its own name, to decide where its optional snake_case names may apply, and Python keeps all those
lines: measured, 5 MB and 70 ms of the start. This program uses none of those options.
"""

from __future__ import annotations

import sys

import PySide6.QtCore  # noqa: F401 - installs what is switched off here

LOOKING = "_mod_uses_pyside"


def read_no_sources() -> None:
    """Switch it off. A version of PySide6 that does it otherwise is left alone: it costs memory and no more."""
    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None and hasattr(feature, LOOKING):
        setattr(feature, LOOKING, lambda _module: False)
