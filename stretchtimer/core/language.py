"""The language in which the program speaks: one gettext catalogue for the window, the voice and the terminal.

Both faces of a session say the same sentences, and one of them runs without Qt; so the sentences are translated by
gettext rather than by Qt's own translators. A string is marked where it stands, with ``_("...")`` or, with a number,
``ngettext("...", "...", n)``; ``mark("...")`` marks one that is translated later.
"""

from __future__ import annotations

import gettext

_translations: gettext.NullTranslations = gettext.NullTranslations()


def use(translations: gettext.NullTranslations) -> None:
    """Speak the language of ``translations`` from now on."""
    global _translations  # noqa: PLW0603 - a process speaks one language, as in gettext itself
    _translations = translations


def code() -> str:
    """Return the code of the language in use: "en" where nothing is translated. A voice has to speak the same one."""
    return _translations.info().get("language", "") or "en"


def _(message: str) -> str:
    """Return ``message`` in the language in use."""
    return _translations.gettext(message) if message else ""


def ngettext(singular: str, plural: str, n: int) -> str:
    """Return the form that fits the number ``n``, in the language in use."""
    return _translations.ngettext(singular, plural, n)


def mark(message: str) -> str:
    """Mark ``message`` for translation and return it as it is."""
    return message
