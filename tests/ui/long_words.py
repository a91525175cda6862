"""A language with longer words than English has, as most have."""

from __future__ import annotations

from gettext import NullTranslations


class LongWords(NullTranslations):
    """Every sentence 40 % longer."""

    def gettext(self, message: str) -> str:
        return f"{message} {('mnoxw ' * len(message))[: len(message) * 2 // 5]}".rstrip()

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        return self.gettext(singular if n == 1 else plural)
