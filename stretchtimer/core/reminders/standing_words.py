"""How the reminder stands, in words: for the tray, the settings and the shell."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from stretchtimer.core.language import _
from stretchtimer.core.reminders.reminder_values import ReminderView, Standing
from stretchtimer.core.reminders.reminder_words import waiting_text
from stretchtimer.core.reminders.working_hours import tomorrow


def standing_words(view: ReminderView, now_s: float, local: Callable[[float], datetime]) -> str:
    """Return the sentence for ``view`` at ``now_s``; ``local`` gives a second of the Unix epoch as the person's time.

    It names times of the clock, not lengths, so that it stays true while nobody looks.
    """
    match view:
        case ReminderView(standing=Standing.PAUSED, paused_until_s=float(until_s)):
            return _paused(local(until_s), local(now_s))
        case ReminderView(due_since_s=float(since_s), waits_for=None):
            return _("A break has been due since {time}.").format(time=_time(local(since_s)))
        case ReminderView(due_since_s=float(since_s), waits_for=obstacle) if obstacle is not None:
            return waiting_text(obstacle, local(since_s))
        case ReminderView(due_in_s=float(due_in_s)):
            return _("The next break is due at {time}.").format(time=_time(local(now_s + due_in_s)))
        case ReminderView(standing=Standing.OFF):
            return _("Reminders are off.")
        case ReminderView(standing=Standing.OUTSIDE_HOURS):
            return _("Outside your working hours no break is due.")
    return _("While you are away, no sitting is counted.")


def _paused(until: datetime, now: datetime) -> str:
    if until == tomorrow(now):
        return _("Paused until tomorrow.")
    return _("Paused until {time}.").format(time=_time(until))


def _time(local: datetime) -> str:
    return local.strftime("%H:%M")
