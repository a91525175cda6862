"""Loads the sentences of another language from `assets/translations`."""

from __future__ import annotations

import gettext
import struct
from pathlib import Path

DOMAIN = "stretchtimer"


def load(language: str, directory: Path) -> gettext.NullTranslations:
    """Return the translations into ``language`` (a code such as "pl"; empty: that of the system) from ``directory``.

    A language that is not there, or a broken file, leaves the English that stands in the program.
    """
    try:
        return gettext.translation(DOMAIN, directory, [language] if language else None, fallback=True)
    except (OSError, ValueError, LookupError, struct.error):  # what gettext raises for a file that is none
        return gettext.NullTranslations()
