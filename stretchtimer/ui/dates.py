"""How dates and minutes are written, in the person's own language and digits."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from stretchtimer.core.language import _


def day_words(day: date) -> str:
    """Return ``day`` as "21 Nov 2026"."""
    # Translators: Qt's date format, for instance "d. MMM yyyy" in German.
    return QLocale().toString(QDate(day.year, day.month, day.day), _("d MMM yyyy"))


def time_words(when: datetime) -> str:
    """Return the day and the minute of ``when`` as "21 Nov 2026 07:30"."""
    # Translators: Qt's date and time format.
    return QLocale().toString(
        QDateTime(QDate(when.year, when.month, when.day), QTime(when.hour, when.minute)), _("d MMM yyyy HH:mm")
    )


def minutes_words(minutes: float) -> str:
    """Return ``minutes`` to the tenth, as "6.5"."""
    return QLocale().toString(minutes, "f", 1)
